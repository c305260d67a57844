import { type Content, contentOf, firstAct } from "../assessment/Assessment.ts"
import type { Entry } from "../profile/Parameter.ts"
import { parameter } from "../profile/Parameter.ts"
import { type Act, known } from "../verdict/Fact.ts"
import { fulfilled, lapsed, notApplicable, pending, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { perAssessment } from "./perAssessment.ts"

/** 电子政务效果评估包括事前评估、事后评估和应用评估 */
export const N30_1 = perAssessment("N30.1", [], (x) => {
  const { planned } = x
  if (known(planned)) return ruling("Qualifies", planned, planned)
  const first = firstAct(x)
  return first === undefined ? notApplicable : undetermined("assessment.type", first)
})

/** The relations to a project that the library has words for; any other that is declared keeps an assessor from being impartial too, and a document may name it. */
export const interests: ReadonlyArray<string> = ["designs", "builds", "supplies", "supervises", "affiliated"]

/** 按照“科学、公正、客观、实用”的原则 */
export const N30_2 = perAssessment("N30.2", [], ({ engaged }, p, ctx) => {
  if (!known(engaged)) return notApplicable
  const declared = engaged.interests
  const bars = ctx.profile.readings.A30b === "forbid" ? ({ bars: true } as const) : {}
  if (declared === undefined) return { ...undetermined("interests", engaged), gate: "unknown", ...bars }
  if (!known(declared)) return notApplicable
  const entry = parameter(ctx, "assessment.interests", engaged.on, p.region)
  const conflict = (entry: Entry | undefined): Ruling<"Flagged"> => ({
    ...ruling("Flagged", engaged, engaged, undefined, entry, undefined, "conflict-of-interest"),
    gate: "unmet",
    ...bars
  })
  if (declared.length === 0) return notApplicable
  const named = declared.some((interest) => interests.includes(interest))
  return conflict(!named && entry?.value.some((interest) => declared.includes(interest)) ? entry : undefined)
})

/** 电子政务效果评估一般由第三方机构执行 */
export const N30_3 = perAssessment("N30.3", [], ({ engaged, issued, started }, _, ctx) => {
  if (!known(engaged)) {
    const begun = known(started) ? started : known(issued) ? issued : undefined
    return begun === undefined ? notApplicable : undetermined("executor", begun)
  }
  if (engaged.executor === "third-party") return fulfilled(engaged, engaged)
  const none = ctx.profile.readings.A30a === "void" ? "not-an-assessment" : undefined
  const note = none ?? (known(engaged.reason) ? undefined : "reason-missing")
  return ruling("PresumptionDefeated", engaged, engaged, undefined, undefined, undefined, note)
})

/** The six content items of the sentence, a minimum list. @article 30 */
export const contentItems: ReadonlyArray<string> = [
  "feasibility",
  "effectiveness",
  "resource-integration",
  "information-sharing",
  "openness",
  "approval-reform"
]

/** Whether a report covers an item or says why it does not apply. */
const covered = ({ items, omitted }: Content, item: string): boolean =>
  (known(items) && items.includes(item)) || (known(omitted) && omitted.some((o) => o.item === item && known(o.reason)))

/** 电子政务效果评估的内容包括电子政务项目建设的可行性、实效性，是否符合资源整合、信息共享的要求，是否符合政务公开和行政审批制度改革的要求等 */
export const N30_4 = perAssessment("N30.4", [], (x, p, ctx) => {
  const { cancelled, engaged, planned } = x
  const content = contentOf(x)
  const trigger = known(engaged) ? engaged : known(planned) ? planned : content
  if (trigger === undefined) return notApplicable
  if (content === undefined)
    return known(cancelled) ? lapsed(trigger) : known(engaged) ? pending(engaged) : notApplicable
  if (content.items === undefined) return undetermined("items", trigger)
  const entry = added(ctx, content, p.region)
  const lacks = (items: ReadonlyArray<string>): boolean => items.some((item) => !covered(content, item))
  const missing = (entry?: Entry): Ruling<"DueUnspecified"> =>
    ruling("DueUnspecified", trigger, content, undefined, entry, undefined, "content-item-missing")
  if (lacks(contentItems)) return missing()
  return entry !== undefined && lacks(entry.value) ? missing(entry) : fulfilled(trigger, content)
})

/** The items that a local document adds; to a closed list none can be added (A30c). */
const added = (ctx: Context, content: Act, region: string | undefined): Entry<ReadonlyArray<string>> | undefined =>
  ctx.profile.readings.A30c === "closed" ? undefined : parameter(ctx, "assessment.content", content.on, region)
