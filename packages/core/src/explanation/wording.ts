import type { Directory } from "../agency/Directory.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import { civilDay } from "../civil/civilDay.ts"
import { dayText } from "../civil/dayText.ts"
import { isQuarter } from "../civil/Quarter.ts"
import { roleNames } from "../regulation/roleNames.ts"
import type { Text } from "../regulation/Text.ts"
import type { Act } from "../verdict/Fact.ts"
import type { Bearer } from "../verdict/Subject.ts"
import type { Gate, Interval } from "../verdict/Verdict.ts"

/** What the acts, positions and missing facts of a subject are called. */
export interface Vocabulary {
  /** Kinds of facts, by tag. */
  readonly acts: { readonly [tag: string]: Text }
  /** Positions of the lifecycle. */
  readonly positions: { readonly [position: string]: Text }
  /** What of the case has a lifecycle of its own beside it, and its positions. */
  readonly parts?: ReadonlyArray<{ readonly name: Text; readonly positions: { readonly [position: string]: Text } }>
  /** Facts that a verdict may miss. */
  readonly missing: { readonly [fact: string]: Text }
  /** By the kinds that stand before the stroke in the name of an instance: `application/A1`. */
  readonly instances?: { readonly [kind: string]: Text }
}

/** An agency by its name, or by its id where the directory does not know it. */
export const agencyText = (directory: Directory, agency: string | undefined): Text =>
  agency === undefined
    ? { zh: "（未载明）", en: "(not stated)" }
    : (directory.name(agency) ?? { zh: agency, en: agency })

/** Who bears a verdict, and in which role. */
export const bearerText = ({ agency, role }: Bearer, directory: Directory): Text => {
  const who = agencyText(directory, agency)
  const named = roleNames[role].zh.replace(/^（各级）/u, "").replace(/^（(.*)）$/u, "$1")
  return { zh: `${who.zh}（${named}）`, en: `${who.en} (${roleNames[role].en.replace(/ \(.*\)$/u, "")})` }
}

/** A word of the vocabulary, or the word itself. */
export const word = (words: { readonly [key: string]: Text }, key: string): Text =>
  Object.hasOwn(words, key) ? (words[key] as Text) : { zh: key, en: key }

const ordinals = ["一", "二", "三", "四"]

/** What a verdict is about: one of the instances of its case, or the whole of it. */
export const instanceText = (instance: string, { instances = {} }: Vocabulary): Text => {
  if (instance === "") return { zh: "全案", en: "the whole case" }
  const stroke = instance.indexOf("/")
  const [kind, id] = [instance.slice(0, stroke), instance.slice(stroke + 1)]
  if (isQuarter(id)) return { zh: `${id.slice(0, 4)}年第${ordinals[Number(id.slice(6)) - 1]}季度`, en: id }
  const name = word(instances, kind)
  return { zh: `${name.zh}${id}`, en: `${name.en} ${id}` }
}

/** An act with its day, its actor and where it is written down. */
export const actText = (lead: Text, act: Act, directory: Directory, { acts }: Vocabulary): Text => {
  const day = dayText(act.on)
  const who = act.by === undefined ? undefined : agencyText(directory, act.by)
  const what = act.kind === undefined ? undefined : word(acts, act.kind)
  const record = act.ref === undefined ? { zh: "", en: "" } : { zh: `（记录：${act.ref}）`, en: ` (record ${act.ref})` }
  return {
    zh: `${lead.zh}：${day.zh}，${who?.zh ?? ""}${what?.zh ?? ""}${record.zh}`.replace("，（", "（"),
    en: `${lead.en}: ${day.en}${who === undefined ? "" : `, ${who.en}`}${what === undefined ? "" : `: ${what.en}`}${record.en}`
  }
}

const entryText = ({ entered }: { readonly entered?: string | undefined }): Text => {
  const day = entered === undefined ? undefined : civilDay(entered)
  return day === undefined ? { zh: "", en: "" } : { zh: `（${dayText(day).zh}录入）`, en: ` (entered on ${day})` }
}

/** That an act was entered only after a decision that it precedes in law had been entered, with the days of both. */
export const precedesText = (on: CivilDate, entered: string | undefined, decision: Act): Text => {
  const [own, other] = [entryText({ entered }), entryText(decision)]
  return {
    zh: `该事项的日期${dayText(on).zh}${own.zh}在${dayText(decision.on).zh}的决定${other.zh}之前，而录入在该决定录入之后`,
    en: `the act of ${on}${own.en} precedes the decision of ${decision.on}${other.en}, but was entered after it`
  }
}

/** An interval of breach that stays on record. */
export const intervalText = ({ from, until }: Interval): Text => ({
  zh: `自${dayText(from).zh}起至${dayText(until).zh}前未按规定，该期间保留在案`,
  en: `not as provided from ${from} until ${until}; this stays on record`
})

const gates: { readonly [G in Gate]: Text } = {
  met: { zh: "办理前提已具备", en: "the precondition of the act is met" },
  unmet: { zh: "办理前提未具备", en: "the precondition of the act is not met" },
  unknown: { zh: "办理前提是否具备尚不能判定", en: "whether the precondition of the act is met is not known" }
}

/** Whether what a norm asks for before an act holds. */
export const gateText = (gate: Gate): Text => gates[gate]

/** Where no day is fixed: the day after which it was certainly late. */
export const limitText = (limit: string): Text => ({
  zh: `《办法》未规定具体日期，${dayText(limit).zh}之后仍未办理的，确属逾期`,
  en: `no day is fixed; after ${limit} it is certainly late`
})
