import { describe, expect, test } from "vitest"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import type { Event } from "../../src/project/index.ts"
import { fact, inquiryLines, upToApproval } from "./story.ts"

/** What is missing of a verdict, and what it would say under each answer. */
const supposed = (norm: string, instance: string, facts: ReadonlyArray<Event>, profile: Profile = textOnly) =>
  inquiryLines(facts, [norm, instance], "2026-12-01", { profile })

type Tag = Extract<Event["_tag"], `Assessment${string}`>
/** A fact about an assessment, of the city's informatization authority unless it says of whom. */
const act = (tag: Tag, assessment: string, on: string, said: object = {}): Event =>
  ({ ...fact(tag, on, { assessment, by: "info", ...said } as never), id: `${tag}-${assessment}` }) as Event
const planned = (id: string, on: string, said: object = {}) =>
  act("AssessmentPlanned", id, on, { type: "ex-ante", application: "A1", ...said })
const issued = (id: string, on: string, said: object = {}) =>
  act("AssessmentIssued", id, on, { conclusion: "support", ...said })
const saying = (tag: Event["_tag"], said: object) =>
  upToApproval.map((e): Event => (e._tag === tag ? ({ ...e, ...said } as Event) : e))
/** A second assessment for the round, of which the decision says nothing. */
const another = (said: object = {}) => [...upToApproval, planned("X2", "2026-03-19"), issued("X2", "2026-03-25", said)]
const approved = (application: string, on: string, considered: ReadonlyArray<string>): Event => ({
  ...fact("Approved", on, { application, considered, by: "drc" }),
  id: `approved-${application}`
})
const [opened] = upToApproval as readonly [Event]
const applied = (application: string, on: string): Event => ({
  ...fact("Applied", on, { application, to: "drc", by: "health" }),
  id: `applied-${application}`
})
const rounds = [opened, applied("A1", "2026-03-10"), applied("A2", "2026-03-12")]
const referring = (facts: ReadonlyArray<Event>, profile?: Profile, id = "A1") =>
  supposed("N31.4", `application/${id}`, facts, profile)
const completed = fact("ConstructionCompleted", "2026-07-01", { by: "company" })
const later = (id: string, on: string, type: "ex-post" | "application" = "ex-post") =>
  planned(id, on, { type, application: null })
const begun = (id: string, on: string) => act("AssessmentStarted", id, on)
const after = [...upToApproval, completed, later("X2", "2026-07-02")]

const still = (missing: string) => `Undetermined, facts missing, still missing: ${missing}`
const unread = "Discretionary: this result is not on record as considered; it is a reference and need not be followed"

describe("what may turn out about which assessment it is", () => {
  const type = (name: string) => `it is an assessment of this type: ${name}`

  test("is its type, and each is one under the Measures (art. 30)", () => {
    const untold = upToApproval.filter(({ _tag }) => _tag !== "AssessmentPlanned")
    const meets = "Meets the condition or definition"
    expect(supposed("N30.1", "assessment/X1", [...untold, issued("X2", "2026-03-25")])).toEqual([
      "assessment.type",
      `${type("ex-ante")} > ${meets}`,
      `${type("ex-post")} > ${meets}`,
      `${type("application")} > ${meets}`
    ])
  })

  test("is the type of the one of which nobody said it, and not of another that was considered (art. 31)", () => {
    expect(referring([...upToApproval, issued("X2", "2026-03-25")])).toEqual([
      "assessment.type",
      `${type("ex-ante")} > ${still("who organized the assessment")}`,
      `${type("ex-post")} > Fulfilled`,
      `${type("application")} > Fulfilled`
    ])
  })

  const forOne = [planned("X1", "2026-03-13"), issued("X1", "2026-03-18"), approved("A1", "2026-03-30", ["X1"])]
  const forSome = (on: string) => [planned("X2", "2026-03-14", { application: undefined }), issued("X2", on)]

  test("is whether it was for the round that is judged, asked of the one of which nobody said it (art. 31)", () => {
    expect(referring([...rounds, ...forOne, ...forSome("2026-03-20")])).toEqual([
      "assessment.application",
      `for application A1 > ${unread}`,
      "for another application > Fulfilled"
    ])
  })

  test("is for which of the rounds it was where the assessment is judged (art. 31)", () => {
    expect(supposed("N31.1", "assessment/X2", [...rounds, ...forOne, ...forSome("2026-04-05")])).toEqual([
      "assessment.application",
      "it is for application A1 > Does not meet the condition or definition",
      "it is for application A2 > Meets the condition or definition"
    ])
  })

  test("is when it began, on the days between which that tells, none after its own result (art. 32)", () => {
    const earlier = [later("X3", "2026-07-03"), begun("X3", "2026-07-03"), issued("X3", "2026-07-10")]
    const passed = fact("AcceptancePassed", "2026-08-15", { acceptance: "C1", considered: ["X3"], by: "drc" })
    const operating = fact("OperationStarted", "2026-08-20", { by: "health" })
    const facts = [...after, issued("X2", "2026-07-20"), ...earlier, passed, operating]
    expect(supposed("N32.4", "acceptance/C1", facts)).toEqual([
      "assessment.start",
      "the assessment began on 2026-06-30 > Fulfilled",
      `the assessment began on 2026-07-01 > ${unread}`,
      `the assessment began on 2026-07-19 > ${unread}`,
      `the assessment began on 2026-07-20 > ${unread}`
    ])
  })
})

describe("what may turn out about whose an assessment is", () => {
  test("is who organized the one that is in doubt, of those for the round that is judged (arts 29, 31)", () => {
    const by = (organizer: string, id: string, on: string, application: string) => [
      planned(id, on, { application, by: organizer }),
      issued(id, on)
    ]
    const facts = [
      ...rounds,
      ...by("unheard-of", "X1", "2026-03-16", "A1"),
      ...by("unheard-of", "X2", "2026-03-20", "A2"),
      ...by("info", "X3", "2026-03-18", "A2"),
      approved("A2", "2026-03-30", ["X3"])
    ]
    expect(referring(facts, textOnly, "A2")).toEqual([
      "organizer",
      `organized by the informatization authority of the project's level > ${unread}`,
      "organized by another body > Fulfilled"
    ])
  })

  test("is who carried out the one of which nobody said it (art. 30)", () => {
    expect(referring(another(), reading(textOnly, "A30a", "void"))).toEqual([
      "executor",
      `carried out by a third party > ${unread}`,
      "carried out in-house, with the reason on record > Fulfilled"
    ])
  })

  test("is whether whoever issued the one that is in doubt was commissioned, or is the authority (art. 31)", () => {
    const unsure = another({ by: "unheard-of" })
    expect(referring(unsure)).toEqual([
      "assessor",
      `whoever issued the result is the third party > ${unread}`,
      `whoever issued the result is not the third party > ${still("who issued the result of the assessment")}`
    ])
    const commissioned = act("AssessmentCommissioned", "X2", "2026-03-19", { assessor: "institute", interests: [] })
    expect(referring([...unsure, commissioned])).toEqual([
      "issuer",
      `issued by the authority that has to issue the result > ${unread}`,
      "issued by another body > Fulfilled"
    ])
  })

  test("is whether other departments acted with it (art. 32)", () => {
    expect(supposed("N32.3", "assessment/X2", [...after, begun("X2", "2026-07-02")])).toEqual([
      "coOrganizers",
      "other departments acted together with it > Fulfilled",
      "no other department acted together with it > Discretionary: there is no record of departments that acted together"
    ])
  })
})

describe("what may turn out about what an assessment says", () => {
  test("is what it covers (art. 30)", () => {
    expect(supposed("N30.4", "assessment/X1", saying("AssessmentIssued", { items: undefined }))).toEqual([
      "items",
      "every item that is asked for is covered > Fulfilled",
      "an item is left out without saying why > Owed, no day fixed: the assessment leaves out an item without saying why it does not apply"
    ])
  })

  test("is what it concludes, where one that does not support bars the approval (art. 31)", () => {
    const concludes = (conclusion: string) => `the opinion of the assessment concludes: ${conclusion}`
    const veto = reading(textOnly, "A10a", "veto")
    expect(referring(saying("AssessmentIssued", { conclusion: undefined }), veto)).toEqual([
      "conclusion",
      `${concludes("support")} > Fulfilled`,
      `${concludes("support with listed conditions")} > Fulfilled`,
      `${concludes("not support")} > Not as provided`,
      `${concludes("not explicit")} > Fulfilled`
    ])
  })
})

describe("what may turn out about what was considered", () => {
  test("is the opinion, or the opinion of the assessment, in the decision (arts 10, 31)", () => {
    const silent = saying("Approved", { considered: undefined })
    expect(supposed("N10.2", "application/A1", silent)).toEqual([
      "considered",
      "the opinion was considered in the decision > Fulfilled",
      "the opinion was not considered in the decision > Not as provided"
    ])
    expect(referring(silent)).toEqual([
      "considered",
      "the opinion of the assessment was considered in the decision > Fulfilled",
      `the opinion of the assessment was not considered in the decision > ${unread}`
    ])
  })

  const result = [
    "considered",
    "the result of the assessment was considered > Fulfilled",
    `the result of the assessment was not considered > ${unread}`
  ]

  test("is the result in an acceptance or a budget (art. 32)", () => {
    const held = [...after, begun("X2", "2026-07-02"), issued("X2", "2026-07-10")]
    const passed = fact("AcceptancePassed", "2026-08-15", { acceptance: "C1", by: "drc" })
    expect(supposed("N32.4", "acceptance/C1", [...held, passed])).toEqual(result)
    const budget = fact("BudgetIssued", "2026-08-01", { budget: "B1", fiscal: true, by: "fin" })
    expect(supposed("N32.5", "budget/B1", [...held, budget])).toEqual(result)
  })

  test("is the result in an inspection (art. 33)", () => {
    const facts = [
      ...upToApproval,
      completed,
      fact("OperationStarted", "2026-07-01", { by: "health" }),
      later("X2", "2026-08-02", "application"),
      begun("X2", "2026-08-02"),
      issued("X2", "2026-08-10"),
      fact("ReviewHeld", "2026-09-10", { review: "V1", purpose: "inspection", by: "supervisor" })
    ]
    expect(supposed("N33.3", "review/V1", facts)).toEqual(result)
  })
})
