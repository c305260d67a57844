import { dayOf, days, histories, profiles, projectId } from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import type { Amount } from "../../src/civil/Amount.ts"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { quarterAt, quarterIndex } from "../../src/civil/Quarter.ts"
import { advise, caseAt, type Event, effective } from "../../src/project/index.ts"
import { asked, law, lineOf, now, onDay, says } from "./Law.ts"

const at = fc.nat(200)
const plain = (events: ReadonlyArray<Event>): ReadonlyArray<Event> =>
  events.filter((e) => e._tag !== "Retracted" && e.corrects === undefined)
/** One of the facts of a history that is no opening. */
const some = (events: ReadonlyArray<Event>, n: number): Event | undefined => {
  const acts = events.filter((e) => e._tag !== "Drafted" && e._tag !== "TakenOver")
  return acts[n % Math.max(1, acts.length)]
}
const entered = "2190-01-01T00:00:00Z"

law(
  "a corrected figure keeps the time of the first receipt: no verdict changes (art. 12)",
  12,
  { history: histories, n: days, back: fc.nat(4), profile: profiles },
  ({ back, history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const period = quarterAt(quarterIndex(day) - back).id
    const fix: Event = {
      _tag: "ProgressCorrected",
      id: "fix",
      project: projectId,
      on: day,
      recordedAt: entered,
      period,
      amount: "1.00" as Amount,
      reason: "计算有误"
    }
    const p = onDay(events, day)
    const before = says(p, day, profile)
    if (before.some((v) => v.instance === `quarter/${period}`)) met()
    expect(says(onDay([...events, fix], day), day, profile).map(lineOf)).toEqual(before.map(lineOf))
    expect(advise(p, fix, asked(day, profile)).changes).toEqual([])
  }
)

law(
  "a correction takes the place of the fact, from its entry on; a correction of it takes its place in turn",
  80,
  { history: histories, n: at, shift: fc.integer({ min: -40, max: 40 }) },
  ({ history, n, shift }, met) => {
    const events = plain(history.events)
    const e = some(events, n)
    if (e === undefined) return
    met()
    const first = { ...e, id: "right-1", corrects: e.id, on: addDays(e.on, shift), recordedAt: entered } as Event
    const second = { ...e, id: "right-2", corrects: "right-1", recordedAt: "2190-01-02T00:00:00Z" } as Event
    const others = events.filter((x) => x !== e)
    const end = "2198-01-01" as CivilDate
    expect(caseAt(projectId, [...events, first], end, now)).toEqual(
      caseAt(projectId, [...others, { ...first, corrects: undefined } as unknown as Event], end, now)
    )
    expect(caseAt(projectId, [...events, first, second], end, now)).toEqual(
      caseAt(projectId, [...others, { ...second, corrects: undefined } as unknown as Event], end, now)
    )
    expect(caseAt(projectId, [...events, first, second], end, "2189-12-31T23:59:59Z")).toEqual(
      caseAt(projectId, events, end, now)
    )
  }
)

law(
  "a correction that is retracted corrects nothing, and a circle of corrections corrects nothing",
  80,
  { history: histories, n: at },
  ({ history, n }, met) => {
    const events = plain(history.events)
    const e = some(events, n)
    if (e === undefined) return
    met()
    const end = "2198-01-01" as CivilDate
    const correction = { ...e, id: "right", corrects: e.id, on: addDays(e.on, 3), recordedAt: entered } as Event
    const retraction: Event = {
      _tag: "Retracted",
      id: "void",
      of: "right",
      on: e.on,
      project: projectId,
      recordedAt: entered
    }
    expect(caseAt(projectId, [...events, correction, retraction], end, now)).toEqual(
      caseAt(projectId, events, end, now)
    )
    const restored: Event = { ...retraction, id: "void-2", of: "void" }
    expect(caseAt(projectId, [...events, correction, retraction, restored], end, now)).toEqual(
      caseAt(projectId, [...events, correction], end, now)
    )
    const gone: Event = { ...retraction, of: e.id }
    expect(caseAt(projectId, [...events, gone], end, now)).toEqual(
      caseAt(
        projectId,
        events.filter((x) => x !== e),
        end,
        now
      )
    )
    const circle = [{ ...e, corrects: "right" } as Event, { ...correction, corrects: e.id } as Event]
    const kept = effective([...events.filter((x) => x !== e), ...circle], end, now)
    expect(kept.filter((x) => circle.some((c) => c.id === x.id)).length).toBeGreaterThan(0)
  }
)
