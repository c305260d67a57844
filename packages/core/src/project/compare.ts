/**
 * What another profile would change in live projects, asked before it is switched on. Kept apart: a host that does not compare loads none
 * of it.
 *
 * @module
 */
import type { Profile } from "../profile/Profile.ts"
import type { CompareQuestion, Comparison } from "../verdict/Comparison.ts"
import { compareProfiles } from "../verdict/compareProfiles.ts"
import type { Project } from "./Project.ts"
import { subject } from "./subject.ts"

export type { ChosenReading, LocalNormText, ProfileDifferences } from "../profile/differences.ts"
export type { ArticleDifference } from "../regulation/textDifferences.ts"
export type { CaseChanges, CompareQuestion, Comparison, VerdictChange } from "../verdict/Comparison.ts"
export type { Counts, Transition } from "../verdict/counts.ts"

/**
 * What a reading, a value, a local norm or a whole layer would change in projects that are judged under another profile today, by norm,
 * bearer and region. Nothing is switched on: both profiles are asked about the same cases on the same day.
 *
 * Cases are asked one after another and let go, so a generator over a table will do; with `each` the memory needed does not grow with them.
 * An amendment of the text changes no verdict by itself (see `CompareQuestion.texts`).
 *
 * @example
 * ```ts
 * import type { CivilDate } from "@banfa/core/civil"
 * import { reading, textOnly } from "@banfa/core/profile"
 * import { type Event, fold } from "@banfa/core/project"
 * import { compare } from "@banfa/core/project/compare"
 *
 * const approved = { _tag: "Approved", project: "P1", application: "A1", id: "1", on: "2026-02-20", recordedAt: "2026-02-20T01:00:00Z" }
 * const cases = [fold("P1", [{ ...approved, funding: ["self-raised"] } as unknown as Event])]
 * const changed = compare(textOnly, reading(textOnly, "A11a", "fiscal"), cases, { asOf: "2026-03-01" as CivilDate })
 * changed.byNorm.map(({ norm, vanishedDuties }) => [norm, vanishedDuties]) // => [["N11.1", 1]]
 * ```
 */
export const compare = (
  before: Profile,
  after: Profile,
  cases: Iterable<Project>,
  question: CompareQuestion
): Comparison => compareProfiles(subject, before, after, cases, question)
