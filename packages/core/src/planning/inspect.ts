/** What an inspection of plans would write down. @module */
import { type Inspection, inspect as inspectOf } from "../verdict/Inspection.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { PlanVersion } from "./PlanVersion.ts"
import { subject } from "./subject.ts"

export { type Inspection, type Item, type Severity, severityOf, type Tally } from "../verdict/Inspection.ts"

/** The items of some plans that are not as provided on the day asked, by norm and by bearer; it determines no illegality. @article 35 */
export const inspect = (plans: Iterable<PlanVersion>, ctx: Context): Inspection => inspectOf(subject, plans, ctx)
