/**
 * What facts about inspections and their particulars are called. The names of positions come from the library's terms; those of facts and of
 * particulars are its own as well. 库内译文，待核
 *
 * @module
 */
import { headerNames, recordActs } from "../explanation/recordNames.ts"
import { scopeNames } from "../explanation/scope.ts"
import { lifecycleTerms } from "../regulation/lifecycleTerms.ts"
import type { Text } from "../regulation/Text.ts"
import type { EventTag } from "./Event.ts"
import type { Position } from "./Lifecycle.ts"

const { events, positions } = lifecycleTerms.inspection

/** The kinds of facts. In scenario files a fact is called by its Chinese name, or by its English tag. */
export const actNames: { readonly [E in EventTag]: Text } = {
  InspectionOpened: { zh: "检查立项", en: "open an inspection" },
  InspectionTakenOver: { zh: "接管检查台账", en: "take over an existing register of an inspection" },
  InspectionStarted: { zh: events.start.zh, en: "start the inspection" },
  InspectionFoundNothing: { zh: events.noFindings.zh, en: "close the inspection without findings" },
  InspectionFindingsIssued: { zh: events.issueFindings.zh, en: "issue what was found" },
  RectificationStarted: { zh: events.startRectification.zh, en: "start putting right what was found" },
  InspectionContested: { zh: "对检查提出异议", en: "contest what was found" },
  RectificationReported: { zh: events.reportRectified.zh, en: "report what was put right" },
  RecheckPassed: { zh: events.recheckPassed.zh, en: "close the inspection after a passed recheck" },
  RecheckFailed: { zh: events.recheckFailed.zh, en: "find the recheck not passed" },
  InspectionConcluded: { zh: events.conclude.zh, en: "conclude the inspection on an exceptional ground" },
  InspectionWithdrawn: { zh: events.withdraw.zh, en: "withdraw the inspection" },
  ...recordActs
}

/** Where an inspection stands. */
export const positionNames: { readonly [P in Position]: Text } = positions

/** The particulars of facts. */
export const fieldNames = {
  ...headerNames,
  inspection: { zh: "检查", en: "inspection" },
  organs: { zh: "被检查机关", en: "organs inspected" },
  period: { zh: "检查期间", en: "time inspected" },
  ground: { zh: "检查事由", en: "ground of the inspection" },
  findings: { zh: "检查发现的问题", en: "findings" },
  considered: { zh: "已参考", en: "considered" },
  statement: { zh: "书面陈述", en: "statement" },
  document: { zh: "文件", en: "document" },
  exception: { zh: "特殊原因", en: "exceptional ground" }
} as const satisfies { readonly [field: string]: Text }

/** What a verdict or an advice may name as missing. */
export const missingNames: { readonly [missing: string]: Text } = {
  ...scopeNames,
  ...fieldNames,
  actor: { zh: "由哪个机关作出", en: "who did it" },
  opener: { zh: "由哪个机关立项检查", en: "who opened the inspection" },
  judgement: { zh: "判断记录", en: "a recorded judgement" },
  "findings.norm": { zh: "每项问题的规范编号", en: "the norm of each finding" },
  "findings.evidence": { zh: "每项问题的证据", en: "the evidence of each finding" },
  start: { zh: "开展检查", en: "the start of the inspection" },
  rectification: { zh: "整改情况报告", en: "a report on what was put right" }
}

/** The values of particulars that are words. */
export const valueNames = {
  exception: {
    moot: { zh: "已无实际意义", en: "moot" },
    abolished: { zh: "机关撤销且无承继机关", en: "organ abolished without successor" },
    withdrawn: { zh: "问题已撤销", en: "finding withdrawn" }
  },
  outcome: {
    fulfilled: { zh: "符合", en: "as provided" },
    "not-fulfilled": { zh: "不符合", en: "not as provided" }
  }
} as const satisfies { readonly [field: string]: { readonly [value: string]: Text } }
