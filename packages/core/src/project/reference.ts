/** 参考依据 of arts 10 and 31 to 33: an opinion or result has to be before whoever decides; to follow it is never required. */
import type { Assessment, Result } from "../assessment/Assessment.ts"
import { decisionsOn } from "../verdict/decisions.ts"
import { type Act, type Fact, known } from "../verdict/Fact.ts"
import { fulfilled, notApplicable, pending, ruling, undetermined } from "../verdict/ruling.ts"
import type { Note, Ruling } from "../verdict/Verdict.ts"
import { available, type Candidate } from "./assessing.ts"
import type { Project } from "./Project.ts"

/** An act that says what it considered. */
export interface Deciding extends Act {
  readonly considered?: Fact<ReadonlyArray<string>>
}

/**
 * Whether a decision for (`true`) or against (`false`) the project departs from what an opinion or result concludes. One that is neither, and
 * a conclusion that is neither or not stated, departs from nothing. @article 10 @article 31 @article 32 @article 33
 */
export const departs = (conclusion: Result["conclusion"], favours: boolean | undefined): boolean =>
  favours === true
    ? conclusion === "not-support"
    : favours === false && (conclusion === "support" || conclusion === "support-with-conditions")

type Referred = Ruling<"Fulfilled" | "Discretionary" | "Undetermined" | "NotApplicable">

/** What a decision made of one result: one that leaves an available result out is no breach, it is shown. */
const refersTo = (
  { act, assessment }: Candidate<Result>,
  decision: Deciding,
  { also, note }: { readonly also?: ReadonlyArray<string>; readonly note?: (result: Result) => Note | undefined }
): Referred => {
  const { considered } = decision
  if (considered === undefined) return undetermined("considered", act)
  const named = known(considered) && (considered.includes(assessment.id) || also?.some((id) => considered.includes(id)))
  if (named) return fulfilled(act, decision, note?.(act))
  return ruling("Discretionary", act, decision, undefined, undefined, undefined, "not-considered")
}

/**
 * What a decision made of the latest of the results before it, in the order of their days. Where nobody knows whether the latest is one,
 * that is known only where it makes no difference; where the two differ in a remark alone, the status stands and nothing is remarked.
 */
export const referred = (
  results: ReadonlyArray<Candidate<Result>>,
  decision: Deciding,
  how: Parameters<typeof refersTo>[2] = {}
): Referred => {
  const latest = results.at(-1)
  if (latest === undefined) return notApplicable
  const counted = refersTo(latest, decision, how)
  if (latest.counts === true) return counted
  const without = referred(results.slice(0, -1), decision, how)
  if (without.status !== counted.status) return undetermined(latest.counts, latest.act)
  return without.note === counted.note ? without : { ...without, note: undefined }
}

/** A result that nobody has had to refer to yet, as far as it is one. */
export const awaited = ({ act, counts }: Candidate<Result>): Ruling<"Pending" | "Undetermined"> =>
  counts === true ? pending(act) : undetermined(counts, act)

/** The slices that tell which results may count. */
export const resultSlices = ["applications", "assessments", "completed", "operation", "started"] as const

/**
 * One occasion on which a result has to be before whoever decides; `asks` is not stated where nobody said that it is one. `favours`: whether
 * it is decided for the project or against it; an inspection, an appraisal and an improvement are neither.
 */
export interface Use {
  readonly instance: string
  readonly decision: Deciding
  readonly asks: boolean | undefined
  readonly favours?: boolean
}

type Referring = Referred | Ruling<"Pending">

/** What every use made of the latest result before it, and the result that none has followed yet, unless none can any more. */
export const references = (
  results: ReadonlyArray<Candidate<Result>>,
  uses: ReadonlyArray<Use>,
  over: boolean,
  ruled: (instance: string, r: Referring) => void
): void => {
  for (const { asks, decision, favours, instance } of uses) {
    if (asks === false) continue
    const before = available(results, decision.on)
    const latest = before.at(-1)
    if (latest === undefined) continue
    const note = ({ conclusion }: Result): Note | undefined =>
      departs(conclusion, favours) ? "departs-from-result" : undefined
    ruled(instance, asks === undefined ? undetermined("fiscal", latest.act) : referred(before, decision, { note }))
  }
  const waiting = over ? undefined : results.at(-1)
  if (waiting === undefined) return
  const followed = uses.some(({ asks, decision }) => asks === true && decision.on >= waiting.act.on)
  if (!followed) ruled(waiting.assessment.instance, awaited(waiting))
}

/** The budgets that may arrange fiscal money for the project. @article 32 @article 33 */
export const fiscalUses = ({ budgets }: Pick<Project, "budgets">): ReadonlyArray<Use> =>
  budgets.flatMap(({ instance, issued }) =>
    known(issued)
      ? [
          {
            instance,
            decision: issued,
            asks: issued.fiscal === undefined ? undefined : issued.fiscal === true,
            favours: true
          }
        ]
      : []
  )

/** Whether a decision on record has referred to the result of an assessment. @article 31 @article 32 @article 33 */
export const isUsed = ({ id }: Assessment, p: Project): boolean => {
  const lists = [
    ...p.applications.flatMap(decisionsOn),
    ...p.acceptances.flatMap(decisionsOn),
    ...p.budgets.map(({ issued }) => issued),
    ...p.reviews
  ]
  return lists.some((use) => known(use) && known(use.considered) && use.considered.includes(id))
}
