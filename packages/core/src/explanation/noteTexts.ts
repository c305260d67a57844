import type { Text } from "../regulation/Text.ts"
import type { Note } from "../verdict/Verdict.ts"

/** What a remark beside a status says. 库内译文，待核 */
export const noteTexts: { readonly [N in Note]: Text } = {
  "after-the-decision": {
    zh: "在案事项办理于决定作出之后",
    en: "what is on record came only after the decision"
  },
  "access-unanswered": {
    zh: "有接入申请尚无答复记录；《办法》未规定答复期限",
    en: "an access request has no answer on record; the Measures set no period for it"
  },
  "before-completion": {
    zh: "在案的报送早于建设完成",
    en: "the report on record is earlier than the completion"
  },
  "co-drafter-missing": {
    zh: "第三十四条列明的省投资主管部门、财政部门、审计部门、监察部门未全部会同",
    en: "not all of the four departments that art. 34 names acted together with the issuing body"
  },
  "conflict-of-interest": {
    zh: "评估执行方与项目有利益关系，涉及公正、客观原则",
    en: "the assessor has an interest in the project, which touches fairness and objectivity"
  },
  "content-item-missing": {
    zh: "评估内容有缺项，且未说明不适用的理由",
    en: "the assessment leaves out an item without saying why it does not apply"
  },
  "cycle-over": {
    zh: "本地规定的应用评估周期已过；《办法》未规定评估次数，不作逾期认定",
    en: "the cycle set locally is over; the Measures set no frequency, so nothing is overdue"
  },
  "issued-by-another": {
    zh: "评估意见（结果）并非由应当出具的机关或者机构出具",
    en: "the result was not issued by a body that may issue it"
  },
  "no-assessment": { zh: "决定之前未完成事前评估", en: "no ex-ante assessment was completed before the decision" },
  "no-criteria": {
    zh: "评估标准版本记为“无”",
    en: "the version of the assessment standards is recorded as none"
  },
  "no-co-organizer": { zh: "未见有关部门会同的记录", en: "there is no record of departments that acted together" },
  "not-an-assessment": {
    zh: "按所选解释，自行评估不视为效果评估",
    en: "under the chosen reading an in-house assessment is none"
  },
  "not-considered": {
    zh: "在案的参考依据中没有此项评估意见（结果）；该意见（结果）仅为参考依据，不必遵从",
    en: "this result is not on record as considered; it is a reference and need not be followed"
  },
  "not-in-directory": {
    zh: "在案材料的送交对象未列入机构名录",
    en: "what is on record went to a body that is in no directory"
  },
  "not-jointly": { zh: "并非与立项申请一并提交", en: "not submitted together with the application" },
  "nothing-submitted": {
    zh: "未按规定提交建设规划或者建设方案，事前评估无从组织（见 N31.2）",
    en: "no plan or scheme was submitted as provided, so there was nothing to assess (see N31.2)"
  },
  "part-of-documents": { zh: "所提交的材料不齐全", en: "only part of the documents was submitted" },
  "asked-unanswered": {
    zh: "已征求意见，作出决定时尚未收到答复",
    en: "the opinion was asked for and had not arrived when the decision was made"
  },
  "before-period": {
    zh: "在案的报送、抄送早于该季度，不属该季度的报送、抄送",
    en: "what is on record came before the quarter began, so it cannot be about it"
  },
  "built-before": {
    zh: "系统建于《办法》施行之前，其后未经改建",
    en: "the system was built before the Measures took force and has not been rebuilt since"
  },
  "calendar-unknown": {
    zh: "该年度工作日安排尚未公布，期限无法推算",
    en: "the working days of that year are not published, so the day cannot be told"
  },
  "channel-closed": { zh: "渠道开通后又关闭", en: "the channel was closed after it had been opened" },
  "copy-missing": { zh: "已报送，未见抄送", en: "the report was made; no copy is on record" },
  "declared-judgement": {
    zh: "该事项须由人判断，程序库不代为判断",
    en: "for a person to judge; the library does not judge it"
  },
  "deemed-consent": {
    zh: "按所选解释，逾期未答复视为同意",
    en: "under the chosen reading silence past the day counts as consent"
  },
  "departs-from-opinion": {
    zh: "决定与意见不一致；意见仅为参考依据，不妨碍决定",
    en: "the decision departs from the opinion, which is a reference and does not bind"
  },
  "departs-from-result": {
    zh: "处理与评估结果不一致；评估结果仅为参考依据，不必遵从",
    en: "what was decided departs from the result, which is a reference and need not be followed"
  },
  displaced: {
    zh: "省重点项目，报送时间按省投资主管部门的要求（见 N12.3）",
    en: "a provincial key project: its time follows the provincial timetable (see N12.3)"
  },
  "earlier-scheme": {
    zh: "评估或者征求意见之后方案又有新版本",
    en: "a newer version of the scheme followed the assessment or the request"
  },
  fallen: { zh: "覆盖面（比例）较此前下降", en: "the share is lower than it was before" },
  "ground-for-deviation": { zh: "规划外安排，已记明理由", en: "outside the plan, with the reason on record" },
  judged: { zh: "依据记录在案的判断", en: "by a judgement on record" },
  lapsed: { zh: "事项已终结，届时尚未逾期", en: "its object ended before it was late" },
  "listed-by-another": {
    zh: "由省投资主管部门以外的省级机关列入",
    en: "listed by another body of the province than the provincial investment authority"
  },
  "higher-supervision": {
    zh: "由上级地区的行政监察部门办理；第三十五条未规定层级",
    en: "done by the supervision department of a higher region; art. 35 names no level"
  },
  "link-removed": { zh: "曾与门户网站连接，后又取消", en: "the link to the portal was removed after it had been made" },
  "no-resource": {
    zh: "运行应用系统，但未登记业务信息资源",
    en: "application systems are operated and no business information resource is registered"
  },
  "no-step": {
    zh: "在设定的时段内没有新的进展；“逐步”不因时间经过而违反",
    en: "no further step within the time that was set; what is progressive is not broken by lapse of time"
  },
  "filing-incomplete": {
    zh: "备案材料因不齐全被退回，尚未收到完整的备案材料",
    en: "the filing was returned for missing parts, so no complete filing was received"
  },
  "filing-refused": {
    zh: "按所选解释，备案须经同意；备案机关未予同意",
    en: "under the chosen reading filing needs consent, and the authority refused it"
  },
  "no-provincial-plan": {
    zh: "报送时没有施行中的省电子政务发展规划，该项依据从缺",
    en: "no provincial development plan was in force on submission, so there was none to rest on"
  },
  "not-received": { zh: "在案记载备案机关未收到材料", en: "the record says that the papers did not arrive" },
  "not-registered": {
    zh: "已报送，尚未登记备案；按所选解释，以登记为准",
    en: "sent and not registered; under the chosen reading registration is what counts"
  },
  "provincial-plan-over": {
    zh: "所依据的省电子政务发展规划已不再施行，宜与现行省规划衔接",
    en: "the provincial plan on which this one rests is no longer in force; it should be aligned with the present one"
  },
  "refused-on-merits": {
    zh: "备案机关退回时未列所缺材料；备案不是批准，《办法》未规定实质审查",
    en: "the authority sent the filing back naming no missing part; filing is no approval, and the Measures provide no review on the merits"
  },
  "no-timetable": {
    zh: "已列入省重点项目，未见施行中的时间要求，仍按季度报送",
    en: "listed as a key project with no timetable in force: the quarterly rule goes on"
  },
  "no-yardstick": {
    zh: "作为衡量依据的规划、标准或者规范尚未施行",
    en: "the plan, standard or norms by which it is measured are not in force"
  },
  "not-by-construction-unit": {
    zh: "在案的报送并非由建设单位作出",
    en: "the report on record was not made by the construction unit"
  },
  "not-by-supervision": {
    zh: "该事项只能由行政监察部门作出，在案的并非由其作出",
    en: "the act is the supervision department's alone and was done by somebody else"
  },
  "not-inspected": {
    zh: "本地规定的检查监督周期内，在案没有对该机关的检查；《办法》未规定检查次数，不作逾期认定",
    en: "no inspection of the organ is on record within the cycle set locally; the Measures set no frequency, so nothing is overdue"
  },
  "opinion-not-explicit": {
    zh: "答复不明确，或者未载明规划依据、评估依据",
    en: "the reply is not explicit, or lacks its plan or assessment basis"
  },
  "other-body": {
    zh: "在案事项并非由应当办理的机关办理",
    en: "what is on record was not done by the body that has to do it"
  },
  "other-level": {
    zh: "在案材料送交的是其他层级或者其他地区的同类机关",
    en: "what is on record went to the same office of another level or region"
  },
  "other-recipient": { zh: "在案材料的送交对象并非应送的机关", en: "what is on record went to another recipient" },
  "own-service": {
    zh: "自建安全服务与省已提供的服务重复，且未记明理由",
    en: "a security service of its own doubles one that is offered, with no reason on record"
  },
  "passed-over": {
    zh: "同一机关同年安排了未载明服务于六项目标的项目，而未安排服务于六项目标的项目",
    en: "in the same year the same body arranged investment for a project that serves none of the six aims and refused one that serves some"
  },
  "platform-unavailable": {
    zh: "当日统一网络平台不可用",
    en: "the unified network platform was not available on the day"
  },
  "reason-given": { zh: "未使用，已记明理由", en: "not used, with the reason on record" },
  "reason-missing": { zh: "未记明理由", en: "no reason on record" },
  "replaced-reply": {
    zh: "此前的答复不明确，已由明确意见替代，该段时间保留在案",
    en: "an explicit opinion replaced a reply that was not; the interval stays on record"
  },
  "self-closed": {
    zh: "检查由被检查的机关自行办结或者撤销",
    en: "the inspection was closed or withdrawn by an organ that was itself inspected"
  },
  "timetable-covers-part": { zh: "时间要求只覆盖该季度的一部分", en: "the timetable covers only part of the quarter" },
  "against-agreement": { zh: "不符合信息交换协议", en: "not in conformity with the exchange agreement" },
  "earlier-breach": {
    zh: "此前一段时间未按规定，该期间保留在案",
    en: "it was not as provided before; the interval stays on record"
  },
  "earlier-version": {
    zh: "所拟定内容依据的目录或者协议已有新版本，宜修订",
    en: "the declaration names an earlier version of the catalogue or the agreement: to be revised"
  },
  "elements-missing": {
    zh: "公开、共享的内容、使用范围、使用方式或者所依据的版本未拟定齐全",
    en: "content, scope or manner, for disclosure or for sharing, or a version is missing"
  },
  "eligible-refused": {
    zh: "申请符合条件而未予共享；按所选解释，申请人有权共享",
    en: "refused although the conditions were met; under the chosen reading sharing is an entitlement"
  },
  "handling-period-over": {
    zh: "本地规定的共享申请办理期限已过；《办法》未规定办理义务，不作逾期认定",
    en: "the local period for handling the request is over; the Measures set no duty to grant, so nothing is overdue"
  },
  "need-missing": { zh: "未说明业务需要", en: "no business need is stated" },
  "other-channel": {
    zh: "未通过省电子政务数据中心共享；按所选解释，须由该渠道共享",
    en: "shared by another way than the provincial data centre, which the chosen reading makes the only one"
  },
  "withheld-published": {
    zh: "分类为不能对外公开，但已对外公开",
    en: "classified as not to be disclosed, and opened to the public all the same"
  },
  "not-an-organ": {
    zh: "责任机关不属于《办法》所称行政机关，《办法》的其他规定对本事项不适用",
    en: "the responsible body is no administrative organ in the sense of the Measures; nothing else in them applies to the case"
  },
  "outside-guangdong": {
    zh: "不在广东省行政区域内，《办法》的其他规定对本事项不适用",
    en: "it lies outside Guangdong; nothing else in the Measures applies to the case"
  },
  "not-construction": {
    zh: "项目不属于《办法》所称电子政务建设，《办法》的其他规定对本项目不适用",
    en: "the project is no e-government construction in the sense of the Measures; nothing else in them applies to it"
  },
  repealed: {
    zh: "按所选解释，《办法》已失效，其他规定不再适用",
    en: "by the reading chosen the Measures are no longer in force; nothing else in them applies"
  },
  "under-way": {
    zh: "按所选解释，《办法》实施前已在进行的项目不适用《办法》",
    en: "by the reading chosen the Measures do not reach a project that was under way before they took force"
  }
}
