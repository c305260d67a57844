/** Arbitraries of whole histories of instruments that are issued separately, with the small directory in which they take place. @module */
export { dayOf, days, type Told, type Upset } from "../record/Upset.ts"
export { agencies, anybody, provinceOn } from "./agencies.ts"
export {
  type Course,
  courses,
  floods,
  type History,
  histories,
  instrumentId,
  plainHistories,
  readingOptions,
  told
} from "./histories.ts"
