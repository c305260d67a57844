/**
 * Arbitraries of whole histories of application systems and of profiles, for properties that a host or an extension wants to hold, with the
 * instruments and facilities in which they take place. The directory and the plans are those of `@banfa/testing/project`. @module
 */
export type { At } from "../record/At.ts"
export { chronological, dayOf, days, type Upset } from "../record/Upset.ts"
export { type Checking, type Course, courses } from "./Course.ts"
export { floods, type History, histories, lawfulHistories } from "./histories.ts"
export { lawful, systemId } from "./lawful.ts"
export { defaultProfiles, profiles, readingOptions } from "./profiles.ts"
export { inService, instrumentsInForce } from "./surroundings.ts"
