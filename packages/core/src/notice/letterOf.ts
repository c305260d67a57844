import type { Directory } from "../agency/Directory.ts"
import { dayText } from "../civil/dayText.ts"
import type { LocalNorm } from "../profile/LocalNorm.ts"
import { cite } from "../regulation/Citation.ts"
import { isNormId } from "../regulation/Norm.ts"
import { normTerms } from "../regulation/normTerms.ts"
import type { Text } from "../regulation/Text.ts"
import { standing, statuses } from "../regulation/terms.ts"
import type { Letter, Notice, NoticeKind } from "./Notice.ts"
import { actName, caseText, recipientText, visible, whoText } from "./words.ts"

/** What a notice of each kind is called, above the letter. */
export const kindNames: { readonly [K in NoticeKind]: Text } = {
  report: { zh: "报送", en: "Report" },
  copy: { zh: "抄送", en: "Copy" },
  "budget-copy": { zh: "年度投资预算抄送", en: "Copy of the annual investment budget" },
  "opinion-requested": { zh: "征求意见", en: "Request for an opinion" },
  "opinion-given": { zh: "意见告知", en: "Opinion" },
  decision: { zh: "办理结果告知", en: "Decision" },
  "filing-receipt": { zh: "备案告知", en: "Filing" },
  inspection: { zh: "检查监督告知", en: "Inspection" },
  "duty-opened": { zh: "办理事项提示", en: "To be done" },
  "due-soon": { zh: "临期提示", en: "Due soon" },
  overdue: { zh: "逾期提示", en: "Overdue" },
  finding: { zh: "情况告知", en: "Finding" }
}

type ActKind = Exclude<NoticeKind, "duty-opened" | "due-soon" | "overdue" | "finding">

/** What whoever is told of an act is asked for: never more than the sentence asks. */
const asks: { readonly [K in ActKind]: Text } = {
  report: { zh: "现将上述事项报送贵单位，请查收。", en: "This is reported to you. Please take note of its receipt." },
  copy: {
    zh: "现将上述事项抄送贵单位备案，请查收。",
    en: "This is copied to you for filing. Please take note of its receipt."
  },
  "budget-copy": {
    zh: "现将上述年度投资预算抄送贵单位，请查收。",
    en: "The annual investment budget is copied to you. Please take note of its receipt."
  },
  "opinion-requested": {
    zh: "现征求贵单位意见，请根据电子政务发展规划和项目评估情况给出明确意见。",
    en: "Your opinion is asked for. Please give an explicit opinion, in the light of the development plan and the assessment of the project."
  },
  "opinion-given": {
    zh: "现将意见（结果）告知贵单位，供参考。",
    en: "The opinion or result is made known to you, for reference."
  },
  decision: { zh: "现将办理结果告知贵单位，请知悉。", en: "The outcome is made known to you." },
  "filing-receipt": {
    zh: "现将备案办理情况告知贵单位，请知悉。",
    en: "What became of the filing is made known to you."
  },
  inspection: { zh: "现将检查监督有关事项告知贵单位，请知悉。", en: "What the inspection did is made known to you." }
}

const isOfAct = (kind: NoticeKind): kind is ActKind => Object.hasOwn(asks, kind)

/** Where the notice rests: the article and the sentence, of the Measures or of a local document. */
const grounds = (
  { norm }: Notice,
  localNorms: ReadonlyArray<Pick<LocalNorm, "id" | "quote" | "source" | "summary">>
): { readonly article: Text; readonly quote: Text; readonly summary: Text; readonly remedy: Text | undefined } => {
  if (isNormId(norm)) {
    const { remedy, summary } = normTerms[norm]
    return { ...cite(norm), summary, remedy: remedy ?? undefined }
  }
  const local = localNorms.find(({ id }) => id === norm)
  const unknown = visible({ zh: `本地规范${norm}`, en: `local norm ${norm}` })
  return local === undefined
    ? { article: unknown, quote: { zh: "（未载明）", en: "(not stated)" }, summary: unknown, remedy: undefined }
    : {
        article: visible(local.source.title),
        quote: visible(local.quote),
        summary: visible(local.summary),
        remedy: undefined
      }
}

/** The entry that a letter tells of, so that it can be looked up. */
const entryText = (fact: string | undefined): Text =>
  fact === undefined ? { zh: "", en: "" } : visible({ zh: `（记录：${fact}）`, en: ` (record ${fact})` })

/** What was done, by whom and on which day. */
const doneText = (notice: Notice, directory: Directory): Text => {
  const about = caseText(notice)
  const { en: on, zh: day } = dayText(notice.on)
  const who = notice.actor === undefined ? undefined : whoText(notice.actor, directory)
  const entry = entryText(notice.fact)
  if (notice.act === "Retracted") {
    const former = visible({ zh: notice.replaces ?? "", en: notice.replaces ?? "" })
    return {
      zh: `${about.zh}：此前告知贵单位的事项（原记录：${former.zh}），${day}${who === undefined ? "已" : `已由${who.zh}`}撤销或者更正，不再有效${entry.zh}。`,
      en: `${about.en}: what you were told of before (record ${former.en}) was taken back or corrected on ${on}${who === undefined ? "" : ` by ${who.en}`} and no longer stands${entry.en}.`
    }
  }
  const act = actName(notice)
  return {
    zh: `${about.zh}：${day}，${who === undefined ? "" : `${who.zh}`}办理“${act.zh}”${entry.zh}。`,
    en: `${about.en}: on ${on} ${who === undefined ? "it was recorded" : `${who.en} acted`}: ${act.en}${entry.en}.`
  }
}

const replacedText = ({ act, replaces }: Notice): ReadonlyArray<Text> =>
  replaces === undefined || act === "Retracted"
    ? []
    : [
        visible({
          zh: `本件更正此前的记录（${replaces}），以本件为准。`,
          en: `This corrects an earlier record (${replaces}); what is said here counts.`
        })
      ]

/** Behind a day: that a local document fixes it, where it does. */
const fixedText = ({ localTerm }: Notice): Text =>
  localTerm === undefined ? { zh: "", en: "" } : { zh: `${standing.localTerm.zh}。`, en: ` ${standing.localTerm.en}.` }

const inTimeText = (notice: Notice): ReadonlyArray<Text> => {
  const { by } = notice
  if (by === undefined) return []
  const fixed = fixedText(notice)
  return [
    {
      zh: `本件在${dayText(by).zh}以前（含当日）送达的，为按期。${fixed.zh}`,
      en: `It is in time if it arrives by ${by}, that day included.${fixed.en}`
    }
  ]
}

const actBody = (notice: Notice, kind: ActKind, directory: Directory): ReadonlyArray<Text> => {
  const done = doneText(notice, directory)
  if (notice.act === "Retracted")
    return [done, { zh: "请贵单位以现行记录为准。", en: "Please go by what now stands on the record." }]
  return [done, ...replacedText(notice), asks[kind], ...inTimeText(notice)]
}

/** How a verdict stands, and what whoever bears it is asked for. A day that has passed is named as such; where none is fixed that is said. */
const standingBody = (notice: Notice, summary: Text, remedy: Text | undefined): ReadonlyArray<Text> => {
  const about = caseText(notice)
  const { due, kind, on } = notice
  const day = dayText(on)
  const status = notice.status === undefined ? undefined : statuses[notice.status]
  const what: Text = {
    zh: `${about.zh}：${summary.zh}${status === undefined ? "" : `。截至${day.zh}，${status.zh}`}。`,
    en: `${about.en}: ${summary.en}${status === undefined ? "" : `. As of ${day.en}: ${status.en}`}.`
  }
  const fixed = fixedText(notice)
  const until: Text =
    due === undefined
      ? ended(standing.noStatutoryTerm)
      : { zh: `期限：${dayText(due).zh}（含当日）。${fixed.zh}`, en: `Due by ${due}, that day included.${fixed.en}` }
  const ask: { readonly [K in Exclude<NoticeKind, ActKind>]: ReadonlyArray<Text> } = {
    "duty-opened": [
      until,
      { zh: "该事项由贵单位办理，请按规定办理。", en: "It is for you to do. Please do it as provided." }
    ],
    "due-soon": [until, { zh: "该事项期限将至，请贵单位按期办理。", en: "The day is near. Please do it in time." }],
    overdue: [
      until,
      {
        zh: "尚无办理记录，请贵单位尽快办理；已经办理的，请补录记录。",
        en: "No record says that it was done. Please do it soon; if it was done, please have it entered."
      }
    ],
    finding: [
      ...(due === undefined ? [] : [until]),
      ...(remedy === undefined ? [] : [{ zh: `办理建议：${ended(remedy).zh}`, en: `What to do: ${ended(remedy).en}` }]),
      { zh: "记录与实际不符的，请予更正。", en: "Where the record is not what happened, please have it corrected." }
    ]
  }
  return isOfAct(kind) ? [what] : [what, ...ask[kind]]
}

/** A sentence with one full stop at its end. */
const ended = ({ en, zh }: Text): Text => ({ zh: `${zh.replace(/。$/u, "")}。`, en: `${en.replace(/\.$/u, "")}.` })

/**
 * A notice in words, Chinese and English: what it is, whom it is for, what was done or how things stand, by whom and on which day, what the
 * recipient is asked for and until when, article and sentence. Plain text, a paragraph each; what comes from outside holds no control
 * character. Same notice, same bytes.
 *
 * @param notice - The notice.
 * @param directory - The names of the agencies; an agency that it does not know is named by its id.
 * @param localNorms - The norms of the profile's layers, of which the letter names document and words; without them it names the id alone.
 */
export const letterOf = (
  notice: Notice,
  directory: Directory,
  localNorms: ReadonlyArray<Pick<LocalNorm, "id" | "quote" | "source" | "summary">> = []
): Letter => {
  const { article, quote, remedy, summary } = grounds(notice, localNorms)
  const { kind } = notice
  const about = caseText(notice)
  const withdrawn = notice.act === "Retracted"
  const what = isOfAct(kind) && !withdrawn ? actName(notice) : summary
  const name = kindNames[kind]
  const to = recipientText(notice.to, directory)
  return {
    notice,
    title: {
      zh: `${name.zh}${withdrawn ? "（撤销或者更正）" : ""}：${about.zh}，${what.zh}`,
      en: `${name.en}${withdrawn ? " (taken back or corrected)" : ""}: ${about.en}, ${what.en}`
    },
    body: [
      { zh: `${to.zh}：`, en: `To ${to.en}:` },
      ...(isOfAct(kind) ? actBody(notice, kind, directory) : standingBody(notice, summary, remedy))
    ],
    article,
    quote
  }
}
