import { describe, expect, test } from "vitest"
import { textOnly } from "../../src/profile/Profile.ts"
import { context, type Event, fold, type Position } from "../../src/project/index.ts"
import { path, type Way } from "../../src/project/path.ts"
import { ask, facts } from "../explanation/sample.ts"
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

const drafted = upToOpinion.slice(0, 1)
const applied = upToOpinion.slice(0, 2)
const requested = upToOpinion.slice(0, 3)

describe("the way to a position", () => {
  test("establishment is applied for, the opinion asked for and given, then it is approved (arts 9, 10, 31)", () => {
    const way = to("approved", drafted)
    expect(told(way)).toEqual([
      "Applied by health",
      "OpinionRequested by drc",
      "[OpinionGiven by info]",
      "Approved by drc"
    ])
    expect(asks(way)).toEqual(["", "N10.1", "N10.3,N10.2", "N10.2"])
  })

  test("the investment is filed once it is decided, and no step waits for it (art. 11)", () => {
    expect(beside(to("completed", drafted))).toEqual(["InvestmentFiled after 4 (N11.1)"])
    expect(told(to("completed", drafted)).slice(4)).toEqual([
      "ConstructionStarted by health",
      "ConstructionCompleted by health"
    ])
  })

  test("the report that is owed and its copy stand beside the way to completion (art. 12)", () => {
    const way = to("completed", upToApproval)
    expect(told(way)).toEqual(["ConstructionStarted by company", "ConstructionCompleted by company"])
    expect(beside(way)).toEqual([
      "ProgressReported after 0 (N12.1)",
      "ReportCopied after 0 (N12.2)",
      "InvestmentFiled after 0 (N11.1)"
    ])
  })

  test("against an adverse opinion that was considered approval is open, with a notice, and nobody is sent to ask again (art. 10)", () => {
    const way = to("approved", facts.slice(0, 4), ask(day))
    expect(told(way)).toEqual(["Approved by drc"])
    expect(way._tag === "Found" && way.steps[0]?.advice.outcome).toBe("AllowedWithNotice")
  })

  test("where the wrong body was asked, the right one is asked before approval (art. 10)", () => {
    const wrong = requested.map((e) => (e._tag === "OpinionRequested" ? { ...e, to: "fin" } : e))
    expect(told(to("approved", wrong))).toEqual([
      "OpinionGiven by info",
      "OpinionRequested by drc",
      "[OpinionGiven by info]",
      "Approved by drc"
    ])
  })

  test("where the record does not say who was asked, the authority is asked anew (art. 10)", () => {
    const silent = requested.map((e) => {
      if (e._tag !== "OpinionRequested") return e
      const { to: _, ...rest } = e
      return rest
    })
    expect(told(to("approved", silent))).toContain("OpinionRequested by drc")
  })

  test("after materials were asked for, the same application goes on (art. 31)", () => {
    const story = [...applied, fact("MaterialsRequested", "2026-03-11", { application: "A1", reason: "…", by: "info" })]
    const way = to("applied", story)
    expect(told(way)).toEqual(["Applied by health"])
    expect(way._tag === "Found" && way.steps[0]?.act).toMatchObject({ application: "A1" })
  })

  test("after a rejection the way leads through a new application (arts 10, 31)", () => {
    const story = [...upToOpinion, fact("Rejected", "2026-03-30", { application: "A1", considered: ["O1"], by: "drc" })]
    expect(told(to("approved", story)).slice(0, 2)).toEqual(["Reapplied by health", "Applied by health"])
  })

  test("a suspended project is resumed before it is completed (art. 12)", () => {
    const story = [
      ...upToApproval,
      fact("ConstructionStarted", "2026-04-01", { by: "company" }),
      fact("Suspended", day, { reason: "…", by: "health" })
    ]
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
  test("a withdrawn application is final (art. 31)", () => {
    const way = to("approved", [...applied, fact("Withdrawn", "2026-03-20", { application: "A1", by: "health" })])
    expect(way).toMatchObject({
      exhausted: true,
      lacks: [{ _tag: "Position", position: "withdrawn", goal: "approved", terminal: true }]
    })
  })

  test("a completed project is never applied for again (arts 31, 32)", () => {
    const story = [
      ...upToApproval,
      fact("ConstructionStarted", "2026-04-01", { by: "company" }),
      fact("ConstructionCompleted", day, { by: "company" })
    ]
    expect(to("applied", story)).toMatchObject({ exhausted: true, lacks: [{ _tag: "Position", terminal: false }] })
  })

  test("with an empty directory nobody is known to hold the two offices (arts 4, 10)", () => {
    const way = to("approved", drafted, context({ asOf: day as never }))
    expect(told(way)).toEqual([
      '{"_tag":"Holder","role":"investment.any","region":"440100"}',
      '{"_tag":"Holder","role":"info.any","region":"440100"}'
    ])
  })

  test("of a project of which nothing was said, the organ and the region are missing first", () => {
    expect(told(to("approved", []))).toEqual([
      '{"_tag":"Fact","missing":"organ","instance":""}',
      '{"_tag":"Fact","missing":"region","instance":""}'
    ])
  })

  test("an opinion cannot rest on a plan while nobody knows which plans are in force (art. 10)", () => {
    const way = to("opinionGiven", requested, {
      ...ask(day),
      directory: asked(day as never, textOnly).directory,
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
