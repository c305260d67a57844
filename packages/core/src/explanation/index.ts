/** Answers put into words, in Chinese and in English; for any subject. @module */
export { dayText } from "../civil/dayText.ts"
export { comparisonText } from "./comparisonText.ts"
export { conclusionText } from "./conclusionText.ts"
export type { DocumentUsed } from "./DocumentUsed.ts"
export {
  type Alternative,
  type Binding,
  type Explanation,
  explain,
  type ReadingUsed,
  sensitivity
} from "./Explanation.ts"
export {
  type Answered,
  type Inquiry,
  inquire,
  type Suppose,
  type Supposition,
  type Suppositions
} from "./Inquiry.ts"
export { type InspectionText, type ItemText, inspectionText } from "./inspectionText.ts"
export { noteTexts } from "./noteTexts.ts"
export { prose } from "./prose.ts"
export { type ReasonText, reasonText } from "./reasonText.ts"
export { type Act, type LackText, type NormText, type WayActText, type WayText, wayText } from "./wayText.ts"
export { agencyText, type Vocabulary } from "./wording.ts"
