import { agencies } from "@banfa/testing/supervision"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { describeInspection } from "../../src/supervision/explain.ts"
import { type Event, fold, type InspectionCase, uninspected } from "../../src/supervision/index.ts"
import { entry, setting } from "../system/story.ts"
import { asked, fact, found, opened, rectified, rectifying, started } from "./story.ts"

const cycle = (days: number, from?: string, region?: string): Profile =>
  setting("inspection.cycle", entry(days, from, region))
const named = (cases: ReadonlyArray<InspectionCase>, asOf: string, profile: Profile = cycle(365, "2026-01-01")) =>
  uninspected(cases, agencies, asked(asOf, profile)).items.map((item) => item.case)
const of = (...story: ReadonlyArray<Event>): InspectionCase => fold("x", story)
const nothing = (by: string): Event => fact("InspectionFoundNothing", "2026-02-10", { considered: [], by })

const all2026 = ["p-supervisor", "supervisor", "c-supervisor", "info", "drc", "fin", "health", "c-info", "c-health"]
const all2027 = ["p-supervisor", "supervisor-2", "c-supervisor", "info", "drc", "fin", "health-2", "c-info", "c-health"]

describe("which organs nobody has inspected for longer than the cycle (art. 35)", () => {
  test("without a document that sets a cycle nothing is said, however long it has been (art. 35)", () => {
    expect(named([], "2126-01-01", textOnly)).toEqual([])
  })

  test("with one the organs are named from the day after its end, the informatization, investment and finance authorities among them (art. 35)", () => {
    expect(named([], "2027-01-01")).toEqual([])
    expect(named([], "2027-01-02")).toEqual(all2027)
    expect(named([], "2026-01-02", cycle(30, "2025-12-01"))).toEqual(all2026)
    expect(named([], "2027-01-02")).not.toContain("stranger")
  })

  test("it is a remark, never a breach and never late, and names document, department and last day (art. 35)", () => {
    const ctx = asked("2027-01-02", cycle(365, "2026-01-01"))
    const inspection = uninspected([], agencies, ctx)
    for (const { case: organ, severity, subject, verdicts } of inspection.items) {
      expect([subject, severity]).toEqual(["organ", "remark"])
      const said = { norm: "N35.2", subject: organ, instance: "", status: "Undetermined", missing: "judgement" }
      expect(verdicts).toMatchObject([{ ...said, note: "not-inspected", limit: "2027-01-01" }])
    }
    const [, city] = inspection.items
    expect(city?.bearers).toEqual([{ role: "supervision.any", agency: "supervisor-2" }])
    expect(city?.verdicts[0]?.entry?.source.title.zh).toBe("示例规定")
    expect(inspection.byNorm).toEqual([{ of: "N35.2", breach: 0, late: 0, remark: all2027.length }])
    const text = JSON.stringify(describeInspection(inspection, ctx))
    expect(text).toContain("《办法》未规定检查次数")
    expect(text).toContain("第三十五条")
  })

  test("the cycle runs from the last act of the department, and for an organ that took over from the one inspected (art. 35)", () => {
    const closed = of(opened("health", "info"), started, nothing("supervisor"))
    expect(named([closed], "2027-02-10")).not.toContain("health-2")
    expect(named([closed], "2027-02-11")).toContain("health-2")
    expect(named([closed], "2027-02-10")).not.toContain("info")
    expect(named([closed], "2027-02-10")).toContain("fin")
    const again = fold("y", [
      { ...opened("info"), on: "2026-12-01" as CivilDate },
      { ...started, on: "2026-12-10" as CivilDate },
      { ...nothing("supervisor-2"), on: "2026-12-20" as CivilDate }
    ])
    expect(named([closed, again], "2027-12-20")).not.toContain("info")
    expect(named([again, closed], "2027-12-20")).not.toContain("info")
    expect(named([again, closed], "2027-12-21")).toContain("info")
  })

  test("while an inspection goes on nothing is said of its organs (art. 35)", () => {
    const going = of(opened("health"), started, found, rectifying, rectified)
    expect(named([going], "2126-01-01")).not.toContain("health-2")
    expect(named([of(opened("health"))], "2027-06-01")).toContain("health-2")
    expect(named([of(opened("info"), started)], "2026-01-09", cycle(3, "2026-01-01"))).toContain("info")
    expect(named([of(opened("info"), started)], "2026-01-10", cycle(3, "2026-01-01"))).not.toContain("info")
  })

  test("one that was withdrawn, or closed by the inspected organ, is none beyond what the department did (art. 35)", () => {
    const withdrawn = of(opened("info"), started, fact("InspectionWithdrawn", "2026-01-20", { by: "supervisor" }))
    expect(named([withdrawn], "2027-01-05")).toContain("info")
    const notStarted = of(opened("info"), fact("InspectionWithdrawn", "2026-01-20", { by: "supervisor" }))
    expect(named([notStarted], "2027-01-05")).toContain("info")
    const selfClosed = of(opened("info"), started, nothing("info"))
    expect(named([selfClosed], "2027-01-10")).not.toContain("info")
    expect(named([selfClosed], "2027-01-11")).toContain("info")
    const { by: _, ...reported } = rectified
    const ending = fact("InspectionConcluded", "2026-04-01", { exception: "moot", by: "info" })
    const putRight = of(opened("info"), started, found, reported as Event, ending)
    expect(named([putRight], "2027-02-10")).not.toContain("info")
    expect(named([putRight], "2027-02-11")).toContain("info")
    const byOthers = of(opened("info"), { ...started, by: "fin" })
    expect(named([byOthers], "2027-01-05")).toContain("info")
    expect(named([fold("z", [started, nothing("supervisor")])], "2027-01-05")).toContain("info")
  })

  test("a later inspection does not count on an earlier day (art. 35)", () => {
    const closed = of(opened("info"), started, nothing("supervisor"))
    expect(named([closed], "2026-01-08", cycle(3, "2026-01-01"))).toContain("info")
    expect(named([closed], "2026-02-12", cycle(3, "2026-01-01"))).not.toContain("info")
  })

  test("the cycle of a region is asked for its organs and those below, and none runs before its document or the organ (art. 35)", () => {
    expect(named([], "2027-06-01", cycle(30, "2026-01-01", "440106"))).toEqual(["c-supervisor", "c-info", "c-health"])
    const young = [{ id: "info", region: "440100", from: "2027-05-20" as CivilDate }]
    const ctx = (asOf: string) => asked(asOf, cycle(30, "2026-01-01"))
    expect(uninspected([], { agencies: young }, ctx("2027-06-19")).items).toEqual([])
    expect(uninspected([], { agencies: young }, ctx("2027-06-20")).items.length).toBe(1)
    expect(uninspected([], { agencies: young }, ctx("2027-05-01")).items).toEqual([])
    expect(uninspected([], { agencies: [{ id: "supervisor-2", region: "440100" }] }, ctx("2026-08-31")).items).toEqual(
      []
    )
    expect(
      uninspected(
        [],
        { agencies: [{ id: "stranger", region: "440100", from: "2020-01-01" as CivilDate }] },
        ctx("2026-08-31")
      ).items
    ).toEqual([])
    const gone = [{ id: "info", region: "440100", until: "2027-01-31" as CivilDate }]
    expect(uninspected([], { agencies: gone }, ctx("2027-01-31")).items.length).toBe(1)
    expect(uninspected([], { agencies: gone }, ctx("2027-02-01")).items).toEqual([])
  })

  test("whose beginning is stated is there from that day on, and whoever took over from an organ stands for it (art. 35)", () => {
    const of = (id: string, from: string, asOf: string) => {
      const agency = { id, region: "440100", from: from as CivilDate }
      return uninspected([], { agencies: [agency] }, asked(asOf, cycle(30, "2026-01-01"))).items.map(
        (item) => item.case
      )
    }
    expect(of("supervisor-2", "2020-01-01", "2026-08-31")).toEqual(["supervisor-2"])
    expect(of("health", "2000-01-01", "2026-06-01")).toEqual(["health"])
    expect(of("health", "2000-01-01", "2027-06-01")).toEqual([])
  })

  test("working days that nobody knows leave it open, for no organ before it is there (art. 35)", () => {
    const profile = setting("inspection.cycle", entry({ workdays: 20 }, "2026-01-01"))
    const young = { agencies: [{ id: "info", region: "440100", from: "2027-05-20" as CivilDate }] }
    expect(uninspected([], young, asked("2027-05-19", profile)).items).toEqual([])
    expect(uninspected([], young, asked("2027-05-20", profile)).items).toHaveLength(1)
    const { items } = uninspected([], agencies, asked("2026-12-01", profile))
    expect(items.map(({ verdicts: [v] }) => v?.missing)).toEqual(items.map(() => "calendar"))
    expect(items.length).toBeGreaterThan(0)
  })

  test("read as fixed, the acts of a successor are none of the department's (A35, art. 35)", () => {
    const late = fold("y", [
      { ...opened("info"), by: "supervisor-2", on: "2026-12-01" as CivilDate },
      { ...started, by: "supervisor-2", on: "2026-12-10" as CivilDate },
      { ...nothing("supervisor-2"), on: "2026-12-20" as CivilDate }
    ])
    const profile = cycle(365, "2026-01-01")
    expect(named([late], "2027-06-01", profile)).not.toContain("info")
    expect(named([late], "2027-06-01", reading(profile, "A35", "fixed"))).toContain("info")
  })

  test("nothing is said where the Measures are taken to be repealed (A36c, art. 36)", () => {
    expect(named([], "2027-06-01", reading(cycle(30, "2026-01-01"), "A36c", "repealed"))).toEqual([])
  })

  test("nothing is said before the Measures took force, and no cycle runs from before (art. 36)", () => {
    expect(named([], "2005-02-03", cycle(1, "2000-01-01"))).toEqual([])
    expect(named([], "2005-02-05", cycle(1, "2000-01-01"))).toEqual([])
    expect(named([], "2005-02-06", cycle(1, "2000-01-01")).length).toBeGreaterThan(0)
    const workdays = setting("inspection.cycle", entry({ workdays: 20 }, "2000-01-01"))
    expect(named([], "2005-02-03", workdays)).toEqual([])
    expect(named([], "2005-02-04", workdays).length).toBeGreaterThan(0)
  })
})
