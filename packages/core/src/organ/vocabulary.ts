/**
 * What facts about the record of an organ and their particulars are called. 库内译文，待核
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
  OrganRecorded: { zh: "机关建档", en: "open the record of an organ" },
  OrganTakenOver: { zh: "接管机关台账", en: "take over an existing register of an organ" },
  OrganHoldingsStated: { zh: "载明系统和资源数量", en: "state how many systems and resources there are" },
  OrganProgressStated: { zh: "载明推进情况", en: "state how far something has come" },
  OrganPortalStated: { zh: "载明统一门户网站情况", en: "state whether there is a unified portal" },
  OrganSiteOpened: { zh: "开通公众网站", en: "open a public website" },
  OrganSiteClosed: { zh: "关闭公众网站", en: "close a public website" },
  OrganSiteLinkStated: { zh: "载明网站连接情况", en: "state whether a site is linked to the portal" },
  OrganInformationArose: { zh: "产生应发布的政务信息", en: "information for publication comes into being" },
  OrganInformationPublished: { zh: "发布政务信息", en: "publish information" },
  OrganChannelOpened: { zh: "开通网上监督投诉渠道", en: "open the channel for online supervision and complaints" },
  OrganChannelClosed: { zh: "关闭网上监督投诉渠道", en: "close the channel for online supervision and complaints" },
  OrganCoordinated: { zh: "协调指导电子政务建设", en: "coordinate and guide e-government construction" },
  OrganAppraised: { zh: "考核行政机关", en: "appraise the organ" },
  ...recordActs
}

/** A record of an organ has one position. */
export const positionNames: { readonly [P in Position]: Text } = {
  recorded: { zh: "机关已建档", en: "organ recorded" }
}

/** The particulars of facts. */
export const fieldNames = {
  ...headerNames,
  agency: { zh: "机关", en: "organ" },
  systems: { zh: "应用系统数量", en: "number of systems" },
  resources: { zh: "业务信息资源数量", en: "number of business resources" },
  track: { zh: "推进事项", en: "track" },
  covered: { zh: "已覆盖数", en: "covered" },
  total: { zh: "总数", en: "total" },
  exists: { zh: "有无门户网站", en: "whether there is a portal" },
  host: { zh: "主办单位", en: "host" },
  site: { zh: "网站", en: "site" },
  linked: { zh: "是否连接", en: "linked" },
  item: { zh: "信息", en: "item" },
  text: { zh: "说明", en: "text" },
  township: { zh: "乡镇街道", en: "township or sub-district" },
  signed: { zh: "会签", en: "signed by" },
  appraisal: { zh: "考核", en: "appraisal" },
  appraises: { zh: "考核的工作", en: "work appraised" },
  eGovernment: { zh: "内容含电子政务建设", en: "e-government construction among its items" },
  items: { zh: "考核项目", en: "items" }
} as const satisfies { readonly [field: string]: Text }

/** What a verdict may name as missing. */
export const missingNames: { readonly [missing: string]: Text } = {
  ...scopeNames,
  calendar: { zh: "该年度的工作日安排", en: "the working days of that year" },
  channel: { zh: "是否开通网上监督投诉渠道", en: "whether the channel has been opened" },
  covered: { zh: "已覆盖数", en: "how many are covered" },
  eGovernment: {
    zh: "电子政务建设是否列为考核内容",
    en: "whether e-government construction is one of the items of the appraisal"
  },
  information: { zh: "信息产生的日期", en: "when the information came into being" },
  judgement: { zh: "判断记录", en: "a recorded judgement" },
  link: { zh: "网站是否连接门户网站", en: "whether the site is linked to the portal" },
  office: {
    zh: "该机关是否为本级信息化主管部门",
    en: "whether the organ is the informatization authority of its level"
  },
  portal: { zh: "有无政府统一门户网站", en: "whether there is a unified portal" },
  progress: { zh: "推进情况记录", en: "how far it has come" },
  publication: { zh: "信息是否发布", en: "whether the information was published" },
  resources: { zh: "是否登记业务信息资源", en: "whether a business information resource is registered" },
  site: { zh: "有无公众网站", en: "whether there is a public site" },
  systems: { zh: "是否运行应用系统", en: "whether application systems are operated" },
  total: { zh: "总数", en: "how many there are in all" }
}

/** The values of particulars that are words. */
export const valueNames = {
  track: {
    "office-automation": { zh: "办公自动化系统", en: "office automation systems" },
    "document-transmission": { zh: "公文传输系统", en: "document transmission systems" },
    matters: { zh: "公布管理事项", en: "publication of matters" },
    approval: { zh: "网上审批", en: "online approval" }
  },
  appraises: {
    openness: { zh: "政务公开", en: "openness of government affairs" },
    "administration-by-law": { zh: "依法行政", en: "administration by law" }
  },
  outcome: {
    fulfilled: { zh: "符合", en: "as provided" },
    "not-fulfilled": { zh: "不符合", en: "not as provided" }
  }
} as const satisfies { readonly [field: string]: { readonly [value: string]: Text } }
