/** What another profile would change in inspections, asked before it is switched on. @module */
import type { Profile } from "../profile/Profile.ts"
import type { CompareQuestion, Comparison } from "../verdict/Comparison.ts"
import { compareProfiles } from "../verdict/compareProfiles.ts"
import type { InspectionCase } from "./InspectionCase.ts"
import { subject } from "./subject.ts"

/** What a reading, a value or a whole layer would change in inspections that are judged under another profile today. */
export const compare = (
  before: Profile,
  after: Profile,
  cases: Iterable<InspectionCase>,
  question: CompareQuestion
): Comparison => compareProfiles(subject, before, after, cases, question)
