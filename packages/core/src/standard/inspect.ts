/** What an inspection of instruments would write down. @module */
import { type Inspection, inspect as inspectOf } from "../verdict/Inspection.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Instrument } from "./Instrument.ts"
import { subject } from "./subject.ts"

/** The items of some instruments that are not as provided on the day asked, by norm and by bearer. @article 35 */
export const inspect = (instruments: Iterable<Instrument>, ctx: Context): Inspection =>
  inspectOf(subject, instruments, ctx)
