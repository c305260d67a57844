import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { type Event, fold, type Verdict } from "../../src/project/index.ts"
import { says } from "../law/Law.ts"
import { fact, upToOpinion } from "./story.ts"

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
