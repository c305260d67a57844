/** 经…规划主管部门审核: what arts 6 and 8 share of the review. The drafter answers for the order of the steps, the planning authority for the time. */
import { addDays } from "../civil/CivilDate.ts"
import { type Act, known } from "../verdict/Fact.ts"
import { type Due, measured, type Owed, within } from "../verdict/owed.ts"
import { firstReceived, owedOf, type Received } from "../verdict/Received.ts"
import { breached, fulfilled, lapsed, pending, undetermined } from "../verdict/ruling.ts"
import type { Context, Interval, Ruling } from "../verdict/Verdict.ts"
import { fills } from "./authorities.ts"
import { givenUp, settled } from "./made.ts"
import { firstApproval, type Review, type Submission } from "./PlanVersion.ts"
import { silent, triggerOf, type View } from "./Rule.ts"

/** The slices that the review is read from. */
export const reviewSlices = [
  "submissions",
  "reviews",
  "reports",
  "decisions",
  "implemented",
  "withdrawn",
  "repealed"
] as const
type Reviewed = View<(typeof reviewSlices)[number]>
/** The office that reviews: of the province, or of the plan's own level and region. */
export type Reviewer = "planning.provincial" | "planning.local"

/** The first passed review that counts, of those up to an act. */
export const passedBy = (
  p: View<"reviews">,
  role: Reviewer,
  ctx: Pick<Context, "directory">,
  until: Act | undefined
): Received =>
  firstReceived(
    p.reviews.filter((r) => r.passed && (until === undefined || r.on <= until.on)),
    silent(p, "review"),
    "review",
    (r) => {
      const answer = fills(ctx, r.by, role, p, r.on)
      return answer === false ? "other-body" : answer
    }
  )

/** One submission until it is returned: what is submitted again before that starts no time anew. */
interface Round {
  readonly submission: Submission
  /** The return by the planning authority. */
  readonly returned: Review | undefined
  /** A return of which nobody knows whether it was the planning authority's. */
  readonly doubtful: Review | undefined
}

const rounds = (p: Reviewed, role: Reviewer, ctx: Context): ReadonlyArray<Round> => {
  const found: Array<Round> = []
  let submission: Submission | undefined = p.submissions[0]
  while (submission !== undefined) {
    const { on } = submission
    // One return answers one submission, also where the next one came on the same day.
    const last = found.at(-1)?.returned
    const returns = p.reviews.filter((r) => !r.passed && r.on >= on && r !== last)
    const by = (is: true | undefined): Review | undefined => returns.find((r) => fills(ctx, r.by, role, p, r.on) === is)
    const returned = by(true)
    found.push({ submission, returned, doubtful: by(undefined) })
    submission = returned === undefined ? undefined : p.submissions.find((s) => s.on > on && s.on >= returned.on)
  }
  return found
}

/** By when a submission is to be reviewed; one that lay there when the Measures took force counts from that day. @article 36 */
const timeFor = (ctx: Context, submission: Act, p: Reviewed): Due =>
  within(ctx, "planReview.within", triggerOf(submission, undefined).on, p.region)

/** What of a plan's review was not as provided and was put right: reported without it, or returned after the time for it. */
const intervals = (p: Reviewed, role: Reviewer, ctx: Context, passed: Act): ReadonlyArray<Interval> => {
  const [early] = p.reports
  const unreviewed: ReadonlyArray<Interval> =
    early === undefined || passedBy(p, role, ctx, early).act !== null
      ? []
      : [{ status: "Breached", from: early.on, until: passed.on, act: early }]
  return [...unreviewed, ...lateReturns(p, role, ctx)]
}

const lateReturns = (p: Reviewed, role: Reviewer, ctx: Context): ReadonlyArray<Interval> =>
  rounds(p, role, ctx).flatMap(({ returned, submission }): ReadonlyArray<Interval> => {
    const due = timeFor(ctx, submission, p).on
    return returned === undefined || due === undefined || returned.on <= due
      ? []
      : [{ status: "Overdue", from: addDays(due, 1), until: returned.on, act: returned }]
  })

const keeping = <S extends Ruling<Owed>>(r: S, kept: ReadonlyArray<Interval>): S =>
  kept.length === 0 ? r : { ...r, intervals: kept }

/** The review that was passed, measured by the time that a profile sets from the submission that it answers. */
const answered = (p: Reviewed, role: Reviewer, ctx: Context, trigger: Act, passed: Received): Ruling<Owed> => {
  const act = passed.act as Act
  const round = rounds(p, role, ctx).findLast(({ submission }) => submission.on <= act.on)
  const kept = intervals(p, role, ctx, act)
  if (round === undefined || (round.returned !== undefined && round.returned.on < act.on))
    return keeping(fulfilled(trigger, act), kept)
  const { doubtful, submission } = round
  const due = timeFor(ctx, submission, p)
  const timely = owedOf(ctx, triggerOf(submission, settled(p)), passed, due)
  const returned = doubtful !== undefined && doubtful.on < act.on
  return returned && timely.status === "FulfilledLate"
    ? { ...undetermined("review.to", triggerOf(submission, undefined)), entry: due.entry }
    : keeping(timely, kept)
}

/** The plan has been reported, approved or put into force: was the review passed by then? */
const ordered = (passed: Received, trigger: Act, over: Act): Ruling<Owed> =>
  passed.act === undefined ? undetermined(passed.doubt, over) : breached(trigger, over, passed.note)

/** Nothing was reported yet: whose turn it is. */
const awaited = (p: Reviewed, role: Reviewer, ctx: Context, trigger: Act, passed: Received): Ruling<Owed> => {
  const ended = givenUp(p)
  const round = rounds(p, role, ctx).at(-1)
  if (round === undefined) {
    if (silent(p, "submission") === undefined) return undetermined("submission", trigger)
    return ended === undefined ? pending(trigger) : lapsed(trigger)
  }
  const { doubtful, returned, submission } = round
  if (returned !== undefined) return ended === undefined ? pending(trigger) : lapsed(trigger)
  const due = timeFor(ctx, submission, p)
  if (passed.act === undefined || doubtful !== undefined)
    return { ...undetermined(passed.doubt ?? "review.to", triggerOf(submission, undefined)), entry: due.entry }
  return measured(ctx, triggerOf(submission, ended), null, due, ended)
}

/** Whether an approval or an implementation may be missing from the record: then nobody knows whether the review came before it. */
const unseen = (p: Reviewed): string | undefined => {
  if (firstApproval(p) === undefined && silent(p, "approval") === undefined) return "approval"
  return !known(p.implemented) && silent(p, "force") === undefined ? "implementation" : undefined
}

/**
 * The review of a plan. Passed in time it is fulfilled; a plan approved or put into force without it stays not as provided; one that was
 * merely reported for approval without it is so until the review is passed, and the interval stays on record. So does a return that came
 * late, whatever becomes of the plan.
 */
export const reviewed = (role: Reviewer, p: Reviewed, ctx: Context, begun: Act): Ruling<Owed> => {
  const ruled = stands(role, p, ctx, begun)
  return ruled.intervals === undefined ? keeping(ruled, lateReturns(p, role, ctx)) : ruled
}

/** How the review stands on the day asked. */
const stands = (role: Reviewer, p: Reviewed, ctx: Context, begun: Act): Ruling<Owed> => {
  const over = settled(p)
  const trigger = triggerOf(begun, over ?? givenUp(p))
  const passed = passedBy(p, role, ctx, over)
  const open = unseen(p)
  if (known(passed.act))
    return open === undefined ? answered(p, role, ctx, trigger, passed) : undetermined(open, trigger)
  if (over !== undefined) return ordered(passed, trigger, over)
  const [report] = p.reports
  if (report !== undefined) return ordered(passed, trigger, report)
  if (silent(p, "report") === undefined) return undetermined("report", trigger)
  if (open !== undefined) return undetermined(open, trigger)
  const ruled = awaited(p, role, ctx, trigger, passed)
  return passed.note === undefined || ruled.status === "NotApplicable"
    ? ruled
    : { ...ruled, note: passed.note, gate: "unmet" }
}
