import { projectId } from "@banfa/testing/project"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import type { Amount } from "../../src/civil/Amount.ts"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import type { Quarter } from "../../src/civil/Quarter.ts"
import { compose } from "../../src/profile/compose.ts"
import type { Period } from "../../src/profile/Parameter.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import { type Event, fold, verdicts } from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"
import { fact, upToApproval } from "./story.ts"

const sample = Result.getOrThrow(compose(textOnly, sampleLayer))
const period = "2026-Q2" as Quarter
const report = (on: string, to: string | undefined, by = "company") =>
  fact("ProgressReported", on, { period, amount: "1000.00" as Amount, by, ...(to === undefined ? {} : { to }) })

/** What art. 12 says of the second quarter on a day. The sample wants the report fifteen days after its end. */
const judged = (norm: string, on: string, ...facts: ReadonlyArray<Event>) => {
  const p = fold(projectId, [...upToApproval, ...facts])
  const v = verdicts(p, asked(on as CivilDate, sample)).verdicts.find(
    (x) => x.norm === norm && x.instance === `quarter/${period}`
  )
  return [v?.status, v?.act?.on, v?.missing, v?.note]
}

describe("the reports of one quarter", () => {
  test("the first receipt at the right authority decides the time (art. 12)", () => {
    const late = report("2026-07-16", "drc")
    expect(judged("N12.1", "2026-12-01", report("2026-07-15", "drc"), late)).toEqual([
      "Fulfilled",
      "2026-07-15",
      undefined,
      undefined
    ])
    expect(judged("N12.1", "2026-12-01", late)).toEqual(["FulfilledLate", "2026-07-16", undefined, undefined])
  })

  test("where an earlier receipt may have counted, a later one is not held against the construction unit (art. 12)", () => {
    const maybe = report("2026-07-10", undefined)
    const late = report("2026-08-16", "drc")
    expect(judged("N12.1", "2026-12-01", maybe, late)).toEqual(["Undetermined", undefined, "report.to", undefined])
    expect(judged("N12.1", "2026-12-01", report("2026-07-10", "info"), late)[0]).toBe("FulfilledLate")
    expect(judged("N12.1", "2026-12-01", maybe, report("2026-07-12", "drc"))[0]).toBe("Fulfilled")
  })

  test("a report that went to the informatization authority only, or to another level, is no report (art. 12)", () => {
    for (const to of ["info", "c-drc", "p-drc"]) {
      expect(judged("N12.1", "2026-07-10", report("2026-07-08", to)), to).toEqual([
        "Pending",
        undefined,
        undefined,
        to === "info" ? "other-recipient" : "other-level"
      ])
    }
  })

  test("a report that another than the construction unit made is none of it (art. 12)", () => {
    expect(judged("N12.1", "2026-07-16", report("2026-07-08", "drc", "health"))).toEqual([
      "Overdue",
      undefined,
      undefined,
      "not-by-construction-unit"
    ])
  })

  test("where nobody knows who made a report, or who the construction unit is, it may be one (art. 12)", () => {
    const { by: _, ...unsigned } = report("2026-07-08", "drc")
    const open = ["Undetermined", undefined, "report.to", undefined]
    expect(judged("N12.1", "2026-07-16", unsigned as Event)).toEqual(open)
    const unnamed = upToApproval.map((e): Event => {
      if (e._tag !== "Approved") return e
      const { builder: _, ...rest } = e
      return rest
    })
    const p = fold(projectId, [...unnamed, report("2026-07-08", "drc")])
    const v = verdicts(p, asked("2026-07-16" as CivilDate, sample)).verdicts.find(
      (x) => x.norm === "N12.1" && x.instance === `quarter/${period}`
    )
    expect([v?.status, v?.act?.on, v?.missing, v?.note]).toEqual(open)
  })

  test("a copy without a report answers for itself, and the report stays owed (art. 12)", () => {
    const copy = fact("ReportCopied", "2026-07-09", { period, to: "info", by: "company" })
    expect(judged("N12.2", "2026-07-20", copy)[0]).toBe("Fulfilled")
    expect(judged("N12.1", "2026-07-20", copy)[0]).toBe("Overdue")
    expect(judged("N12.2", "2026-07-10", report("2026-07-08", "drc"))).toEqual([
      "Pending",
      undefined,
      undefined,
      "copy-missing"
    ])
  })

  test("on the last day of the quarter the key list decides, and a listing after it changes nothing (art. 12)", () => {
    const listed = (on: string) => fact("KeyListed", on, { by: "p-drc" })
    expect(judged("N12.3", "2026-07-05", listed("2026-06-30"))[0]).toBe("Pending")
    expect(judged("N12.1", "2026-07-05", listed("2026-06-30"))).toEqual([
      "NotApplicable",
      undefined,
      undefined,
      "displaced"
    ])
    expect(judged("N12.3", "2026-07-05", listed("2026-07-01"))[0]).toBeUndefined()
    expect(judged("N12.1", "2026-07-05", listed("2026-07-01"))[0]).toBe("Pending")
  })
})

describe("what art. 12 says while a quarter runs, and where a year is not published", () => {
  const of = (norm: string, quarter: string, on: string, profile: Profile, ...facts: ReadonlyArray<Event>) =>
    verdicts(fold(projectId, [...upToApproval, ...facts]), asked(on as CivilDate, profile)).verdicts.find(
      (v) => v.norm === norm && v.instance === `quarter/${quarter}`
    )
  const ruled = (more: Profile["parameters"], days: Period = 15): Profile => ({
    ...textOnly,
    parameters: {
      "quarterlyReport.dueRule": [{ value: days, source: sampleLayer.source, from: "2005-02-04" as CivilDate }],
      ...more
    }
  })

  test("a report to another body before the end of the quarter is remarked on while the quarter runs (art. 12)", () =>
    expect(of("N12.1", "2026-Q2", "2026-05-10", textOnly, report("2026-05-08", "info"))).toMatchObject({
      status: "Pending",
      note: "other-recipient"
    }))

  test("a timetable that begins within the quarter may change what is owed: until then it stays (art. 12)", () => {
    const from = "2026-06-01" as CivilDate
    const coming = ruled({ "keyProject.timetable": [{ value: 20, source: sampleLayer.source, from }] })
    expect(of("N12.1", "2026-Q2", "2026-05-10", coming)?.stands).toBe("2026-05-31")
    expect(of("N12.1", "2026-Q2", "2026-06-10", coming)?.stands).toBe("2026-07-15")
    expect(of("N12.1", "2026-Q2", "2026-05-10", ruled({}))?.stands).toBe("2026-07-15")
    const reported = of("N12.1", "2026-Q2", "2026-05-10", coming, report("2026-05-08", "drc"))
    expect([reported?.status, reported?.stands]).toEqual(["Fulfilled", undefined])
  })

  test("read to be sent on the day of the report, a copy is owed on it where the report is known to be in time (art. 12)", () => {
    const sameDay = (profile: Profile): Profile => reading(profile, "A12g", "same-day")
    const both = (on: string, quarter: string, by = "company"): ReadonlyArray<Event> => [
      { ...report(on, "drc", by), period: quarter as Quarter },
      fact("ReportCopied", on, { period: quarter as Quarter, to: "info-2", by })
    ]
    const unpublished = sameDay(ruled({}, { workdays: 10 }))
    expect(
      of("N12.2", "2028-Q2", "2028-12-01", unpublished, ...both("2028-07-03", "2028-Q2", "company-2"))
    ).toMatchObject({
      status: "Undetermined",
      missing: "calendar"
    })
    const lastDay = of("N12.2", "2026-Q3", "2026-12-01", sameDay(ruled({})), ...both("2026-10-15", "2026-Q3"))
    expect(lastDay).toMatchObject({ status: "Fulfilled", due: "2026-10-15", entry: undefined })
    const late = of("N12.2", "2026-Q3", "2026-12-01", sameDay(ruled({})), ...both("2026-10-16", "2026-Q3"))
    expect(late).toMatchObject({ status: "FulfilledLate", due: "2026-10-15", entry: { value: 15 } })
  })
})
