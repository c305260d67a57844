import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import { type Event, type EventOf, fold, verdicts } from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"
import { fact } from "./story.ts"

const day = (text: string) => text as CivilDate
const tenDays: Profile = {
  ...textOnly,
  parameters: { "opinion.within": [{ value: 10, source: sampleLayer.source, from: day("2005-02-04") }] }
}
const request = (id: string, by: string, to: string): Event => ({
  ...fact("OpinionRequested", "2026-03-03", { application: "A1", request: id, to, by }),
  id: `asked-${id}`
})
/** A city's round in which the opinion was asked for on the third of March. */
const round: ReadonlyArray<Event> = [
  fact("Drafted", "2026-03-01", { region: "440100", organ: "health", by: "health" }),
  fact("Applied", "2026-03-02", { application: "A1", to: "drc", by: "health" }),
  request("R1", "drc", "info")
]
type Said = Partial<EventOf<"OpinionGiven">>
const reply = (id: string, on: string, said: Said = {}): Event => ({
  ...fact("OpinionGiven", on, {
    application: "A1",
    request: "R1",
    opinion: id,
    conclusion: "support",
    plan: "plan-p",
    assessment: "X1",
    by: "info",
    ...said
  }),
  id: `given-${id}`
})
/** The reply without what nobody stated of it. */
const without = (key: "conclusion" | "conditions" | "plan" | "assessment", e: Event): Event => {
  const { [key as "by"]: _, ...rest } = e
  return rest as Event
}
const unclear: Said = { conclusion: "unclear" }
const outside: Said = { by: "nobody-knows" }

const submitted = (on: string): Event =>
  fact("SchemeSubmitted", on, { application: "A1", scheme: "S1", to: "info", by: "health" })

/** What art. 10 says of the reply to the first request, where this was submitted for assessment. */
const said = (
  replies: ReadonlyArray<Event>,
  profile: Profile = tenDays,
  asOf = "2026-05-01",
  plans = true,
  submissions: ReadonlyArray<Event> = [submitted("2026-03-02")]
) => {
  const ctx = asked(day(asOf), profile)
  const facts = [...round, ...submissions, ...replies]
  return verdicts(fold(projectId, facts), plans ? ctx : { ...ctx, plansInForce: () => [] }).verdicts.find(
    (v) => v.norm === "N10.3" && v.instance === "request/R1"
  )
}
const evasive = { status: "Breached", note: "opinion-not-explicit", gate: "unmet" }

describe("an explicit opinion", () => {
  test("on conditions names them: one that names none is not explicit, and where they are not on record it is open (art. 10)", () => {
    const conditional = (conditions: string | null) =>
      said([reply("O1", "2026-03-05", { conclusion: "support-with-conditions", conditions })])
    expect(conditional("整合现有系统")).toMatchObject({ status: "Fulfilled", gate: "met" })
    expect(conditional(null)).toMatchObject(evasive)
    expect(conditional("n/a")).toMatchObject(evasive)
    expect(said([reply("O1", "2026-03-05", { conclusion: "support-with-conditions" })])).toMatchObject({
      status: "Undetermined",
      missing: "conditions",
      gate: "unknown"
    })
  })

  test("names the plan that it rests on, unless no plan is in force (art. 10)", () => {
    const planless = [without("plan", reply("O1", "2026-03-05"))]
    expect(said(planless)).toMatchObject({ status: "Undetermined", missing: "basis.plan" })
    expect(said(planless, tenDays, "2026-05-01", false)).toMatchObject({ status: "Fulfilled" })
  })

  test("names the assessment that it rests on, unless it is read to be the opinion of the assessment itself (arts 10, 31)", () => {
    const unnamed = [without("assessment", reply("O1", "2026-03-05"))]
    expect(said(unnamed)).toMatchObject({ status: "Undetermined", missing: "basis.assessment" })
    expect(said(unnamed, reading(tenDays, "A31c", "same"))).toMatchObject({ status: "Fulfilled" })
    expect(said([reply("O1", "2026-03-05", { assessment: null })])).toMatchObject(evasive)
    expect(said([reply("O1", "2026-03-05")])).toMatchObject({ status: "Fulfilled" })
  })

  test("rests on no assessment where nothing was submitted for one by then, with a remark (arts 10, 31)", () => {
    const unnamed = [without("assessment", reply("O1", "2026-03-05"))]
    const none = [reply("O1", "2026-03-05", { assessment: null })]
    const remarked = { status: "Fulfilled", note: "nothing-submitted" }
    for (const replies of [unnamed, none]) {
      expect(said(replies, tenDays, "2026-05-01", true, [])).toMatchObject(remarked)
      expect(said(replies, tenDays, "2026-05-01", true, [submitted("2026-03-06")])).toMatchObject(remarked)
    }
    expect(said([reply("O1", "2026-03-05")], tenDays, "2026-05-01", true, [])).toMatchObject({
      status: "Fulfilled",
      note: undefined
    })
  })

  test("without an assessment is open where the record of submissions is incomplete (arts 10, 31)", () => {
    const takenOver = fact("TakenOver", "2026-03-10", {
      region: "440100",
      organ: "health",
      coverage: { submission: "2026-03-10" }
    } as never)
    const at = (assessment: null | undefined) =>
      said(
        [
          assessment === null
            ? reply("O1", "2026-03-05", { assessment })
            : without("assessment", reply("O1", "2026-03-05"))
        ],
        tenDays,
        "2026-05-01",
        true,
        [takenOver]
      )
    expect(at(null)).toMatchObject({ status: "Undetermined", missing: "submission" })
    expect(at(undefined)).toMatchObject({ status: "Undetermined", missing: "basis.assessment" })
  })
})

describe("a request that nobody answered", () => {
  const decided = (on: string) => fact("Approved", on, { application: "A1", by: "drc", considered: [] })
  const withdrawn = (on: string) => fact("Withdrawn", on, { application: "A1", by: "health" })

  test("lapses with the decision or the withdrawal, whichever came first; a reply after it is none (art. 10)", () => {
    const lapsed = { status: "NotApplicable", note: "lapsed" }
    expect(said([withdrawn("2026-03-09"), reply("O1", "2026-03-11"), decided("2026-03-20")])).toMatchObject(lapsed)
    expect(said([decided("2026-03-09"), reply("O1", "2026-03-11"), withdrawn("2026-03-20")])).toMatchObject(lapsed)
  })

  test("is in breach where the round ended after the time; of two ends on one day the decision is named (art. 10)", () => {
    expect(said([decided("2026-03-20"), withdrawn("2026-03-20")])).toMatchObject({
      status: "Breached",
      due: "2026-03-13",
      act: { kind: "Approved" }
    })
  })

  test("read as consent it is one from the day after the time (art. 10)", () => {
    const deemed = reading(tenDays, "A10b", "deemed")
    expect(said([], deemed, "2026-03-13")).toMatchObject({ status: "Pending", due: "2026-03-13" })
    expect(said([], deemed, "2026-03-14")).toMatchObject({ status: "Fulfilled", note: "deemed-consent" })
  })
})

describe("several replies to one request", () => {
  test("the first explicit one after the last evasive one decides the time, and the evasive one stays on record (art. 10)", () => {
    const facts = [
      reply("O1", "2026-03-04"),
      reply("O2", "2026-03-05", unclear),
      reply("O3", "2026-03-20"),
      reply("O4", "2026-03-25")
    ]
    expect(said(facts)).toMatchObject({
      status: "FulfilledLate",
      act: { ref: "given-O3" },
      note: "replaced-reply",
      intervals: [{ status: "Breached", from: "2026-03-05", until: "2026-03-20" }]
    })
  })

  test("whether a late one came in time is open where one in time may have been explicit (art. 10)", () => {
    const unstated = (on: string) => without("conclusion", reply("O1", on))
    expect(said([unstated("2026-03-13"), reply("O2", "2026-03-20")])).toMatchObject({
      status: "Undetermined",
      missing: "conclusion",
      entry: { value: 10 }
    })
    expect(said([unstated("2026-03-14"), reply("O2", "2026-03-20")])).toMatchObject({ status: "FulfilledLate" })
    expect(said([unstated("2026-03-05"), reply("O2", "2026-03-10")])).toMatchObject({
      status: "Fulfilled",
      act: { ref: "given-O2" }
    })
  })

  test("one of a body that nobody knows may be one of the authority (art. 10)", () => {
    expect(said([reply("O1", "2026-03-05", outside)])).toMatchObject({
      status: "Undetermined",
      missing: "opinion.by",
      act: { ref: "given-O1" }
    })
    const inDoubt = [reply("O1", "2026-03-04", outside), reply("O2", "2026-03-05", { ...outside, ...unclear })]
    expect(said([...inDoubt, reply("O3", "2026-03-20")])).toMatchObject({
      status: "Undetermined",
      missing: "opinion.by",
      act: { ref: "given-O3" }
    })
  })

  test("where the status is the same either way, the one that surely counts is named (art. 10)", () =>
    expect(said([reply("O1", "2026-03-04", outside), reply("O2", "2026-03-10")])).toMatchObject({
      status: "Fulfilled",
      act: { ref: "given-O2" }
    }))

  test("a later one of a body that nobody knows changes nothing where it says as much, and leaves open what it would change (art. 10)", () => {
    const late = { ...outside, conclusion: "not-support" } as const
    const twice = [reply("O1", "2026-03-05"), reply("O2", "2026-03-10", late)]
    expect(said(twice)).toMatchObject({ status: "Fulfilled", act: { ref: "given-O1" }, gate: "met" })
    const evading = [reply("O1", "2026-03-05"), reply("O2", "2026-03-10", { ...outside, ...unclear })]
    expect(said(evading)).toMatchObject({ status: "Undetermined", missing: "opinion.by", act: { ref: "given-O2" } })
    const both = [reply("O1", "2026-03-05", unclear), reply("O2", "2026-03-10", { ...outside, ...unclear })]
    expect(said(both)).toMatchObject({ ...evasive, act: { ref: "given-O1" } })
    const inTime = [reply("O1", "2026-03-05", unclear), reply("O2", "2026-03-10", outside), reply("O3", "2026-03-20")]
    expect(said(inTime)).toMatchObject({ status: "Undetermined", missing: "opinion.by" })
  })

  test("it is the authority of the level that made this request, whoever made another in the round (art. 10)", () =>
    expect(said([request("R0", "p-drc", "p-info"), reply("O1", "2026-03-05")])).toMatchObject({ status: "Fulfilled" }))
})
