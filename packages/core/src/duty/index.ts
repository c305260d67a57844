/**
 * Questions over all cases and subjects: what is owed, by whom and by when, what an inspection would write down, and what another profile
 * would change before it is switched on. Plain functions over cases that a host brings from its own tables or from the docket.
 *
 * @module
 */
export type { ChosenReading, LocalNormText, ProfileDifferences } from "../profile/differences.ts"
export type { ArticleDifference } from "../regulation/textDifferences.ts"
export type { CaseChanges, CompareQuestion, Comparison, VerdictChange } from "../verdict/Comparison.ts"
export type { Counts, Transition } from "../verdict/counts.ts"
export type { Duty } from "../verdict/Duty.ts"
export { type Inspection, type Item, type Severity, severityOf, type Tally } from "../verdict/Inspection.ts"
export type { Recorded } from "../verdict/record.ts"
export { type Case, caseOf, type Days, type TellingCase } from "./Case.ts"
export { compareCases, type Profiles } from "./compareCases.ts"
export { type DutyList, type DutyQuery, type DutyRow, dutyList, type Term } from "./dutyList.ts"
export { aroseOn, inspectCases, type Scope } from "./inspectCases.ts"
