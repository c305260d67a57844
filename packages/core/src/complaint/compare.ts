/** What another profile would change in complaints, asked before it is switched on. @module */
import type { Profile } from "../profile/Profile.ts"
import type { CompareQuestion, Comparison } from "../verdict/Comparison.ts"
import { compareProfiles } from "../verdict/compareProfiles.ts"
import type { Complaint } from "./Complaint.ts"
import { subject } from "./subject.ts"

export type { CaseChanges, CompareQuestion, Comparison, VerdictChange } from "../verdict/Comparison.ts"

/** What a reading, a value, a local norm or a whole layer would change in complaints, by norm, bearer and region. Nothing is switched on. */
export const compare = (
  before: Profile,
  after: Profile,
  cases: Iterable<Complaint>,
  question: CompareQuestion
): Comparison => compareProfiles(subject, before, after, cases, question)
