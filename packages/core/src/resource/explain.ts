/** The answers about information resources put into words. Kept apart from the rules, which import no text. @module */
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
import type { Resource } from "./Resource.ts"
import { subject } from "./subject.ts"
import { suppositions } from "./suppositions/index.ts"
import {
  actNames,
  exceptionPositionNames,
  fieldNames,
  goalNames,
  missingNames,
  positionNames,
  sharingPositionNames,
  storagePositionNames
} from "./vocabulary.ts"

export type { Explanation } from "../explanation/Explanation.ts"
export type { Answered, Inquiry } from "../explanation/Inquiry.ts"
export type { InspectionText } from "../explanation/inspectionText.ts"
export { prose } from "../explanation/prose.ts"
export type { ReasonText } from "../explanation/reasonText.ts"
export type { WayText } from "../explanation/wayText.ts"

/** What the acts, positions, parts and missing facts of a resource are called. */
export const vocabulary = {
  acts: actNames,
  positions: positionNames,
  parts: [
    { name: { zh: "存储", en: "the storage" }, positions: storagePositionNames },
    { name: fieldNames.consent, positions: exceptionPositionNames },
    { name: fieldNames.sharing, positions: sharingPositionNames }
  ],
  missing: missingNames,
  instances: {
    storage: { zh: "存储", en: "storage" },
    consent: fieldNames.consent,
    sharing: fieldNames.sharing,
    decision: { zh: "决定", en: "decision" }
  }
}

/** A verdict about a resource in words: article, quote, facts, reading and its alternative, source, versions. Same inputs, same bytes. */
export const explain = (r: Resource, verdict: Verdict, ctx: Context): Explanation =>
  explainIn(subject, vocabulary, r, verdict, ctx, suppositions)

/** Which fact a verdict about a resource misses, and what the norm would say under each answer that it may have. */
export const inquire = (r: Resource, verdict: Verdict, ctx: Context): Inquiry | undefined =>
  inquireIn(subject, vocabulary, suppositions, r, verdict, ctx)

/** A reason of an advice about a resource in words, with article, quote and remedy where a norm gives it. */
export const describe = (reason: Reason, ctx: Context): ReasonText => reasonText(reason, vocabulary, ctx)

/** A way through a resource, its storage or a request in words: each step with who may do it, article and quote, notices; or what is missing. */
export const describeWay = (way: Way<Event>, ctx: Context): WayText =>
  wayText(way, { ...vocabulary, positions: goalNames }, ctx)

/** An inspection of resources in words: items with article and quote, totals by norm and by bearer. @article 35 */
export const describeInspection = (inspection: Inspection, ctx: Context): InspectionText =>
  inspectionText(inspection, vocabulary, ctx)
