import { projectId } from "@banfa/testing/project"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import type { Amount } from "../../src/civil/Amount.ts"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import type { Quarter } from "../../src/civil/Quarter.ts"
import { compose } from "../../src/profile/compose.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import { type Event, fold } from "../../src/project/index.ts"
import { nextActs } from "../../src/project/nextActs.ts"
import { asked } from "../law/Law.ts"
import { fact, upToApproval } from "./story.ts"

/** The sample wants the report fifteen days after the end of its quarter. */
const withDay = Result.getOrThrow(compose(textOnly, sampleLayer))
/** The quarters of which a report, or a copy of it, is among the next acts. */
const offered = (kind: Event["_tag"], asOf: string, story: ReadonlyArray<Event>, profile = textOnly) =>
  nextActs(fold(projectId, story), asked(asOf as CivilDate, profile)).flatMap(({ example, kind: of }) =>
    of === kind && "period" in example ? [example.period] : []
  )
const reports = (asOf: string, story: ReadonlyArray<Event> = upToApproval, profile = textOnly) =>
  offered("ProgressReported", asOf, story, profile)
const reported = (period: string, on: string) =>
  fact("ProgressReported", on, { period: period as Quarter, amount: "1000.00" as Amount, to: "drc", by: "company" })

describe("the quarter of which the next report is", () => {
  test("is the first one that is over and not reported, though it be late (art. 12)", () => {
    expect(reports("2026-04-01")).toEqual(["2026-Q1"])
    expect(reports("2026-11-01")).toEqual(["2026-Q1"])
    const late = [...upToApproval, reported("2026-Q1", "2026-10-08")]
    expect(reports("2026-11-01", late)).toEqual(["2026-Q2"])
    expect(offered("ReportCopied", "2026-11-01", late)).toEqual(["2026-Q1"])
  })

  test("is none that runs, unless a document says by which day its report is owed (art. 12)", () => {
    expect(reports("2026-03-31")).toEqual([])
    expect(reports("2026-03-31", upToApproval, withDay)).toEqual(["2026-Q1"])
    expect(reports("2026-04-15", upToApproval, withDay)).toEqual(["2026-Q1"])
  })

  test("is none where every one that is over was reported, or nobody knows whether any is owed (art. 12)", () => {
    expect(reports("2026-05-01", [...upToApproval, reported("2026-Q1", "2026-04-08")])).toEqual([])
    const taken = fact("TakenOver", "2026-03-01", {
      region: "440100",
      organ: "health",
      coverage: { decision: "2026-03-01" as CivilDate }
    })
    expect(reports("2026-05-01", [taken])).toEqual([])
  })
})
