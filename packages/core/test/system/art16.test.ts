import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { context, type Event, fold, verdicts } from "../../src/system/index.ts"
import { sample } from "../law/Law.ts"
import { built, entry, fact, line, recorded, running, said, setting, systemId, takenOver } from "./story.ts"

const story = (...more: ReadonlyArray<Event>): ReadonlyArray<Event> => [recorded, built, running, ...more]
const updated = (on: string): Event => fact("SystemDataUpdated", on, {})
const declared = (on: string, cycle: number | null): Event => fact("SystemCycleDeclared", on, { cycle })
const intervals = (norm: string, events: ReadonlyArray<Event>, asOf: string, beside = {}) =>
  said(norm, events, asOf, beside)
    .flatMap((v) => v.intervals ?? [])
    .map(({ from, until }) => `${from}..${until}`)

describe("maintenance (art. 16)", () => {
  test("of a system in operation a person judges it, and the last maintenance on record is shown (art. 16)", () => {
    const done = fact("SystemMaintained", "2026-03-01", { text: "升级" })
    expect(line("N16.1", story(done), "2026-06-01")).toBe("Undetermined judgement declared-judgement")
    expect(said("N16.1", story(done), "2026-06-01")[0]?.act?.ref).toBe(done.id)
    const judged = fact("Judged", "2026-04-01", { norm: "N16.1", instance: "", outcome: "not-fulfilled", by: "info" })
    expect(line("N16.1", story(done, judged), "2026-06-01")).toBe("Breached judged")
  })
  test("of a system that is not in operation nothing is asked; where nobody knows, that is missing (art. 16)", () => {
    expect(line("N16.1", [recorded, built], "2026-06-01")).toBe("")
    expect(line("N16.1", [takenOver], "2026-06-01")).toBe("Undetermined operation")
    expect(line("N16.1", story(fact("SystemOperationStopped", "2026-05-01", {})), "2026-06-01")).toBe("")
    expect(line("N16.1", story(fact("SystemOperationStopped", "2026-05-01", {})), "2026-04-01")).toBe(
      "Undetermined judgement declared-judgement"
    )
  })
})

describe("timely updates (art. 16)", () => {
  test("without a cycle 及时 has no number: undetermined (art. 16)", () => {
    expect(line("N16.2", story(updated("2026-02-10")), "2026-06-01")).toBe("Undetermined cycle")
    expect(line("N16.2", story(updated("2026-02-10"), declared("2026-02-01", null)), "2026-06-01")).toBe(
      "Undetermined cycle"
    )
  })
  test("up to the last day of the declared cycle after the last update it is fulfilled, from the next day it is overdue (art. 16)", () => {
    const events = story(declared("2026-02-01", 30), updated("2026-02-10"))
    expect(line("N16.2", events, "2026-03-12")).toBe("Fulfilled 2026-03-12")
    expect(line("N16.2", events, "2026-03-13")).toBe("Overdue 2026-03-12")
  })
  test("a declaration that does not say the cycle leaves the one before it standing (art. 16)", () => {
    const unsaid = fact("SystemCycleDeclared", "2026-02-20", {})
    expect(line("N16.2", story(declared("2026-02-01", 30), updated("2026-02-10"), unsaid), "2026-03-13")).toBe(
      "Overdue 2026-03-12"
    )
  })
  test("updated since, it is fulfilled and the interval stays on record (art. 16)", () => {
    const events = story(declared("2026-02-01", 30), updated("2026-02-10"), updated("2026-04-01"))
    expect(line("N16.2", events, "2026-04-05")).toBe("Fulfilled 2026-05-01")
    expect(intervals("N16.2", events, "2026-04-05")).toEqual(["2026-03-13..2026-04-01"])
    expect(intervals("N16.2", events, "2026-04-01")).toEqual(["2026-03-13..2026-04-01"])
    expect(said("N16.2", events, "2026-03-20")[0]?.intervals).toBeUndefined()
  })
  test("updated on the day after the last one of the cycle it was never late, nor before the Measures took force (arts 16, 36)", () => {
    const next = story(declared("2026-02-01", 30), updated("2026-02-10"), updated("2026-03-13"))
    expect(intervals("N16.2", next, "2026-03-14")).toEqual([])
    const old = (until: string) => [
      recorded,
      fact("SystemOperationStarted", "2004-01-01", {}),
      declared("2004-01-01", 30),
      updated("2004-02-01"),
      updated(until)
    ]
    expect(intervals("N16.2", old("2005-02-04"), "2005-02-05")).toEqual([])
    expect(intervals("N16.2", old("2005-02-06"), "2005-02-07")).toEqual(["2005-02-04..2005-02-06"])
  })
  test("never updated, it is pending until the cycle after the beginning of operation is over (art. 16)", () => {
    const events = story(declared("2026-02-01", 30))
    expect(line("N16.2", events, "2026-03-03")).toBe("Pending 2026-03-03")
    expect(line("N16.2", events, "2026-03-04")).toBe("Overdue 2026-03-03")
  })
  test("the cycle of a document counts from its own first day, and what the organ declared comes before it (art. 16)", () => {
    const profile = setting("resource.updateCycle", entry(20, "2026-04-01"))
    const events = story(updated("2026-02-10"))
    expect(line("N16.2", events, "2026-03-31", { profile })).toBe("Undetermined cycle")
    expect(line("N16.2", events, "2026-04-21", { profile })).toBe("Fulfilled 2026-04-21")
    expect(line("N16.2", events, "2026-04-22", { profile })).toBe("Overdue 2026-04-21")
    expect(line("N16.2", [...events, declared("2026-03-01", 90)], "2026-04-22", { profile })).toBe(
      "Fulfilled 2026-05-11"
    )
    expect(line("N16.2", [...events, updated("2026-04-10")], "2026-04-22", { profile })).toBe("Fulfilled 2026-04-30")
    expect(intervals("N16.2", [...events, updated("2026-05-10")], "2026-05-11", { profile })).toEqual([
      "2026-04-22..2026-05-10"
    ])
  })
  test("the document of another region fixes nothing here (art. 16)", () => {
    const profile = setting("resource.updateCycle", entry(20, "2026-01-01", "440300"))
    expect(line("N16.2", story(updated("2026-02-10")), "2026-06-01", { profile })).toBe("Undetermined cycle")
  })
  test("a cycle in working days that nobody knows names the calendar (art. 16)", () => {
    const profile = setting("resource.updateCycle", entry({ workdays: 5 }))
    expect(line("N16.2", story(updated("2026-02-10")), "2026-06-01", { profile })).toBe(
      "Undetermined calendar calendar-unknown"
    )
  })
  test("where the record does not tell every update, an old one accuses nobody (art. 16)", () => {
    const events = [takenOver, running, declared("2026-02-01", 30), updated("2026-02-10")]
    expect(line("N16.2", events, "2026-03-01")).toBe("Fulfilled 2026-03-12")
    expect(line("N16.2", events, "2026-06-01")).toBe("Undetermined update")
  })
  test("out of operation nothing is owed, and the time before it stays on record in operation again (art. 16)", () => {
    const events = story(
      declared("2026-02-01", 30),
      updated("2026-02-10"),
      fact("SystemOperationStopped", "2026-03-20", { reason: "改造" }),
      fact("SystemOperationStarted", "2026-05-01", {}),
      updated("2026-05-01")
    )
    expect(line("N16.2", events, "2026-04-01")).toBe("")
    expect(line("N16.2", events, "2026-05-02")).toBe("Fulfilled 2026-05-31")
    expect(intervals("N16.2", events, "2026-05-02")).toEqual(["2026-03-13..2026-03-20"])
  })
  test("a lateness that another cycle does not end goes on and is no interval of the past (art. 16)", () => {
    const events = story(declared("2026-02-01", 30), updated("2026-02-10"), declared("2026-04-01", 20))
    expect(line("N16.2", events, "2026-05-01")).toBe("Overdue 2026-03-02")
    expect(intervals("N16.2", events, "2026-05-01")).toEqual([])
    const longer = story(declared("2026-02-01", 30), updated("2026-02-10"), declared("2026-04-01", 365))
    expect(line("N16.2", longer, "2026-05-01")).toBe("Fulfilled 2027-02-10")
    expect(intervals("N16.2", longer, "2026-05-01")).toEqual(["2026-03-13..2026-04-01"])
  })
  test("with the system itself the duty ends, and what was late stays on record (art. 16)", () => {
    const events = story(declared("2026-02-01", 30), updated("2026-02-10"), fact("SystemRetired", "2026-05-01", {}))
    expect(line("N16.2", events, "2026-06-01")).toBe("NotApplicable lapsed")
    expect(intervals("N16.2", events, "2026-06-01")).toEqual(["2026-03-13..2026-05-01"])
  })
})

describe("accuracy (art. 16)", () => {
  const checked = (on: string, result?: "pass" | "fail"): Event =>
    fact("SystemChecked", on, { what: "accuracy", ...(result === undefined ? {} : { result }) })
  const confirmed = (on: string, error = "E1"): Event => fact("SystemErrorConfirmed", on, { error })
  const corrected = (on: string, error = "E1"): Event => fact("SystemErrorCorrected", on, { error })

  test("without a check nobody knows; with one that passed and no error open it is fulfilled (art. 16)", () => {
    expect(line("N16.3", story(), "2026-06-01")).toBe("Undetermined qualityCheck")
    expect(line("N16.3", story(checked("2026-03-01", "pass")), "2026-06-01")).toBe("Fulfilled")
    expect(said("N16.3", story(checked("2026-03-01", "pass")), "2026-06-01")[0]?.intervals).toBeUndefined()
  })
  test("a failed check without a confirmed error leaves it open; so does one without a result (art. 16)", () => {
    expect(line("N16.3", story(checked("2026-03-01", "fail")), "2026-06-01")).toBe("Undetermined error")
    expect(line("N16.3", story(checked("2026-03-01", "pass"), checked("2026-03-02")), "2026-06-01")).toBe(
      "Undetermined result"
    )
  })
  test("a confirmed error that is open on the day is a breach, whatever a check found (art. 16)", () => {
    const events = story(checked("2026-03-01", "pass"), confirmed("2026-04-01"))
    expect(line("N16.3", events, "2026-03-31")).toBe("Fulfilled")
    expect(line("N16.3", events, "2026-04-01")).toBe("Breached")
    expect(line("N16.3", [...events, checked("2026-05-01", "pass")], "2026-06-01")).toBe("Breached")
  })
  test("after the correction it is fulfilled and the interval stays on record (art. 16)", () => {
    const events = story(checked("2026-03-01", "fail"), confirmed("2026-04-01"), corrected("2026-04-20"))
    expect(line("N16.3", events, "2026-04-19")).toBe("Breached")
    expect(line("N16.3", events, "2026-04-20")).toBe("Fulfilled")
    expect(intervals("N16.3", events, "2026-06-01")).toEqual(["2026-04-01..2026-04-20"])
  })
  test("a check that failed after the correction leaves it open again (art. 16)", () => {
    const events = story(confirmed("2026-04-01"), corrected("2026-04-20"), checked("2026-05-01", "fail"))
    expect(line("N16.3", events, "2026-06-01")).toBe("Undetermined error")
  })
  test("of several errors each has to be corrected; a correction before the confirmation is none (art. 16)", () => {
    const events = story(confirmed("2026-04-01"), confirmed("2026-04-05", "E2"), corrected("2026-04-20"))
    expect(said("N16.3", events, "2026-06-01")[0]?.act?.on).toBe("2026-04-05")
    expect(line("N16.3", story(confirmed("2026-04-05"), corrected("2026-04-01")), "2026-06-01")).toBe("Breached")
  })
  test("of several errors the one that is open longest is shown, or else the last correction, and each in its time (art. 16)", () => {
    const open = story(confirmed("2026-04-05"), confirmed("2026-04-01", "E2"), confirmed("2026-04-09", "E3"))
    expect(said("N16.3", open, "2026-06-01")[0]?.act?.on).toBe("2026-04-01")
    const first = [confirmed("2026-04-10"), corrected("2026-04-20")]
    const second = [confirmed("2026-04-01", "E2"), corrected("2026-04-05", "E2")]
    for (const events of [story(...first, ...second), story(...second, ...first)]) {
      expect(said("N16.3", events, "2026-06-01")[0]?.act?.on).toBe("2026-04-20")
      expect(intervals("N16.3", events, "2026-06-01")).toEqual(["2026-04-01..2026-04-05", "2026-04-10..2026-04-20"])
    }
    const third = [confirmed("2026-04-02", "E3"), corrected("2026-04-25", "E3")]
    expect(said("N16.3", story(...first, ...second, ...third), "2026-06-01")[0]?.act?.on).toBe("2026-04-25")
  })
  test("an error is no breach before the Measures took force, and none is ended by a retirement to come (arts 16, 36)", () => {
    const old = (until: string) => [recorded, confirmed("2004-12-01"), corrected(until)]
    expect(intervals("N16.3", old("2005-02-04"), "2005-03-01")).toEqual([])
    expect(intervals("N16.3", old("2005-02-06"), "2005-03-01")).toEqual(["2005-02-04..2005-02-06"])
    const s = fold(systemId, story(confirmed("2026-04-01"), fact("SystemRetired", "2026-05-01", {})))
    const ctx = context({ asOf: "2026-04-15" as CivilDate, directory: sample })
    expect(verdicts(s, ctx).verdicts.find(({ norm }) => norm === "N16.3")?.status).toBe("Breached")
  })
  test("what is corrected on the very day on which it was confirmed, or checked, is not open (art. 16)", () => {
    const same = story(confirmed("2026-04-01"), corrected("2026-04-01"))
    expect(line("N16.3", same, "2026-04-01")).toBe("Fulfilled")
    expect(intervals("N16.3", same, "2026-06-01")).toEqual([])
    const found = story(checked("2026-04-20", "fail"), confirmed("2026-04-10"), corrected("2026-04-20"))
    expect(line("N16.3", found, "2026-06-01")).toBe("Fulfilled")
  })
  test("where the record does not tell every error, a passed check is not the whole of it (art. 16)", () => {
    expect(line("N16.3", [takenOver, checked("2026-03-01", "pass")], "2026-06-01")).toBe("Undetermined error")
    const covered = { ...takenOver, coverage: { error: "2026-02-01" } } as Event
    expect(line("N16.3", [covered, checked("2026-03-01", "pass")], "2026-06-01")).toBe("Fulfilled")
  })
  test("with the system itself the duty ends; how long an error was open stays on record (art. 16)", () => {
    const events = story(confirmed("2026-04-01"), fact("SystemRetired", "2026-05-01", {}))
    expect(line("N16.3", events, "2026-06-01")).toBe("NotApplicable lapsed")
    for (const day of ["2026-05-01", "2026-06-01"])
      expect(intervals("N16.3", events, day), day).toEqual(["2026-04-01..2026-05-01"])
  })
})
