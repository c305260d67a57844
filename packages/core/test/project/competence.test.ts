import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import { competenceText } from "../../src/agency/competenceText.ts"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { duties, type Event, fold } from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"
import { advised, fact, upToApproval, upToOpinion } from "./story.ts"

/** What is said of who acts: its outcome and its words, nothing where they are competent. */
const competence = (story: ReadonlyArray<Event>, act: Event) => {
  const found = advised(story, act).reasons.find((r) => r._tag === "Competence")
  return found === undefined
    ? undefined
    : {
        outcome: found.outcome,
        ...(found._tag === "Competence" ? competenceText(asked(act.on, textOnly).directory, found.competence) : {})
      }
}
const decision = (by: string | undefined, on = "2026-03-30"): Event =>
  fact("Approved", on, {
    application: "A1",
    considered: ["O1"],
    planItem: { plan: "plan-p", item: "item-1" },
    ...(by === undefined ? {} : { by })
  })

describe("who may act in a project", () => {
  test("the investment authority of the city decides on the city's project (arts 9, 10)", () => {
    expect(competence(upToOpinion, decision("drc"))).toBeUndefined()
  })

  test("a county's and the province's authority do not decide on a city's project, and the answer says why in both languages (art. 10)", () => {
    for (const by of ["c-drc", "p-drc", "info", "health", "company"]) {
      const said = competence(upToOpinion, decision(by))
      expect(said?.outcome, by).toBe("Denied")
      expect(said?.zh, by).toMatch(/投资主管部门/u)
      expect(said?.en, by).toMatch(/investment/u)
    }
  })

  test("an authority whose holding has expired no longer decides, its successor does, and before the change it is the other way round (art. 4)", () => {
    expect(competence(upToOpinion, decision("old-drc", "2026-03-30"))?.outcome).toBe("Denied")
    const early = upToOpinion.map((e) => ({ ...e, on: e.on.replace("-03-", "-01-") }) as Event)
    expect(competence(early, decision("old-drc", "2026-01-30"))).toBeUndefined()
    expect(competence(early, decision("drc", "2026-01-30"))?.outcome).toBe("Denied")
  })

  test("what the province is applied to for is examined by the province, although the project is a county's (art. 10)", () => {
    const story: ReadonlyArray<Event> = [
      fact("Drafted", "2026-03-02", { region: "440106", organ: "c-health", by: "c-health" }),
      fact("Applied", "2026-03-10", { application: "A1", to: "p-drc", by: "c-health" }),
      fact("OpinionRequested", "2026-03-12", { application: "A1", request: "R1", to: "p-info", by: "p-drc" })
    ]
    expect(competence(story, decision("p-drc"))).toBeUndefined()
    expect(competence(story, decision("c-drc"))?.outcome).toBe("Denied")
    const opinion = (by: string) =>
      fact("OpinionGiven", "2026-03-20", { application: "A1", request: "R1", opinion: "O1", conclusion: "support", by })
    expect(competence(story, opinion("p-info"))).toBeUndefined()
    expect(competence(story, opinion("c-info"))?.outcome).toBe("Denied")
  })

  test("under the reading that the province is asked, the province answers and owes the answer, not the city (art. 10, A10c)", () => {
    const provincial = { ...textOnly, readings: { ...textOnly.readings, A10c: "province" as const } }
    const story = [
      ...upToOpinion.slice(0, 3),
      fact("OpinionRequested", "2026-03-12", { application: "A1", request: "R1", to: "p-info", by: "drc" })
    ]
    const opinion = (by: string) =>
      advised(
        story,
        fact("OpinionGiven", "2026-03-20", {
          application: "A1",
          request: "R1",
          opinion: "O1",
          conclusion: "support",
          plan: "plan-p",
          assessment: "X1",
          by
        }),
        provincial
      )
    expect(opinion("p-info")).toMatchObject({ outcome: "Allowed", reasons: [] })
    expect(opinion("info").reasons).toMatchObject([
      { _tag: "Competence", outcome: "Denied", competence: { asked: { roles: ["info.provincial"] } } }
    ])
    const owed = duties(fold(projectId, story), asked("2026-03-13" as CivilDate, provincial))
    expect(owed.duties.find(({ verdict }) => verdict.norm === "N10.3")?.bearers).toEqual([
      { role: "info.any", agency: "p-info" }
    ])
  })

  test("after a material change the project stays with the level that approved it (art. 31)", () => {
    const story: ReadonlyArray<Event> = [
      fact("Drafted", "2026-03-02", { region: "440106", organ: "c-health", by: "c-health" }),
      fact("Applied", "2026-03-10", { application: "A1", to: "p-drc", by: "c-health" }),
      fact("OpinionRequested", "2026-03-12", { application: "A1", request: "R1", to: "p-info", by: "p-drc" }),
      { ...decision("p-drc"), id: "approval" },
      fact("MateriallyChanged", "2026-05-02", { application: "A2", former: "A1", by: "c-health" })
    ]
    const ask = (by: string) =>
      fact("OpinionRequested", "2026-05-04", { application: "A2", request: "R2", to: "p-info", by })
    expect(competence(story, ask("p-drc"))).toBeUndefined()
    expect(competence(story, ask("c-drc"))?.outcome).toBe("Denied")
  })

  test("the organ is the one of the case, and its successor takes its place from the day of the succession", () => {
    const change = (by: string, on: string) =>
      fact("MateriallyChanged", on, { application: "A2", former: "A1", by, baseline: { amount: "1.00" as never } })
    expect(competence(upToApproval, change("health", "2026-12-31"))).toBeUndefined()
    expect(competence(upToApproval, change("health", "2027-01-01"))?.outcome).toBe("NotEntitled")
    expect(competence(upToApproval, change("health-2", "2027-01-01"))).toBeUndefined()
    expect(competence(upToApproval, change("c-health", "2026-06-01"))?.outcome).toBe("NotEntitled")
  })

  test("the construction unit that the decision names reports, and not the organ; its successor after it (art. 12)", () => {
    const report = (by: string, on: string) =>
      fact("ProgressReported", on, { period: "2026-Q2" as never, to: "drc", by })
    expect(competence(upToApproval, report("company", "2026-07-08"))).toBeUndefined()
    expect(competence(upToApproval, report("health", "2026-07-08"))?.outcome).toBe("Denied")
    expect(competence(upToApproval, report("company-2", "2027-04-01"))).toBeUndefined()
    expect(competence(upToApproval, report("company", "2027-04-01"))?.outcome).toBe("Denied")
  })

  test("who is not stated or not in the directory is unknown, and unknown is not allowed (art. 4)", () => {
    for (const by of [undefined, "unheard-of"]) {
      expect(competence(upToOpinion, decision(by))?.outcome).toBe("Undetermined")
      expect(advised(upToOpinion, decision(by)).outcome).toBe("Undetermined")
    }
  })

  test("the construction unit may report the completed project in the name of the organ, and nobody else may (art. 32)", () => {
    const built = [
      ...upToApproval,
      fact("ConstructionStarted", "2026-04-10", { by: "company" }),
      fact("ConstructionCompleted", "2026-06-30", { by: "company" })
    ]
    const report = (by: string, onBehalfOf: string | null): Event =>
      fact("CompletionReported", "2026-07-05", { to: "info", onBehalfOf, by })
    expect(competence(built, report("company", "health"))).toBeUndefined()
    expect(competence(built, report("company", null))?.outcome).toBe("Denied")
    expect(competence(built, report("company", "c-health"))?.outcome).toBe("Denied")
    expect(competence(built, report("fin", "health"))?.outcome).toBe("Denied")
  })

  test("a record is not retracted as an act", () => {
    const act: Event = {
      _tag: "Retracted",
      id: "void",
      of: "A",
      project: "project-1",
      on: "2026-04-01" as never,
      recordedAt: "2026-04-01T01:00:00Z"
    }
    expect(competence(upToApproval, act)?.outcome).toBe("NotEntitled")
  })

  test("the budget, an inspection and an appraisal are of the project's own region, wherever it was examined (arts 11, 33)", () => {
    const county: ReadonlyArray<Event> = [
      fact("Drafted", "2026-03-02", { region: "440106", organ: "c-health", by: "c-health" }),
      fact("Applied", "2026-03-10", { application: "A1", to: "p-drc", by: "c-health" })
    ]
    const acts = (office: string): ReadonlyArray<Event> => [
      fact("BudgetIssued", "2026-11-20", { budget: "B1", year: 2026, fiscal: true, by: `${office}-fin` }),
      fact("ReviewHeld", "2026-11-20", { review: "W1", purpose: "inspection", by: `${office}-supervisor` }),
      fact("ReviewHeld", "2026-11-20", { review: "W2", purpose: "appraisal", by: `${office}-appraisers` })
    ]
    for (const act of acts("c")) expect(competence(county, act)).toBeUndefined()
    for (const act of acts("p")) expect(competence(county, act)).toBeDefined()
  })

  test("before anybody applies anew, the applicant's own authority may begin to assess (arts 29, 31)", () => {
    const rejected: ReadonlyArray<Event> = [
      fact("Drafted", "2026-03-02", { region: "440106", organ: "c-health", by: "c-health" }),
      fact("Applied", "2026-03-10", { application: "A1", to: "p-drc", by: "c-health" }),
      fact("Rejected", "2026-03-20", { application: "A1", by: "p-drc" }),
      fact("Reapplied", "2026-03-21", { application: "A2", former: "A1", by: "c-health" })
    ]
    const planned = (by: string) =>
      fact("AssessmentPlanned", "2026-03-25", { assessment: "X1", type: "ex-ante", application: "A2", by })
    const applied = fact("Applied", "2026-03-24", { application: "A2", to: "p-drc", by: "c-health" })
    expect(competence(rejected, planned("c-info"))).toBeUndefined()
    expect(competence([...rejected, applied], planned("c-info"))?.outcome).toBe("Denied")
    expect(competence([...rejected, applied], planned("p-info"))).toBeUndefined()
    const commissioned = (by: string, on = "2026-03-23") =>
      fact("AssessmentCommissioned", on, { assessment: "X1", assessor: "institute", interests: [], by })
    for (const story of [rejected, [...rejected, applied]]) {
      expect(competence(story, commissioned("c-info"))).toBeUndefined()
      expect(competence(story, commissioned("p-info"))).toBeUndefined()
      expect(competence(story, commissioned("info"))?.outcome).toBe("Denied")
    }
    expect(competence([...rejected, applied], commissioned("c-info", "2026-03-24"))?.outcome).toBe("Denied")
    const opinion = fact("OpinionGiven", "2026-03-23", {
      application: "A2",
      request: "R2",
      opinion: "O2",
      conclusion: "support",
      by: "c-info"
    })
    expect(competence(rejected, opinion)?.outcome).toBe("Denied")
  })

  test("whoever drafts without being an organ is told so, and takes over nothing, whatever the record then says (arts 2, 4)", () => {
    const opening = { region: "440100" }
    for (const organ of ["health", "company"]) {
      const drafted = competence([], fact("Drafted", "2026-03-02", { ...opening, organ, by: organ }))
      const taken = competence([], fact("TakenOver", "2026-03-02", { ...opening, organ, by: organ }))
      expect(drafted?.outcome).toBe(organ === "health" ? undefined : "AllowedWithNotice")
      expect(taken?.outcome).toBe(organ === "health" ? undefined : "NotEntitled")
    }
  })

  test("two rounds that are each said to follow the other are of the project's own region (arts 10, 31)", () => {
    const following = (application: string, former: string): Event => ({
      ...fact("Reapplied", "2026-03-21", { application, former, by: "health" }),
      id: `reapplied-${application}`
    })
    const story = [...upToOpinion.slice(0, 1), following("A1", "A2"), following("A2", "A1")]
    expect(competence(story, decision("drc"))).toBeUndefined()
    expect(competence(story, decision("p-drc"))?.outcome).toBe("Denied")
  })
})
