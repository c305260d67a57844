/** The answers about the records of organs put into words. Kept apart from the rules, which import no text. @module */
import { type Explanation, explain as explainIn } from "../explanation/Explanation.ts"
import { type Inquiry, inquire as inquireIn } from "../explanation/Inquiry.ts"
import { type InspectionText, inspectionText } from "../explanation/inspectionText.ts"
import { type ReasonText, reasonText } from "../explanation/reasonText.ts"
import type { Reason } from "../verdict/Advice.ts"
import type { Inspection } from "../verdict/Inspection.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import type { Organ } from "./Organ.ts"
import { subject } from "./subject.ts"
import { suppositions } from "./suppositions/index.ts"
import { actNames, fieldNames, missingNames, positionNames } from "./vocabulary.ts"

export type { Explanation } from "../explanation/Explanation.ts"
export type { Answered, Inquiry } from "../explanation/Inquiry.ts"
export type { InspectionText } from "../explanation/inspectionText.ts"
export { prose } from "../explanation/prose.ts"
export type { ReasonText } from "../explanation/reasonText.ts"

/** What the acts, positions, missing facts and instances of the record of an organ are called. */
export const vocabulary = {
  acts: actNames,
  positions: positionNames,
  missing: { ...fieldNames, ...missingNames },
  instances: { site: fieldNames.site, item: fieldNames.item, appraisal: fieldNames.appraisal }
}

/** A verdict about the record of an organ in words: article, quote, facts, reading and its alternative, source, versions. Same inputs, same bytes. */
export const explain = (o: Organ, verdict: Verdict, ctx: Context): Explanation =>
  explainIn(subject, vocabulary, o, verdict, ctx, suppositions)

/** Which fact a verdict about the record of an organ misses, and what the norm would say under each answer that it may have. */
export const inquire = (o: Organ, verdict: Verdict, ctx: Context): Inquiry | undefined =>
  inquireIn(subject, vocabulary, suppositions, o, verdict, ctx)

/** A reason of an advice about the record of an organ in words, with article, quote and remedy where a norm gives it. */
export const describe = (reason: Reason, ctx: Context): ReasonText => reasonText(reason, vocabulary, ctx)

/** An inspection of the records of organs in words: items with article and quote, totals by norm and by bearer. @article 35 */
export const describeInspection = (inspection: Inspection, ctx: Context): InspectionText =>
  inspectionText(inspection, vocabulary, ctx)
