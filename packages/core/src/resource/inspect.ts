/** What an inspection of information resources would write down. @module */
import { type Inspection, inspect as inspectOf } from "../verdict/Inspection.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Resource } from "./Resource.ts"
import { subject } from "./subject.ts"

export { type Inspection, type Item, type Severity, severityOf, type Tally } from "../verdict/Inspection.ts"

/**
 * The items of some resources that are not as provided on the day asked, by norm and by bearer: a database stored without consent is one
 * item, whichever norms of art. 27 say so. For reference in inspection and appraisal; it determines no illegality. @article 35
 */
export const inspect = (resources: Iterable<Resource>, ctx: Context): Inspection => inspectOf(subject, resources, ctx)
