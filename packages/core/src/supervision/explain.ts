/** The answers about inspections put into words. Kept apart from the rules, which import no text. @module */
import { type Explanation, explain as explainIn } from "../explanation/Explanation.ts"
import { type Inquiry, inquire as inquireIn } from "../explanation/Inquiry.ts"
import { type InspectionText, inspectionText } from "../explanation/inspectionText.ts"
import { type ReasonText, reasonText } from "../explanation/reasonText.ts"
import { type WayText, wayText } from "../explanation/wayText.ts"
import type { Way } from "../path/Way.ts"
import type { Reason } from "../verdict/Advice.ts"
import type { Inspection } from "../verdict/Inspection.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import type { Event } from "./Event.ts"
import type { InspectionCase } from "./InspectionCase.ts"
import { subject } from "./subject.ts"
import { suppositions } from "./suppositions.ts"
import { actNames, missingNames, positionNames } from "./vocabulary.ts"

export { prose } from "../explanation/prose.ts"
export type { WayText } from "../explanation/wayText.ts"

/** What the acts, positions, missing facts and instances of an inspection are called. */
export const vocabulary = {
  acts: actNames,
  positions: positionNames,
  missing: missingNames,
  instances: { act: { zh: "事项", en: "act" }, opening: { zh: "立项检查", en: "the opening" } }
}

/** A verdict about an inspection in words: article, quote, facts, reading and its alternative, source, versions. Same inputs, same bytes. */
export const explain = (x: InspectionCase, verdict: Verdict, ctx: Context): Explanation =>
  explainIn(subject, vocabulary, x, verdict, ctx, suppositions)

/** Which fact a verdict about an inspection misses, and what the norm would say under each answer that it may have. */
export const inquire = (x: InspectionCase, verdict: Verdict, ctx: Context): Inquiry | undefined =>
  inquireIn(subject, vocabulary, suppositions, x, verdict, ctx)

/** A reason of an advice about an inspection in words, with article, quote and remedy where a norm gives it. */
export const describe = (reason: Reason, ctx: Context): ReasonText => reasonText(reason, vocabulary, ctx)

/** A way through an inspection in words: each step with who may do it, article and quote, notices; or what is missing. */
export const describeWay = (way: Way<Event>, ctx: Context): WayText => wayText(way, vocabulary, ctx)

/** An inspection of inspections in words, or the organs that `uninspected` names: items with article and quote, totals by norm and by bearer. @article 35 */
export const describeInspection = (inspection: Inspection, ctx: Context): InspectionText =>
  inspectionText(inspection, vocabulary, ctx)
