import { addYears } from "../civil/CivilDate.ts"
import { silence } from "../verdict/Coverage.ts"
import { type Act, known } from "../verdict/Fact.ts"
import { within } from "../verdict/owed.ts"
import { notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { heldJointly, tookPlace, wasHeld } from "./afterwards.ts"
import { completion, operating, resultsOf } from "./assessing.ts"
import { perAssessment } from "./perAssessment.ts"
import { both, each, once, type View } from "./Rule.ts"
import { fiscalUses, references, resultSlices } from "./reference.ts"

/** 应用评估是电子政务项目在运行、应用过程中进行的效果评估 */
export const N33_1 = perAssessment("N33.1", ["completed", "operation", "started"], (x, p) =>
  tookPlace(x, "application", p)
)

type Operating = View<"applications" | "assessments" | "completed" | "operation" | "started">

/** The act that put the project into the operation that lasts, if it lasts. */
const operationBegun = (p: Operating): Act | undefined => {
  let begun: Act | undefined
  for (const s of p.operation) begun = s.to ? (begun ?? s) : undefined
  return begun
}

/** Whether nobody knows that the project is not operating. */
const mayOperate = (p: Operating, ctx: Context): boolean =>
  completion(p) !== null && operating(p, ctx.asOf) === undefined

/** The last application assessment since then, or the beginning of operation itself. */
const lastHeld = (p: Operating, begun: Act, ctx: Context): Act => {
  let last = begun
  for (const x of p.assessments)
    if (known(x.started) && x.started.on >= last.on && wasHeld(x, "application", p, ctx) !== false) last = x.started
  return last
}

/**
 * 根据电子政务发展与建设情况，信息化主管部门视实际需要，会同有关部门定期或不定期对电子政务项目组织应用评估
 *
 * The text sets no frequency: a cycle that a document sets is shown and never overdue, unless 定期 is read as yearly (A33).
 */
export const N33_2 = both(
  once("N33.2", ["applications", "assessments", "completed", "operation", "started"], (p, ctx) => {
    const begun = operationBegun(p)
    if (begun === undefined) return mayOperate(p, ctx) ? undetermined("operation") : notApplicable
    const last = lastHeld(p, begun, ctx)
    if (ctx.profile.readings.A33 === "annual") return yearly(begun, last, p, ctx)
    const cycle = within(ctx, "applicationAssessment.cycle", last.on, p.region)
    if (cycle.note !== undefined) return { ...undetermined("calendar", begun, cycle.note), entry: cycle.entry }
    if (cycle.on === undefined) return last === begun ? ruling("Discretionary", begun) : notApplicable
    const over = ctx.asOf > cycle.on
    const note = over ? "cycle-over" : undefined
    return ruling(
      "Discretionary",
      begun,
      undefined,
      cycle.on,
      cycle.entry,
      undefined,
      note,
      over ? undefined : cycle.on
    )
  }),
  perAssessment("N33.2", ["completed", "operation", "started"], (x, p, ctx) => heldJointly(x, "application", p, ctx))
)

const yearly = (
  begun: Act,
  last: Act,
  p: Operating,
  ctx: Context
): Ruling<"Discretionary" | "Overdue" | "Undetermined"> => {
  const due = addYears(last.on, 1)
  if (ctx.asOf <= due) return ruling("Discretionary", begun, undefined, due, undefined, undefined, undefined, due)
  const all = silence(p.coverage, "assessment", last.on) === null
  return all ? ruling("Overdue", begun, undefined, due) : undetermined("assessment", begun)
}

/** 评估结果作为检查、考核和改进电子政务应用系统建设，以及安排财政资金投入的参考依据 */
export const N33_3 = each("N33.3", [...resultSlices, "budgets", "cancelled", "retired", "reviews"], (p, ctx, ruled) => {
  const reviews = p.reviews.map((review) => ({ instance: review.instance, decision: review, asks: true }))
  const over = known(p.cancelled) || known(p.retired)
  references(resultsOf("application", p, ctx), [...reviews, ...fiscalUses(p)], over, ruled)
})
