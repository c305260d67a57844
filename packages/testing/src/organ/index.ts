/**
 * Arbitraries of whole histories of the records of organs and of profiles, for properties that a host or an extension wants to hold. The
 * directory is that of `@banfa/testing/project`. @module
 */
export type { At } from "../record/At.ts"
export { chronological, dayOf, days, type Upset } from "../record/Upset.ts"
export { type Course, courses } from "./Course.ts"
export { floods, type History, histories, lawfulHistories } from "./histories.ts"
export { agencyOf, lawful, type Who } from "./lawful.ts"
export { defaultProfiles, profiles, readingOptions } from "./profiles.ts"
