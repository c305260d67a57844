import type { Directory } from "../agency/Directory.ts"
import { roleNames } from "../regulation/roleNames.ts"
import type { Text } from "../regulation/Text.ts"
import type { Act } from "../verdict/Fact.ts"
import type { Bearer } from "../verdict/Subject.ts"
import type { Interval } from "../verdict/Verdict.ts"

/** What the acts, positions and missing facts of a subject are called. */
export interface Vocabulary {
  /** Kinds of facts, by tag. */
  readonly acts: { readonly [tag: string]: Text }
  /** Positions of the lifecycle. */
  readonly positions: { readonly [position: string]: Text }
  /** Facts that a verdict may miss. */
  readonly missing: { readonly [fact: string]: Text }
}

/** A day as a document writes it. */
export const dayText = (date: string): Text => ({
  zh: `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`,
  en: date
})

/** An agency by its name, or by its id where the directory does not know it. */
export const agencyText = (directory: Directory, agency: string | undefined): Text =>
  agency === undefined
    ? { zh: "（未载明）", en: "(not stated)" }
    : (directory.name(agency) ?? { zh: agency, en: agency })

/** Who bears a verdict, and in which role. */
export const bearerText = ({ agency, role }: Bearer, directory: Directory): Text => {
  const who = agencyText(directory, agency)
  return { zh: `${who.zh}（${roleNames[role].zh}）`, en: `${who.en} (${roleNames[role].en})` }
}

/** A word of the vocabulary, or the word itself. */
export const word = (words: { readonly [key: string]: Text }, key: string): Text =>
  Object.hasOwn(words, key) ? (words[key] as Text) : { zh: key, en: key }

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

/** An interval of breach that stays on record. */
export const intervalText = ({ from, until }: Interval): Text => ({
  zh: `${dayText(from).zh}至${dayText(until).zh}前未按规定，保留在案`,
  en: `not as provided from ${from} until ${until}; this stays on record`
})
