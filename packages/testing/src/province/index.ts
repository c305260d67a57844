/**
 * Arbitraries of a small province in which cases of several subjects, regions and agencies live together and surround each other, and a
 * model of it that is written from the sentences of the Measures, for properties that a host or an extension wants to hold. @module
 */
export { agencies, agencyIn, type City, regionIn } from "./agencies.ts"
export { dayOf, type Province, provinceOf, provinces } from "./histories.ts"
export {
  consentStands,
  holderOf,
  instrumentInForce,
  planInForce,
  planMeasures,
  quartersOwed,
  running
} from "./model.ts"
export { defaultProfiles, profiles } from "./profiles.ts"
export { surroundingsOf } from "./surroundings.ts"
export { type Placing, placed, type Subject, type Told } from "./Told.ts"
