/**
 * Who has to be told of what, and in which words: derived from the facts and from how things stand, each on a norm. Plain functions; the docket
 * answers the same from its store, and nothing is sent here.
 *
 * @module
 */
export { type ActNoticeKind, type Addressed, type Silence, silences } from "../verdict/Addressed.ts"
export { applyPolicy, type PolicyApplied, type PolicyFinding } from "./applyPolicy.ts"
export { kindNames, letterOf } from "./letterOf.ts"
export { type Letter, type Notice, type NoticeKind, noticeKinds } from "./Notice.ts"
export {
  type Meant,
  type NoticePolicy,
  NoticePolicyInvalid,
  noPolicy,
  noticePolicy,
  type PolicyRecipient,
  type PolicyRule
} from "./NoticePolicy.ts"
export { noticesOf, type RecordedFact } from "./noticesOf.ts"
export { remindersOf } from "./remindersOf.ts"
