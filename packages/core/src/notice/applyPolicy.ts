import type { Directory } from "../agency/Directory.ts"
import { cite } from "../regulation/Citation.ts"
import { isNormId } from "../regulation/Norm.ts"
import type { Text } from "../regulation/Text.ts"
import type { Bearer } from "../verdict/Subject.ts"
import type { Notice } from "./Notice.ts"
import type { Meant, NoticePolicy, PolicyRecipient, PolicyRule } from "./NoticePolicy.ts"
import { readdressed } from "./noticeId.ts"
import { caseText, recipientText } from "./words.ts"

/** That a rule of the deployment keeps from its recipient what the Measures themselves demand that it be told. */
export interface PolicyFinding {
  /** The notice, as it should have gone. */
  readonly notice: Notice
  /** The rule, by its id. */
  readonly rule: string
  /** What the rule did. */
  readonly did: "silence" | "redirect"
  /** The norm that demands it. */
  readonly norm: Notice["norm"]
  /** The article, `第十二条` and `art. 12`. */
  readonly article: Text
  /** The sentence of the Measures, word for word, with its translation. */
  readonly quote: Text
  /** What is not as provided. */
  readonly text: Text
  /** The reason that the rule gives. */
  readonly reason: Text
  /** How it is put right. */
  readonly remedy: Text
}

/** What becomes of a notice under a policy. */
export interface PolicyApplied {
  /** What is sent. */
  readonly send: ReadonlyArray<Notice>
  /** What is not, with the rule and its reason. */
  readonly silenced: ReadonlyArray<{ readonly notice: Notice; readonly rule: string; readonly reason: Text }>
  /** What the Measures demand and does not reach its recipient. */
  readonly findings: ReadonlyArray<PolicyFinding>
}

const among = <A>(list: ReadonlyArray<A> | undefined, one: A): boolean => list === undefined || list.includes(one)

const about = ({ agency, kind, norm, role }: Meant, notice: Notice): boolean =>
  among(kind, notice.kind) &&
  among(norm, notice.norm) &&
  among(role, notice.to.role) &&
  (agency === undefined || (notice.to.agency !== undefined && agency.includes(notice.to.agency)))

/** Who is told instead or as well; an agency is told in the role of the one whom the notice is for. */
const bearerOf = (to: PolicyRecipient, notice: Notice, directory: Directory): Bearer =>
  "agency" in to
    ? { role: notice.to.role, agency: directory.successorOn(to.agency, notice.on) }
    : { role: to.role, agency: directory.holder(to.role, to.region, notice.on) }

type Deciding = Exclude<PolicyRule, { readonly do: "add" }>

const did = {
  silence: { zh: "未发给", en: "does not go to" },
  redirect: { zh: "改发其他单位，未发给", en: "goes to somebody else and not to" }
} as const

const remedy: Text = {
  zh: "取消或者修改该规则；在此之前，以其他方式按规定告知，并将告知情况记录在案。",
  en: "Remove the rule or change it; until then tell the recipient in another way, and enter that it was told."
}

const findingOf = (notice: Notice, rule: Deciding, directory: Directory): ReadonlyArray<PolicyFinding> => {
  const { norm } = notice
  if (!notice.demanded || !isNormId(norm)) return []
  const { article, quote } = cite(norm)
  const about = caseText(notice)
  const whom = recipientText(notice.to, directory)
  const how = did[rule.do]
  return [
    {
      notice,
      rule: rule.id,
      did: rule.do,
      norm,
      article,
      quote,
      text: {
        zh: `按告知规则“${rule.id}”，${about.zh}依${article.zh}应当送达的告知${how.zh}${whom.zh}，该项告知未按规定办理（${norm}）。`,
        en: `Under the rule "${rule.id}" what ${article.en} demands be told of ${about.en} ${how.en} ${whom.en}: it is not told as provided (${norm}).`
      },
      reason: rule.reason,
      remedy
    }
  ]
}

/** What becomes of the recipient for whom a notice is: the first rule that is about it decides. */
const decided = (notice: Notice, rule: Deciding | undefined, directory: Directory): PolicyApplied => {
  if (rule === undefined) return { send: [notice], silenced: [], findings: [] }
  if (rule.do === "silence")
    return {
      send: [],
      silenced: [{ notice, rule: rule.id, reason: rule.reason }],
      findings: findingOf(notice, rule, directory)
    }
  const to = bearerOf(rule.to, notice, directory)
  const { agency, role } = notice.to
  if (to.agency !== undefined && to.agency === agency) return { send: [notice], silenced: [], findings: [] }
  // Nobody knows who the recipient is: an agency that is named for its role is then that one, and nothing is kept from anybody.
  if (agency === undefined && to.role === role && to.agency !== undefined) {
    const { by, demanded, localTerm } = notice
    return { send: [{ ...readdressed(notice, to), demanded, by, localTerm }], silenced: [], findings: [] }
  }
  return { send: [readdressed(notice, to)], silenced: [], findings: findingOf(notice, rule, directory) }
}

/**
 * What is sent of a notice under a policy, and what of it is silenced. Whoever is told as well is told because the deployment wants it, and
 * never because the Measures demand it. What the Measures demand and a rule keeps from its recipient is a finding, as data: nothing of it is lost.
 */
export const applyPolicy = (notice: Notice, { rules }: NoticePolicy, directory: Directory): PolicyApplied => {
  const ours = rules.filter(({ when }) => about(when, notice))
  const deciding = ours.find((rule): rule is Deciding => rule.do !== "add")
  const { findings, send, silenced } = decided(notice, deciding, directory)
  const found = new Map(send.map((one) => [one.id, one]))
  for (const rule of ours) {
    if (rule.do !== "add") continue
    for (const recipient of rule.to) {
      const to = bearerOf(recipient, notice, directory)
      if (to.agency !== undefined && to.agency === notice.to.agency) continue
      const added = readdressed(notice, to)
      if (added.id !== notice.id && !found.has(added.id)) found.set(added.id, added)
    }
  }
  return { send: [...found.values()], silenced, findings }
}
