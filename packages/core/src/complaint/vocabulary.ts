/**
 * What facts about complaints and their particulars are called. 库内译文，待核
 *
 * @module
 */
import { headerNames, recordActs } from "../explanation/recordNames.ts"
import { scopeNames } from "../explanation/scope.ts"
import { lifecycleTerms } from "../regulation/lifecycleTerms.ts"
import type { Text } from "../regulation/Text.ts"
import type { EventTag } from "./Event.ts"
import type { Position } from "./Lifecycle.ts"

/** The kinds of facts. In scenario files a fact is called by its Chinese name, or by its English tag. */
export const actNames: { readonly [E in EventTag]: Text } = {
  ComplaintReceived: { zh: "收到网上投诉", en: "receive a complaint online" },
  ComplaintTakenOver: { zh: "接管投诉台账", en: "take over an existing register of a complaint" },
  ComplaintAccepted: { zh: "受理投诉", en: "accept the complaint" },
  ComplaintRefused: { zh: "不予受理投诉", en: "refuse the complaint" },
  ComplaintRedirected: { zh: "转办投诉", en: "redirect the complaint" },
  ComplaintAssigned: { zh: "交办投诉", en: "assign the complaint" },
  ComplaintReplied: { zh: "答复投诉", en: "reply to the complaint" },
  ComplaintReopened: { zh: "重新办理投诉", en: "reopen the complaint" },
  ComplaintClosed: { zh: "办结投诉", en: "close the complaint" },
  ComplaintWithdrawn: { zh: "撤回投诉", en: "withdraw the complaint" },
  ...recordActs
}

/** Where a complaint stands. */
export const positionNames: { readonly [P in Position]: Text } = lifecycleTerms.complaint.positions

/** The particulars of facts. */
export const fieldNames = {
  ...headerNames,
  complaint: { zh: "投诉", en: "complaint" },
  text: { zh: "说明", en: "text" },
  to: { zh: "转办机关", en: "redirected to" }
} as const satisfies { readonly [field: string]: Text }

/** What a verdict may name as missing. */
export const missingNames: { readonly [missing: string]: Text } = {
  ...scopeNames,
  answer: { zh: "是否受理，或者不予受理并说明理由", en: "whether it was accepted, or refused with a reason" },
  calendar: { zh: "该年度的工作日安排", en: "the working days of that year" },
  receipt: { zh: "收到投诉的日期", en: "the day on which the complaint came in" }
}
