import { projectId } from "@banfa/testing/project"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { decodeEvents } from "../../src/project/decode.ts"
import { context, type Event, type EventOf, type EventTag, fold } from "../../src/project/index.ts"
import { nextActs } from "../../src/project/nextActs.ts"
import type { Context } from "../../src/verdict/Verdict.ts"
import { asked } from "../law/Law.ts"
import { fact, upToApproval, upToOpinion } from "./story.ts"

const day = "2026-05-01" as CivilDate
const next = (story: ReadonlyArray<Event>, ctx: Context = asked(day, textOnly)): ReadonlyArray<Event> =>
  nextActs(fold(projectId, story), ctx).map(({ example }) => example)
/** What the examples of a kind of act say after a story. */
const examples = <T extends EventTag>(kind: T, story: ReadonlyArray<Event>): ReadonlyArray<EventOf<T>> =>
  next(story).flatMap((e) => (e._tag === kind ? [e as EventOf<T>] : []))

const drafted = fact("Drafted", "2026-03-02", { region: "440100", organ: "health", by: "health" })
const applied = (application: string): Event => fact("Applied", "2026-03-10", { application, to: "drc", by: "health" })
const scheme = (application: string, id: string, on: string, reach: { crossDept?: boolean; crossRegion?: boolean }) =>
  fact("SchemeSubmitted", on, { application, scheme: id, what: "scheme", ...reach, to: "info", by: "health" })
const asks = (request: string): Event =>
  fact("OpinionRequested", "2026-03-12", { application: "…", request, to: "info", by: "drc" })
const answers = (request: string): Event =>
  fact("OpinionGiven", "2026-03-20", {
    application: "…",
    request,
    opinion: "O1",
    conclusion: "support",
    by: "info"
  })
const round = [drafted, applied("…")]
const completed = [
  ...upToApproval,
  fact("ConstructionStarted", "2026-04-01", { by: "company" }),
  fact("ConstructionCompleted", "2026-04-10", { by: "company" })
]
const accepting = (acceptance: string, on: string): Event => fact("AcceptanceApplied", on, { acceptance, by: "health" })
const failed = (acceptance: string, on: string): Event =>
  fact("AcceptanceFailed", on, { acceptance, considered: [], defects: "…", by: "acceptors" })

describe("of each kind of instance one example is new: what was entered under its id is not opened a second time", () => {
  test.each<readonly [kind: EventTag, why: string, story: ReadonlyArray<Event>]>([
    ["SchemeSubmitted", "a version of the scheme (art. 31)", [drafted, scheme("…", "…", "2026-03-05", {})]],
    [
      "Applied",
      "an application that was returned (arts 10, 31)",
      [...round, fact("ReturnedForRevision", "2026-03-15", { application: "…", reason: "…", by: "drc" })]
    ],
    [
      "Withdrawn",
      "an application that was returned (arts 10, 31)",
      [...round, fact("ReturnedForRevision", "2026-03-15", { application: "…", reason: "…", by: "drc" })]
    ],
    ["OpinionRequested", "a request that was answered (art. 10)", [...round, asks("…"), answers("…")]],
    [
      "Reapplied",
      "an application that was rejected (art. 31)",
      [...round, asks("R1"), fact("Rejected", "2026-03-25", { application: "…", considered: [], by: "drc" })]
    ],
    [
      "MateriallyChanged",
      "an application that was approved (art. 31)",
      [...round, asks("R1"), fact("Approved", "2026-03-25", { application: "…", considered: [], by: "drc" })]
    ],
    [
      "AssessmentPlanned",
      "an assessment that was cancelled (art. 31)",
      [
        drafted,
        applied("A1"),
        fact("AssessmentPlanned", "2026-03-11", {
          assessment: "…",
          type: "ex-ante",
          application: "A1",
          by: "info"
        }),
        fact("AssessmentCancelled", "2026-03-12", { assessment: "…", reason: "…", by: "info" })
      ]
    ],
    [
      "AcceptanceReapplied",
      "an acceptance that was failed (art. 32)",
      [...completed, accepting("…", "2026-04-15"), failed("…", "2026-04-20")]
    ]
  ])("no %s beside %s", (kind, _, story) => {
    expect(examples(kind, story)).toEqual([])
    const named = JSON.parse(JSON.stringify(story).replaceAll('"…"', '"其一"')) as ReadonlyArray<Event>
    expect(examples(kind, named)).toHaveLength(1)
  })
})

describe("what an example says", () => {
  test("of a project of which nothing was said, that the region and the organ are to be filled in", () => {
    expect(examples("Drafted", [])).toMatchObject([{ region: "…", organ: "…" }])
  })

  test("of two rounds that began on one day, or on days that nobody knows, it is about the second (art. 31)", () => {
    const submitted = [scheme("A1", "S1", "2026-03-10", {}), scheme("A2", "S1", "2026-03-05", {})]
    expect(examples("Applied", [drafted, ...submitted])).toMatchObject([{ application: "A2" }])
    expect(examples("MaterialsRequested", [drafted, applied("A1"), applied("A2")])).toMatchObject([
      { application: "A2" }
    ])
  })

  test("the next version of a scheme reaches as far as the last that said so (art. 18)", () => {
    const reaching = scheme("A1", "S1", "2026-03-05", { crossDept: true, crossRegion: false })
    const further = scheme("A1", "S2", "2026-03-06", { crossRegion: true })
    const silent = scheme("A1", "S3", "2026-03-07", {})
    const said = (...story: ReadonlyArray<Event>) =>
      examples("SchemeSubmitted", [drafted, ...story]).map((e) => [e.crossDept, e.crossRegion, e.network])
    expect(said()).toEqual([[false, false, "unified-platform"]])
    expect(said(silent)).toEqual([[false, false, "unified-platform"]])
    expect(said(reaching, silent)).toEqual([[true, false, "unified-platform"]])
    expect(said(reaching, further, silent)).toEqual([[true, true, "unified-platform"]])
  })

  test("a version of an opinion has an id that no other example of one has (art. 10)", () => {
    const revised = (opinion: string) =>
      examples(
        "OpinionRevised",
        upToOpinion.map((e) => (e._tag === "OpinionGiven" ? { ...e, opinion } : e))
      ).map((e) => e.opinion)
    expect(revised("O1")).toEqual(["…"])
    expect(revised("…")).toEqual(["……"])
    expect(revised("关于O1…")).toEqual(["…"])
  })

  test("an acceptance is decided once, and applied for anew after one that failed (art. 32)", () => {
    const again = fact("AcceptanceReapplied", "2026-04-25", { acceptance: "V2", former: "V1", by: "health" })
    const deciding = [...completed, accepting("V1", "2026-04-15"), failed("V1", "2026-04-20"), again]
    expect(examples("AcceptancePassed", deciding)).toMatchObject([{ acceptance: "V2" }])
    expect(examples("AcceptanceFailed", deciding)).toMatchObject([{ acceptance: "V2" }])
    const undecided = [...completed, accepting("V1", "2026-04-15"), accepting("V2", "2026-04-16")]
    expect(examples("AcceptanceReapplied", [...undecided, failed("V2", "2026-04-20")])).toMatchObject([
      { former: "V2" }
    ])
  })

  test("nothing of what nobody knows: each is a fact as it is read from outside (arts 10, 31, 32)", () => {
    const started = fact("ConstructionStarted", "2026-04-01", { by: "company" })
    const commissioned = [
      drafted,
      applied("A1"),
      fact("AssessmentPlanned", "2026-03-11", { assessment: "X1", type: "ex-ante", application: "A1", by: "info" }),
      fact("AssessmentCommissioned", "2026-03-12", { assessment: "X1", assessor: "institute", by: "info" })
    ]
    for (const [kind, story] of [
      ["SchemeSubmitted", [drafted]],
      ["OpinionRequested", [drafted, applied("A1")]],
      ["AssessmentStarted", commissioned],
      ["MateriallyChanged", [drafted, started]],
      ["CompletionReported", completed]
    ] as const) {
      const acts = next(story, context({ asOf: day }))
      expect(acts.map(({ _tag }) => _tag)).toContain(kind)
      expect(acts.filter((e) => Result.isFailure(decodeEvents([e])))).toEqual([])
    }
  })
})
