/**
 * Which plans are in force on a day, read from the cases of plans: what arts 9, 10 and 14 ask of planning, and arts 7 and 8 of the province.
 *
 * A plan is in force from the day on which it is put into force to the day before a new version is, or before its repeal. Facts are never
 * refused: a plan that is carried out without review or approval measures others as long as it is carried out, and the finding stays with
 * the plan itself (arts 6 to 8); `approved` says that it was not as provided.
 */
import type { Directory } from "../agency/Directory.ts"
import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import { silence } from "../verdict/Coverage.ts"
import { type Act, earlier, type Fact, known } from "../verdict/Fact.ts"
import type { Plan, Surroundings } from "../verdict/Surroundings.ts"
import { approvedBy } from "./approval.ts"
import type { Kind } from "./Event.ts"
import { firstOf, type PlanVersion } from "./PlanVersion.ts"
import { passedBy } from "./review.ts"

/** One version with the act that ends its force, wherever that is recorded: with it, or with the version that follows it. */
interface Version {
  readonly p: PlanVersion
  readonly over: Act | undefined
}

const versions = (plans: Iterable<PlanVersion>): ReadonlyArray<Version> => {
  const list = [...plans]
  const followed = new Map<string, Act>()
  for (const { former, implemented } of list) {
    if (known(former) && known(implemented)) followed.set(former, earlier(followed.get(former), implemented))
  }
  return list.map((p) => ({ p, over: firstOf(p.superseded, p.repealed, followed.get(p.id)) }))
}

/** Whether a version was in force on a day; `undefined` where its record is not complete for it. */
const inForceOn = ({ over, p }: Version, on: CivilDate): boolean | undefined => {
  const since = known(p.drafted) ? p.drafted.on : undefined
  if (over !== undefined && over.on <= on) return false
  // What is withdrawn is withdrawn before it is put into force.
  if (!known(p.implemented))
    return known(p.withdrawn) || silence(p.coverage, "force", since) === null ? false : undefined
  if (p.implemented.on > on) return false
  return over !== undefined || silence(p.coverage, "force", p.implemented.on) === null ? true : undefined
}

const all = (...answers: ReadonlyArray<boolean | undefined>): boolean | undefined =>
  answers.includes(false) ? false : answers.includes(undefined) ? undefined : true

/** Whether two codes are of one region on a day: a change of code alone makes no other region. @article 8 */
export const sameRegion = (directory: Directory, a: string, b: string, on: CivilDate): boolean | undefined =>
  a === b || all(directory.within(a, b, on), directory.within(b, a, on))

/** Whether a plan measures cases of a region and an organ: the provincial one all, a local one exactly its region's, an organ's own its organ's. */
const measures = (
  kind: Kind,
  { organ: its, region: area }: PlanVersion,
  directory: Directory,
  region: string | undefined,
  organ: string | undefined,
  on: CivilDate
): boolean | undefined => {
  switch (kind) {
    case "provincial":
      return true
    case "local":
      return region === undefined || area === undefined ? undefined : sameRegion(directory, area, region, on)
    case "departmental":
      return organ === undefined || its === undefined
        ? undefined
        : directory.successorOn(its, on) === directory.successorOn(organ, on)
  }
}

const offices = {
  provincial: { review: "planning.provincial", approval: "government.provincial" },
  local: { review: "planning.local", approval: "government.local" }
} as const

/** Whether a plan was reviewed and approved before it was put into force; of an organ's plan nothing of the kind is asked. */
const reviewedAndApproved = (p: PlanVersion, kind: Kind, directory: Directory): boolean | undefined => {
  const { implemented } = p
  if (kind === "departmental" || !known(implemented)) return undefined
  const { approval, review } = offices[kind]
  const acts = [passedBy(p, review, { directory }, implemented), approvedBy(p, approval, { directory }, implemented)]
  return all(...acts.map(({ act }) => (act === undefined ? undefined : known(act))))
}

const listed = (items: Fact<ReadonlyArray<string>>): Pick<Plan, "items"> => (known(items) ? { items } : {})

const planOf = ({ over, p }: Version, kind: Kind, directory: Directory): Plan => ({
  id: p.id,
  kind,
  ...(known(p.implemented) ? listed(p.implemented.items) : {}),
  ...(over === undefined ? {} : { until: addDays(over.on, -1) }),
  approved: reviewedAndApproved(p, kind, directory)
})

/**
 * The plans in force for a region and an organ on a day, from every version of every plan that a host knows. `undefined` where the record of
 * a version that may be in force does not tell, or whether it measures the case.
 *
 * @example
 * ```ts
 * import type { CivilDate } from "@banfa/core/civil"
 * import { emptyDirectory, type Event, fold, plansInForce } from "@banfa/core/planning"
 *
 * const head = { plan: "plan-p", on: "2025-07-01", recordedAt: "2025-07-01T01:00:00Z" }
 * const drafted = { ...head, _tag: "PlanDrafted", id: "1", kind: "provincial", region: "440000", organ: "p-info" }
 * const implemented = { ...head, _tag: "PlanImplemented", id: "2" }
 * const inForce = plansInForce([fold("plan-p", [drafted, implemented] as unknown as ReadonlyArray<Event>)], emptyDirectory)
 * inForce("440106", "health", "2026-01-01" as CivilDate)?.map(({ id }) => id) // => ["plan-p"]
 * ```
 */
export const plansInForce = (plans: Iterable<PlanVersion>, directory: Directory): Surroundings["plansInForce"] => {
  const known = versions(plans)
  return (region, organ, on) => {
    const found: Array<Plan> = []
    for (const version of known) {
      const { kind } = version.p
      const inForce = inForceOn(version, on)
      if (inForce === false) continue
      if (kind === undefined) return undefined
      const answer = all(inForce, measures(kind, version.p, directory, region, organ, on))
      if (answer === undefined) return undefined
      if (answer) found.push(planOf(version, kind, directory))
    }
    return found
  }
}
