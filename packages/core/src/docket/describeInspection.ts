import { type InspectionText, inspectionText } from "../explanation/inspectionText.ts"
import type { Inspection } from "../verdict/Inspection.ts"
import type { Context } from "../verdict/Verdict.ts"
import { type CaseSubject, keepingOf } from "./subjects.ts"

/** An inspection of cases of this docket in words, whatever they are about: items with article and quote, totals by norm and by bearer. @article 35 */
export const describeInspection = (inspection: Inspection, ctx: Context): InspectionText =>
  inspectionText(inspection, ({ subject }) => keepingOf(subject as CaseSubject).vocabulary, ctx)
