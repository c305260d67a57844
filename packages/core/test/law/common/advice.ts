/** Laws of advice and duties: what is advised on an act is what recording it would say, and what is owed is what verdicts leave open. */
import { expect } from "vitest"
import { type Advice, advise } from "../../../src/verdict/Advice.ts"
import { compare } from "../../../src/verdict/compare.ts"
import { duties } from "../../../src/verdict/Duty.ts"
import { caseAt } from "../../../src/verdict/record.ts"
import { evaluate } from "../../../src/verdict/Subject.ts"
import { open } from "../../../src/verdict/Verdict.ts"
import { lineOf, named, nameOf, now } from "../Law.ts"
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
      const owed = said().filter((v) => open(v) && subject.owing(v, state, ctx).length > 0)
      met(owed.length)
      expect(duties(subject, state, ctx).duties.map(({ bearers, verdict }) => ({ bearers, verdict }))).toEqual(
        owed.map((verdict) => ({ verdict, bearers: subject.owing(verdict, state, ctx) }))
      )
    }
  )

  claim(
    "stillOwed",
    `what an act of the day asked would perform late is owed on that day (${arts})`,
    {},
    ({ ctx, day, events, met, n, said, state }) => {
      const acts = events.filter((e) => e._tag !== "Retracted" && !subject.opens(e))
      const toCome = acts.filter(({ on }) => on > day)
      const tried = [...toCome.slice(0, 4), ...acts.slice(n % Math.max(1, acts.length)).slice(0, 2)]
      const owed = new Set(duties(subject, state, ctx).duties.map(({ verdict }) => nameOf(verdict)))
      const before = named(said())
      for (const one of tried) {
        const act = { ...one, id: "~late", on: day, corrects: undefined }
        for (const v of evaluate(subject, subject.evolve(state, act), ctx)) {
          if (v.status !== "FulfilledLate" || v.act?.ref !== act.id) continue
          const was = before.get(nameOf(v))
          // Of what is undetermined nobody knows whether it is owed, and what was ended on the same day is over.
          if (was === undefined || was.status === "Undetermined" || was.status === "FulfilledLate") continue
          if (was.act?.on === day || subject.owing(was, state, ctx).length === 0) continue
          met()
          expect(owed.has(nameOf(v)), `${lineOf(was)} > ${lineOf(v)}`).toBe(true)
        }
      }
    }
  )
}
