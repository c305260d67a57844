/** The answers about complaints put into words. Kept apart from the rules, which import no text. @module */
import { type Explanation, explain as explainIn } from "../explanation/Explanation.ts"
import { type Inquiry, inquire as inquireIn } from "../explanation/Inquiry.ts"
import { type InspectionText, inspectionText } from "../explanation/inspectionText.ts"
import { type ReasonText, reasonText } from "../explanation/reasonText.ts"
import { type WayText, wayText } from "../explanation/wayText.ts"
import type { Way } from "../path/Way.ts"
import type { Reason } from "../verdict/Advice.ts"
import type { Inspection } from "../verdict/Inspection.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import type { Complaint } from "./Complaint.ts"
import type { Event } from "./Event.ts"
import { subject } from "./subject.ts"
import { suppositions } from "./suppositions.ts"
import { actNames, fieldNames, missingNames, positionNames } from "./vocabulary.ts"

export type { Explanation } from "../explanation/Explanation.ts"
export type { Answered, Inquiry } from "../explanation/Inquiry.ts"
export type { InspectionText } from "../explanation/inspectionText.ts"
export { prose } from "../explanation/prose.ts"
export type { ReasonText } from "../explanation/reasonText.ts"
export type { WayText } from "../explanation/wayText.ts"

/** What the acts, positions and missing facts of a complaint are called. */
export const vocabulary = {
  acts: actNames,
  positions: positionNames,
  missing: { ...fieldNames, ...missingNames }
}

/** A verdict about a complaint in words: article, quote, facts, reading and its alternative, source, versions. Same inputs, same bytes. */
export const explain = (c: Complaint, verdict: Verdict, ctx: Context): Explanation =>
  explainIn(subject, vocabulary, c, verdict, ctx, suppositions)

/** Which fact a verdict about a complaint misses, and what the norm would say under each answer that it may have. */
export const inquire = (c: Complaint, verdict: Verdict, ctx: Context): Inquiry | undefined =>
  inquireIn(subject, vocabulary, suppositions, c, verdict, ctx)

/** A reason of an advice about a complaint in words, with article, quote and remedy where a norm gives it. */
export const describe = (reason: Reason, ctx: Context): ReasonText => reasonText(reason, vocabulary, ctx)

/** A way through a complaint in words: each step with who may do it, article and quote, notices; or what is missing. */
export const describeWay = (way: Way<Event>, ctx: Context): WayText => wayText(way, vocabulary, ctx)

/** An inspection of complaints in words: items with article and quote, totals by norm and by bearer. @article 35 */
export const describeInspection = (inspection: Inspection, ctx: Context): InspectionText =>
  inspectionText(inspection, vocabulary, ctx)
