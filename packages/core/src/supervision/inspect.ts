/** What an inspection of inspections would write down. @module */
import { type Inspection, inspect as inspectOf } from "../verdict/Inspection.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { InspectionCase } from "./InspectionCase.ts"
import { subject } from "./subject.ts"

/** The items of some inspections that are not as provided on the day asked, by norm and by bearer: above all those that an inspected organ closed itself. @article 35 */
export const inspect = (cases: Iterable<InspectionCase>, ctx: Context): Inspection => inspectOf(subject, cases, ctx)
