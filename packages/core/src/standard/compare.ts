/** What another profile would change in instruments, asked before it is switched on. @module */
import type { Profile } from "../profile/Profile.ts"
import type { CompareQuestion, Comparison } from "../verdict/Comparison.ts"
import { compareProfiles } from "../verdict/compareProfiles.ts"
import type { Instrument } from "./Instrument.ts"
import { subject } from "./subject.ts"

/** What a reading, a value or a whole layer would change in instruments that are judged under another profile today. */
export const compare = (
  before: Profile,
  after: Profile,
  cases: Iterable<Instrument>,
  question: CompareQuestion
): Comparison => compareProfiles(subject, before, after, cases, question)
