/** Arbitraries of whole histories of inspections and of profiles, with the small directory in which they take place. @module */
export { dayOf, days, type Told, type Upset } from "../record/Upset.ts"
export { agencies, anybody, type Level, organOn, regionOf, supervisorOn } from "./agencies.ts"
export {
  type Course,
  courses,
  floods,
  type History,
  histories,
  inspectionId,
  plainHistories,
  told
} from "./histories.ts"
export { defaultProfiles, profiles, readingOptions } from "./profiles.ts"
