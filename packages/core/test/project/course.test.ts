import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import { type Event, fold, type Position } from "../../src/project/index.ts"
import { nextActs } from "../../src/project/nextActs.ts"
import { path, type Way } from "../../src/project/path.ts"
import { asked } from "../law/Law.ts"
import { fact, upToApproval, upToOpinion } from "./story.ts"

const to = (goal: Position, story: ReadonlyArray<Event>, day = "2026-05-20", profile = textOnly): Way<Event> =>
  path(fold(projectId, story), goal, asked(day as CivilDate, profile))
const steps = (way: Way<Event>): ReadonlyArray<string> =>
  way._tag === "None" ? ["none"] : way.steps.map(({ act }) => `${act._tag} ${act.on}`)
const beside = (way: Way<Event>): ReadonlyArray<string> =>
  way._tag === "None"
    ? ["none"]
    : way.optional.map(({ act, asks }) => `${act._tag} (${asks})`).filter((act) => act.startsWith("Assessment"))
/** The facts that are missing for a way. */
const missing = (way: Way<Event>): ReadonlyArray<string> =>
  way._tag === "None" ? way.lacks.map((lack) => (lack._tag === "Fact" ? lack.missing : lack._tag)) : ["nothing"]

const x2 = { assessment: "X2", by: "info" }
const started = fact("ConstructionStarted", "2026-04-01", { by: "company" })
const completed = [...upToApproval, started, fact("ConstructionCompleted", "2026-04-10", { by: "company" })]
const applying = fact("AcceptanceApplied", "2026-04-15", { acceptance: "V1", by: "health" })
const passed = fact("AcceptancePassed", "2026-04-20", { acceptance: "V1", considered: [], by: "acceptors" })
const accepted = [...completed, applying, passed]
const operating = [...accepted, fact("OperationStarted", "2026-04-25", { by: "health" })]
const planned = (type: "application" | "ex-post"): ReadonlyArray<Event> => [
  fact("AssessmentPlanned", "2026-05-01", { ...x2, type, application: "n/a", with: ["fin"], signed: ["fin"] }),
  fact("AssessmentCommissioned", "2026-05-02", { ...x2, assessor: "institute", interests: [] })
]

describe("which acts on an assessment stand beside a way", () => {
  test("one after completion is begun on the way to the acceptance, and serves nothing after it (art. 32)", () => {
    expect(beside(to("accepted", [...completed, ...planned("ex-post")]))).toContain("AssessmentStarted (N32.1)")
    expect(beside(to("inOperation", [...accepted, ...planned("ex-post")]))).toEqual([])
  })

  test("one of the application of the system serves no step (art. 33)", () => {
    expect(beside(to("retired", [...operating, ...planned("application")]))).toEqual([])
  })

  test("one before the establishment serves nothing once that is decided (art. 31)", () => {
    const story = [
      ...upToApproval,
      fact("AssessmentPlanned", "2026-03-11", { ...x2, type: "ex-ante", application: "A1" }),
      fact("AssessmentCommissioned", "2026-03-12", { ...x2, assessor: "institute", interests: [] }),
      fact("AssessmentStarted", "2026-03-13", { ...x2, criteria: "标准一", scheme: "S1" })
    ]
    expect(beside(to("constructing", story))).toEqual([])
  })
})

describe("what is out of the ordinary course", () => {
  test("in a round after a rejected one nobody is sent to ask again for an opinion that was adverse (art. 10)", () => {
    const [drafted, ...round] = upToOpinion.map((e) =>
      e._tag === "OpinionGiven" ? { ...e, conclusion: "not-support" as const } : e
    )
    const story = [
      drafted as Event,
      fact("Applied", "2026-03-03", { application: "A0", to: "drc", by: "health" }),
      fact("OpinionRequested", "2026-03-04", { application: "A0", request: "R0", to: "info", by: "drc" }),
      fact("Rejected", "2026-03-05", { application: "A0", considered: [], by: "drc" }),
      fact("Reapplied", "2026-03-06", { application: "A1", former: "A0", by: "health" }),
      ...round
    ]
    expect(steps(to("approved", story))).toEqual(["Approved 2026-05-20"])
  })
})

describe("a record of which the beginning is missing", () => {
  const kinds = (...story: ReadonlyArray<Event>) =>
    nextActs(fold(projectId, story), asked("2026-05-20" as CivilDate, textOnly)).map(({ kind }) => kind)

  test("goes on from what is on record and is not opened (arts 12, 31)", () => {
    expect(kinds(started)).toContain("ConstructionCompleted")
    expect(kinds(started)).not.toContain("Drafted")
    const scheme = fact("SchemeSubmitted", "2026-03-10", { application: "A1", scheme: "S1", what: "scheme" })
    expect(kinds(scheme)).toContain("Applied")
    expect(kinds(scheme)).not.toContain("Drafted")
  })

  test("lacks the region before anybody can be asked for an opinion (art. 10)", () => {
    expect(missing(to("opinionRequested", [fact("Applied", "2026-03-10", { application: "A1" })]))).toEqual(["region"])
  })

  test("lacks the organ where the organ builds, and the construction unit only where an approval is silent on it (art. 12)", () => {
    const approved = fact("Approved", "2026-03-30", { application: "A1", considered: [] })
    expect(missing(to("completed", [started]))).toEqual(["organ"])
    expect(missing(to("constructing", [{ ...approved, builder: null }]))).toEqual(["organ"])
    expect(missing(to("constructing", [approved]))).toEqual(["builder"])
    const organ = reading(textOnly, "A12e", "organ")
    expect(missing(to("constructing", [approved], "2026-05-20", organ))).toEqual(["organ"])
  })
})

describe("the day of a way that is asked for a day before the last act", () => {
  test("is that of the last act, of the project or of an assessment (arts 30, 31)", () => {
    expect(steps(to("constructing", upToApproval, "2026-03-10"))).toEqual(["ConstructionStarted 2026-03-30"])
    expect(steps(to("constructing", [...upToApproval, ...planned("ex-post")], "2026-03-10"))).toEqual([
      "ConstructionStarted 2026-05-02"
    ])
  })
})
