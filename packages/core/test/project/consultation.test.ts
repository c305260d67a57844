import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { type Event, fold, verdicts } from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"
import { fact } from "./story.ts"

/** What art. 10 says of asking for the opinion, at the end of 2005. */
const said = (...story: ReadonlyArray<Event>) =>
  verdicts(fold(projectId, story), asked("2005-12-31" as CivilDate, textOnly)).verdicts.find((v) => v.norm === "N10.1")

const opened = fact("Drafted", "2004-12-01", { region: "440100", organ: "health", by: "health" })
const applied = (on: string) => fact("Applied", on, { application: "A1", to: "old-drc", by: "health" })
const approved = (on: string) => fact("Approved", on, { application: "A1", by: "old-drc" })

describe("a round of examination when the Measures took force", () => {
  test("is judged as of that day where it was still open (arts 10, 36)", () => {
    expect(said(opened, applied("2005-01-10"), approved("2005-02-04"))).toMatchObject({
      status: "Breached",
      trigger: { on: "2005-02-04", ref: applied("2005-01-10").id }
    })
    expect(said(opened, applied("2005-01-10"), approved("2005-03-01"))?.trigger?.on).toBe("2005-02-04")
    const own = said(opened, applied("2005-02-04"), approved("2005-03-01"))?.trigger
    expect([own?.on, own?.ref]).toEqual(["2005-02-04", applied("2005-02-04").id])
  })

  test("is not judged where it was over by then (arts 10, 36)", () =>
    expect(said(opened, applied("2005-01-10"), approved("2005-02-03"))).toBeUndefined())
})

describe("a round of which no application is on record", () => {
  const scheme = fact("SchemeSubmitted", "2005-05-10", { application: "A1", scheme: "S1", to: "info", by: "health" })

  test("asks for no opinion where the record is complete (art. 10)", () => expect(said(opened, scheme)).toBeUndefined())

  test("leaves open whether anybody applied where the record was taken over (art. 10)", () => {
    const taken = fact("TakenOver", "2005-06-01", {
      region: "440100",
      organ: "health",
      coverage: { application: "2005-06-01" as CivilDate }
    })
    expect(said(taken, scheme)).toMatchObject({ status: "Undetermined", missing: "application" })
  })
})
