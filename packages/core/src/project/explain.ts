/** The project's answers put into words. Kept apart from the rules, which import no text. @module */
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
import type { Project } from "./Project.ts"
import { subject } from "./subject.ts"
import { suppositions } from "./suppositions/index.ts"
import { actNames, assessmentPositionNames, fieldNames, missingNames, openNames, positionNames } from "./vocabulary.ts"

export type { Explanation } from "../explanation/Explanation.ts"
export type { Answered, Inquiry } from "../explanation/Inquiry.ts"
export type { InspectionText } from "../explanation/inspectionText.ts"
export { prose } from "../explanation/prose.ts"
export type { ReasonText } from "../explanation/reasonText.ts"
export type { WayText } from "../explanation/wayText.ts"

/** What the acts, positions, missing facts and instances of a project are called. */
export const vocabulary = {
  acts: actNames,
  positions: positionNames,
  parts: [{ name: { zh: "评估", en: "the assessment" }, positions: assessmentPositionNames }],
  missing: { ...missingNames, ...openNames },
  instances: {
    application: fieldNames.application,
    budget: fieldNames.budget,
    request: fieldNames.request,
    assessment: fieldNames.assessment,
    acceptance: fieldNames.acceptance,
    decision: { zh: "决定", en: "decision" },
    review: fieldNames.review
  }
}

/** A verdict about a project in words: article, quote, facts, reading and its alternative, source, versions. Same inputs, same bytes. */
export const explain = (p: Project, verdict: Verdict, ctx: Context): Explanation =>
  explainIn(subject, vocabulary, p, verdict, ctx, suppositions)

/** Which fact a verdict about a project misses, and what the norm would say under each answer that it may have. */
export const inquire = (p: Project, verdict: Verdict, ctx: Context): Inquiry | undefined =>
  inquireIn(subject, vocabulary, suppositions, p, verdict, ctx)

/** A reason of an advice about a project in words, with article, quote and remedy where a norm gives it. */
export const describe = (reason: Reason, ctx: Context): ReasonText => reasonText(reason, vocabulary, ctx)

/** A way through a project in words: each step with who may do it, article and quote, notices; or what is missing. */
export const describeWay = (way: Way<Event>, ctx: Context): WayText => wayText(way, vocabulary, ctx)

/** An inspection of projects in words: items with article and quote, totals by norm and by bearer. @article 35 */
export const describeInspection = (inspection: Inspection, ctx: Context): InspectionText =>
  inspectionText(inspection, vocabulary, ctx)
