/**
 * What facts about information resources and their particulars are called. The names of acts come from the library's terms where they are
 * told apart by them; those of bookkeeping facts and of particulars are its own as well. 库内译文，待核
 *
 * @module
 */
import { headerNames, recordActs } from "../explanation/recordNames.ts"
import { scopeNames } from "../explanation/scope.ts"
import { lifecycleTerms } from "../regulation/lifecycleTerms.ts"
import type { Text } from "../regulation/Text.ts"
import type { EventTag } from "./Event.ts"
import type { Position } from "./Lifecycle.ts"
import type { SharingPosition } from "./sharingLifecycle.ts"
import type { ExceptionPosition, StoragePosition } from "./storageLifecycle.ts"

const terms = lifecycleTerms.resource.events
const storing = lifecycleTerms.storage.events
const excepting = lifecycleTerms.storageException.events
const sharing = lifecycleTerms.sharingRequest.events
const act = (term: { readonly zh: string }, en: string): Text => ({ zh: term.zh, en })

/** The kinds of facts. In scenario files a fact is called by its Chinese name, or by its English tag. */
export const actNames: { readonly [E in EventTag]: Text } = {
  ResourceIdentified: { zh: "信息资源建档", en: "open the record of the resource" },
  ResourceTakenOver: { zh: "接管信息资源台账", en: "take over the register of the resource" },
  ResourceClassified: { zh: "信息资源分类", en: "classify the resource" },
  ResourceIntegrated: { zh: "整合信息资源", en: "integrate the resource" },
  ResourceListed: act(terms.list, "list the resource in the provincial catalogue"),
  ResourceLeftUnlisted: { zh: "信息资源不列入目录", en: "leave the resource out of the catalogue" },
  ResourceDelisted: { zh: "信息资源退出目录", en: "take the resource off the catalogue" },
  SharingDeclared: act(terms.declare, "draw up content, scope and manner of disclosure and sharing"),
  SharingRedeclared: act(terms.redeclare, "revise content, scope and manner of disclosure and sharing"),
  InterfaceProvided: act(terms.provideInterface, "provide the exchange interface"),
  InterfaceWithdrawn: act(terms.withdrawInterface, "withdraw the exchange interface"),
  ResourcePublishedWithoutInterface: act(terms.publishWithoutInterface, "publish or share without an interface"),
  ResourceOpened: act(terms.open, "open the resource for sharing or disclosure"),
  ResourceVerified: { zh: "核验信息", en: "verify the information" },
  ResourceFalsityConfirmed: { zh: "确认信息不真实", en: "confirm that information is false" },
  ResourceFalsityCorrected: { zh: "更正不真实信息", en: "correct false information" },
  ResourceSharedInternally: { zh: "登记政府内部共享情况", en: "state internal sharing" },
  ResourceFeeSet: { zh: "登记信息收费情况", en: "state the charge for information" },
  ResourceUpdated: { zh: "更新信息资源数据", en: "update the data of the resource" },
  ResourceSuspended: act(terms.suspend, "suspend sharing and disclosure"),
  ResourceResumed: act(terms.resume, "resume sharing and disclosure"),
  ResourceRetired: { zh: "信息资源停用", en: "retire the resource" },
  StorageAssigned: { zh: "明确负责存储的业务部门", en: "name the department responsible for storing" },
  StoredAtDataCentre: act(storing.storeAtDataCentre, "store at the data centre"),
  StoredAtDepartment: act(storing.storeAtDepartment, "store at the business department"),
  MovedToDepartment: act(storing.moveToDepartment, "move to the business department"),
  MovedToDataCentre: act(storing.moveToDataCentre, "move to the data centre"),
  StoredElsewhere: { zh: "由其他单位存储", en: "store elsewhere" },
  StorageCeased: act(storing.cease, "cease to store"),
  StorageExceptionRequested: act(excepting.submit, "ask to store oneself"),
  StorageExceptionReturned: { zh: "退回自行存储申请补正", en: "return the request to store oneself" },
  StorageConsentGiven: { zh: "审核同意自行存储", en: "consent to storing oneself" },
  StorageConsentRefused: { zh: "不同意自行存储", en: "refuse consent to storing oneself" },
  StorageExceptionWithdrawn: { zh: "撤回自行存储申请", en: "withdraw the request to store oneself" },
  StorageExceptionEnded: { zh: "终止自行存储例外", en: "end the exception" },
  StorageConsentRevoked: { zh: "撤销自行存储同意", en: "revoke the consent" },
  SharingRequested: act(sharing.submit, "ask to share"),
  SharingRequestReturned: { zh: "退回共享申请补正", en: "return the request to share" },
  SharingRequestResubmitted: { zh: "补正后重新申请共享", en: "submit the request to share again" },
  SharingGranted: act(sharing.grant, "grant sharing"),
  SharingRefused: act(sharing.refuse, "refuse sharing"),
  SharingSuspended: act(sharing.suspend, "suspend a granted sharing"),
  SharingResumed: act(sharing.resume, "resume a granted sharing"),
  SharingEnded: act(sharing.end, "end the sharing"),
  SharingRequestWithdrawn: { zh: "撤回共享申请", en: "withdraw the request to share" },
  ...recordActs
}

/** Where a resource stands. */
export const positionNames: { readonly [P in Position]: Text } = lifecycleTerms.resource.positions
/** Where the storage of a database stands. */
export const storagePositionNames: { readonly [P in StoragePosition]: Text } = lifecycleTerms.storage.positions
/** Where a request to store oneself stands. */
export const exceptionPositionNames: { readonly [P in ExceptionPosition]: Text } =
  lifecycleTerms.storageException.positions
/** Where a request to share stands. */
export const sharingPositionNames: { readonly [P in SharingPosition]: Text } = lifecycleTerms.sharingRequest.positions

const ofPart = (track: string, name: Text, positions: { readonly [position: string]: Text }) =>
  Object.entries(positions).map(
    ([position, { en, zh }]) => [`${track}:${position}`, { zh: `${name.zh}${zh}`, en: `${name.en}: ${en}` }] as const
  )
/** Where ways can lead: the positions of a resource, of its storage and of its requests. */
export const goalNames: { readonly [goal: string]: Text } = {
  ...positionNames,
  ...Object.fromEntries([
    ...ofPart("storage", { zh: "存储：", en: "storage" }, storagePositionNames),
    ...ofPart("storageException", { zh: "自存申请：", en: "request to store oneself" }, exceptionPositionNames),
    ...ofPart("sharingRequest", { zh: "共享申请：", en: "request to share" }, sharingPositionNames)
  ])
}

/** The particulars of facts. */
export const fieldNames = {
  ...headerNames,
  resource: { zh: "信息资源", en: "information resource" },
  produced: { zh: "产生日期", en: "day of production" },
  database: { zh: "信息资源库", en: "database" },
  licensing: { zh: "与行政许可相关", en: "relates to administrative licensing" },
  collaborative: { zh: "与协同办公相关", en: "relates to collaborative work" },
  crossDept: { zh: "跨部门", en: "cross-department" },
  crossRegion: { zh: "跨地区", en: "cross-region" },
  disclosable: { zh: "可对外公开", en: "disclosable" },
  ground: { zh: "依据理由", en: "ground" },
  how: { zh: "整合方式", en: "how it was integrated" },
  catalogue: { zh: "目录版本", en: "version of the catalogue" },
  agreement: { zh: "协议版本", en: "version of the agreement" },
  disclosure: { zh: "公开部分", en: "for disclosure" },
  internal: { zh: "共享部分", en: "for internal sharing" },
  content: { zh: "内容", en: "content" },
  scope: { zh: "使用范围", en: "scope of use" },
  manner: { zh: "使用方式", en: "manner of use" },
  to: { zh: "送达机关", en: "recipient" },
  audience: { zh: "开放对象", en: "audience" },
  electronic: { zh: "以电子化形式", en: "electronically" },
  document: { zh: "文件", en: "document" },
  falsity: { zh: "不实信息", en: "falsity" },
  shared: { zh: "已在内部共享", en: "shared internally" },
  amount: { zh: "金额", en: "amount" },
  legalBasis: { zh: "法律依据", en: "legal basis" },
  department: { zh: "业务部门", en: "business department" },
  premises: { zh: "存放场所", en: "premises" },
  where: { zh: "存储单位", en: "where it is kept" },
  consent: { zh: "自存申请", en: "request to store oneself" },
  circumstances: { zh: "特殊情况", en: "special circumstances" },
  from: { zh: "起始日", en: "from" },
  until: { zh: "截止日", en: "until" },
  sharing: { zh: "共享申请", en: "request to share" },
  applicant: { zh: "申请人类别", en: "kind of applicant" },
  need: { zh: "业务需要", en: "business need" },
  channel: { zh: "共享渠道", en: "channel" },
  contract: { zh: "双方合同", en: "contract of the pair" },
  conforms: { zh: "符合协议", en: "conforms to the agreement" }
} as const satisfies { readonly [field: string]: Text }

/** What a verdict may name as missing. */
export const missingNames: { readonly [missing: string]: Text } = {
  ...scopeNames,
  ...fieldNames,
  calendar: { zh: "该年度的工作日安排", en: "the working days of that year" },
  "consent.by": { zh: "审核同意、撤销由何机关作出", en: "who gave, refused or revoked the consent" },
  crossDept: { zh: "是否跨部门", en: "whether it reaches across departments" },
  crossRegion: { zh: "是否跨地区", en: "whether it reaches across regions" },
  database: { zh: "是否为信息资源库", en: "whether it is a database" },
  dataCentre: { zh: "省电子政务数据中心当日是否使用", en: "whether the data centre operated on the day" },
  declaration: { zh: "是否拟定公开和共享的内容、范围、方式", en: "whether content, scope and manner were drawn up" },
  "declaration.to": {
    zh: "拟定的内容是否报送省信息化主管部门",
    en: "whether it was filed with the provincial authority"
  },
  department: { zh: "负责存储的业务部门", en: "which department is responsible for storing" },
  disclosable: { zh: "能否对外公开及其依据", en: "whether it can be disclosed, and why not" },
  "disclosable.ground": { zh: "是否记明不对外公开的依据", en: "whether a ground for withholding it is recorded" },
  exchangeAgreement: { zh: "当日施行的信息交换协议", en: "the exchange agreement in force on the day" },
  exchangeCatalogue: { zh: "当日施行的信息交换目录", en: "the exchange catalogue in force on the day" },
  fee: { zh: "是否收费及其依据", en: "whether a fee is charged, and on what ground" },
  integration: { zh: "是否整合", en: "whether it was integrated" },
  "integration.to": { zh: "整合记录由何机关作出", en: "who recorded the integration" },
  interface: { zh: "是否提供交换接口", en: "whether an interface was provided" },
  internalSharing: { zh: "是否在政府内部共享", en: "whether it is shared inside government" },
  licensing: { zh: "是否与行政许可相关", en: "whether it relates to administrative licensing" },
  collaborative: { zh: "是否与政府协同办公相关", en: "whether it relates to collaborative work" },
  listing: { zh: "是否列入目录", en: "whether it is listed in the catalogue" },
  "listing.by": { zh: "列入、退出目录由何机关办理", en: "who listed it or took it off" },
  premises: { zh: "是否存放于本部门场所", en: "whether it is kept on the department's own premises" },
  publication: { zh: "是否公开", en: "whether it was published" },
  "publication.to": { zh: "开放的对象和形式", en: "to whom it was opened, and how" },
  storage: { zh: "存储于何处", en: "where the database is kept" },
  verification: { zh: "是否核验", en: "whether the information was verified" },
  channel: { zh: "经何渠道共享", en: "by which channel it is shared" },
  conforms: { zh: "使用是否符合协议", en: "whether the use conforms to the agreement" },
  contract: { zh: "双方有无合同", en: "whether the pair has a contract" },
  produced: { zh: "信息产生的日期", en: "when the information was produced" }
}

/** The values of particulars that are words. */
export const valueNames = {
  audience: {
    public: { zh: "社会", en: "the public" },
    government: { zh: "政府内部", en: "inside government" },
    both: { zh: "社会和政府内部", en: "both" }
  },
  applicant: {
    organ: { zh: "行政机关", en: "administrative organ" },
    enterprise: { zh: "企业", en: "enterprise" },
    "public-institution": { zh: "事业单位", en: "public institution" },
    organization: { zh: "其他组织", en: "other organization" },
    citizen: { zh: "公民个人", en: "individual citizen" }
  },
  channel: {
    "data-centre": { zh: "省电子政务数据中心", en: "provincial data centre" },
    other: { zh: "其他渠道", en: "another channel" }
  },
  how: {
    "catalogue-entry": { zh: "编目", en: "catalogue entry" },
    interface: { zh: "接口", en: "interface" },
    "merged-database": { zh: "合并建库", en: "merged database" },
    other: { zh: "其他", en: "other" }
  },
  premises: {
    own: { zh: "本部门", en: "own premises" },
    hosted: { zh: "托管", en: "hosted" }
  }
} as const satisfies { readonly [field: string]: { readonly [value: string]: Text } }
