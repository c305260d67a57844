import type { CaseRef, EmbeddedDocket } from "@banfa/core/docket"
import type { Context } from "@banfa/core/project"
import { describeInspection } from "@banfa/core/project/explain"
import { answered } from "./outlook.ts"
import type { Telling } from "./Telling.ts"

/** What an inspection of the projects would write down: every item with article and quote, then the totals by norm and by bearer. */
export const sayInspection = async (
  docket: EmbeddedDocket,
  cases: ReadonlyArray<CaseRef>,
  asOf: string,
  ctx: Context,
  { say }: Telling
): Promise<boolean> => {
  const answer = answered(await docket.inspect(cases, {}, { asOf }), say)
  if (answer === undefined) return false
  const { byBearer, byNorm, items, standing } = describeInspection(answer, ctx)
  for (const [i, { bearers, severity, verdicts }] of items.entries()) {
    const of = answer.items[i]?.case ?? ""
    const who = { zh: bearers.map((b) => b.zh).join("、"), en: bearers.map((b) => b.en).join(", ") }
    for (const { article, conclusion } of verdicts) {
      say(
        {
          zh: `【${severity.zh}】[${of}] ${article.zh} ${conclusion.zh}（${who.zh}）`,
          en: `[${severity.en}] [${of}] ${article.en} ${conclusion.en} (${who.en})`
        },
        1
      )
    }
  }
  say({ zh: "按条款：", en: "by norm:" }, 1)
  for (const line of byNorm) say(line, 2)
  say({ zh: "按责任单位：", en: "by bearer:" }, 1)
  for (const line of byBearer) say(line, 2)
  for (const sentence of standing) say(sentence, 1)
  return true
}
