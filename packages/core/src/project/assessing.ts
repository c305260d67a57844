/** Which assessments count, for which round and from when: what the rules of arts 29 to 33 share. */
import { type Assessment, type AssessmentType, isType, type Result } from "../assessment/Assessment.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import { silence } from "../verdict/Coverage.ts"
import { type Act, byDay, type Fact, known } from "../verdict/Fact.ts"
import type { Context } from "../verdict/Verdict.ts"
import { ofProjectLevel } from "./authorities.ts"
import { newer } from "./consultation.ts"
import { type Application, firstApproval, switchedOn } from "./Project.ts"
import type { View } from "./Rule.ts"

/** Whether something holds, or the name of the fact without which that cannot be told. */
export type Answer = boolean | string

/** Whether all of these hold: what is known to fail decides, then what is not known. */
export const all = (...answers: ReadonlyArray<Answer>): Answer =>
  answers.includes(false) ? false : (answers.find((answer) => typeof answer === "string") ?? true)

const answer = (known: boolean | undefined, missing: string): Answer => known ?? missing

type Rounds = View<"applications">
type Assessed = View<"applications" | "assessments">

/** The round that an assessment is for; `undefined` where it is for none or nobody said for which of several. */
export const roundOf = ({ planned }: Assessment, p: Pick<Rounds, "applications">): Application | undefined => {
  if (!known(planned) || planned.type !== "ex-ante") return undefined
  const { application } = planned
  if (application === undefined) return p.applications.length === 1 ? p.applications[0] : undefined
  return p.applications.find((a) => a.id === application)
}

/** Whether an assessment is for a round. */
const isFor = ({ planned }: Assessment, a: Application, p: Rounds): Answer => {
  const application = known(planned) ? planned.application : undefined
  if (application === undefined) return p.applications.length === 1 ? true : "assessment.application"
  return application === a.id
}

/**
 * Whether an agency is the informatization authority of the level that an assessment belongs to. Of an ex-ante assessment of which nobody
 * said for which of several rounds it is, that is known only where every round gives the same answer.
 */
const ofItsLevel = (
  agency: string | undefined,
  x: Assessment,
  p: Rounds,
  ctx: Context,
  on: CivilDate
): boolean | undefined => {
  const { planned } = x
  const unsaid = known(planned) && planned.type === "ex-ante" && planned.application === undefined
  if (!unsaid || p.applications.length < 2) return ofProjectLevel(ctx, agency, roundOf(x, p), p, on)
  const [first, ...others] = p.applications.map((round) => ofProjectLevel(ctx, agency, round, p, on))
  return others.every((other) => other === first) ? first : undefined
}

/** Whether an assessment is organized by the authority of the project's level; one of another body counts for no norm. @article 29 */
export const organized = (x: Assessment, p: Rounds, ctx: Context): boolean | undefined => {
  const { planned } = x
  if (!known(planned)) return undefined
  return ofItsLevel(planned.by, x, p, ctx, planned.on)
}

/** Whether an assessment is one under the chosen reading: carried out in-house it may be none (A30a). @article 30 */
const performed = ({ engaged }: Assessment, ctx: Context): Answer => {
  if (ctx.profile.readings.A30a !== "void") return true
  return known(engaged) ? engaged.executor !== "in-house" : "executor"
}

/** Whether a result was issued by whoever may issue it: the organizer, or the third party to it (A31f). Not stated: one of the two. */
export const issuedRightly = (x: Assessment, p: Rounds, ctx: Context): Answer => {
  const { engaged, issued } = x
  if (!known(issued)) return true
  if (issued.by === undefined) return ctx.profile.readings.A31f === "either" ? true : "issuer"
  const authority = ofItsLevel(issued.by, x, p, ctx, issued.on)
  if (authority === true || ctx.profile.readings.A31f === "authority") return answer(authority, "issuer")
  const assessor = known(engaged) ? engaged.assessor : undefined
  if (known(assessor)) {
    return ctx.directory.successorOn(assessor, issued.on) === issued.by || answer(authority, "issuer")
  }
  return assessor === undefined ? "assessor" : answer(authority, "issuer")
}

/** Whether an assessment is one under the Measures: organized and carried out by whoever may. @article 29 @article 30 */
export const isAssessment = (x: Assessment, p: Rounds, ctx: Context): Answer =>
  all(answer(organized(x, p, ctx), "organizer"), performed(x, ctx))

/** Whether the result of an assessment counts under the Measures; one that is not there yet may. @article 29 @article 30 */
export const counts = (x: Assessment, p: Rounds, ctx: Context): Answer =>
  all(isAssessment(x, p, ctx), issuedRightly(x, p, ctx))

/** Versions of the scheme that came after the one that was assessed, and not after the decision (A31e). */
export const newerSchemes = (x: Assessment, a: Application): Application["schemes"] => {
  const { issued, started } = x
  const named = known(started) && known(started.scheme) ? started.scheme : undefined
  const base = a.schemes.find((s) => s.id === named) ?? (known(started) ? started : known(issued) ? issued : undefined)
  return base === undefined ? [] : newer(a, base)
}

/** Whether what was assessed is what is decided on (A31e). */
export const ofThisScheme = (x: Assessment, a: Application, ctx: Context): Answer => {
  if (ctx.profile.readings.A31e !== "anew") return true
  const since = newerSchemes(x, a)
  if (since.some((s) => s.material === true)) return false
  return since.some((s) => s.material === undefined) ? "material" : true
}

/** An assessment, what is to be said of it, and whether it counts. */
export interface Candidate<A extends Act = Act> {
  readonly assessment: Assessment
  readonly act: A
  /** `true`, or the fact without which that cannot be told. */
  readonly counts: true | string
}

const inOrder = (a: Candidate, b: Candidate): number => byDay(a.act, b.act)

/** The ex-ante assessments of a round of which an act is on record by the decision, those that may count, by day. @article 31 */
export const exAnte = <A extends Act>(
  a: Application,
  p: Assessed,
  ctx: Context,
  done: (x: Assessment) => Fact<A>
): ReadonlyArray<Candidate<A>> => {
  const found: Array<Candidate<A>> = []
  for (const assessment of p.assessments) {
    const act = done(assessment)
    if (known(assessment.cancelled) && !known(assessment.issued)) continue
    if (!known(act) || (known(a.decision) && act.on > a.decision.on)) continue
    const type = answer(isType(assessment, "ex-ante"), "assessment.type")
    const does = all(type, isFor(assessment, a, p), counts(assessment, p, ctx), ofThisScheme(assessment, a, ctx))
    if (does !== false) found.push({ assessment, act, counts: does })
  }
  return found.sort(inOrder)
}

/** Whether the record of the assessments of a round is complete. */
export const assessedAll = (a: Application, p: View<never>): boolean =>
  silence(p.coverage, "assessment", known(a.applied) ? a.applied.on : undefined) === null

/** The day on which the works were completed, or what the silence of the record means. @article 32 */
export const completion = (p: View<"applications" | "completed" | "started">): Fact<Act> => {
  if (p.completed !== undefined) return p.completed
  return silence(p.coverage, "works", known(p.started) ? p.started.on : firstApproval(p)?.on)
}

/** Whether the project was operating on a day, in trial or regularly. @article 33 */
export const operating = (p: View<"completed" | "operation">, on: CivilDate): boolean | undefined => {
  if (p.operation.some((s) => s.on <= on)) return switchedOn(p.operation, on)
  const since = known(p.completed) ? p.completed.on : undefined
  return silence(p.coverage, "operation", since) === null ? false : undefined
}

type Later = View<"applications" | "assessments" | "completed" | "operation" | "started">

/** Whether an assessment took place when one of its type does: after completion, or while operating. @article 32 @article 33 */
export const timely = (x: Assessment, type: "ex-post" | "application", p: Later): Answer => {
  if (!known(x.started)) return "assessment.start"
  if (type === "application") return answer(operating(p, x.started.on), "operation")
  const completed = completion(p)
  return known(completed) ? x.started.on >= completed.on : completed === undefined ? "completion" : false
}

/** The results of a type that may count, in the order of their days. @article 32 @article 33 */
export const resultsOf = (
  type: Exclude<AssessmentType, "ex-ante">,
  p: Later,
  ctx: Context
): ReadonlyArray<Candidate<Result>> => {
  const found: Array<Candidate<Result>> = []
  for (const assessment of p.assessments) {
    const { issued } = assessment
    const is = answer(isType(assessment, type), "assessment.type")
    if (!known(issued)) continue
    const does = all(is, counts(assessment, p, ctx), timely(assessment, type, p))
    if (does !== false) found.push({ assessment, act: issued, counts: does })
  }
  return found.sort(inOrder)
}

/** Those of these results that were available on a day. */
export const available = (results: ReadonlyArray<Candidate<Result>>, on: CivilDate): ReadonlyArray<Candidate<Result>> =>
  results.filter(({ act }) => act.on <= on)
