import type { Answered, CaseRef, EmbeddedDocket } from "@banfa/core/docket"
import { agencyText, conclusionText, dayText } from "@banfa/core/explanation"
import type { Context, Duty, Verdict } from "@banfa/core/project"
import { describe } from "@banfa/core/project/explain"
import type { NextAct } from "@banfa/core/project/nextActs"
import { actNames } from "@banfa/core/project/vocabulary"
import {
  articleName,
  isNormId,
  norm as normOf,
  normTerms,
  advice as outcomes,
  roleNames,
  type Text
} from "@banfa/core/regulation"
import type { Telling } from "./Telling.ts"

const normText = (norm: string): Text => {
  if (!isNormId(norm)) return { zh: norm, en: norm }
  const article = articleName(normOf(norm).article)
  const { summary } = normTerms[norm]
  return { zh: `${article.zh} ${summary.zh}`, en: `${article.en} ${summary.en}` }
}

/** An instance as a reader names it: `quarter/2026-Q1` is 2026年第1季度. */
const instanceText = (instance: string): Text => {
  const quarter = /^quarter\/(\d{4})-Q(\d)$/u.exec(instance)
  if (quarter !== null) return { zh: ` ${quarter[1]}年第${quarter[2]}季度`, en: ` ${quarter[1]}-Q${quarter[2]}` }
  const name = instance.slice(instance.indexOf("/") + 1)
  return name === "" ? { zh: "", en: "" } : { zh: ` ${name}`, en: ` ${name}` }
}

const bearersText = ({ bearers }: Duty, ctx: Context): Text => {
  const who = bearers.map(({ agency, role }) =>
    agency === undefined ? roleNames[role] : agencyText(ctx.directory, agency)
  )
  return { zh: who.map((w) => w.zh).join("、"), en: who.map((w) => w.en).join(", ") }
}

/** The value of an answer; what stands in its way is told. */
export const answered = <A>(answer: Answered<A, { readonly text: Text }>, say: Telling["say"]): A | undefined => {
  if (answer.ok) return answer.value
  say(answer.error.text, 1)
  return undefined
}

/** What is still owed on a project, line by line: by whom, until when, and on which document the day rests. */
export const sayDuties = async (
  docket: EmbeddedDocket,
  project: CaseRef<"project">,
  asOf: string,
  ctx: Context,
  { say }: Telling
): Promise<boolean> => {
  const answer = answered(await docket.duties(project, { asOf }), say)
  if (answer === undefined) return false
  const { duties, quietUntil } = answer
  if (duties.length === 0) say({ zh: "没有未了事项", en: "nothing is owed" }, 1)
  for (const duty of duties) {
    const { verdict } = duty
    const norm = normText(verdict.norm)
    const what = instanceText(verdict.instance)
    const said = conclusionText(verdict)
    const due =
      verdict.due === undefined
        ? { zh: "", en: "" }
        : { zh: `，期限${dayText(verdict.due).zh}`, en: `, due ${verdict.due}` }
    const who = bearersText(duty, ctx)
    say(
      {
        zh: `${who.zh}：${norm.zh}${what.zh}（${said.zh}${due.zh}）`,
        en: `${who.en}: ${norm.en}${what.en} (${said.en}${due.en})`
      },
      1
    )
  }
  if (quietUntil !== undefined) {
    say(
      {
        zh: `如无人办理，以上情形至${dayText(quietUntil).zh}不变`,
        en: `if nobody acts, this stands as it is until ${quietUntil}`
      },
      1
    )
  }
  return true
}

/** One verdict explained in full. */
export const sayExplanation = async (
  docket: EmbeddedDocket,
  project: CaseRef<"project">,
  verdict: Verdict,
  asOf: string,
  { say }: Telling
): Promise<boolean> => {
  const answer = answered(await docket.explain(project, verdict, { asOf }), say)
  if (answer === undefined) return false
  const { article, basis, bearers, conclusion, facts, quote, readings, remedy, restsOn, standing, summary } = answer
  say(
    { zh: `${article.zh}（${verdict.norm}）：“${quote.zh}”`, en: `${article.en} (${verdict.norm}): "${quote.en}"` },
    1
  )
  say({ zh: `结论：${summary.zh}，${conclusion.zh}`, en: `conclusion: ${summary.en}: ${conclusion.en}` }, 1)
  for (const fact of facts) say(fact, 1)
  for (const bearer of bearers) say({ zh: `责任单位：${bearer.zh}`, en: `borne by: ${bearer.en}` }, 1)
  say({ zh: `依据：${restsOn.zh}`, en: `basis: ${restsOn.en}` }, 1)
  for (const { alternatives, chosen, question } of readings) {
    say({ zh: `解释问题：${question.zh}`, en: `open question: ${question.en}` }, 1)
    say({ zh: `本库采用：${chosen.text.zh}`, en: `read as: ${chosen.text.en}` }, 2)
    for (const { changes, status, text } of alternatives) {
      const said = status ?? { zh: "不适用", en: "does not apply" }
      const effect = changes ? said : { zh: "结论不变", en: "the conclusion stays" }
      say({ zh: `另一解释：${text.zh}——${effect.zh}`, en: `otherwise: ${text.en}: ${effect.en}` }, 2)
    }
  }
  if (remedy !== undefined) say({ zh: `可以这样办：${remedy.zh}`, en: `what to do: ${remedy.en}` }, 1)
  const { calendar, directory, library, norms, profile, readings: read, text } = basis
  say(
    {
      zh: `版本：《办法》${text}，规范 ${norms}，解释 ${read}，库 ${library}；规则 ${profile}，机构名录 ${directory}，工作日安排 ${calendar}`,
      en: `versions: Measures ${text}, norms ${norms}, readings ${read}, library ${library}; profile ${profile}, directory ${directory}, calendar ${calendar}`
    },
    1
  )
  for (const sentence of standing) say(sentence, 1)
  return true
}

const lawful = ({ advice }: NextAct): boolean => advice.outcome === "Allowed" || advice.outcome === "AllowedWithNotice"

/** What may lawfully happen next on a project and by whom, and what may not yet. */
export const sayNext = async (
  docket: EmbeddedDocket,
  project: CaseRef<"project">,
  asOf: string,
  ctx: Context,
  { say }: Telling
): Promise<boolean> => {
  const answer = answered(await docket.next(project, { asOf }), say)
  if (answer === undefined) return false
  for (const next of answer) {
    const { advice, kind, who } = next
    const act = actNames[kind]
    const actors = who.map(({ agency, role }) =>
      agency === undefined ? roleNames[role] : agencyText(ctx.directory, agency)
    )
    const by = { zh: actors.map((a) => a.zh).join("或者"), en: actors.map((a) => a.en).join(" or ") }
    const outcome = outcomes[advice.outcome]
    say(
      {
        zh: `${lawful(next) ? "○" : "✗"} ${act.zh}（${by.zh}）：${outcome.zh}`,
        en: `${lawful(next) ? "○" : "✗"} ${act.en} (${by.en}): ${outcome.en}`
      },
      1
    )
    if (!lawful(next)) for (const reason of advice.reasons) say(describe(reason, ctx).text, 2)
  }
  return true
}
