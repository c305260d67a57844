/** What an inspection of complaints would write down. @module */
import { type Inspection, inspect as inspectOf } from "../verdict/Inspection.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Complaint } from "./Complaint.ts"
import { subject } from "./subject.ts"

export { type Inspection, type Item, type Severity, severityOf, type Tally } from "../verdict/Inspection.ts"

/**
 * The complaints that were not dealt with as provided on the day asked, by norm and by bearer. For reference in inspection and appraisal; it
 * determines no illegality. @article 35
 */
export const inspect = (cases: Iterable<Complaint>, ctx: Context): Inspection => inspectOf(subject, cases, ctx)
