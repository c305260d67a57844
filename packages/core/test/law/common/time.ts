/** Laws of time: what a day can know, what waiting changes, what stays on record. */
import fc from "fast-check"
import { expect } from "vitest"
import { addDays, type CivilDate, dayNumber } from "../../../src/civil/CivilDate.ts"
import { quarters } from "../../../src/civil/Quarter.ts"
import type { LocalNorm } from "../../../src/profile/LocalNorm.ts"
import type { Entry } from "../../../src/profile/Parameter.ts"
import { duties, quietUntil } from "../../../src/verdict/Duty.ts"
import type { Act } from "../../../src/verdict/Fact.ts"
import { commencement } from "../../../src/verdict/Rule.ts"
import { ruling } from "../../../src/verdict/ruling.ts"
import { evaluate } from "../../../src/verdict/Subject.ts"
import type { Context, Verdict } from "../../../src/verdict/Verdict.ts"
import { lineOf, nameOf } from "../Law.ts"
import { type Case, doors, type Known, stating, stillAfter, type Told } from "./Known.ts"

const spans = (found: ReadonlyArray<Verdict>): ReadonlyArray<string> =>
  found.flatMap((v) => (v.intervals ?? []).map(({ from, until }) => `${nameOf(v)} ${from}..${until}`))

/** Norms that a document adds for the cases of a subject, over some days. */
const localTo = (subject: string): fc.Arbitrary<ReadonlyArray<LocalNorm>> =>
  fc.option(
    fc
      .record({ from: fc.constantFrom("2010-01-01", "2026-06-01"), until: fc.constantFrom("2026-12-31", undefined) })
      .map(({ from, until }) => [
        {
          id: "local:sample",
          subject,
          summary: { zh: "示例", en: "a sample" },
          quote: { zh: "示例", en: "a sample" },
          bearer: ["organ.any"],
          source: { title: { zh: "示例", en: "a sample" }, status: "sample" },
          from: from as CivilDate,
          until: until as CivilDate | undefined,
          evaluate: () => [{ instance: "", ruling: ruling("DueUnspecified") }]
        } satisfies LocalNorm
      ]),
    { nil: [], freq: 2 }
  )

/**
 * Days until a last one on which a change would be found: a week from the first and to the last of them, the days about the ends of quarters
 * and about the turns of what is asked with, and days near and far that are drawn.
 */
const daysUntil = (first: CivilDate, last: CivilDate, ctx: Context, lots: ReadonlyArray<number>) => {
  const week = [0, 1, 2, 3, 4, 5, 6]
  const entries: ReadonlyArray<ReadonlyArray<Entry> | undefined> = Object.values(ctx.profile.parameters)
  const spans = [...entries.flatMap((all) => all ?? []), ...ctx.profile.localNorms]
  const turns = spans.flatMap(({ from, until }) => [from, until ?? from])
  const ends = quarters.map(({ ends }) => ends)
  const all = [
    ...week.flatMap((i) => [addDays(first, i), addDays(last, -i)]),
    ...[...turns, ...ctx.directory.turns].flatMap((day) => [-1, 0, 1].map((i) => addDays(day, i))),
    ...ends.filter((day) => day > first && day < last).map((day, i) => addDays(day, (lots[i % lots.length] ?? 0) % 31)),
    ...lots.map((lot) => addDays(first, lot))
  ]
  return [...new Set(all)].filter((day) => day >= first && day <= last).toSorted()
}
const lots = fc.array(fc.oneof(fc.nat(60), fc.nat(400), fc.nat(3650)), { minLength: 40, maxLength: 40 })

export const timeLaws = <S extends Case, E extends Told, P>(k: Known<S, E, P>): void => {
  const { arts, subject } = k
  const { onDay, says } = doors(k)
  const claim = stating(k)

  claim(
    "noLater",
    `a verdict sees no later fact, and what it keeps on record was over by then (${arts})`,
    {},
    ({ day, events, met, said }) => {
      if (said().length > 0 && events.some((e) => e.on > day)) met()
      // What opens a record holds on every day, whatever its own.
      const openings = new Set(events.filter(subject.opens).map(({ id }) => id))
      for (const v of said()) {
        for (const act of [v.trigger, v.act, ...(v.intervals ?? []).map((i) => i.act)])
          if (act !== undefined && !openings.has(act.ref ?? ""))
            expect(act.on <= day, `${lineOf(v)} on ${day}`).toBe(true)
        for (const { from, until } of v.intervals ?? [])
          expect(from < until && until <= day, `${lineOf(v)}, ${from} to ${until}, on ${day}`).toBe(true)
      }
    }
  )

  claim(
    "quiet",
    `a case that is left alone reads the same until the day it names, and differently on the day after (${arts})`,
    { local: localTo(subject.id), lots },
    ({ ctx: plain, day, events, met, state }, { local, lots }) => {
      const profile = { ...plain.profile, localNorms: [...plain.profile.localNorms, ...local] }
      const ctx = k.movedByOthers ? stillAfter({ ...plain, profile }) : { ...plain, profile }
      // What opens a record holds on every day: that its own has come is nothing new.
      const openings = new Set(events.filter(subject.opens).map(({ id }) => id))
      const told = (act: Act | undefined): Act | undefined => (openings.has(act?.ref ?? "") ? undefined : act)
      const reading = (asOf: CivilDate): string =>
        evaluate(subject, state, { ...ctx, asOf })
          .map((v) => `${lineOf({ ...v, trigger: told(v.trigger), act: told(v.act) })} ${v.limit}`)
          .join("\n")
      const before = reading(day)
      const until = quietUntil(subject, state, ctx)
      expect(duties(subject, state, ctx).quietUntil).toBe(until)
      const last = until ?? addDays(day, 3653)
      expect(last >= day).toBe(true)
      for (const on of daysUntil(day, last, ctx, lots))
        expect(reading(on), `quiet ${until === undefined ? "for ever" : `until ${until}`}, but not on ${on}`).toBe(
          before
        )
      if (until === undefined) return
      met()
      expect(reading(addDays(until, 1)), `quiet until ${until}, and still after it`).not.toBe(before)
    }
  )

  claim(
    "before",
    `nothing is owed, late or in breach before 2005-02-04 (${arts}, 36)`,
    { back: fc.integer({ min: 1, max: 900 }) },
    ({ events, met, profile, province }, { back }) => {
      const day = addDays("2005-02-04" as CivilDate, -back)
      const shift = (e: E): E => ({ ...e, on: "2004-01-01" as CivilDate })
      if (says(events, "2026-12-01" as CivilDate, profile, province).length > 0) met()
      expect(says(events, day, profile, province)).toEqual([])
      expect(says(events.map(shift), day, profile, province)).toEqual([])
    }
  )

  claim(
    "inForce",
    `what was not as provided before 2005-02-04 is kept from that day on (${arts}, 36)`,
    { after: fc.nat(200) },
    ({ day, events, met, profile, province }, { after }) => {
      const asOf = addDays(commencement, after)
      const back = dayNumber(asOf) - dayNumber(day)
      const shifted = events.map((e): E => ({ ...e, on: addDays(e.on, back) }))
      for (const v of says(shifted, asOf, profile, province))
        for (const { from, until } of v.intervals ?? []) {
          met()
          expect(from >= commencement && from < until, `${lineOf(v)}, ${from} to ${until}`).toBe(true)
        }
    }
  )

  claim(
    "putRight",
    `what was not as provided and was put right stays on record whatever happens later (${arts})`,
    { later: fc.nat(400) },
    ({ ctx, day, events, met }, { later }) => {
      const plain = events.filter((e) => e._tag !== "Retracted" && e.corrects === undefined)
      const end = addDays(day, later)
      const before = spans(evaluate(subject, onDay(plain, day), ctx))
      if (k.curesThePast?.(ctx.profile)) return
      met(before.length)
      if (before.length === 0) return
      const found = evaluate(subject, onDay(plain, end), { ...ctx, asOf: end })
      const [after, still] = [spans(found), new Set(found.map(nameOf))]
      for (const span of before) if (still.has(span.slice(0, span.lastIndexOf(" ")))) expect(after).toContain(span)
    }
  )
}
