/**
 * What facts about plans and their particulars are called. The names of acts follow the library's terms, with the plan named where the
 * term alone could be another subject's. 库内译文，待核
 *
 * @module
 */

import { scopeNames } from "../explanation/scope.ts"
import { lifecycleTerms } from "../regulation/lifecycleTerms.ts"
import type { Text } from "../regulation/Text.ts"
import type { EventTag, RecordSlice } from "./Event.ts"
import type { Position } from "./Lifecycle.ts"

/** The kinds of facts. In scenario files a fact is called by its Chinese name, or by its English tag. */
export const actNames: { readonly [E in EventTag]: Text } = {
  PlanDrafted: { zh: "规划起草", en: "begin drafting the plan" },
  PlanTakenOver: { zh: "接管规划台账", en: "take over the record of an existing plan" },
  PlanSubmittedForReview: { zh: "规划送审", en: "submit the plan for review" },
  PlanReviewPassed: { zh: "规划审核通过", en: "pass the review of the plan" },
  PlanReviewReturned: { zh: "规划审核退回", en: "return the plan from review" },
  PlanSubmittedForApproval: { zh: "规划报批", en: "report the plan for approval" },
  PlanApproved: { zh: "批准规划", en: "approve the plan" },
  PlanNotApproved: { zh: "规划未予批准", en: "refuse to approve the plan" },
  PlanImplemented: { zh: "规划实施", en: "put the plan into force" },
  PlanAmendmentApproved: { zh: "批准以新规划替代", en: "approve that a new version takes its place" },
  PlanFiled: { zh: "规划报送备案", en: "send the plan for filing" },
  PlanFilingRegistered: { zh: "规划备案登记", en: "register the filing of the plan" },
  PlanFilingReturned: { zh: "规划备案退回", en: "return the filing of the plan" },
  PlanRefiled: { zh: "规划变更后重新报送备案", en: "send the changed plan for filing" },
  PlanReplaced: { zh: "以新的部门规划替代", en: "put a new departmental plan in its place" },
  PlanRepealed: { zh: "废止规划", en: "repeal the plan" },
  PlanWithdrawn: { zh: "撤回规划", en: "withdraw the plan" },
  Judged: { zh: "记录判断", en: "record a judgement" },
  Retracted: { zh: "撤销记录", en: "retract a record" }
}

const provincial = lifecycleTerms.provincialPlan.positions
const departmental = lifecycleTerms.departmentalPlan.positions

/** Where a plan stands; of the provincial and the local one in words that fit both. */
export const positionNames: { readonly [P in Position]: Text } = {
  ...provincial,
  underReview: { zh: "规划主管部门审核中", en: "under review" },
  submittedForApproval: { zh: "报政府批准中", en: "submitted for approval" },
  submittedForFiling: departmental.submittedForFiling,
  filed: departmental.filed
}

/** The particulars of facts. */
export const fieldNames = {
  id: { zh: "编号", en: "id" },
  plan: { zh: "规划", en: "plan" },
  on: { zh: "日期", en: "day" },
  by: { zh: "办理机关", en: "acted by" },
  with: { zh: "会同", en: "together with" },
  seq: { zh: "同日次序", en: "order within the day" },
  recordedAt: { zh: "录入时刻", en: "recorded at" },
  recordedBy: { zh: "录入人", en: "recorded by" },
  corrects: { zh: "更正记录", en: "corrects" },
  kind: { zh: "种类", en: "kind of plan" },
  region: { zh: "地区", en: "region" },
  organ: { zh: "责任机关", en: "organ that leads" },
  township: { zh: "乡镇街道", en: "township or sub-district" },
  former: { zh: "原规划", en: "former version" },
  coverage: { zh: "记录完整起始日", en: "coverage" },
  grounds: { zh: "制定依据", en: "grounds" },
  plans: { zh: "依据的规划", en: "plans that it rests on" },
  coDrafters: { zh: "会同部门", en: "departments that drafted it together" },
  signed: { zh: "会签", en: "signed by" },
  document: { zh: "文件", en: "document" },
  reason: { zh: "理由", en: "reason" },
  items: { zh: "规划所列项目", en: "items of the plan" },
  version: { zh: "新版本", en: "new version" },
  filing: { zh: "备案件", en: "filing" },
  to: { zh: "送达机关", en: "recipient" },
  received: { zh: "收到日", en: "day of receipt" },
  lacking: { zh: "所缺材料", en: "missing parts" },
  change: { zh: "实质变更", en: "material change" },
  norm: { zh: "规范", en: "norm" },
  instance: { zh: "事项", en: "instance" },
  outcome: { zh: "判断结果", en: "outcome" },
  of: { zh: "被撤销记录", en: "record retracted" }
} as const satisfies { readonly [field: string]: Text }

/** What a verdict may name as missing. */
export const missingNames: { readonly [missing: string]: Text } = {
  ...scopeNames,
  ...fieldNames,
  approval: { zh: "批准记录", en: "whether the plan was approved" },
  "approval.to": { zh: "批准机关及其层级、地区", en: "who approved the plan, of which level and region" },
  calendar: { zh: "该年度的工作日安排", en: "the working days of that year" },
  coDrafters: { zh: "会同制定的有关部门", en: "the departments that drafted it together" },
  filing: { zh: "备案记录", en: "whether the plan was sent for filing" },
  "filing.to": { zh: "备案机关", en: "with whom the plan was filed" },
  grounds: { zh: "规划的制定依据", en: "the grounds of the plan" },
  implementation: { zh: "实施记录", en: "whether the plan was put into force" },
  kind: { zh: "属于哪一种规划", en: "whose plan it is" },
  lacking: { zh: "备案退回时是否列明所缺材料", en: "whether the filing was returned for missing parts" },
  organ: { zh: "牵头制定的机关", en: "who leads the drafting" },
  plans: { zh: "规划的依据", en: "the plans that it rests on" },
  plansInForce: { zh: "当日施行的规划", en: "the plans in force on the day" },
  received: { zh: "备案材料收到之日", en: "when the papers for filing arrived" },
  report: { zh: "报批记录", en: "whether the plan was reported for approval" },
  review: { zh: "审核记录", en: "whether the plan was reviewed" },
  "review.to": { zh: "审核机关及其层级、地区", en: "who reviewed the plan, of which level and region" },
  signed: { zh: "会同部门是否会签", en: "whether the departments signed" },
  submission: { zh: "送审记录", en: "whether the plan was submitted for review" }
}

/** The slices of the record of a plan. */
export const sliceNames: { readonly [S in RecordSlice]: Text } = {
  submission: { zh: "送审", en: "submission for review" },
  review: { zh: "审核", en: "review" },
  report: { zh: "报批", en: "report for approval" },
  approval: { zh: "批准", en: "approval" },
  filing: { zh: "备案", en: "filing" },
  force: { zh: "实施和终止", en: "putting into force and its end" }
}

/** The values of particulars that are words. */
export const valueNames = {
  kind: {
    provincial: { zh: "省电子政务发展规划", en: "provincial development plan" },
    local: { zh: "地区建设规划", en: "local construction plan" },
    departmental: { zh: "部门建设规划", en: "departmental construction plan" }
  },
  grounds: {
    "national-overall-plan": { zh: "国家电子政务总体规划", en: "national overall plan" },
    "provincial-conditions": { zh: "本省实际情况", en: "provincial conditions" }
  },
  outcome: {
    fulfilled: { zh: "符合", en: "as provided" },
    "not-fulfilled": { zh: "不符合", en: "not as provided" }
  }
} as const satisfies { readonly [field: string]: { readonly [value: string]: Text } }
