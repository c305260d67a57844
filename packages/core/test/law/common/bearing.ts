/** Laws of who bears what: a finding stays, what is owed passes on. */
import fc from "fast-check"
import { expect } from "vitest"
import { addDays } from "../../../src/civil/CivilDate.ts"
import { findingDay } from "../../../src/verdict/bearing.ts"
import { duties } from "../../../src/verdict/Duty.ts"
import { itemsOf, severityOf } from "../../../src/verdict/Inspection.ts"
import { evaluate } from "../../../src/verdict/Subject.ts"
import { adverse, open } from "../../../src/verdict/Verdict.ts"
import { lineOf, named, nameOf } from "../Law.ts"
import { type Case, doors, type Known, stating, type Told } from "./Known.ts"

export const bearingLaws = <S extends Case, E extends Told, P>(k: Known<S, E, P>): void => {
  const { arts, directory, subject } = k
  const { asked, onDay } = doors(k)
  const claim = stating(k)

  claim(
    "bearing",
    `who bears a finding stays the same whoever succeeds, in verdicts, duties and inspections; what is owed passes to them (${arts})`,
    { wait: fc.nat(500) },
    ({ ctx, day, met, profile, province, said, state }, { wait }) => {
      const then = asked(addDays(day, wait), profile, province)
      const later = named(evaluate(subject, state, then))
      const owed = duties(subject, state, ctx).duties
      const items = itemsOf(subject, state, ctx)
      for (const { bearers, verdict } of owed)
        for (const { agency } of bearers)
          if (agency !== undefined) expect(directory.successorOn(agency, day), lineOf(verdict)).toBe(agency)
      for (const v of said()) {
        const bore = subject.bearers(v, state, ctx)
        if (severityOf(v) === undefined) continue
        const item = items.find(({ verdicts }) => verdicts.some((one) => nameOf(one) === nameOf(v)))
        expect(item?.bearers, lineOf(v)).toEqual(expect.arrayContaining([...bore]))
        if (!adverse(v.status)) continue
        met()
        const duty = owed.find(({ verdict }) => nameOf(verdict) === nameOf(v))
        if (duty !== undefined) expect(duty.bore, lineOf(v)).toEqual(bore)
        const w = later.get(nameOf(v))
        if (w === undefined || !adverse(w.status) || findingDay(w) !== findingDay(v)) continue
        expect(subject.bearers(w, state, then), lineOf(v)).toEqual(bore)
      }
    }
  )

  claim(
    "lateness",
    `what was late is borne by whoever owed it on the last day on which it was not (${arts})`,
    {},
    ({ ctx, events, met, profile, province, said, state }) => {
      for (const v of said()) {
        const last = v.due ?? v.limit
        if ((v.status !== "Overdue" && v.status !== "FulfilledLate") || last === undefined) continue
        const on = asked(last, profile, province)
        const before = onDay(events, last)
        const was = evaluate(subject, before, on).find((one) => nameOf(one) === nameOf(v))
        if (was === undefined || !open(was) || findingDay(was) !== undefined) continue
        if (k.ownerToldLater?.(before, v)) continue
        met()
        expect(subject.bearers(v, state, ctx), lineOf(v)).toEqual(subject.owing(was, before, on))
      }
    }
  )
}
