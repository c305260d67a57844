/**
 * Arbitraries of whole histories of information resources and of profiles, for properties that a host or an extension wants to hold, with
 * the small directory and the province in which they take place. @module
 */
export { agencies, anybody, organOn, provincialOn } from "./agencies.ts"
export { type Asking, type Course, courses, type Exceptional, type Tags } from "./Course.ts"
export { dayOf, days, floods, type History, histories, lawfulHistories } from "./histories.ts"
export { lawful, resourceId } from "./lawful.ts"
export { defaultProfiles, profiles, readingLayers, readingOptions, valueLayers } from "./profiles.ts"
export { opens } from "./recording.ts"
export { established, type Province, provinces, surroundingsOf } from "./surroundings.ts"
export { type Upset, upsetBy, upsets } from "./upsets.ts"
