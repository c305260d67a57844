/**
 * Questions over all cases and subjects: what is owed, by whom and by when, and what an inspection would write down. Plain functions over
 * cases that a host brings from its own tables or from the docket.
 *
 * @module
 */
export type { Duty } from "../verdict/Duty.ts"
export type { Inspection, Item, Severity, Tally } from "../verdict/Inspection.ts"
export { type Case, caseOf, type Days } from "./Case.ts"
export { type DutyList, type DutyQuery, type DutyRow, dutyList, type Term } from "./dutyList.ts"
export { aroseOn, inspectCases, type Scope } from "./inspectCases.ts"
