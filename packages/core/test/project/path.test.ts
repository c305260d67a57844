import { describe, expect, test } from "vitest"
import { textOnly } from "../../src/profile/Profile.ts"
import { context, type Event, fold, type Position } from "../../src/project/index.ts"
import { path, type Way } from "../../src/project/path.ts"
import { asked } from "../law/Law.ts"
import { fact, upToApproval, upToOpinion } from "./story.ts"

const day = "2026-04-02"
const to = (goal: Position, story: ReadonlyArray<Event>, ctx = asked(day as never, textOnly)): Way<Event> =>
  path(fold(story[0]?.project ?? "P1", story), goal, ctx)

/** The steps of a way, by whom; what may be left out in brackets. Without a way, what is missing. */
const told = (way: Way<Event>): ReadonlyArray<string> =>
  way._tag === "None"
    ? way.lacks.map((lack) => JSON.stringify(lack))
    : way.steps.map(({ act, required }) => {
        const step = `${act._tag} by ${act.by}`
        return required ? step : `[${step}]`
      })
const beside = (way: Way<Event>): ReadonlyArray<string> =>
  way._tag === "None" ? [] : way.optional.map(({ act, after, asks }) => `${act._tag} after ${after} (${asks})`)
const asks = (way: Way<Event>): ReadonlyArray<string> =>
  way._tag === "None" ? [] : way.steps.map((step) => step.asks.join())

const untilFirst = (kind: Event["_tag"], story = upToOpinion): ReadonlyArray<Event> =>
  story.slice(0, story.findIndex(({ _tag }) => _tag === kind) + 1)
const drafted = untilFirst("Drafted")
const applied = untilFirst("Applied")
const unanswered = upToOpinion.filter(({ _tag }) => _tag !== "OpinionGiven")
const begun = [...upToApproval, fact("ConstructionStarted", "2026-04-01", { by: "company" })]

const assessing = [
  "AssessmentPlanned by info",
  "AssessmentCommissioned by info",
  "AssessmentStarted by info",
  "[AssessmentReported by …]",
  "AssessmentIssued by info"
]
const consulting = ["OpinionRequested by drc", "[OpinionGiven by info]"]
const established = ["[SchemeSubmitted by health]", "Applied by health", ...assessing, ...consulting, "Approved by drc"]
const built = (builder: string) => [`ConstructionStarted by ${builder}`, `ConstructionCompleted by ${builder}`]
const accepted = ["[CompletionReported by health]", "AcceptanceApplied by health", "AcceptancePassed by acceptors"]

describe("the way to a position", () => {
  test("a scheme is submitted, applied for and assessed, the opinion asked for and given, then it is approved (arts 9, 10, 31)", () => {
    const way = to("approved", drafted)
    expect(told(way)).toEqual(established)
    expect(asks(way)).toEqual([
      "N31.2,N18.1",
      "",
      "N29.1,N31.3",
      "",
      "",
      "N30.4",
      "N31.1,N31.3,N14.1",
      "N10.1",
      "N10.3,N10.2",
      "N10.2,N31.4"
    ])
  })

  test("a rejection needs the opinion asked for and no assessment (arts 10, 31)", () => {
    expect(told(to("rejected", drafted))).toEqual([
      "[SchemeSubmitted by health]",
      "Applied by health",
      "OpinionRequested by drc",
      "Rejected by drc"
    ])
  })

  test("after the approval the works, the report, the acceptance, operation and its end follow (arts 12, 32, 33)", () => {
    for (const [goal, steps] of [
      ["constructing", built("health").slice(0, 1)],
      ["completed", built("health")],
      ["accepted", [...built("health"), ...accepted]],
      ["inOperation", [...built("health"), ...accepted, "OperationStarted by health"]],
      ["retired", [...built("health"), ...accepted, "OperationStarted by health", "Retired by health"]]
    ] as const)
      expect(told(to(goal, drafted)), goal).toEqual([...established, ...steps])
  })

  test("a scheme that does not say what it reaches is followed by a version that does, unless it is examined already (arts 18, 31)", () => {
    const silent = (story: ReadonlyArray<Event>): ReadonlyArray<Event> =>
      story.map((e) => {
        if (e._tag !== "SchemeSubmitted") return e
        const { crossDept: _, crossRegion: __, ...rest } = e
        return rest
      })
    expect(told(to("approved", silent(applied)))).toEqual([
      "[SchemeSubmitted by health]",
      ...assessing,
      ...consulting,
      "Approved by drc"
    ])
    const examined = to("approved", silent(upToOpinion))
    expect(told(examined)).toEqual(["Approved by drc"])
    expect(examined._tag === "Found" && examined.steps[0]?.advice.outcome).toBe("AllowedWithNotice")
  })

  test("where nobody knows the security norms the acceptance carries a notice, and is no reason to operate on trial (arts 19, 33)", () => {
    const ctx = { ...asked(day as never, textOnly), instrumentsInForce: () => undefined }
    const way = to("inOperation", drafted, ctx)
    expect(told(way)).toEqual([...established, ...built("health"), ...accepted, "OperationStarted by health"])
    const noticed = way._tag === "Found" ? way.steps.filter(({ advice }) => advice.outcome !== "Allowed") : []
    expect(noticed.map(({ act }) => act._tag)).toEqual(["AcceptancePassed"])
  })

  test("the report to the informatization authority spares a notice at the acceptance (art. 32)", () => {
    const way = to("accepted", upToApproval)
    expect(asks(way)[2]).toBe("N32.2")
  })

  test("a project is cancelled once it is approved, and that asks for the report of its last quarter (art. 12)", () => {
    const way = to("cancelled", drafted)
    expect(told(way)).toEqual([...established, "Cancelled by health"])
    expect(way._tag === "Found" && way.steps.at(-1)?.advice.outcome).toBe("AllowedWithNotice")
  })

  test("the investment is filed once it is decided, and no step waits for it (art. 11)", () => {
    expect(beside(to("completed", drafted))).toEqual(["InvestmentFiled after 10 (N11.1)"])
  })

  test("the report that is owed and its copy stand beside the way to completion (art. 12)", () => {
    const way = to("completed", upToApproval)
    expect(told(way)).toEqual(built("company"))
    expect(beside(way)).toEqual([
      "ProgressReported after 0 (N12.1)",
      "ReportCopied after 0 (N12.2)",
      "InvestmentFiled after 0 (N11.1)"
    ])
  })

  test("against an adverse opinion that was considered approval is open, with a notice, and nobody is sent to ask again (art. 10)", () => {
    const adverse = upToOpinion.map((e) =>
      e._tag === "OpinionGiven" ? { ...e, conclusion: "not-support" as const } : e
    )
    const way = to("approved", adverse)
    expect(told(way)).toEqual(["Approved by drc"])
    expect(way._tag === "Found" && way.steps[0]?.advice.outcome).toBe("AllowedWithNotice")
  })

  test("where the wrong body was asked, the right one is asked before approval (art. 10)", () => {
    const wrong = unanswered.map((e) => (e._tag === "OpinionRequested" ? { ...e, to: "fin" } : e))
    expect(told(to("approved", wrong))).toEqual([
      "OpinionGiven by info",
      "OpinionRequested by drc",
      "[OpinionGiven by info]",
      "Approved by drc"
    ])
  })

  test("where the record does not say who was asked, the authority is asked anew (art. 10)", () => {
    const silent = unanswered.map((e) => {
      if (e._tag !== "OpinionRequested") return e
      const { to: _, ...rest } = e
      return rest
    })
    expect(told(to("approved", silent))).toContain("OpinionRequested by drc")
  })

  test("an assessment under way is carried on, not begun again (arts 30, 31)", () => {
    expect(told(to("approved", untilFirst("AssessmentStarted")))).toEqual([
      ...assessing.slice(3).map((step) => step.replace("by …", "by institute")),
      ...consulting,
      "Approved by drc"
    ])
  })

  test("what the authority assesses itself needs no report of its own before the result (art. 30)", () => {
    const own = untilFirst("AssessmentStarted").map((e) =>
      e._tag === "AssessmentCommissioned"
        ? {
            ...fact("AssessmentTakenInHouse", e.on, { assessment: "X1", reason: "…", interests: [], by: "info" }),
            id: e.id
          }
        : e
    )
    expect(told(to("approved", own))).toEqual(["AssessmentIssued by info", ...consulting, "Approved by drc"])
  })

  test("a cancelled assessment leaves the duty to assess: another is planned (art. 31)", () => {
    const story = [
      ...untilFirst("AssessmentStarted"),
      fact("AssessmentCancelled", "2026-03-12", { assessment: "X1", reason: "…", by: "info" })
    ]
    expect(told(to("approved", story))).toEqual([...assessing, ...consulting, "Approved by drc"])
  })

  test("an assessment that the authority of another level organized is none: the right one assesses (arts 29, 31)", () => {
    const elsewhere = upToOpinion.map((e) => (e._tag === "AssessmentPlanned" ? { ...e, by: "p-info" } : e))
    const way = told(to("approved", elsewhere))
    expect(way).toEqual([...assessing, "Approved by drc"])
  })

  test("after materials were asked for, the same application goes on (art. 31)", () => {
    const story = [...applied, fact("MaterialsRequested", "2026-03-11", { application: "A1", reason: "…", by: "info" })]
    const way = to("applied", story)
    expect(told(way)).toEqual(["Applied by health"])
    expect(way._tag === "Found" && way.steps[0]?.act).toMatchObject({ application: "A1" })
  })

  test("after a rejection the way leads through a new application (arts 10, 31)", () => {
    const story = [...upToOpinion, fact("Rejected", "2026-03-30", { application: "A1", considered: ["O1"], by: "drc" })]
    expect(told(to("approved", story))).toEqual(["Reapplied by health", ...established])
  })

  test("after a material change the project is assessed and asked about anew, in the round of the change (art. 31)", () => {
    const story = [
      ...begun,
      fact("MateriallyChanged", day, { application: "A2", former: "A1", reason: "…", baseline: {}, by: "health" })
    ]
    expect(told(to("approved", story))).toEqual([
      "[SchemeSubmitted by health]",
      ...assessing,
      ...consulting,
      "Approved by drc"
    ])
  })

  test("a suspended project is resumed before it is completed (art. 12)", () => {
    const story = [...begun, fact("Suspended", day, { reason: "…", by: "health" })]
    expect(told(to("completed", story))).toEqual(["Resumed by health", "ConstructionCompleted by company"])
  })

  test("an ending is a way to itself alone (arts 10, 12, 31)", () => {
    expect(told(to("withdrawn", applied))).toEqual(["Withdrawn by health"])
    expect(told(to("rejectedFinal", upToOpinion))).toEqual(["Rejected by drc", "Closed by health"])
    expect(told(to("cancelled", upToApproval))).toEqual(["Cancelled by health"])
    expect(told(to("suspended", upToApproval))).toEqual(["ConstructionStarted by company", "Suspended by health"])
  })

  test("who stands at the goal has no step to take", () => {
    expect(told(to("applied", applied))).toEqual([])
    expect(to("applied", applied)._tag).toBe("Found")
  })
})

describe("why there is no way", () => {
  test("a retired project is applied for by nobody (art. 31)", () => {
    const way = to("approved", [...applied, fact("Retired", "2026-03-20", { by: "health" })])
    expect(way).toMatchObject({
      exhausted: true,
      lacks: [{ _tag: "Position", position: "retired", goal: "approved", terminal: true }]
    })
  })

  test("a completed project is never applied for again (arts 31, 32)", () => {
    const story = [...begun, fact("ConstructionCompleted", day, { by: "company" })]
    expect(to("applied", story)).toMatchObject({ exhausted: true, lacks: [{ _tag: "Position", terminal: false }] })
  })

  test("with an empty directory nobody is known to hold the two offices (arts 4, 10)", () => {
    const way = to("approved", drafted, context({ asOf: day as never }))
    expect(told(way)).toEqual([
      '{"_tag":"Holder","role":"info.any","region":"440100"}',
      '{"_tag":"Holder","role":"investment.any","region":"440100"}'
    ])
  })

  test("of a project of which nothing was said, the organ and the region are missing first", () => {
    expect(told(to("approved", []))).toEqual([
      '{"_tag":"Fact","missing":"organ","instance":""}',
      '{"_tag":"Fact","missing":"region","instance":""}'
    ])
  })

  test("an opinion cannot rest on a plan while nobody knows which plans are in force (art. 10)", () => {
    const way = to("opinionGiven", unanswered, {
      ...asked(day as never, textOnly),
      plansInForce: () => undefined
    })
    expect(told(way)).toEqual(['{"_tag":"Fact","missing":"plansInForce","norm":"N10.3","instance":"request/R1"}'])
  })

  test("works cannot begin while the approval does not say who builds (arts 4, 12)", () => {
    const story = upToApproval.map((e) => {
      if (e._tag !== "Approved") return e
      const { builder: _, ...rest } = e
      return rest
    })
    expect(told(to("constructing", story))).toEqual(['{"_tag":"Fact","missing":"builder","instance":""}'])
  })

  test("a search that was given up does not claim to have seen everything", () => {
    const way = path(fold("P1", drafted), "completed", asked(day as never, textOnly), 3)
    expect(way).toMatchObject({ _tag: "None", exhausted: false, lacks: [] })
  })
})
