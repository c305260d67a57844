/**
 * What facts about facilities and their particulars are called: the library's own words. 库内译文，待核
 *
 * @module
 */
import { headerNames, recordActs } from "../explanation/recordNames.ts"
import { scopeNames } from "../explanation/scope.ts"
import type { Text } from "../regulation/Text.ts"
import type { FacilityKind } from "../verdict/Surroundings.ts"
import type { EventTag } from "./Event.ts"
import type { Position } from "./Lifecycle.ts"

/** The kinds of facts. In scenario files a fact is called by its Chinese name, or by its English tag. */
export const actNames: { readonly [E in EventTag]: Text } = {
  FacilityPlanned: { zh: "筹建基础设施", en: "plan the facility" },
  FacilityTakenOver: { zh: "接管基础设施台账", en: "take over the register of the facility" },
  FacilityOpened: { zh: "基础设施投入使用", en: "open the facility" },
  FacilitySuspended: { zh: "暂停基础设施服务", en: "suspend the facility" },
  FacilityResumed: { zh: "恢复基础设施服务", en: "resume the facility" },
  FacilityClosed: { zh: "停用基础设施", en: "close the facility" },
  FacilityAccessRequested: { zh: "申请接入基础设施", en: "ask for access to the facility" },
  FacilityAccessAnswered: { zh: "答复接入申请", en: "answer the request for access" },
  ...recordActs
}

/** Where a facility stands. */
export const positionNames: { readonly [P in Position]: Text } = {
  planned: { zh: "筹建", en: "planned" },
  inService: { zh: "使用中", en: "in service" },
  suspended: { zh: "暂停服务", en: "suspended" },
  closed: { zh: "已停用", en: "closed" }
}

/** The particulars of facts. */
export const fieldNames = {
  ...headerNames,
  facility: { zh: "基础设施", en: "facility" },
  kind: { zh: "基础设施类别", en: "kind of facility" },
  opensOn: { zh: "预定投入使用日", en: "day on which it is to open" },
  request: { zh: "接入申请", en: "request for access" },
  need: { zh: "接入用途", en: "what access is needed for" },
  granted: { zh: "是否准予接入", en: "whether access is granted" }
} as const satisfies { readonly [field: string]: Text }

/** What a verdict may name as missing. */
export const missingNames: { readonly [missing: string]: Text } = {
  ...scopeNames,
  ...fieldNames,
  service: { zh: "当日是否已投入使用", en: "whether it was in service on the day" },
  judgement: { zh: "判断记录", en: "a recorded judgement" }
}

/** What the province builds for everybody. @article 17 @article 25 */
export const kindNames: { readonly [K in FacilityKind]: Text } = {
  "network-platform": { zh: "全省统一的电子政务网络平台", en: "province-wide unified network platform" },
  "security-infrastructure": { zh: "信息安全基础设施", en: "information security infrastructure" },
  "data-centre": { zh: "省电子政务数据中心", en: "provincial e-government data centre" }
}
