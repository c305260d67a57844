/**
 * Arbitraries of whole histories of plans and of profiles, for properties that a host or an extension wants to hold, with the small
 * directory and the plans in force among which they take place. @module
 */
export { chronological, dayOf, type Told, type Upset } from "../record/Upset.ts"
export { type Acting, type Area, agencies, anybody, areas, holderOn, organOn, otherThan } from "./agencies.ts"
export { type Course, courses, type Round, type Sending } from "./Course.ts"
export { floods, type History, histories, lawfulHistories } from "./histories.ts"
export { areaOf, lawful, planId } from "./lawful.ts"
export { defaultProfiles, profiles, readingOptions } from "./profiles.ts"
export { plansInForce } from "./surroundings.ts"
