import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { contentItems } from "../../src/project/art30.ts"
import { type Event, fold, type Verdict } from "../../src/project/index.ts"
import { says } from "../law/Law.ts"
import { fact, upToApproval, upToOpinion } from "./story.ts"

/** What a norm says of some facts on a day. */
const said = (norm: string, facts: ReadonlyArray<Event>, on: string, profile = textOnly): ReadonlyArray<Verdict> =>
  says(fold(projectId, facts), on as CivilDate, profile).filter((v) => v.norm === norm)
const anonymous = upToOpinion.map((e): Event => {
  if (e._tag !== "AssessmentPlanned") return e
  const { by: _, ...rest } = e
  return rest
})
const without = (...kinds: ReadonlyArray<string>): ReadonlyArray<Event> =>
  upToOpinion.filter((e) => !kinds.includes(e._tag))

describe("the ex-ante assessment of a project", () => {
  test("the earliest submission decides the time, whatever the later version is called (art. 31)", () => {
    const later = { application: "A1", scheme: "R-1", what: "scheme", to: "info", by: "health" } as const
    const facts = [...upToOpinion, fact("SchemeSubmitted", "2026-03-22", later)]
    expect(said("N31.2", facts, "2026-03-25").map((v) => [v.status, v.act?.on])).toEqual([["Fulfilled", "2026-03-10"]])
  })

  test("what is finished before anybody has applied comes before the decision (art. 31)", () => {
    const early = without("Applied", "SchemeSubmitted", "OpinionRequested", "OpinionGiven")
    expect(said("N31.1", early, "2026-03-25").map((v) => [v.status, v.missing])).toEqual([["Qualifies", undefined]])
  })

  test("for which of two rounds an assessment is does not matter while both are decided after it (art. 31)", () => {
    const facts = [
      ...upToOpinion.map((e): Event => {
        if (e._tag !== "AssessmentPlanned") return e
        const { application: _, ...rest } = e
        return rest
      }),
      fact("Applied", "2026-04-01", { application: "A2", to: "drc", by: "health" })
    ]
    const rejected = fact("Rejected", "2026-03-15", { application: "A1", considered: [], by: "drc" })
    expect(said("N31.1", facts, "2026-04-05").map((v) => v.status)).toEqual(["Qualifies"])
    expect(said("N31.1", [...facts, rejected], "2026-04-05").map((v) => v.missing)).toEqual(["assessment.application"])
  })

  test("whether anybody will have to refer to a result is not known while nobody knows who organized it (arts 29, 31)", () => {
    expect(said("N31.4", upToOpinion, "2026-03-25").map((v) => v.status)).toEqual(["Pending"])
    expect(said("N31.4", anonymous, "2026-03-25").map((v) => [v.status, v.missing])).toEqual([
      ["Undetermined", "organizer"]
    ])
  })

  test("nor whether a decision that named it has referred to a result, nor whether it could be a veto (arts 29, 31)", () => {
    const approval = fact("Approved", "2026-03-30", { application: "A1", considered: ["O1", "X1"], by: "drc" })
    const found = (facts: ReadonlyArray<Event>, profile?: Profile) =>
      said("N31.4", [...facts, approval], "2026-04-05", profile).map((v) => [v.status, v.missing])
    expect(found(upToOpinion)).toEqual([["Fulfilled", undefined]])
    expect(found(anonymous)).toEqual([["Undetermined", "organizer"]])
    const adverse = (e: Event): Event => (e._tag === "AssessmentIssued" ? { ...e, conclusion: "not-support" } : e)
    const veto = reading(textOnly, "A10a", "veto")
    expect(found(upToOpinion.map(adverse), veto)).toEqual([["Breached", undefined]])
    expect(found(anonymous.map(adverse), veto)).toEqual([["Undetermined", "organizer"]])
  })
})

describe("ex-post and application assessments", () => {
  const built: ReadonlyArray<Event> = [
    ...upToApproval,
    fact("ConstructionStarted", "2026-04-01", { by: "company" }),
    fact("ConstructionCompleted", "2026-06-01", { by: "company" }),
    fact("TrialOperationStarted", "2026-06-05", { by: "health" })
  ]
  const held = (type: "ex-post" | "application", on: string, by: string): ReadonlyArray<Event> => [
    fact("AssessmentPlanned", on, { assessment: "X2", type, application: null, with: ["fin"], by }),
    fact("AssessmentStarted", on, { assessment: "X2", by })
  ]
  const told = (norm: string, facts: ReadonlyArray<Event>, on: string, profile?: Profile) =>
    said(norm, facts, on, profile).map((v) => [v.instance, v.status])
  const open = [["", "Discretionary"]]
  const done = [["assessment/X2", "Fulfilled"]]

  test("one of another body, and one before the works are complete, are none: the power is as unused as before (arts 29, 32)", () => {
    expect(told("N32.3", built, "2026-07-01")).toEqual(open)
    expect(told("N32.3", [...built, ...held("ex-post", "2026-06-10", "stranger")], "2026-07-01")).toEqual(open)
    expect(told("N32.3", [...built, ...held("ex-post", "2026-05-10", "info")], "2026-07-01")).toEqual(open)
    expect(told("N32.3", [...built, ...held("ex-post", "2026-06-10", "info")], "2026-07-01")).toEqual(done)
  })

  test("read as yearly, only one that counts as an application assessment is one (arts 29, 33)", () => {
    const annual = reading(textOnly, "A33", "annual")
    const late = [["", "Overdue"]]
    const year = (by: string) =>
      told("N33.2", [...built, ...held("application", "2027-01-10", by)], "2027-07-01", annual)
    expect(told("N33.2", built, "2027-07-01", annual)).toEqual(late)
    expect(year("stranger")).toEqual(late)
    expect(year("info-2")).toEqual([...open, ...done])
  })

  test("a register that does not tell of its assessments leaves open whether a yearly one is overdue (art. 33)", () => {
    const taken = fact("TakenOver", "2026-01-02", {
      region: "440100",
      organ: "health",
      coverage: { works: "2026-01-02" as CivilDate }
    })
    expect(told("N33.2", [taken, ...built], "2027-07-01", reading(textOnly, "A33", "annual"))).toEqual([
      ["", "Undetermined"]
    ])
  })
})

describe("what nobody stated", () => {
  test("a later result that may be none leaves open only what it would change (art. 31)", () => {
    const doubtful = [
      fact("AssessmentPlanned", "2026-03-21", { assessment: "X2", type: "ex-ante", application: "A1" }),
      fact("AssessmentStarted", "2026-03-21", { assessment: "X2" }),
      fact("AssessmentIssued", "2026-03-25", { assessment: "X2", conclusion: "support" })
    ]
    const decided = (...considered: ReadonlyArray<string>): ReadonlyArray<Event> => [
      ...upToOpinion,
      ...doubtful,
      fact("Approved", "2026-03-30", { application: "A1", considered: ["O1", ...considered], by: "drc" })
    ]
    const told = (facts: ReadonlyArray<Event>) =>
      said("N31.4", facts, "2026-04-05").map((v) => [v.status, v.note ?? v.missing])
    expect(told(decided("X1", "X2"))).toEqual([["Fulfilled", undefined]])
    expect(told(decided())).toEqual([["Discretionary", "not-considered"]])
    expect(told(decided("X1"))).toEqual([["Undetermined", "organizer"]])
    expect(told([...upToOpinion, ...doubtful])).toEqual([["Pending", undefined]])
    const adverse = (facts: ReadonlyArray<Event>) =>
      facts.map(
        (e): Event => (e._tag === "AssessmentIssued" && e.assessment === "X1" ? { ...e, conclusion: "not-support" } : e)
      )
    expect(told(adverse(decided("X1", "X2")))).toEqual([["Fulfilled", undefined]])
    const alone = decided("X1").filter((e) => !("assessment" in e && e.assessment === "X2"))
    expect(told(adverse(alone))).toEqual([["Fulfilled", "departs-from-opinion"]])
  })

  test("an assessment of which only its end is on record leaves no question of its kind (art. 30)", () => {
    const told = (fact: Event) => said("N30.1", [...upToOpinion, fact], "2026-04-05").map((v) => [v.instance, v.status])
    const begun = fact("AssessmentStarted", "2026-03-21", { assessment: "X2", by: "info" })
    expect(told(begun)).toContainEqual(["assessment/X2", "Undetermined"])
    const cancelled = fact("AssessmentCancelled", "2026-03-21", { assessment: "X2", reason: "示例", by: "info" })
    expect(told(cancelled)).toEqual([["assessment/X1", "Qualifies"]])
  })

  test("whether a report by the construction unit is in the organ's name leaves the completion report open (art. 32)", () => {
    const by = (onBehalfOf?: string | null): ReadonlyArray<Event> => [
      ...upToApproval,
      fact("ConstructionCompleted", "2026-06-01", { by: "company" }),
      fact("CompletionReported", "2026-06-03", {
        to: "info",
        by: "company",
        ...(onBehalfOf === undefined ? {} : { onBehalfOf })
      })
    ]
    const told = (facts: ReadonlyArray<Event>) => said("N32.2", facts, "2026-07-01").map((v) => [v.status, v.note])
    expect(told(by("health"))).toEqual([["Fulfilled", undefined]])
    expect(told(by(null))).toEqual([["DueUnspecified", "other-body"]])
    expect(told(by())).toEqual([["Undetermined", undefined]])
  })

  test("a result without items of its own has those of the report before it (art. 30)", () => {
    const content = fact("AssessmentReported", "2026-03-17", { assessment: "X1", items: contentItems, by: "institute" })
    const facts = upToOpinion.map((e): Event => (e._tag === "AssessmentIssued" ? { ...e, items: null } : e))
    expect(said("N30.4", [...facts, content], "2026-03-25").map((v) => v.status)).toEqual(["Fulfilled"])
  })

  test("an assessment that came after the withdrawal leaves nothing open about the round (art. 31)", () => {
    const withdrawn = fact("Withdrawn", "2026-03-13", { application: "A1", reason: "方案调整", by: "health" })
    expect(said("N31.3", [...anonymous, withdrawn], "2026-03-25").map((v) => [v.status, v.note])).toEqual([
      ["NotApplicable", "lapsed"]
    ])
  })

  test("for which of two rounds of different levels leaves open who had to organize it (art. 29)", () => {
    const facts = [
      ...upToOpinion.map((e): Event => {
        if (e._tag !== "AssessmentPlanned") return e
        const { application: _, ...rest } = e
        return rest
      }),
      fact("Applied", "2026-03-10", { application: "A2", to: "p-drc", by: "health" })
    ]
    expect(said("N29.1", facts, "2026-04-05").map((v) => [v.status, v.missing])).toEqual([
      ["Undetermined", "organizer"]
    ])
  })

  describe("of the operation or the beginning of an assessment", () => {
    const taken = fact("TakenOver", "2026-01-02", { region: "440100", organ: "health", coverage: {} })
    const held = (type: "ex-post" | "application") => [
      fact("AssessmentPlanned", "2026-06-20", { assessment: "X2", type, by: "info" }),
      fact("AssessmentCommissioned", "2026-06-21", {
        assessment: "X2",
        assessor: "institute",
        interests: [],
        by: "info"
      }),
      fact("AssessmentIssued", "2026-07-10", { assessment: "X2", conclusion: "support", by: "info" })
    ]
    const completed = fact("ConstructionCompleted", "2026-05-01", { by: "company" })
    const told = (norm: string, facts: ReadonlyArray<Event>) =>
      said(norm, facts, "2026-09-01").map((v) => [v.instance, v.status, v.missing])

    test("leaves open whether an application assessment before the first day of operation on record is one (art. 33)", () => {
      const begun = fact("AssessmentStarted", "2026-07-01", { assessment: "X2", by: "info" })
      const operating = fact("OperationStarted", "2026-08-01", { by: "health" })
      const facts = [...upToApproval, completed, ...held("application"), begun, operating]
      expect(told("N33.3", facts)).toEqual([])
      expect(told("N33.3", [taken, ...facts])).toEqual([["assessment/X2", "Undetermined", "operation"]])
    })

    test("leaves open whether an ex-post assessment came after completion (art. 32)", () => {
      expect(told("N32.5", [...upToApproval, completed, ...held("ex-post")])).toEqual([
        ["assessment/X2", "Undetermined", "assessment.start"]
      ])
    })
  })
})
