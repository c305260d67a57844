import { facilityId, floods, histories } from "@banfa/testing/facility"
import { profiles } from "@banfa/testing/province"
import { dayOf, days } from "@banfa/testing/standard"
import fc from "fast-check"
import { expect } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { evolve } from "../../src/facility/evolve.ts"
import * as words from "../../src/facility/explain.ts"
import {
  advise,
  caseAt,
  duties,
  type Event,
  type Facility,
  fold,
  inService,
  quietUntil,
  serviceOn,
  subject,
  verdicts
} from "../../src/facility/index.ts"
import { row, standing } from "../../src/facility/Lifecycle.ts"
import type { Verdict } from "../../src/verdict/Verdict.ts"
import { asked, sample } from "../standard/story.ts"
import { commonLaws } from "./commonLaws.ts"
import { beyondScope, law, lineOf, now } from "./Law.ts"
import { expectTold } from "./stranger.ts"

commonLaws<Facility, Event, undefined>({
  arts: "arts 17, 25",
  subject,
  stages: () => standing.stages,
  histories,
  floods,
  profiles,
  id: () => facilityId,
  directory: sample,
  words,
  askedEarly: () => false,
  floors: { enteredAfter: 0, stillOwed: 0, lateness: 0, inForce: 0, putRight: 0 }
})

const onDay = (events: ReadonlyArray<Event>, day: CivilDate): Facility => caseAt(facilityId, events, day, now)
const says = (x: Facility, day: CivilDate): ReadonlyArray<Verdict> => verdicts(x, asked(day)).verdicts
const reading = (x: Facility, day: CivilDate): string => says(x, day).map(lineOf).join("\n")

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
  "with what is foretold of it a facility reads the same until the day it names, and differently on the day after (arts 17, 25)",
  5,
  { history: histories, n: days },
  ({ history: { events }, n }, met) => {
    const day = dayOf(events, n)
    const x = fold(facilityId, events)
    const until = quietUntil(x, asked(day))
    const today = reading(x, day)
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
  "somebody without a grant is told so of every act on a facility (arts 4, 17, 25)",
  90,
  { history: histories, n: fc.nat(40), by: fc.constantFrom("stranger", "unheard-of") },
  ({ by, history: { events }, n }, met) => {
    const acts = events.filter((e) => e._tag !== "Retracted")
    const act = acts[n % Math.max(1, acts.length)]
    if (act === undefined) return
    const x = onDay(
      events.filter((e) => e.id !== act.id && e.corrects !== act.id),
      act.on
    )
    met()
    expectTold(advise(x, { ...act, by } as Event, asked(act.on)), row(act._tag, evolve(x, act)))
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
