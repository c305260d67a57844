/** What stands in the way of one act, as data. */
import type { Directory } from "../agency/Directory.ts"
import type { RoleId } from "../regulation/Role.ts"
import { roles } from "../regulation/roles.ts"
import { type Advice, barring, type Reason } from "../verdict/Advice.ts"
import type { Bearer } from "../verdict/Subject.ts"
import type { Lack } from "./Way.ts"

/** How an example writes what only a person can give. */
export const unstated = "…"

const mark = `${unstated}@`

/** A holder that is only assumed: its id says for which role and region. */
const named = (role: RoleId, region: string): string => `${mark}${role}@${region}`

const assumed = (agency: string): { readonly role: RoleId; readonly region: string } | undefined => {
  if (!agency.startsWith(mark)) return undefined
  const [role, region] = agency.slice(mark.length).split("@") as [RoleId, string]
  return { role, region }
}

/**
 * The same directory with a stand-in for every office that nobody is known to hold, so that a way can be sought as if it were filled. The
 * stand-ins never leave the search: they become lacks.
 */
export const withStandIns = (directory: Directory): Directory => ({
  ...directory,
  holder: (role, region, on) => directory.holder(role, region, on) ?? named(role, region),
  holds: (agency, role, region, on) => {
    const held = assumed(agency)
    if (held === undefined) return directory.holds(agency, role, region, on)
    return roles[held.role].office === roles[role].office && held.region === region
  },
  seat: (agency, office, on) => {
    const held = assumed(agency)
    if (held === undefined) return directory.seat(agency, office, on)
    return roles[held.role].office === office ? held.region : null
  },
  successorOn: (agency, on) => (assumed(agency) === undefined ? directory.successorOn(agency, on) : agency)
})

const unstatedFact = (missing: string): Lack => ({ _tag: "Fact", missing, norm: undefined, instance: "" })

/** Where the region itself is not stated, nobody can be looked for. */
const holder = (role: RoleId, region: string | undefined): Lack =>
  region === undefined || region === unstated ? unstatedFact("region") : { _tag: "Holder", role, region }

/** By which fact the record itself says who fills a role; `undefined`: the directory says it. */
export type FilledBy = (role: RoleId) => string | undefined

const lackOf = (reason: Reason, act: string, filledBy: FilledBy): ReadonlyArray<Lack> => {
  switch (reason._tag) {
    case "Norm": {
      const { instance, missing, norm } = reason.verdict
      return reason.outcome === "Undetermined" && missing !== undefined
        ? [{ _tag: "Fact", missing, norm, instance }]
        : [{ _tag: "Gate", norm, instance, act }]
    }
    case "Competence": {
      const { agency, region, roles: asked } = reason.competence.asked
      const facts = agency === undefined ? asked.flatMap((role) => filledBy(role) ?? []) : []
      if (facts[0] !== undefined) return [unstatedFact(facts[0])]
      return asked.slice(0, 1).map((role) => holder(role, region))
    }
    case "Order":
      return reason.lacks.map((what) => ({ _tag: "Forerunner", what, act }))
    default:
      return []
  }
}

/**
 * Whether a reason keeps an act off a way. A way goes by acts of those who may do them: that no article stops anybody else makes nobody else
 * the one to send.
 */
export const obstructs = (reason: Reason): boolean => reason._tag === "Competence" || barring(reason.outcome)

type Act = { readonly _tag: string }

const standIn = (value: unknown) => (typeof value === "string" ? assumed(value) : undefined)

/**
 * An act with fewer stand-ins, beside itself: of somebody else who may do it and is known, addressed to nobody. It may do as well, and
 * then assumes less.
 */
export const supposed = <E extends Act & { readonly by?: string | undefined }>(
  act: E,
  who: ReadonlyArray<Bearer>
): ReadonlyArray<E> => {
  const others = who.flatMap(({ agency }) => (agency === undefined || agency.startsWith(unstated) ? [] : [agency]))
  const acts = standIn(act.by) === undefined ? [act] : [act, ...others.map((by) => ({ ...act, by }))]
  return acts.flatMap((one) => {
    const kept = Object.entries(one).filter(([field, value]) => field === "by" || standIn(value) === undefined)
    return kept.length === Object.keys(one).length ? [one] : [one, Object.fromEntries(kept) as unknown as E]
  })
}

/** What would have to be there for an act to be lawful: nothing, where its advice puts nothing in its way and no stand-in acts in it. */
export const lacksOf = (act: Act, { reasons }: Advice, filledBy: FilledBy): ReadonlyArray<Lack> => {
  const held = Object.values(act)
    .flat()
    .flatMap((value) => standIn(value) ?? [])
  return [
    ...held.map(({ region, role }) => holder(role, region)),
    ...reasons.filter(obstructs).flatMap((reason) => lackOf(reason, act._tag, filledBy))
  ]
}
