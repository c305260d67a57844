import type { EmbeddedDocket, Recorded } from "@banfa/core/docket"
import { agencyText, dayText } from "@banfa/core/explanation"
import type { Context, Event } from "@banfa/core/project"
import { describe } from "@banfa/core/project/explain"
import { actNames } from "@banfa/core/project/vocabulary"
import { advice as outcomes } from "@banfa/core/regulation"
import type { Telling } from "./Telling.ts"

/** Who enters what happened although it was refused. */
export const clerk = "示例录入员"

/** An error of the docket in words: each has its text in both languages. */
const errorText = (error: { readonly message: string }): { readonly zh: string; readonly en: string } =>
  "text" in error
    ? (error.text as { readonly zh: string; readonly en: string })
    : { zh: error.message, en: error.message }

/** The fact as the docket takes it: what the docket fills in is left to it. */
const given = ({ recordedAt: _at, recordedBy: _by, seq: _seq, ...fact }: Event): object => fact

/**
 * Plays facts through the docket in the order in which they were entered. Each act is performed; what `perform` refuses did happen in the
 * story, so it is recorded with its findings.
 */
export const playFacts = async (
  docket: EmbeddedDocket,
  facts: ReadonlyArray<Event>,
  ctx: Context,
  { of, say }: Telling
): Promise<boolean> => {
  let whole = true
  for (const [index, fact] of entered(facts).entries()) {
    const who = fact.by === undefined ? "" : `${of(agencyText(ctx.directory, fact.by))} `
    const act = of(actNames[fact._tag])
    say({
      zh: `${dayText(fact.on).zh}  [${fact.project}] ${who}${act}`,
      en: `${fact.on}  [${fact.project}] ${who}${act}`
    })
    const command = { at: fact.recordedAt, facts: [given(fact)] }
    const performed = await docket.perform({ ...command, command: `perform/${index}`, by: fact.by ?? clerk })
    if (performed.ok) {
      const { advice } = performed.value
      if (advice.reasons.length > 0)
        say({ zh: `→ ${outcomes[advice.outcome].zh}`, en: `→ ${outcomes[advice.outcome].en}` }, 2)
      for (const reason of advice.reasons) sayReason(reason, ctx, { of, say })
      continue
    }
    const { error } = performed
    if (error._tag !== "Refused") {
      say(errorText(error), 2)
      whole = false
      continue
    }
    const outcome = outcomes[error.advice.outcome]
    say({ zh: `✗ ${outcome.zh}，perform 不予办理`, en: `✗ ${outcome.en}: perform refuses` }, 2)
    for (const reason of error.advice.reasons) sayReason(reason, ctx, { of, say })
    const recorded = await docket.record({ ...command, command: `record/${index}`, by: clerk })
    if (recorded.ok) await sayFindings(docket, recorded.value, fact.on, { say })
    else {
      say(errorText(recorded.error), 2)
      whole = false
    }
  }
  return whole
}

/** In the order of entry; what was entered at one moment, in the order of its days. */
const entered = (facts: ReadonlyArray<Event>): ReadonlyArray<Event> =>
  facts.toSorted(
    (a, b) =>
      (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0) ||
      (a.on < b.on ? -1 : a.on > b.on ? 1 : 0) ||
      (a.seq ?? 0) - (b.seq ?? 0)
  )

const sayReason = (
  reason: Parameters<typeof describe>[0],
  ctx: Context,
  { say }: Pick<Telling, "of" | "say">
): void => {
  const { article, quote, remedy, text, whose } = describe(reason, ctx)
  if (article !== undefined && quote !== undefined)
    say({ zh: `${article.zh}：“${quote.zh}”`, en: `${article.en}: "${quote.en}"` }, 3)
  say(whose === undefined ? text : { zh: `${text.zh}（${whose.zh}）`, en: `${text.en} (${whose.en})` }, 3)
  if (remedy !== undefined) say({ zh: `可以这样办：${remedy.zh}`, en: `what to do: ${remedy.en}` }, 3)
}

/** What a recorded fact newly shows that is not as provided, and whose it is: not always the actor's. */
const sayFindings = async (
  docket: EmbeddedDocket,
  { changes }: Recorded,
  asOf: string,
  { say }: Pick<Telling, "say">
): Promise<void> => {
  say(
    {
      zh: "● 事实已经发生，record 予以记录，并附结论：",
      en: "● it happened all the same: record keeps it with its findings:"
    },
    2
  )
  for (const { case: of, changes: found } of changes) {
    for (const { after } of found) {
      const explained = after?.status === "Breached" ? await docket.explain(of, after, { asOf }) : undefined
      if (explained?.ok !== true) continue
      const { article, bearers, conclusion, quote } = explained.value
      const zh = bearers.map((bearer) => bearer.zh).join("、")
      const en = bearers.map((bearer) => bearer.en).join(", ")
      say({ zh: `${article.zh}：“${quote.zh}”`, en: `${article.en}: "${quote.en}"` }, 3)
      say({ zh: `${conclusion.zh}（${zh}）`, en: `${conclusion.en} (${en})` }, 3)
    }
  }
}
