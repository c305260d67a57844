import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { Amount } from "../../src/civil/Amount.ts"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import type { Quarter } from "../../src/civil/Quarter.ts"
import type { Entry, Period } from "../../src/profile/Parameter.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import { type Event, type EventOf, fold, type Project, verdicts } from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"
import { fact, upToApproval } from "./story.ts"

const day = (text: string) => text as CivilDate
const drafted = (on: string) => fact("Drafted", on, { region: "440100", organ: "health", by: "health" })
const budget = (on: string, id: string): ReadonlyArray<Event> => [
  fact("BudgetIssued", on, { budget: id, year: 2026, fiscal: true, by: "fin" })
]
const started = (on: string) => fact("ConstructionStarted", on, { by: "company" })
const spent = (period: string, on: string) =>
  fact("ProgressReported", on, { period: period as Quarter, amount: "1000.00" as Amount, to: "drc", by: "company" })
const approved = (on: string) => fact("Approved", on, { application: "A1", considered: [], by: "drc" })

const found = (p: Project, on: string, profile: Profile, norm: string) =>
  verdicts(p, asked(day(on), profile)).verdicts.filter((v) => v.norm === norm)
/** The quarters of which a report is owed on a day, each with what set it off. */
const owed = (facts: ReadonlyArray<Event>, on: string, profile = textOnly) =>
  found(fold(projectId, facts), on, profile, "N12.1").map((v) => [v.instance.slice(8), v.trigger?.ref, v.trigger?.on])
/** What a norm says of the second quarter of 2026. */
const second = (norm: string, facts: ReadonlyArray<Event>, on: string, profile = textOnly) =>
  found(fold(projectId, [...upToApproval, ...facts]), on, profile, norm).find((v) => v.instance === "quarter/2026-Q2")

describe("the quarters of which a report is owed", () => {
  test("begin before an approval with the first budget, start of construction or report of money (art. 12)", () => {
    const copied = fact("BudgetCopied", "2025-12-01", { budget: "B0", to: "info", by: "fin" })
    const budgets = [copied, ...budget("2025-11-10", "B1"), ...budget("2025-12-05", "B2")]
    const story = [drafted("2025-10-01"), ...budgets, started("2026-02-01")]
    const ground = (ref: string, on: string, ...quarters: ReadonlyArray<string>) => quarters.map((q) => [q, ref, on])
    expect(owed(story, "2026-02-10")).toEqual(ground("BudgetIssued-2025-11-10", "2025-11-10", "2025-Q4", "2026-Q1"))
    const built = [drafted("2025-10-01"), started("2026-02-01")]
    expect(owed([...built, ...budget("2026-04-10", "B3"), spent("2026-Q1", "2026-04-02")], "2026-05-01")).toEqual(
      ground("ConstructionStarted-2026-02-01", "2026-02-01", "2026-Q1", "2026-Q2")
    )
    expect(owed([...built, spent("2025-Q4", "2026-01-05")], "2026-02-10")).toEqual(
      ground("ProgressReported-2026-01-05", "2026-01-05", "2025-Q4", "2026-Q1")
    )
  })

  test("begin with the approval where money or works came in its quarter, or later (art. 12)", () => {
    const ground = [["2026-Q1", "Approved-2026-03-30", "2026-03-30"]]
    expect(owed([...upToApproval, ...budget("2026-02-10", "B1")], "2026-03-31")).toEqual(ground)
    expect(owed([...upToApproval, started("2026-04-10")], "2026-03-31")).toEqual(ground)
  })

  test("begin with the first budget also where an approval followed, which is the ground from its quarter on (art. 12)", () => {
    expect(owed([...upToApproval, ...budget("2025-11-10", "B1")], "2026-05-01")).toEqual([
      ["2025-Q4", "BudgetIssued-2025-11-10", "2025-11-10"],
      ["2026-Q1", "Approved-2026-03-30", "2026-03-30"],
      ["2026-Q2", "Approved-2026-03-30", "2026-03-30"]
    ])
  })

  test("end with that of the settlement (art. 12)", () => {
    const settled = fact("InvestmentSettled", "2026-05-10", { by: "company" })
    expect(owed([...upToApproval, settled], "2026-12-01").map(([quarter]) => quarter)).toEqual(["2026-Q1", "2026-Q2"])
    expect(owed([...upToApproval, settled], "2026-03-31").map(([quarter]) => quarter)).toEqual(["2026-Q1"])
  })

  test("are none, read as those of the works, where it is known that no construction began (art. 12)", () => {
    const works = reading(textOnly, "A12b", "works")
    const taken = fact("TakenOver", "2026-03-01", {
      region: "440100",
      organ: "health",
      coverage: { application: day("2026-03-01") }
    })
    const p = fold(projectId, [taken, ...upToApproval])
    expect(found(p, "2026-05-01", works, "N12.1")).toMatchObject([{ status: "Undetermined", missing: "decision" }])
    expect(found({ ...p, started: null }, "2026-05-01", works, "N12.1")).toEqual([])
  })

  test("of a project under way when the Measures took force begin with the first that ended under them (arts 12, 36)", () => {
    const ground = "Approved-2004-05-10"
    expect(owed([drafted("2004-03-01"), approved("2004-05-10")], "2005-08-01")).toEqual([
      ["2005-Q1", ground, "2005-02-04"],
      ["2005-Q2", ground, "2005-04-01"],
      ["2005-Q3", ground, "2005-07-01"]
    ])
    expect(owed([drafted("2004-03-01"), approved("2005-02-04")], "2005-05-01")).toEqual([
      ["2005-Q1", "Approved-2005-02-04", "2005-02-04"],
      ["2005-Q2", "Approved-2005-02-04", "2005-02-04"]
    ])
  })
})

describe("a quarter in which the works stood still, where no report is asked for it (A12c)", () => {
  const suspended = (on: string, seq = 0): Event => ({
    ...fact("Suspended", on, { by: "health", reason: "示例" }),
    seq
  })
  const resumed = (on: string, seq = 0): Event => ({ ...fact("Resumed", on, { by: "health" }), seq })
  const asksFor = (...pauses: ReadonlyArray<Event>): boolean =>
    second("N12.1", [started("2026-03-31"), ...pauses], "2026-09-01", reading(textOnly, "A12c", "skip")) !== undefined

  test("is one through all of which they did (art. 12)", () => {
    expect(asksFor()).toBe(true)
    expect(asksFor(suspended("2026-04-01"))).toBe(false)
    expect(asksFor(suspended("2026-04-02"))).toBe(true)
    expect(asksFor(suspended("2026-03-31"), resumed("2026-05-15"))).toBe(true)
    expect(asksFor(suspended("2026-03-31"), resumed("2026-06-30"))).toBe(true)
    expect(asksFor(suspended("2026-03-31"), resumed("2026-07-01"))).toBe(false)
  })

  test("is one also where they went on for a while before it, or were resumed and suspended on its first day (art. 12)", () => {
    const before = [suspended("2026-04-01"), resumed("2026-04-10"), suspended("2026-04-20"), resumed("2026-07-20")]
    expect(asksFor(...before)).toBe(true)
    const earlier = [suspended("2026-03-01"), resumed("2026-03-10"), suspended("2026-03-20")]
    expect(asksFor(...earlier)).toBe(false)
    expect(asksFor(suspended("2026-03-20"), resumed("2026-04-01", 1), suspended("2026-04-01", 2))).toBe(false)
    expect(asksFor(suspended("2026-03-20"), resumed("2026-04-01", -1), suspended("2026-04-01"))).toBe(false)
  })
})

describe("the time of the provincial investment authority", () => {
  const listed = (on: string, by?: string) => fact("KeyListed", on, by === undefined ? {} : { by })
  const timetable = (id: string, on: string, due: number, rest: Partial<EventOf<"TimetableIssued">> = {}): Event =>
    fact("TimetableIssued", on, { timetable: id, due, by: "p-drc", ...rest })
  const key = (...timetables: ReadonlyArray<Event>) =>
    second("N12.3", [listed("2026-04-10", "p-drc"), ...timetables], "2026-07-05")

  test("is asked of a project that a body of the province listed, whichever; another's listing leaves it open (art. 12)", () => {
    const said = (by?: string) =>
      second("N12.3", [listed("2026-04-10", by), timetable("T1", "2026-04-01", 20)], "2026-07-05")
    expect(said("p-drc")?.status).toBe("Pending")
    expect(said()?.status).toBe("Pending")
    expect(said("unheard-of")).toMatchObject({ status: "Undetermined", missing: "keyList" })
    expect(said("p-info")).toMatchObject({ status: "Pending", note: "listed-by-another" })
    for (const by of ["drc", "health", "company"])
      expect(said(by)).toMatchObject({ status: "Undetermined", missing: "keyList" })
  })

  test("is the last that it issued by the end of the quarter, while that is in force; another body's is none (art. 12)", () => {
    const none = { status: "Undetermined", missing: "timetable", note: "no-timetable" }
    expect(key()).toMatchObject(none)
    expect(key(timetable("T1", "2026-04-01", 20, { by: "drc" }))).toMatchObject(none)
    expect(key(timetable("T1", "2026-07-01", 20))).toMatchObject(none)
    expect(key(timetable("T1", "2026-06-30", 20))?.due).toBe("2026-07-20")
    expect(key(timetable("T1", "2026-05-10", 20), timetable("T2", "2026-04-05", 10))?.due).toBe("2026-07-20")
    expect(key(timetable("T1", "2026-04-05", 10), timetable("T2", "2026-05-10", 20))?.due).toBe("2026-07-20")
    expect(key(timetable("T1", "2026-04-01", 20, { until: day("2026-06-29") }))).toMatchObject(none)
    expect(key(timetable("T1", "2026-04-01", 20, { until: day("2026-06-30") }))?.due).toBe("2026-07-20")
  })

  test("covers a quarter from its first day on, or a part of it (art. 12)", () => {
    expect(key(timetable("T1", "2026-04-01", 20))?.note).toBeUndefined()
    expect(key(timetable("T1", "2026-04-02", 20))?.note).toBe("timetable-covers-part")
  })
})

describe("until when it stands what a running quarter owes", () => {
  const entry = (from: string, until?: string): Entry<Period> => ({
    value: 20,
    source: sampleLayer.source,
    from: day(from),
    ...(until === undefined ? {} : { until: day(until) })
  })
  const under = (...entries: ReadonlyArray<Entry<Period>>): Profile => ({
    ...textOnly,
    parameters: { "keyProject.timetable": entries }
  })
  const stands = (profile: Profile, ...facts: ReadonlyArray<Event>) =>
    second("N12.1", facts, "2026-05-10", profile)?.stands

  test("is up to the first change of a timetable within it (art. 12)", () => {
    expect(stands(under(entry("2026-06-01"), entry("2026-01-01", "2026-05-20")))).toBe("2026-05-20")
    expect(stands(under(entry("2026-05-21"), entry("2026-06-01")))).toBe("2026-05-20")
    expect(stands(under(entry("2026-06-30")))).toBe("2026-06-29")
    expect(stands(under(entry("2026-08-01")))).toBe("2026-06-30")
    expect(stands(under(entry("2026-05-10")))).toBe("2026-06-30")
    const ending = fact("TimetableIssued", "2026-04-01", {
      timetable: "T1",
      due: 20,
      until: day("2026-05-31"),
      by: "p-drc"
    })
    expect(stands(textOnly, ending)).toBe("2026-05-31")
  })

  test("is up to the day from which the key list is known, where nobody knows it before (art. 12)", () => {
    const taken = fact("TakenOver", "2026-03-01", {
      region: "440100",
      organ: "health",
      coverage: { keyList: day("2026-05-20") }
    })
    const profile = under(entry("2020-01-01"))
    expect(second("N12.1", [taken], "2026-05-10", profile)).toMatchObject({
      status: "Undetermined",
      missing: "keyList",
      stands: "2026-05-19"
    })
    const listed = fact("KeyListed", "2026-04-10", { by: "p-drc" })
    const displaced = second("N12.1", [taken, listed], "2026-05-10", profile)
    expect(displaced).toMatchObject({ status: "NotApplicable", note: "displaced" })
    expect(displaced?.stands).toBeUndefined()
  })
})
