/** Who has to be told of what, and in which words. @module */
export { type Letter, type Notice, type NoticeKind, noticeKinds } from "./Notice.ts"
