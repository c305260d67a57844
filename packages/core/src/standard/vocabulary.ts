/**
 * What facts about instruments and their particulars are called. The names of acts come from the library's terms; those of bookkeeping facts
 * and of particulars are its own as well. 库内译文，待核
 *
 * @module
 */
import { headerNames, recordActs } from "../explanation/recordNames.ts"
import { scopeNames } from "../explanation/scope.ts"
import { lifecycleTerms } from "../regulation/lifecycleTerms.ts"
import type { Text } from "../regulation/Text.ts"
import type { InstrumentKind } from "../verdict/Surroundings.ts"
import type { EventTag } from "./Event.ts"
import type { Position } from "./Lifecycle.ts"

/** The kinds of facts. In scenario files a fact is called by its Chinese name, or by its English tag. */
export const actNames: { readonly [E in EventTag]: Text } = {
  InstrumentDrafted: { zh: "起草另行制定文件", en: "draft the instrument" },
  InstrumentTakenOver: { zh: "接管另行制定文件台账", en: "take over the register of the instrument" },
  InstrumentIssued: { zh: "印发另行制定文件", en: "issue the instrument" },
  InstrumentTookEffect: { zh: "另行制定文件施行", en: "put the instrument into effect" },
  InstrumentReplaced: { zh: "以新文件替代", en: "replace the instrument" },
  InstrumentRepealed: { zh: "废止另行制定文件", en: "repeal the instrument" },
  InstrumentAbandoned: { zh: "终止另行制定", en: "give the drafting of the instrument up" },
  ...recordActs
}

/** Where an instrument stands. */
export const positionNames: { readonly [P in Position]: Text } = lifecycleTerms.delegatedStandard.positions

/** The particulars of facts. */
export const fieldNames = {
  ...headerNames,
  instrument: { zh: "另行制定文件", en: "instrument" },
  kind: { zh: "文件类别", en: "kind of instrument" },
  level: { zh: "标准层级", en: "level of the standard" },
  former: { zh: "拟替代的文件", en: "version to be replaced" },
  signed: { zh: "会签", en: "signed by" },
  parts: { zh: "所含部分", en: "parts" },
  items: { zh: "目录所列信息", en: "items listed" },
  document: { zh: "文件", en: "document" },
  successor: { zh: "新文件", en: "newer version" }
} as const satisfies { readonly [field: string]: Text }

/** What a verdict may name as missing. */
export const missingNames: { readonly [missing: string]: Text } = {
  ...scopeNames,
  ...fieldNames,
  kind: { zh: "以何种文件印发", en: "as which instrument it is issued" },
  level: { zh: "属国家标准还是省标准", en: "whether it is a standard of the State or of the province" },
  issue: { zh: "是否已印发", en: "whether it was issued" },
  issuer: { zh: "由哪个机关印发", en: "which body issued it" },
  coDrafters: { zh: "会同制定的部门", en: "the departments that drafted it together" },
  parts: { zh: "文件包含评估标准还是实施方案", en: "whether the document holds the standards or the scheme" },
  end: { zh: "是否已被替代或者废止", en: "whether it was replaced or repealed" }
}

/** What is issued separately. @article 3 @article 14 @article 19 @article 23 @article 34 */
export const kindNames: { readonly [K in InstrumentKind]: Text } = {
  standards: { zh: "全省电子政务标准规范", en: "province-wide standards" },
  "exchange-standards": { zh: "信息交换标准", en: "information exchange standards" },
  "security-norms": { zh: "电子政务安全规范", en: "security norms" },
  "exchange-catalogue": { zh: "省电子政务基础信息交换目录", en: "provincial basic information exchange catalogue" },
  "exchange-agreement": { zh: "信息交换协议", en: "information exchange agreement" },
  "assessment-standards": { zh: "电子政务效果评估标准与实施方案", en: "assessment standards and implementation scheme" }
}

/** The values of particulars that are words. */
export const valueNames = {
  kind: kindNames,
  level: {
    national: { zh: "国家标准", en: "of the State" },
    provincial: { zh: "省标准", en: "of the province" },
    local: { zh: "地方自定", en: "of a city or county" }
  },
  parts: {
    standards: { zh: "评估标准", en: "assessment standards" },
    scheme: { zh: "实施方案", en: "implementation scheme" }
  },
  outcome: {
    fulfilled: { zh: "符合", en: "as provided" },
    "not-fulfilled": { zh: "不符合", en: "not as provided" }
  }
} as const satisfies { readonly [field: string]: { readonly [value: string]: Text } }
