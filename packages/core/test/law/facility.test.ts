import { facilityId, histories } from "@banfa/testing/facility"
import { dayOf, days } from "@banfa/testing/standard"
import fc from "fast-check"
import { expect } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import {
  advise,
  caseAt,
  duties,
  type Event,
  evolve,
  type Facility,
  fold,
  inService,
  quietUntil,
  serviceOn,
  subject,
  verdicts
} from "../../src/facility/index.ts"
import { compare } from "../../src/verdict/compare.ts"
import type { Verdict } from "../../src/verdict/Verdict.ts"
import { asked, sample } from "../standard/story.ts"
import { beyondScope, law, lineOf, now } from "./Law.ts"

const onDay = (events: ReadonlyArray<Event>, day: CivilDate): Facility => caseAt(facilityId, events, day, now)
const says = (x: Facility, day: CivilDate): ReadonlyArray<Verdict> => verdicts(x, asked(day)).verdicts
const reading = (x: Facility, day: CivilDate): string => says(x, day).map(lineOf).join("\n")

law(
  "the order in which facts about a facility are read does not matter, and a fact told twice is told once (arts 17, 25)",
  35,
  { history: histories, lot: fc.integer({ min: 1, max: 40 }) },
  ({ history: { events }, lot }, met) => {
    const other = events.map((e, i) => ({ e, at: (i * lot) % 17 })).sort((a, b) => a.at - b.at)
    const read = other.map(({ e }) => e)
    if (read.some((e, i) => e !== events[i])) met()
    expect(fold(facilityId, read)).toEqual(fold(facilityId, events))
    expect(fold(facilityId, [...events, ...read.toReversed()])).toEqual(fold(facilityId, events))
  }
)

law(
  "no facility is ever late or a breach by lapse of time: none of these norms dates it (arts 17, 25)",
  60,
  { history: histories, n: days, wait: fc.nat(20_000) },
  ({ history: { events }, n, wait }, met) => {
    const x = onDay(events, dayOf(events, n))
    const day = addDays(dayOf(events, n), wait)
    for (const v of says(x, day)) {
      met()
      expect(["Overdue", "FulfilledLate", "Pending"], lineOf(v)).not.toContain(v.status)
      if (v.norm === "N17.1" || v.norm === "N25.1")
        expect(["Fulfilled", "DueUnspecified", "Undetermined"], lineOf(v)).toContain(v.status)
      if (v.status === "Breached") expect(v.act?.kind, lineOf(v)).toBe("Judged")
    }
  }
)

law(
  "a facility that is left alone reads the same until the day it names, and differently on the day after (arts 17, 25)",
  5,
  { history: histories, n: days, whole: fc.boolean() },
  ({ history: { events }, n, whole }, met) => {
    const day = dayOf(events, n)
    const x = whole ? fold(facilityId, events) : onDay(events, day)
    const until = quietUntil(x, asked(day))
    const today = reading(x, day)
    expect(duties(x, asked(day)).quietUntil).toBe(until)
    if (until === undefined) {
      for (let i = 1; i < 500; i += 3) expect(reading(x, addDays(day, i)), `quiet, but not in ${i} days`).toBe(today)
      return
    }
    met()
    expect(until >= day).toBe(true)
    if (day < "2005-02-04") return
    for (let d = day; d <= until; d = addDays(d, 1)) expect(reading(x, d), `quiet until ${until}`).toBe(today)
    expect(reading(x, addDays(until, 1))).not.toBe(today)
  }
)

law(
  "no verdict about a facility before 2005-02-04, and one that was opened before serves since (arts 17, 25, 36)",
  90,
  { history: histories, n: days },
  ({ history: { events }, n }, met) => {
    met()
    expect(says(onDay(events, dayOf(events, n)), "2005-02-03" as CivilDate)).toEqual([])
    const x = fold(facilityId, events)
    const first = x.service.find(({ to }) => to)
    if (first === undefined || first.on > "2005-02-04" || serviceOn(x, "2005-02-04" as CivilDate).running !== true)
      return
    expect(beyondScope(says(x, "2005-02-04" as CivilDate))[0]?.status).toBe("Fulfilled")
  }
)

law(
  "the norm and what other subjects are told agree: in service is as provided, out of service is owed (arts 17, 25)",
  60,
  { history: histories, n: days },
  ({ history: { course, events }, n }, met) => {
    const day = dayOf(events, n)
    if (day < "2005-02-04") return
    const x = onDay(events, day)
    const serves = inService([x])(course.kind, day)
    const [v] = beyondScope(says(x, day))
    met()
    expect(v?.status).toBe(serves === true ? "Fulfilled" : serves === false ? "DueUnspecified" : "Undetermined")
    for (const kind of ["network-platform", "security-infrastructure", "data-centre"] as const)
      if (kind !== course.kind) expect(inService([x])(kind, day)).toBeUndefined()
  }
)

law(
  "advice on a facility tells exactly what recording the act would change, and nobody without a grant may act (arts 4, 17, 25)",
  30,
  { history: histories, n: fc.nat(40), by: fc.constantFrom("stranger", "unheard-of") },
  ({ by, history: { events }, n }, met) => {
    const acts = events.filter((e) => e._tag !== "Retracted")
    const act = acts[n % Math.max(1, acts.length)]
    if (act === undefined) return
    const x = onDay(
      events.filter((e) => e.id !== act.id && e.corrects !== act.id),
      act.on
    )
    const full = compare(says(x, act.on), says(evolve(x, act), act.on))
    met(full.length)
    const shown = (list: typeof full) =>
      list.map((c) => [c.before, c.after].map((v) => v && lineOf(v)).join(" > ")).sort()
    expect(shown(advise(x, act, asked(act.on)).changes)).toEqual(shown(full))
    expect(["Denied", "Undetermined", "OutOfOrder"]).toContain(
      advise(x, { ...act, by } as Event, asked(act.on)).outcome
    )
  }
)

law(
  "a rule about facilities reads no part of a case that it did not name (arts 17, 25)",
  90,
  { history: histories, n: days },
  ({ history: { events }, n }, met) => {
    const day = dayOf(events, n)
    const x = onDay(events, day)
    for (const rule of subject.rules) {
      const read = new Set<PropertyKey>()
      const watched = new Proxy(x, {
        get: (state, key) => {
          read.add(key)
          return Reflect.get(state, key)
        }
      })
      rule.evaluate(watched, asked(day), { verdicts: [], shared: new Map() })
      if (read.size > 1) met()
      const reads: ReadonlyArray<PropertyKey> = ["id", ...rule.reads]
      expect(
        [...read].filter((key) => !reads.includes(key)),
        rule.norm
      ).toEqual([])
    }
  }
)

law(
  "what is owed of a facility is borne by the provincial authority of the day asked (arts 4, 17, 25)",
  15,
  { history: histories, n: days },
  ({ history: { events }, n }, met) => {
    const day = dayOf(events, n)
    const { duties: owed } = duties(onDay(events, day), asked(day))
    met(owed.length)
    const agency = sample.holder("info.provincial", "440000", day)
    for (const { bearers } of owed) expect(bearers).toEqual([{ role: "info.provincial", agency }])
  }
)
