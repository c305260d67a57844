/**
 * What facts about an application system and their particulars are called. 库内译文，待核
 *
 * @module
 */
import { headerNames, recordActs } from "../explanation/recordNames.ts"
import { scopeNames } from "../explanation/scope.ts"
import type { Text } from "../regulation/Text.ts"
import type { EventTag } from "./Event.ts"
import type { Position } from "./Lifecycle.ts"

/** The kinds of facts. In scenario files a fact is called by its Chinese name, or by its English tag. */
export const actNames: { readonly [E in EventTag]: Text } = {
  SystemRecorded: { zh: "应用系统建档", en: "open the record of a system" },
  SystemTakenOver: { zh: "接管应用系统台账", en: "take over an existing register of systems" },
  SystemBuilt: { zh: "应用系统建成或者改建", en: "build or rebuild the system" },
  SystemReachStated: { zh: "载明应用系统覆盖范围", en: "state what the system reaches" },
  SystemNetworkStated: { zh: "载明应用系统所在网络", en: "state the network of the system" },
  SystemChecked: { zh: "检查应用系统", en: "check the system" },
  SystemOperationStarted: { zh: "应用系统投入运行", en: "put the system into operation" },
  SystemOperationStopped: { zh: "应用系统停止运行", en: "take the system out of operation" },
  SystemMaintained: { zh: "维护应用系统", en: "maintain the system" },
  SystemDataUpdated: { zh: "更新应用系统数据", en: "update the data of the system" },
  SystemCycleDeclared: { zh: "声明数据更新周期", en: "declare the update cycle" },
  SystemErrorConfirmed: { zh: "确认信息错误", en: "confirm an error in the information" },
  SystemErrorCorrected: { zh: "更正信息错误", en: "correct an error in the information" },
  SystemSecurityUseStated: { zh: "载明安全服务使用情况", en: "state the use of a security service" },
  SystemRetired: { zh: "应用系统停用", en: "retire the system for good" },
  ...recordActs
}

/** Where a system stands. */
export const positionNames: { readonly [P in Position]: Text } = {
  recorded: { zh: "系统已建档", en: "system recorded" },
  built: { zh: "系统已建成", en: "system built" },
  operating: { zh: "系统运行中", en: "system operating" },
  stopped: { zh: "系统停止运行", en: "system stopped" },
  retired: { zh: "系统已停用", en: "system retired" }
}

/** The particulars of facts. */
export const fieldNames = {
  ...headerNames,
  system: { zh: "应用系统", en: "system" },
  former: { zh: "原系统", en: "former system" },
  build: { zh: "建设", en: "construction" },
  work: { zh: "建设类型", en: "construction or rebuild" },
  crossDept: { zh: "跨部门", en: "across departments" },
  crossRegion: { zh: "跨地区", en: "across regions" },
  network: { zh: "网络", en: "network" },
  consent: { zh: "同意意见", en: "consent" },
  what: { zh: "检查事项", en: "what is checked" },
  result: { zh: "检查结果", en: "result" },
  against: { zh: "检查依据", en: "against" },
  occasion: { zh: "检查场合", en: "occasion" },
  cycle: { zh: "更新周期", en: "update cycle" },
  error: { zh: "错误", en: "error" },
  text: { zh: "说明", en: "text" },
  service: { zh: "安全服务", en: "security service" },
  used: { zh: "是否使用", en: "used" },
  own: { zh: "是否自建", en: "a service of its own" }
} as const satisfies { readonly [field: string]: Text }

/** What a verdict may name as missing. */
export const missingNames: { readonly [missing: string]: Text } = {
  ...scopeNames,
  against: { zh: "检查依据的版本", en: "against which version the check was made" },
  calendar: { zh: "该年度的工作日安排", en: "the working days of that year" },
  construction: { zh: "系统建设、改建的日期", en: "when the system was built or rebuilt" },
  cycle: { zh: "数据更新周期", en: "the cycle in which the data are to be updated" },
  error: { zh: "有无经确认而未更正的错误", en: "whether a confirmed error is open" },
  exchangeCheck: { zh: "信息交换标准符合性检测", en: "a test against the exchange standards in force" },
  exchangeStandards: { zh: "建设当日施行的信息交换标准", en: "the exchange standards in force at construction" },
  judgement: { zh: "判断记录", en: "a recorded judgement" },
  network: { zh: "系统所在网络", en: "the network on which the system stands" },
  occasion: { zh: "是否在评估或者检查中发现", en: "whether it was found in an assessment or inspection" },
  operation: { zh: "当日是否运行", en: "whether the system was operating on the day" },
  planCheck: { zh: "规划符合性检查", en: "a check of conformity to the plan" },
  plansInForce: { zh: "建设当日施行的规划", en: "the plans in force at construction" },
  platform: { zh: "当日统一网络平台是否可用", en: "whether the unified platform was available on the day" },
  qualityCheck: { zh: "数据质量检查", en: "a check of the quality of the information" },
  reach: { zh: "系统是否跨部门、跨地区", en: "whether the system reaches across departments or regions" },
  result: { zh: "检查结果", en: "what the check found" },
  securityCheck: { zh: "安全规范符合性检查", en: "a check against the security norms in force" },
  securityNorms: { zh: "当日施行的安全规范", en: "the security norms in force on the day" },
  securityUse: { zh: "安全基础设施使用情况", en: "whether the services of the security infrastructure are used" },
  update: { zh: "其后有无更新数据", en: "whether the data were updated since" }
}

/** The values of particulars that are words. */
export const valueNames = {
  work: {
    construction: { zh: "建设", en: "construction" },
    rebuild: { zh: "改建", en: "rebuild" }
  },
  network: {
    "unified-platform": { zh: "统一网络平台", en: "the unified platform" },
    other: { zh: "其他网络", en: "another network" }
  },
  what: {
    plan: { zh: "规划符合性", en: "conformity to the plan" },
    "exchange-standards": { zh: "信息交换标准", en: "exchange standards" },
    "security-norms": { zh: "安全规范", en: "security norms" },
    accuracy: { zh: "信息准确性", en: "accuracy of the information" }
  },
  result: { pass: { zh: "通过", en: "pass" }, fail: { zh: "未通过", en: "fail" } },
  occasion: {
    assessment: { zh: "评估", en: "assessment" },
    inspection: { zh: "检查", en: "inspection" },
    test: { zh: "检测", en: "test" },
    statement: { zh: "自行说明", en: "statement" }
  },
  outcome: {
    fulfilled: { zh: "符合", en: "as provided" },
    "not-fulfilled": { zh: "不符合", en: "not as provided" }
  }
} as const satisfies { readonly [field: string]: { readonly [value: string]: Text } }
