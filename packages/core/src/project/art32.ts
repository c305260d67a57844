import { received } from "../verdict/addressing.ts"
import { silence } from "../verdict/Coverage.ts"
import { perDecision } from "../verdict/decisions.ts"
import { type Act, known } from "../verdict/Fact.ts"
import { type Due, within } from "../verdict/owed.ts"
import { firstReceived, owedOf } from "../verdict/Received.ts"
import { notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Gate, Note } from "../verdict/Verdict.ts"
import { heldJointly, tookPlace, wasHeld } from "./afterwards.ts"
import { available, completion, resultsOf } from "./assessing.ts"
import { ofProjectLevel } from "./authorities.ts"
import { type Project, passedAcceptance } from "./Project.ts"
import { perAssessment } from "./perAssessment.ts"
import { both, each, once, type View } from "./Rule.ts"
import { fiscalUses, references, resultSlices } from "./reference.ts"

/** 事后评估是电子政务项目在建设完成后进行的效果评估 */
export const N32_1 = perAssessment("N32.1", ["completed", "operation", "started"], (x, p) => tookPlace(x, "ex-post", p))

/** By when the report is owed: on no day of the text, but whoever accepts the project without it spends its purpose (A32a). */
const reportDue = (completed: Act, accepted: Act | undefined, p: View<never>, ctx: Context): Due => {
  const fixed = within(ctx, "completionReport.within", completed.on, p.region)
  if (fixed.on !== undefined || fixed.note !== undefined) return fixed
  if (ctx.profile.readings.A32a === "immediate") return { on: completed.on }
  return { limit: accepted?.on, spent: "Breached" }
}

/** Whether a report is one of the responsible organ, at the right authority, on the completed project, or why it is not; `undefined`: it cannot be told. */
export const reportsCompletion = (
  r: Project["completionReports"][number],
  completed: Act,
  p: View<"applications">,
  ctx: Context
): true | Note | undefined => {
  if (r.on < completed.on) return "before-completion"
  const organ = p.organ === undefined ? undefined : ctx.directory.successorOn(p.organ, r.on)
  const held = ofProjectLevel(ctx, r.to, undefined, p, r.on)
  const to = received(held, r.to, "info.any", r.on, ctx)
  if (held === false) return to
  if (known(r.onBehalfOf) && r.onBehalfOf === organ) return to
  if (r.by === undefined || organ === undefined) return undefined
  if (r.by === organ) return to
  return r.onBehalfOf === undefined ? undefined : "other-body"
}

/** 行政机关在电子政务项目建设完成后，应将建设情况报送信息化主管部门 */
export const N32_2 = once(
  "N32.2",
  ["acceptances", "applications", "completed", "completionReports", "started"],
  (p, ctx) => {
    const completed = completion(p)
    const accepted = passedAcceptance(p)
    const block = ctx.profile.readings.A32b === "block" && accepted !== undefined ? ({ bars: true } as const) : {}
    if (!known(completed)) {
      if (completed === undefined) return { ...undetermined("completion", accepted), ...block }
      return notApplicable
    }
    const silent = silence(p.coverage, "completion", completed.on)
    const report = firstReceived(p.completionReports, silent, "completionReport", (r) =>
      reportsCompletion(r, completed, p, ctx)
    )
    const ruled = owedOf(ctx, completed, report, reportDue(completed, accepted, p, ctx))
    return { ...ruled, ...block, ...(block.bars === undefined ? {} : { gate: sent(ruled.status) }) }
  }
)

const sent = (status: string): Gate =>
  status === "Fulfilled" || status === "FulfilledLate" ? "met" : status === "Undetermined" ? "unknown" : "unmet"

/** 根据电子政务项目建设情况，信息化主管部门视实际需要，会同有关部门对电子政务项目组织事后评估 */
export const N32_3 = both(
  once("N32.3", ["applications", "assessments", "completed", "operation", "started"], (p, ctx) => {
    const completed = completion(p)
    const held = p.assessments.some((x) => wasHeld(x, "ex-post", p, ctx) !== false)
    if (held || completed === null || completed === "n/a") return notApplicable
    return completed === undefined ? undetermined("completion") : ruling("Discretionary", completed)
  }),
  perAssessment("N32.3", ["completed", "operation", "started"], (x, p, ctx) => heldJointly(x, "ex-post", p, ctx))
)

/** 评估结果作为项目验收的参考依据 */
export const N32_4 = each("N32.4", [...resultSlices, "acceptances", "cancelled", "retired"], (p, ctx, ruled) => {
  const uses = p.acceptances
    .flatMap(perDecision)
    .flatMap(({ decision, instance }) =>
      known(decision) ? [{ instance, decision, asks: true, favours: decision.passed }] : []
    )
  const results = resultsOf("ex-post", p, ctx)
  references(results, uses, passedAcceptance(p) !== undefined || ended(p), ruled)
  if (ctx.profile.readings.A32b !== "block") return
  for (const { decision, instance } of p.acceptances.flatMap(perDecision)) {
    if (known(decision) && decision.passed && available(results, decision.on).length === 0)
      ruled(instance, { ...notApplicable, trigger: decision, gate: "unmet", bars: true })
  }
})

const ended = ({ cancelled, retired }: View<"cancelled" | "retired">): boolean => known(cancelled) || known(retired)

/** 财政资金投入的参考依据 */
export const N32_5 = each("N32.5", [...resultSlices, "budgets", "cancelled", "retired"], (p, ctx, ruled) =>
  references(resultsOf("ex-post", p, ctx), fiscalUses(p), ended(p), ruled)
)
