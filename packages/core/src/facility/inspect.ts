/** What an inspection of facilities would write down. @module */
import { type Inspection, inspect as inspectOf } from "../verdict/Inspection.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Facility } from "./Facility.ts"
import { subject } from "./subject.ts"

/** The items of some facilities that are not as provided on the day asked, by norm and by bearer. @article 35 */
export const inspect = (facilities: Iterable<Facility>, ctx: Context): Inspection => inspectOf(subject, facilities, ctx)
