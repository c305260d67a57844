/**
 * What facts about a project and their particulars are called. The names of acts come from the library's terms; those of bookkeeping
 * facts and of particulars are its own as well. 库内译文，待核
 *
 * @module
 */

import type { AssessmentPosition } from "../assessment/Lifecycle.ts"
import { scopeNames } from "../explanation/scope.ts"
import { lifecycleTerms } from "../regulation/lifecycleTerms.ts"
import type { Text } from "../regulation/Text.ts"
import type { EventTag } from "./Event.ts"
import type { Position } from "./Lifecycle.ts"

const terms = lifecycleTerms.project.events
const assessing = lifecycleTerms.assessment.events
const act = (term: { readonly zh: string }, en: string): Text => ({ zh: term.zh, en })

/** The kinds of facts. In scenario files a fact is called by its Chinese name, or by its English tag. */
export const actNames: { readonly [E in EventTag]: Text } = {
  Drafted: { zh: "项目建档", en: "open the project record" },
  TakenOver: { zh: "接管既有台账", en: "take over an existing register" },
  SchemeSubmitted: act(terms.submitScheme, "submit the construction plan or scheme"),
  Applied: act(terms.apply, "apply for establishment"),
  MaterialsRequested: act(terms.requestMaterials, "ask for missing materials"),
  OpinionRequested: act(terms.requestOpinion, "ask for the opinion"),
  OpinionGiven: act(terms.giveOpinion, "give the opinion"),
  OpinionRevised: act(terms.reviseOpinion, "revise the opinion"),
  Approved: act(terms.approve, "approve establishment"),
  Rejected: act(terms.reject, "reject establishment"),
  ReturnedForRevision: act(terms.returnForRevision, "return for revision"),
  Reapplied: act(terms.reapply, "apply anew"),
  Closed: act(terms.close, "close the rejected application"),
  Withdrawn: act(terms.withdraw, "withdraw the application"),
  ConstructionStarted: act(terms.startConstruction, "start construction"),
  Suspended: act(terms.suspend, "suspend construction"),
  Resumed: act(terms.resume, "resume construction"),
  MateriallyChanged: act(terms.materialChange, "change materially and apply anew"),
  ConstructionCompleted: act(terms.completeConstruction, "complete construction"),
  CompletionReported: act(terms.reportCompletion, "report the completed project"),
  AcceptanceApplied: act(terms.applyAcceptance, "apply for acceptance"),
  AcceptancePassed: act(terms.acceptancePassed, "accept the project"),
  AcceptanceFailed: act(terms.acceptanceFailed, "refuse acceptance"),
  AcceptanceReapplied: act(terms.reapplyAcceptance, "apply for acceptance anew"),
  TrialOperationStarted: act(terms.startTrialOperation, "start trial operation"),
  OperationStarted: act(terms.startOperation, "start operation"),
  Retired: act(terms.retire, "retire the system"),
  ReviewHeld: { zh: "检查、考核或者改进", en: "inspect, appraise or improve" },
  Cancelled: act(terms.cancel, "cancel the project"),
  ProgressReported: act(terms.submitReport, "report investment progress"),
  ProgressCorrected: act(terms.correctReport, "correct the progress report"),
  ReportCopied: { zh: "抄送投资进展情况", en: "send the copy of the progress report" },
  InvestmentSettled: act(terms.settleInvestment, "settle the investment"),
  InvestmentFiled: act(terms.fileInvestment, "file the investment"),
  BudgetIssued: act(terms.issueBudget, "issue the annual investment budget"),
  BudgetCopied: act(terms.copyBudget, "send the copy of the annual investment budget"),
  ProvincialKeyDesignated: {
    zh: "列为省级重点电子政务建设项目",
    en: "designate a key provincial-level e-government project"
  },
  ProvincialKeyEnded: {
    zh: "不再列为省级重点电子政务建设项目",
    en: "end the designation as a key provincial-level project"
  },
  ImplementationCoordinated: { zh: "组织协调项目实施", en: "organize and coordinate the implementation" },
  ImplementationSupervised: { zh: "监督项目实施", en: "supervise the implementation" },
  KeyListed: act(terms.addToKeyList, "enter the project in the provincial key list"),
  KeyDelisted: act(terms.removeFromKeyList, "remove the project from the provincial key list"),
  TimetableIssued: act(terms.issueTimetable, "issue the reporting timetable"),
  AssessmentPlanned: { zh: "确定评估事项", en: "plan the assessment" },
  AssessmentCommissioned: act(assessing.commission, "commission a third party"),
  AssessmentTakenInHouse: act(assessing.performInHouse, "decide to assess in-house"),
  AssessmentStarted: act(assessing.start, "start the assessment"),
  AssessmentReported: act(assessing.submitReport, "submit the assessment report"),
  AssessmentReportReturned: { zh: "退回评估报告", en: "return the assessment report" },
  AssessmentReportResubmitted: act(assessing.resubmit, "submit the assessment report again"),
  AssessmentIssued: act(assessing.issueOpinion, "issue the opinion or result of the assessment"),
  AssessmentClosed: { zh: "办结评估", en: "close the assessment" },
  AssessmentSuperseded: act(assessing.reassess, "assess anew"),
  AssessmentCancelled: act(assessing.cancel, "cancel the assessment"),
  Judged: { zh: "记录判断", en: "record a judgement" },
  Retracted: { zh: "撤销记录", en: "retract a record" }
}

/** Where a project stands. */
export const positionNames: { readonly [P in Position]: Text } = lifecycleTerms.project.positions

/** Where an assessment stands. */
export const assessmentPositionNames: { readonly [P in AssessmentPosition]: Text } = lifecycleTerms.assessment.positions

/** The particulars of facts, and the facts that a verdict may miss. */
export const fieldNames = {
  id: { zh: "编号", en: "id" },
  project: { zh: "项目", en: "project" },
  on: { zh: "日期", en: "day" },
  by: { zh: "办理机关", en: "acted by" },
  with: { zh: "会同", en: "together with" },
  seq: { zh: "同日次序", en: "order within the day" },
  recordedAt: { zh: "录入时刻", en: "recorded at" },
  recordedBy: { zh: "录入人", en: "recorded by" },
  corrects: { zh: "更正记录", en: "corrects" },
  region: { zh: "地区", en: "region" },
  organ: { zh: "责任机关", en: "responsible organ" },
  work: { zh: "项目类型", en: "kind of project" },
  text: { zh: "说明", en: "text" },
  former: { zh: "原申请", en: "former application or project" },
  coverage: { zh: "记录完整起始日", en: "coverage" },
  application: { zh: "申请", en: "application" },
  scheme: { zh: "方案版本", en: "version of the scheme" },
  what: { zh: "材料", en: "plan or scheme" },
  to: { zh: "送达机关", en: "recipient" },
  material: { zh: "重大变化", en: "material change" },
  reason: { zh: "理由", en: "reason" },
  request: { zh: "征求意见函", en: "request for an opinion" },
  opinion: { zh: "意见", en: "opinion" },
  conclusion: { zh: "结论", en: "conclusion" },
  conditions: { zh: "条件", en: "conditions" },
  plan: { zh: "规划依据", en: "plan relied on" },
  assessment: { zh: "评估", en: "assessment" },
  considered: { zh: "已参考", en: "considered" },
  planItem: { zh: "规划项目", en: "plan item" },
  deviation: { zh: "规划外理由", en: "reason for departing from the plan" },
  builder: { zh: "建设单位", en: "construction unit" },
  funding: { zh: "资金来源", en: "funding" },
  baseline: { zh: "基准", en: "baseline" },
  aims: { zh: "目标", en: "aims" },
  ranking: { zh: "排序记录", en: "ranking record" },
  period: { zh: "季度", en: "period" },
  amount: { zh: "金额", en: "amount" },
  budget: { zh: "预算", en: "budget" },
  year: { zh: "年度", en: "year" },
  fiscal: { zh: "财政资金", en: "fiscal money" },
  timetable: { zh: "时间要求", en: "timetable" },
  due: { zh: "期限", en: "due" },
  until: { zh: "截止日", en: "until" },
  document: { zh: "文件", en: "document" },
  norm: { zh: "规范", en: "norm" },
  instance: { zh: "事项", en: "instance" },
  outcome: { zh: "判断结果", en: "outcome" },
  of: { zh: "被撤销记录", en: "record retracted" },
  onBehalfOf: { zh: "代报单位", en: "on behalf of" },
  acceptance: { zh: "验收", en: "acceptance" },
  defects: { zh: "问题", en: "defects" },
  review: { zh: "检查考核", en: "inspection, appraisal or improvement" },
  purpose: { zh: "用途", en: "purpose" },
  type: { zh: "评估类型", en: "type of the assessment" },
  signed: { zh: "会签", en: "signed by" },
  assessor: { zh: "第三方机构", en: "third-party body" },
  interests: { zh: "利益关系", en: "interests" },
  criteria: { zh: "评估标准", en: "criteria" },
  items: { zh: "评估内容", en: "content items" },
  omitted: { zh: "不适用内容", en: "items that do not apply" },
  successor: { zh: "新的评估", en: "new assessment" },
  completeBy: { zh: "计划完成日", en: "to be completed by" },
  item: { zh: "项", en: "item" },
  crossDept: { zh: "跨部门", en: "across departments" },
  crossRegion: { zh: "跨地区", en: "across regions" },
  network: { zh: "网络", en: "network" },
  planConformity: { zh: "规划符合性", en: "conformity to the plan" },
  security: { zh: "安全规范符合性", en: "conformity to the security norms" },
  against: { zh: "检查依据", en: "against" },
  interfaces: { zh: "终止的交换接口", en: "interfaces that end" }
} as const satisfies { readonly [field: string]: Text }

/** What a verdict may name as missing, where it is not the name of a particular. */
export const missingNames: { readonly [missing: string]: Text } = {
  ...scopeNames,
  ...fieldNames,
  "basis.plan": { zh: "意见的规划依据", en: "the plan basis of the opinion" },
  "basis.assessment": { zh: "意见的评估依据", en: "the assessment basis of the opinion" },
  "assessment.application": { zh: "评估所针对的申请", en: "for which application the assessment is" },
  "assessment.start": { zh: "评估开始的日期", en: "when the assessment began" },
  "assessment.type": { zh: "评估类型", en: "the type of the assessment" },
  assessment: { zh: "是否组织评估", en: "whether an assessment was held" },
  coOrganizers: { zh: "会同的有关部门", en: "the departments that acted together" },
  completion: { zh: "建设完成日期", en: "when the works were completed" },
  completionReport: { zh: "建设情况报送记录", en: "whether the completed project was reported" },
  "completionReport.to": { zh: "建设情况的报送单位及报送对象", en: "who reported the completed project, and to whom" },
  executor: { zh: "评估由谁执行", en: "who carried the assessment out" },
  issuer: { zh: "评估意见（结果）由谁出具", en: "who issued the result of the assessment" },
  operation: { zh: "当日是否运行", en: "whether the project was operating on the day" },
  organizer: { zh: "评估由谁组织", en: "who organized the assessment" },
  submission: { zh: "建设规划或者建设方案的提交记录", en: "whether a plan or scheme was submitted" },
  "submission.to": { zh: "提交对象", en: "to whom the plan or scheme was submitted" },
  construction: { zh: "系统建设完成的日期", en: "when the works were completed" },
  dataCentre: { zh: "省电子政务数据中心当日是否使用", en: "whether the data centre operated on the day" },
  platform: { zh: "统一网络平台当日是否可用", en: "whether the unified platform was available on the day" },
  reach: { zh: "系统是否跨部门、跨地区", en: "whether the system reaches across departments or regions" },
  securityCheck: { zh: "安全规范符合性检查", en: "a check against the security norms in force" },
  securityNorms: { zh: "当日施行的安全规范", en: "the security norms in force on the day" },
  calendar: { zh: "该年度的工作日安排", en: "the working days of that year" },
  copy: { zh: "抄送记录", en: "whether a copy was sent" },
  "copy.to": { zh: "抄送机关", en: "to whom the copy was sent" },
  decision: { zh: "立项决定", en: "whether establishment was decided" },
  designation: {
    zh: "是否列为省级重点电子政务建设项目",
    en: "whether the project is designated as a key provincial-level project"
  },
  filing: { zh: "投资备案记录", en: "whether the investment was filed" },
  "filing.to": { zh: "备案机关", en: "who filed the investment" },
  judgement: { zh: "判断记录", en: "a recorded judgement" },
  keyList: { zh: "是否列入省重点项目", en: "whether the project is on the provincial key list" },
  "opinion.by": { zh: "意见的出具机关及其所答复的函", en: "who gave the opinion, and on which request" },
  opinionRequest: { zh: "是否征求意见", en: "whether an opinion was asked for" },
  "opinionRequest.to": { zh: "征求对象及其层级、地区", en: "who was asked, of which level and region" },
  plansInForce: { zh: "当日施行的规划", en: "the plans in force on the day" },
  report: { zh: "报送记录", en: "whether a report was made" },
  "report.to": { zh: "报送单位及报送对象", en: "who reported, and to whom" }
}

/** What a verdict misses, said as a question where the name of the particular alone does not say what is asked. */
export const openNames: { readonly [missing: string]: Text } = {
  application: { zh: "是否申请立项", en: "whether establishment was applied for" },
  conclusion: { zh: "意见的结论", en: "what the opinion concludes" },
  conditions: { zh: "意见是否列明条件", en: "whether the opinion lists its conditions" },
  considered: { zh: "是否参考该意见（结果）", en: "whether the opinion or result was considered" },
  interests: { zh: "评估执行方与项目有无利益关系", en: "whether the assessor has an interest in the project" },
  items: { zh: "评估了哪些内容", en: "which items the assessment covers" },
  against: { zh: "检查依据的版本", en: "against which version the check was made" },
  interfaces: {
    zh: "随系统停用而终止的省目录内交换接口",
    en: "which interfaces for resources of the provincial catalogue end with the system"
  },
  network: { zh: "系统所在网络", en: "the network on which the system stands" },
  planConformity: {
    zh: "事前评估对规划符合性的结论",
    en: "what the ex-ante assessment finds of conformity to the plan"
  },
  assessor: { zh: "受托的第三方机构", en: "which third party was commissioned" },
  deviation: { zh: "是否记明规划外安排的理由", en: "whether a reason for departing from the plan was recorded" },
  fiscal: { zh: "预算是否属财政资金", en: "whether the money of the budget is fiscal" },
  material: { zh: "方案的新版本是否属重大变化", en: "whether the newer version of the scheme is a material change" },
  opinion: { zh: "是否出具意见", en: "whether an opinion was given" },
  organ: { zh: "项目的责任机关", en: "which organ is responsible for the project" },
  work: {
    zh: "项目是新建、扩建、改建、升级改造，还是购买服务、运行维护",
    en: "whether something is built or upgraded, or a service bought or kept running"
  },
  planItem: { zh: "是否以规划所列项目为依据", en: "whether the investment rests on an item of a plan" }
}

/** The values of particulars that are words. */
export const valueNames = {
  conclusion: {
    support: { zh: "支持", en: "support" },
    "support-with-conditions": { zh: "附条件支持", en: "support with listed conditions" },
    "not-support": { zh: "不支持", en: "not support" },
    unclear: { zh: "不明确", en: "not explicit" }
  },
  funding: {
    fiscal: { zh: "财政", en: "fiscal" },
    "self-raised": { zh: "自筹", en: "self-raised" },
    loan: { zh: "贷款", en: "loan" },
    other: { zh: "其他", en: "other" }
  },
  work: {
    "new-build": { zh: "新建", en: "new build" },
    extension: { zh: "扩建", en: "extension" },
    rebuild: { zh: "改建", en: "rebuild" },
    upgrade: { zh: "升级改造", en: "upgrade" },
    "service-purchase": { zh: "购买服务", en: "purchase of services" },
    "operation-and-maintenance": { zh: "运行维护", en: "operation and maintenance" }
  },
  what: {
    plan: { zh: "建设规划", en: "construction plan" },
    scheme: { zh: "建设方案", en: "construction scheme" },
    both: { zh: "建设规划和建设方案", en: "both" }
  },
  network: {
    "unified-platform": { zh: "统一网络平台", en: "the unified platform" },
    other: { zh: "其他网络", en: "another network" }
  },
  planConformity: { pass: { zh: "通过", en: "pass" }, fail: { zh: "未通过", en: "fail" } },
  security: { pass: { zh: "通过", en: "pass" }, fail: { zh: "未通过", en: "fail" } },
  outcome: {
    fulfilled: { zh: "符合", en: "as provided" },
    "not-fulfilled": { zh: "不符合", en: "not as provided" }
  },
  type: {
    "ex-ante": { zh: "事前评估", en: "ex-ante" },
    "ex-post": { zh: "事后评估", en: "ex-post" },
    application: { zh: "应用评估", en: "application" }
  },
  purpose: {
    inspection: { zh: "检查", en: "inspection" },
    appraisal: { zh: "考核", en: "appraisal" },
    improvement: { zh: "改进", en: "improvement" }
  },
  interests: {
    designs: { zh: "承担设计", en: "designs the project" },
    builds: { zh: "承担建设", en: "builds the project" },
    supplies: { zh: "供应设备或者软件", en: "supplies the project" },
    supervises: { zh: "承担监理", en: "supervises the works" },
    affiliated: { zh: "隶属于上述单位", en: "belongs to one of these" }
  },
  items: {
    feasibility: { zh: "可行性", en: "feasibility" },
    effectiveness: { zh: "实效性", en: "effectiveness" },
    "resource-integration": { zh: "资源整合", en: "integration of resources" },
    "information-sharing": { zh: "信息共享", en: "sharing of information" },
    openness: { zh: "政务公开", en: "openness of government affairs" },
    "approval-reform": { zh: "行政审批制度改革", en: "reform of administrative approval" }
  },
  aims: {
    "administrative-efficiency": { zh: "提高行政效率", en: "administrative efficiency" },
    "cost-reduction": { zh: "降低行政成本", en: "lower administrative cost" },
    "public-service": { zh: "促进公共服务", en: "public service" },
    "social-regulation": { zh: "优化社会监管", en: "social regulation" },
    "scientific-decision": { zh: "提高科学决策水平", en: "scientific decision-making" },
    "emergency-command": { zh: "提高应急指挥能力", en: "emergency command" }
  }
} as const satisfies { readonly [field: string]: { readonly [value: string]: Text } }
