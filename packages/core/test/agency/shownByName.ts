/**
 * Whether somebody may act, found by going through the raw tables line by line. It shares nothing with the library but the table of roles, is slow,
 * and knows no region that changes.
 */
import type { Actor, Delegation, Post } from "../../src/agency/Actor.ts"
import type { DirectoryData } from "../../src/agency/Agency.ts"
import type { InName } from "../../src/agency/mayAct.ts"
import type { Role as Parts } from "../../src/regulation/Role.ts"
import { type Office, type RoleId, roles } from "../../src/regulation/roles.ts"

interface Tables {
  readonly data: DirectoryData
  readonly delegations: ReadonlyArray<Delegation>
}

const within = (day: string, from: string | undefined, until: string | undefined): boolean =>
  (from === undefined || day >= from) && (until === undefined || day <= until)

/** Who an agency has become by a day. */
const heir = (data: DirectoryData, id: string, day: string): string => {
  const next = data.successions.find(({ on, predecessor }) => predecessor === id && on <= day)
  return next === undefined ? id : heir(data, next.successor, day)
}

/** The lines of the table of holdings that give an agency an office for a region on a day. */
const lines = (data: DirectoryData, id: string, office: Office, region: string, day: string): ReadonlyArray<string> =>
  data.holdings.flatMap((line, i) => {
    const alive = data.agencies.find((one) => one.id === id)
    const theirs = heir(data, line.agency, day) === id && alive !== undefined && within(day, alive.from, alive.until)
    return theirs && line.office === office && line.region === region && within(day, line.from, line.until)
      ? [`holdings ${i}`]
      : []
  })

const ofAgency = (data: DirectoryData, act: InName, id: RoleId): ReadonlyArray<string> => {
  const { except, office, scope }: Parts = roles[id]
  const { agency, filled, on, region } = act
  if (region === undefined) return []
  const named = scope === "case" ? (filled as { readonly [role: string]: string | null } | undefined)?.[id] : undefined
  if (named !== undefined) return named !== null && heir(data, named, on) === agency ? [`the case names ${named}`] : []
  if (scope === "local" && region === "440000") return []
  const found = lines(data, agency, office, scope === "provincial" ? "440000" : region, on)
  return except !== undefined && lines(data, agency, except, region, on).length > 0 ? [] : found
}

const ofPerson = (
  { delegations }: Tables,
  actor: Actor,
  agency: string,
  office: Office,
  days: ReadonlyArray<string>
): ReadonlyArray<string> => {
  const running = (post: Post) =>
    days.every((day) => within(day, post.from, post.until)) && !(post.acting === true && post.until === undefined)
  const own = actor.posts.flatMap((post, i) =>
    post.agency === agency && running(post) && (post.offices === "all" || post.offices.includes(office))
      ? [`post ${i}`]
      : []
  )
  const reaches = ({ to }: Delegation) =>
    "person" in to ? to.person === actor.person : actor.posts.some((post) => post.agency === to.agency && running(post))
  const good = (one: Delegation) => one.offices.includes(office) && days.every((day) => within(day, one.on, one.until))
  /** Every way of passing on that begins with these, forwards. */
  const further = (chain: ReadonlyArray<Delegation>): ReadonlyArray<string> => {
    const last = chain.at(-1)
    if (last === undefined) return []
    const here = reaches(last) ? [`delegations ${chain.map(({ id }) => id).join(" ")}`] : []
    const on = delegations.filter(
      (one) =>
        !chain.includes(one) &&
        one.of === last.id &&
        last.onward === true &&
        "agency" in last.to &&
        last.to.agency === one.from &&
        good(one)
    )
    return [...here, ...on.flatMap((one) => further([...chain, one]))]
  }
  const entrusted = delegations.filter((one) => one.of === undefined && one.from === agency && good(one))
  return [...own, ...entrusted.flatMap((one) => further([one]))]
}

/** By what somebody may act, each way by its lines in the tables; empty where nobody can show any. */
export const shownByName = (tables: Tables, actor: Actor, act: InName): ReadonlyArray<string> => {
  const { entered = act.on, on } = act
  const days = entered < on ? [entered, on] : [entered]
  return act.roles.flatMap((id) => {
    const agencies = ofAgency(tables.data, act, id)
    const persons = ofPerson(tables, actor, act.agency, roles[id].office, days)
    return agencies.flatMap((a) => persons.map((p) => `${id}: ${p}, ${a}`))
  })
}
