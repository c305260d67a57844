/**
 * What another profile would change in live resources, asked before it is switched on. Kept apart: a host that does not compare loads none
 * of it.
 *
 * @module
 */
import type { Profile } from "../profile/Profile.ts"
import type { CompareQuestion, Comparison } from "../verdict/Comparison.ts"
import { compareProfiles } from "../verdict/compareProfiles.ts"
import type { Resource } from "./Resource.ts"
import { subject } from "./subject.ts"

export type { ChosenReading, LocalNormText, ProfileDifferences } from "../profile/differences.ts"
export type { ArticleDifference } from "../regulation/textDifferences.ts"
export type { CaseChanges, CompareQuestion, Comparison, VerdictChange } from "../verdict/Comparison.ts"
export type { Counts, Transition } from "../verdict/counts.ts"

/** What a reading, a value, a local norm or a whole layer would change in resources that are judged under another profile today. */
export const compare = (
  before: Profile,
  after: Profile,
  cases: Iterable<Resource>,
  question: CompareQuestion
): Comparison => compareProfiles(subject, before, after, cases, question)
