/** Answers put into words, in Chinese and in English; for any subject. @module */
export {
  type Alternative,
  conclusionText,
  type Explanation,
  explain,
  type ReadingUsed,
  sensitivity
} from "./Explanation.ts"
export { type InspectionText, type ItemText, inspectionText } from "./inspectionText.ts"
export { noteTexts } from "./noteTexts.ts"
export { type ReasonText, reasonText } from "./reasonText.ts"
export { type LackText, type NormText, type WayActText, type WayText, wayText } from "./wayText.ts"
export { agencyText, dayText, type Vocabulary } from "./wording.ts"
