/** Arbitraries of whole histories of instruments that are issued separately, with the small directory in which they take place. @module */
export { dayOf, days, readable, type Told, type Upset, type Upsetting, upsetBy, upsets } from "../upset/Upset.ts"
export { agencies, anybody, provinceOn } from "./agencies.ts"
export {
  type Course,
  courses,
  type History,
  histories,
  instrumentId,
  plainHistories,
  readingOptions,
  told,
  upsetting
} from "./histories.ts"
