/** The words of scenario files that no other part of the library names. 库内译文，待核 */

import type { AgencyKind } from "../agency/Agency.ts"
import type { ParameterId } from "../profile/Parameter.ts"
import { roleNames } from "../regulation/roleNames.ts"
import type { Office } from "../regulation/roles.ts"
import type { Text } from "../regulation/Text.ts"
import { parameters } from "../regulation/terms.ts"
import type { Reason } from "../verdict/Advice.ts"
import type { Plan } from "../verdict/Surroundings.ts"
import type { Gate } from "../verdict/Verdict.ts"

export { kindNames as facilityKinds } from "../facility/vocabulary.ts"
export { kindNames as instrumentKinds } from "../standard/vocabulary.ts"

/** A label without the article in brackets that follows it. */
const bare = (text: Text): Text => ({ zh: text.zh.replace(/（.*$/u, ""), en: text.en.replace(/ \(.*$/u, "") })

/** The offices that an agency can hold. */
export const officeNames: { readonly [O in Exclude<Office, "none" | "public">]: Text } = {
  info: { zh: "信息化主管部门", en: "informatization authority" },
  planning: { zh: "规划主管部门", en: "planning authority" },
  government: { zh: "人民政府", en: "people's government" },
  organ: { zh: "行政机关", en: "administrative organ" },
  investment: { zh: "投资主管部门", en: "investment authority" },
  finance: { zh: "财政主管部门", en: "finance authority" },
  audit: { zh: "审计部门", en: "audit department" },
  supervision: { zh: "行政监察部门", en: "administrative supervision department" },
  datacenter: { zh: "省电子政务数据中心", en: "provincial e-government data centre" },
  builder: roleNames.builder,
  "business-dept": roleNames["business-dept"],
  assessor: roleNames.assessor,
  allocator: bare(roleNames.allocator),
  "related-depts": { zh: "相关部门", en: "departments concerned" },
  applicant: { zh: "申请人", en: "applicant" },
  "acceptance-body": { zh: "验收组织者", en: "acceptance body" },
  appraiser: { zh: "考核机关", en: "appraiser" },
  "portal-host": { zh: "门户网站主办单位", en: "portal host" }
}

/** What an agency is. @article 2 */
export const agencyKinds: { readonly [K in AgencyKind]: Text } = {
  government: { zh: "政府", en: "people's government" },
  department: { zh: "政府部门", en: "government department" },
  "affiliated-organ": { zh: "直属机构", en: "directly affiliated organ" },
  "authorized-organization": { zh: "法律法规授权的组织", en: "organization authorized by law" },
  "public-institution": { zh: "事业单位", en: "public institution" },
  "party-organ": { zh: "党的机关", en: "Party organ" },
  legislature: { zh: "权力机关", en: "legislature" },
  court: { zh: "审判机关", en: "court" },
  procuratorate: { zh: "检察机关", en: "procuratorate" },
  "central-vertical-organ": { zh: "中央垂直管理机关", en: "central organ under vertical administration" },
  enterprise: { zh: "企业", en: "enterprise" }
}

/** The kinds of plans. @article 6 @article 7 @article 8 */
export const planKinds: { readonly [K in Plan["kind"]]: Text } = {
  provincial: { zh: "省电子政务发展规划", en: "provincial development plan" },
  local: { zh: "地区建设规划", en: "local construction plan" },
  departmental: { zh: "部门建设规划", en: "departmental construction plan" }
}

/** The rules that a file can start from. */
export const baseProfiles: { readonly [B in "text-only" | "sample"]: Text } = {
  "text-only": { zh: "仅依原文", en: "text only" },
  sample: { zh: "示例规则", en: "sample rules" }
}

/** What the Measures leave open and a layer may fix. */
export const parameterNames: { readonly [P in ParameterId]: Text } = {
  "planReview.within": bare(parameters["planReview.within"]),
  "filing.within": bare(parameters["filing.within"]),
  "opinionRequest.within": bare(parameters["opinionRequest.within"]),
  "opinion.within": bare(parameters["opinion.within"]),
  "investmentFiling.within": bare(parameters["investmentFiling.within"]),
  "budgetCopy.graceDays": bare(parameters["budgetCopy.graceDays"]),
  "quarterlyReport.dueRule": bare(parameters["quarterlyReport.dueRule"]),
  "quarterlyReport.copyGraceDays": bare(parameters["quarterlyReport.copyGraceDays"]),
  "progress.milestones": bare(parameters["progress.milestones"]),
  "resource.updateCycle": bare(parameters["resource.updateCycle"]),
  "publication.within": bare(parameters["publication.within"]),
  "complaint.within": bare(parameters["complaint.within"]),
  "exAnteSubmission.graceDays": bare(parameters["exAnteSubmission.graceDays"]),
  "exAnte.within": bare(parameters["exAnte.within"]),
  "completionReport.within": bare(parameters["completionReport.within"]),
  "applicationAssessment.cycle": bare(parameters["applicationAssessment.cycle"]),
  "integration.within": bare(parameters["integration.within"]),
  "declaration.within": bare(parameters["declaration.within"]),
  "interface.within": bare(parameters["interface.within"]),
  "storageException.within": bare(parameters["storageException.within"]),
  "sharing.within": bare(parameters["sharing.within"]),
  "assessment.content": bare(parameters["assessment.content"]),
  "assessment.interests": bare(parameters["assessment.interests"]),
  "inspection.cycle": bare(parameters["inspection.cycle"]),
  "keyProject.timetable": { zh: "省重点项目时间要求", en: "timetable for key projects" }
}

/** The reasons of an advice that are no norm. */
export const reasonKinds: { readonly [K in Exclude<Reason["_tag"], "Norm">]: Text } = {
  Competence: { zh: "职权", en: "competence" },
  Order: { zh: "次序", en: "order of acts" },
  Missing: { zh: "缺项", en: "missing particular" },
  EnteredAfter: { zh: "决定之后补录", en: "entered after a decision" },
  BeforeCommencement: { zh: "施行前", en: "before the Measures took force" }
}

/** Whether what a norm asks for before an act holds. */
export const gateNames: { readonly [G in Gate]: Text } = {
  met: { zh: "已具备", en: "met" },
  unmet: { zh: "未具备", en: "unmet" },
  unknown: { zh: "不明", en: "unknown" }
}
