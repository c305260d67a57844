/**
 * Arbitraries of whole histories of projects and of profiles, for properties that a host or an extension wants to hold, with the small
 * directory, the plans and the calendar in which they take place. @module
 */
export { chronological, dayOf, days, type Told } from "../record/Upset.ts"
export type { Afterwards, Assessing, ExAnte } from "./Assessing.ts"
export {
  type Acting,
  agencies,
  anybody,
  companyOn,
  holderOn,
  instituteOn,
  type Level,
  organOn,
  otherThan,
  ownLevel,
  projectRegion
} from "./agencies.ts"
export type { Completed, CompletionReport, Operating, Reviewing } from "./Completed.ts"
export { type Course, courses, type Listing, type Reporting, type Round, type Works } from "./Course.ts"
export { floods, type History, histories, lawfulHistories } from "./histories.ts"
export { lawful, projectId } from "./lawful.ts"
export { defaultProfiles, profiles, readingLayers, readingOptions, valueLayers } from "./profiles.ts"
export { calendar, inService, instrumentsInForce, plansInForce } from "./surroundings.ts"
export { type Upset, upsetBy, upsets } from "./upsets.ts"
