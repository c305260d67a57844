/** Laws of advice and duties: what is advised on an act is what recording it would say, and what is owed is what verdicts leave open. */
import { expect } from "vitest"
import { type Advice, advise } from "../../../src/verdict/Advice.ts"
import { compare } from "../../../src/verdict/compare.ts"
import { duties } from "../../../src/verdict/Duty.ts"
import { caseAt } from "../../../src/verdict/record.ts"
import { evaluate } from "../../../src/verdict/Subject.ts"
import { open } from "../../../src/verdict/Verdict.ts"
import { lineOf, now } from "../Law.ts"
import { type Case, doors, type Known, stating, type Told, unsaid } from "./Known.ts"

const shown = (changes: Advice["changes"]): ReadonlyArray<string> =>
  changes.map((c) => [c.before, c.after].map((v) => v && lineOf(v)).join(" > ")).sort()

export const adviceLaws = <S extends Case, E extends Told, P>(k: Known<S, E, P>): void => {
  const { arts, id, subject, words } = k
  const { asked } = doors(k)
  const claim = stating(k)

  claim(
    "advice",
    `advice tells exactly what recording the act would change, and every reason has words (${arts})`,
    {},
    ({ events, met, n, profile, province }) => {
      const acts = events.filter((e) => e._tag !== "Retracted")
      const act = acts[n % Math.max(1, acts.length)] as E
      const rest = events.filter((e) => e.id !== act.id && e.corrects !== act.id)
      const s = caseAt(subject, id(events), rest, act.on, now)
      const ctx = asked(act.on, profile, province)
      const full = compare(evaluate(subject, s, ctx), evaluate(subject, subject.evolve(s, act), ctx))
      if (full.length > 0) met()
      const { changes, reasons } = advise(subject, s, act, ctx)
      expect(shown(changes)).toEqual(shown(full))
      for (const reason of reasons) {
        const { en, zh } = words.describe(reason, ctx).text
        for (const text of [en, zh]) expect(text, reason._tag).not.toMatch(unsaid)
        expect(zh, reason._tag).toMatch(/\p{Script=Han}/u)
      }
    }
  )

  claim(
    "duties",
    `duties are the open verdicts that somebody owes, in their order (${arts})`,
    {},
    ({ ctx, met, said, state }) => {
      const owed = said().filter((v) => open(v.status) && subject.owing(v, state, ctx).length > 0)
      met(owed.length)
      expect(duties(subject, state, ctx).duties.map(({ bearers, verdict }) => ({ bearers, verdict }))).toEqual(
        owed.map((verdict) => ({ verdict, bearers: subject.owing(verdict, state, ctx) }))
      )
    }
  )
}
