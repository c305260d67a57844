import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Event, subject, verdicts } from "../../src/facility/index.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import { ruling } from "../../src/verdict/ruling.ts"
import { asked } from "../standard/story.ts"
import { advised, planned, takenOver, told, turn } from "./story.ts"

const on = (day: string) => day as CivilDate
const opened = turn("FacilityOpened", "2026-03-01")

describe("the record of a facility", () => {
  test("says which it is, where and whose by its first opening, whichever is read first (arts 17, 25)", () => {
    const later = { ...takenOver("network-platform"), on: on("2026-02-01"), organ: "info", region: "440100" } as Event
    const first = { kind: "data-centre", organ: "p-info", region: "440000" }
    expect(told(planned("data-centre"), later)).toMatchObject(first)
    expect(told(later, planned("data-centre"))).toMatchObject(first)
  })

  test("has what was not opened by then neither suspended nor closed (arts 17, 25)", () => {
    const story = [planned("data-centre"), opened]
    expect(advised(story, turn("FacilitySuspended", "2026-02-28")).outcome).toBe("OutOfOrder")
    expect(advised(story, turn("FacilitySuspended", "2026-03-01")).outcome).toBe("Allowed")
  })
})

describe("the service of a facility", () => {
  const stands = (asOf: string, ...events: ReadonlyArray<Event>) =>
    verdicts(told(...events), asked(asOf)).verdicts.find(({ norm }) => norm === "N25.1")?.stands
  const provided = (...events: ReadonlyArray<Event>) =>
    verdicts(told(...events), asked("2026-05-01")).verdicts.find(({ norm }) => norm === "N25.1")
  const numbered = (event: Event, seq: number): Event => ({ ...event, seq })

  test("is on a day what the last turn of that day makes it, by their numbers (arts 17, 25)", () => {
    const closed = numbered(turn("FacilitySuspended", "2026-04-01"), -1)
    const resumed = numbered(turn("FacilityResumed", "2026-04-01"), 1)
    expect(provided(planned("data-centre"), opened, closed, resumed)?.status).toBe("Fulfilled")
    expect(provided(planned("data-centre"), numbered(opened, 0), { ...closed, on: opened.on })?.status).toBe(
      "Fulfilled"
    )
  })

  test("goes on from the day of its opening where it was suspended and resumed on one day (arts 17, 25)", () => {
    const day = [turn("FacilitySuspended", "2026-04-01"), numbered(turn("FacilityResumed", "2026-04-01"), 1)]
    expect(provided(planned("data-centre"), opened, ...day)?.act?.on).toBe("2026-03-01")
    const end = turn("FacilityClosed", "2026-06-01")
    const moved = day.map((event) => ({ ...event, on: on("2026-05-20") }))
    expect(stands("2026-05-01", planned("data-centre"), opened, ...moved, end)).toBe("2026-05-31")
  })

  test("stays as it is until the first turn that changes it (arts 17, 25)", () => {
    const turns = [
      turn("FacilityOpened", "2026-05-15"),
      turn("FacilityClosed", "2026-07-01"),
      turn("FacilityResumed", "2026-08-01"),
      { ...turn("FacilityClosed", "2026-09-01"), id: "again" }
    ]
    expect(stands("2026-05-01", planned("data-centre"), opened, ...turns)).toBe("2026-06-30")
  })

  test("is awaited until its first opening, or until the day planned where that is sooner (arts 17, 25)", () => {
    const plan = planned("data-centre", "2026-01-20")
    const suspended = turn("FacilitySuspended", "2026-01-08")
    const rest = [turn("FacilityClosed", "2026-02-01"), turn("FacilityResumed", "2026-03-01")]
    const soon = turn("FacilityOpened", "2026-01-15")
    expect(stands("2026-01-06", plan, suspended, soon, ...rest)).toBe("2026-01-14")
    expect(stands("2026-01-06", plan, suspended, turn("FacilityOpened", "2026-02-15"))).toBe("2026-01-19")
  })
})

test("what a document adds is borne by the authority of the region of the facility, or of the province (arts 4, 25)", () => {
  const local = {
    id: "local:sample" as const,
    subject: "facility",
    summary: { zh: "示例", en: "a sample" },
    quote: { zh: "示例", en: "a sample" },
    bearer: ["info.any", "info.provincial"] as const,
    source: sampleLayer.source,
    from: on("2010-01-01"),
    evaluate: () => [{ instance: "", ruling: ruling("DueUnspecified") }]
  }
  const ctx = asked("2026-05-01", { ...textOnly, localNorms: [local] })
  const borne = (...events: ReadonlyArray<Event>) => {
    const x = told(...events)
    const added = verdicts(x, ctx).verdicts.find(({ norm }) => norm === local.id)
    return added === undefined ? [] : subject.bearers(added, x, ctx).map(({ agency, role }) => [role, agency])
  }
  const province = ["info.provincial", "p-info"]
  expect(borne({ ...planned("data-centre"), region: "440100" } as Event)).toEqual([["info.any", "info"], province])
  expect(borne(opened)).toEqual([["info.any", undefined], province])
})
