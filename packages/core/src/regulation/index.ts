/** The Measures as data: articles, norms, open readings, roles, citations, versions and amendments. @module */
export {
  type ArticleNumber,
  articleText,
  type ChapterNumber,
  chapterTitle,
  clauseText,
  isArticleNumber
} from "./Article.ts"
export { AmendmentFinding, AmendmentInvalid, amended } from "./amended.ts"
export { articleName, type Citation, cite, parseArticle, UnknownArticle } from "./Citation.ts"
export { documentNumber, NotADocumentNumber, parseDocumentNumber } from "./documentNumber.ts"
export { lifecycleTerms } from "./lifecycleTerms.ts"
export {
  defaultReadings,
  type Force,
  isNormId,
  type NormId,
  type NormsOf,
  norm,
  type ReadingId,
  type Readings,
  type Status,
  type StatusOf
} from "./Norm.ts"
export { norms } from "./norms.ts"
export { normTerms } from "./normTerms.ts"
export type { Confidence, ReadingText } from "./ReadingText.ts"
export { isRoleId, type Office, type Role, type RoleId, role, type Scope } from "./Role.ts"
export { readings } from "./readings.ts"
export { readingTexts } from "./readingTexts.ts"
export { roleNames } from "./roleNames.ts"
export { roles } from "./roles.ts"
export { measures } from "./source.ts"
export type { Text } from "./Text.ts"
export { advice, detectability, forces, parameters, standing, statuses } from "./terms.ts"
export {
  type Amendment,
  amendedArticles,
  articleOn,
  type Regulation,
  regulation,
  type Version,
  versionOn
} from "./Version.ts"
