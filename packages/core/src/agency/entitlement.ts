/** Whether a person may speak for an agency: by a post of one's own in it, or by a delegation. What the agency itself may do is another question. */
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Office } from "../regulation/roles.ts"
import type { Actor, Delegation, Post } from "./Actor.ts"
import type { Directory } from "./Directory.ts"
import { delegationsOf, type Entrusting } from "./delegations.ts"

/** By what somebody speaks for an agency. */
export type Standing =
  /** A post in the agency itself. */
  | { readonly _tag: "Post"; readonly post: Post }
  /**
   * Delegations, from the agency on: one, or several where it was passed on. Where the last is to the people of an agency, `post` is the post that
   * makes the person one of them.
   */
  | { readonly _tag: "Delegation"; readonly delegations: ReadonlyArray<Delegation>; readonly post?: Post | undefined }

/** Why a post or a delegation does not do; a person without either has none for the agency. */
export type Obstacle =
  /** There is no post in the agency, and no delegation of it that would be for the person. */
  | { readonly _tag: "NoPost" }
  | { readonly _tag: "PostNotYet" | "PostOver"; readonly post: Post; readonly on: CivilDate }
  /** A post is held for the time being, and no day is stated on which that ends: it counts for nothing. */
  | { readonly _tag: "ActingWithoutEnd"; readonly post: Post }
  /** The post is not entered for any of these offices. */
  | { readonly _tag: "PostNotForOffice"; readonly post: Post; readonly offices: ReadonlyArray<Office> }
  /** The post is in an agency that this one has succeeded: who moved with it has a new post, or may not act. */
  | { readonly _tag: "PostInPredecessor"; readonly post: Post }
  | { readonly _tag: "DelegationNotYet" | "DelegationOver"; readonly delegation: Delegation; readonly on: CivilDate }
  | {
      readonly _tag: "DelegationNotForOffice"
      readonly delegation: Delegation
      readonly offices: ReadonlyArray<Office>
    }
  /** What `of` entrusts was passed on, which it does not allow. */
  | { readonly _tag: "PassedOn"; readonly delegation: Delegation; readonly of: Delegation }

/** In whose name somebody wants to act, for which offices one of which would do, and on which days; all of them count. */
export interface Wanted {
  /** The agency. */
  readonly agency: string
  /** The offices; none where any post or delegation of the agency will do. */
  readonly offices: ReadonlyArray<Office>
  /** The days, in order. */
  readonly days: ReadonlyArray<CivilDate>
}

/** What somebody stands on and for which of the offices, the first of them; or everything that stands in the way. */
export type Entitlement =
  | { readonly standing: Standing; readonly office: Office | undefined; readonly obstacles?: undefined }
  | { readonly standing?: undefined; readonly office?: undefined; readonly obstacles: ReadonlyArray<Obstacle> }

/** Whether a person may speak for an agency on some days. Without a post or a delegation the answer is no. */
export const entitlement = (
  directory: Directory,
  delegations: ReadonlyArray<Delegation>,
  actor: Actor,
  wanted: Wanted
): Entitlement => {
  const { agency, days, offices } = wanted
  const own = actor.posts.filter((post) => post.agency === agency)
  for (const office of offices.length === 0 ? [undefined] : offices) {
    const post = own.find((one) => isFor(one.offices, office) && atWork(one, days))
    if (post !== undefined) return { standing: { _tag: "Post", post }, office }
  }
  const entrusting = delegationsOf(delegations, actor, agency)
  for (const office of offices.length === 0 ? [undefined] : offices)
    for (const { chain, posts } of entrusting) {
      const post = posts?.find((one) => atWork(one, days))
      if (posts !== undefined && post === undefined) continue
      if (chain.every((one, i) => holds(one, office, days) && mayPassOn(chain[i - 1], one)))
        return { standing: { _tag: "Delegation", delegations: chain, post }, office }
    }
  const obstacles = [
    ...own.flatMap((post) => postObstacles(post, wanted)),
    ...entrusting.flatMap((one) => delegationObstacles(one, wanted)),
    ...predecessorObstacles(directory, actor, wanted)
  ]
  return { obstacles: obstacles.length === 0 ? [{ _tag: "NoPost" }] : obstacles }
}

const endless = ({ acting, until }: Post): boolean => acting === true && until === undefined

const timed = (post: Post, days: ReadonlyArray<CivilDate>): ReadonlyArray<Obstacle> => {
  if (endless(post)) return [{ _tag: "ActingWithoutEnd", post }]
  for (const on of days) {
    if (!(on >= post.from)) return [{ _tag: "PostNotYet", post, on }]
    if (post.until !== undefined && !(on <= post.until)) return [{ _tag: "PostOver", post, on }]
  }
  return []
}

/** Whether a post is held on these days, whatever it is entered for. */
const atWork = (post: Post, days: ReadonlyArray<CivilDate>): boolean => timed(post, days).length === 0

/** Whether something is entered for an office; for any at all, where none is asked for. */
const isFor = (entered: Post["offices"], office: Office | undefined): boolean =>
  entered === "all" || (office === undefined ? entered.length > 0 : entered.includes(office))

const isForOneOf = (entered: Post["offices"], offices: ReadonlyArray<Office>): boolean =>
  offices.length === 0 ? isFor(entered, undefined) : offices.some((office) => isFor(entered, office))

const holds = (
  { offices, on, until }: Delegation,
  office: Office | undefined,
  days: ReadonlyArray<CivilDate>
): boolean => isFor(offices, office) && days.every((day) => day >= on && day <= until)

/** Whether a delegation is the first, or could be passed on by whoever passes it on. */
const mayPassOn = (of: Delegation | undefined, { from, of: id }: Delegation): boolean =>
  of === undefined ? id === undefined : of.onward === true && id === of.id && "agency" in of.to && of.to.agency === from

const postObstacles = (post: Post, { days, offices }: Wanted): ReadonlyArray<Obstacle> => {
  const found = timed(post, days)
  return isForOneOf(post.offices, offices) ? found : [...found, { _tag: "PostNotForOffice", post, offices }]
}

const delegationObstacles = ({ chain, posts }: Entrusting, { days, offices }: Wanted): ReadonlyArray<Obstacle> => {
  const found = chain.flatMap((delegation, i): ReadonlyArray<Obstacle> => {
    const early = days.find((day) => !(day >= delegation.on))
    const late = days.find((day) => !(day <= delegation.until))
    const of = chain[i - 1]
    return [
      ...(early === undefined ? [] : [{ _tag: "DelegationNotYet", delegation, on: early } as const]),
      ...(late === undefined ? [] : [{ _tag: "DelegationOver", delegation, on: late } as const]),
      ...(isForOneOf(delegation.offices, offices)
        ? []
        : [{ _tag: "DelegationNotForOffice", delegation, offices } as const]),
      ...(of === undefined || mayPassOn(of, delegation) ? [] : [{ _tag: "PassedOn", delegation, of } as const])
    ]
  })
  const idle = posts?.some((post) => atWork(post, days)) === false ? posts.flatMap((post) => timed(post, days)) : []
  if (found.length > 0 || idle.length > 0) return [...found, ...idle]
  // Each link is for one of the offices, but no office goes through all of them.
  return chain.slice(-1).map((delegation) => ({ _tag: "DelegationNotForOffice", delegation, offices }))
}

const predecessorObstacles = (
  directory: Directory,
  { posts }: Actor,
  { agency, days }: Wanted
): ReadonlyArray<Obstacle> => {
  const on = days.at(-1)
  return on === undefined
    ? []
    : posts
        .filter((post) => post.agency !== agency && directory.successorOn(post.agency, on) === agency)
        .map((post) => ({ _tag: "PostInPredecessor", post }))
}
