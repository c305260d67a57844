/** What a notice speaks of, in words: its case, what of the case, the act, and who is told. */
import type { Directory } from "../agency/Directory.ts"
import { vocabulary as complaint } from "../complaint/explain.ts"
import { subjectNames } from "../explanation/subjectNames.ts"
import { agencyText, instanceText, type Vocabulary, word } from "../explanation/wording.ts"
import { vocabulary as facility } from "../facility/explain.ts"
import { vocabulary as organ } from "../organ/explain.ts"
import { vocabulary as planning } from "../planning/explain.ts"
import { vocabulary as project } from "../project/explain.ts"
import { roleNames } from "../regulation/roleNames.ts"
import type { Text } from "../regulation/Text.ts"
import { vocabulary as resource } from "../resource/explain.ts"
import { vocabulary as standard } from "../standard/explain.ts"
import { vocabulary as supervision } from "../supervision/explain.ts"
import { vocabulary as system } from "../system/explain.ts"
import type { Bearer } from "../verdict/Subject.ts"
import type { Notice } from "./Notice.ts"

const vocabularies: { readonly [subject: string]: Vocabulary } = {
  complaint,
  facility,
  organ,
  planning,
  project,
  resource,
  standard,
  supervision,
  system
}

const vocabularyOf = (subject: string): Vocabulary =>
  (Object.hasOwn(vocabularies, subject) ? vocabularies[subject] : undefined) ?? { acts: {}, positions: {}, missing: {} }

const escaped = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, (one) => {
    const code = one.codePointAt(0) ?? 0
    return `\\u{${code.toString(16).toUpperCase()}}`
  })

/**
 * A text from outside as one line: control characters, line breaks, half surrogate pairs and characters that turn or hide what stands beside
 * them are written as their code, `\u{A}`.
 */
export const visible = ({ en, zh }: Text): Text => ({ zh: escaped(zh), en: escaped(en) })

/** An agency by its name; with its id where the directory does not know it. */
export const whoText = (agency: string, directory: Directory): Text => visible(agencyText(directory, agency))

const roleText = ({ role }: Bearer): Text => {
  const { en, zh } = roleNames[role]
  return {
    zh: zh.replace(/^（各级）/u, "").replace(/^（(.*)）$/u, "$1"),
    en: en.replace(/ \(.*\)$/u, "").replace(/ - NOT named in the text$/u, "")
  }
}

/** Who is told: the agency in its role, or the role alone where nobody knows who fills it. */
export const recipientText = (to: Bearer, directory: Directory): Text => {
  const role = roleText(to)
  if (to.agency === undefined) return { zh: `${role.zh}（具体单位不明）`, en: `the ${role.en} (not known which)` }
  const who = whoText(to.agency, directory)
  return { zh: `${who.zh}（${role.zh}）`, en: `${who.en} (${role.en})` }
}

/** The case, and what of it a notice is about. */
export const caseText = (notice: Pick<Notice, "case" | "instance">): Text => {
  const { id, subject } = notice.case
  const name = word(subjectNames, subject)
  const whole = { zh: `${name.zh}${id}`, en: `${name.en} ${id}` }
  if (notice.instance === "") return visible(whole)
  const part = instanceText(notice.instance, vocabularyOf(subject))
  return visible({ zh: `${whole.zh}（${part.zh}）`, en: `${whole.en} (${part.en})` })
}

/** What was done, as its subject calls it. */
export const actName = ({ act = "", case: { subject } }: Pick<Notice, "act" | "case">): Text =>
  visible(word(vocabularyOf(subject).acts, act))
