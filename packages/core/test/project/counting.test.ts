import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { type Event, type EventOf, fold } from "../../src/project/index.ts"
import { says } from "../law/Law.ts"
import { fact, upToApproval } from "./story.ts"

const said = (norm: string, facts: ReadonlyArray<Event>, profile: Profile = textOnly, instance?: string) =>
  says(fold(projectId, facts), "2026-09-01" as CivilDate, profile).find(
    (v) => v.norm === norm && (instance === undefined || v.instance === instance)
  )

const applied = (application: string, on: string, to: string) => fact("Applied", on, { application, to, by: "health" })
const round: ReadonlyArray<Event> = [
  fact("Drafted", "2026-03-01", { region: "440100", organ: "health", by: "health" }),
  applied("A1", "2026-03-10", "drc")
]
const planned = (rest: Partial<EventOf<"AssessmentPlanned">> = { application: "A1" }) =>
  fact("AssessmentPlanned", "2026-03-11", { assessment: "X1", type: "ex-ante", by: "info", ...rest })
const inHouse = fact("AssessmentTakenInHouse", "2026-03-11", { assessment: "X1", reason: "示例", by: "info" })
const commissioned = fact("AssessmentCommissioned", "2026-03-11", {
  assessment: "X1",
  assessor: "institute",
  interests: [],
  by: "info"
})
const begun = fact("AssessmentStarted", "2026-03-12", { assessment: "X1", criteria: "标准一", by: "info" })
const issued = (by?: string) =>
  fact("AssessmentIssued", "2026-03-18", {
    assessment: "X1",
    conclusion: "support",
    ...(by === undefined ? {} : { by })
  })

describe("an ex-ante assessment", () => {
  const held = (profile: Profile, ...facts: ReadonlyArray<Event>) =>
    said("N31.3", [...round, planned(), ...facts], profile)

  test("carried out in-house is none where it is read so, which cannot be told while nobody knows by whom it was (arts 30, 31)", () => {
    const strict = reading(textOnly, "A30a", "void")
    expect(held(strict, commissioned, issued("info"))?.status).toBe("Fulfilled")
    expect(held(strict, inHouse, issued("info"))?.status).toBe("Pending")
    expect(held(strict, issued("info"))).toMatchObject({ status: "Undetermined", missing: "executor" })
    expect(held(textOnly, issued("info"))?.status).toBe("Fulfilled")
  })

  test("whose result nobody says who issued counts, unless the authority alone may issue it (art. 31)", () => {
    expect(held(textOnly, commissioned, issued())?.status).toBe("Fulfilled")
    const authority = reading(textOnly, "A31f", "authority")
    expect(held(authority, commissioned, issued("info"))?.status).toBe("Fulfilled")
    for (const by of [undefined, "unheard-of"])
      expect(held(authority, commissioned, issued(by))).toMatchObject({ status: "Undetermined", missing: "issuer" })
  })

  test("whose result an agency issued that nobody knows may be one, whoever carried it out (art. 31)", () => {
    for (const executor of [commissioned, inHouse])
      expect(held(textOnly, executor, issued("unheard-of"))).toMatchObject({
        status: "Undetermined",
        missing: "issuer"
      })
  })

  test("that was cancelled with no result is none, also where it is enough to have begun it (art. 31)", () => {
    const cancelled = fact("AssessmentCancelled", "2026-03-15", { assessment: "X1", reason: "示例", by: "info" })
    const starting = reading(textOnly, "A31b", "started")
    expect(held(starting, begun)?.status).toBe("Fulfilled")
    expect(held(starting, begun, cancelled)?.status).toBe("Pending")
  })

  test("for which of three rounds nobody says may be of the wrong level, if only one of them is (art. 29)", () => {
    const rounds = (third: string) => [...round, applied("A2", "2026-03-10", "drc"), applied("A3", "2026-03-10", third)]
    expect(said("N29.1", [...rounds("drc"), planned({})])?.status).toBe("Fulfilled")
    expect(said("N29.1", [...rounds("p-drc"), planned({})])).toMatchObject({
      status: "Undetermined",
      missing: "organizer"
    })
  })
})

describe("an assessment of the finished project", () => {
  const built: ReadonlyArray<Event> = [
    ...upToApproval,
    fact("ConstructionStarted", "2026-04-01", { by: "company" }),
    fact("ConstructionCompleted", "2026-06-01", { by: "company" }),
    fact("TrialOperationStarted", "2026-06-05", { by: "health" })
  ]
  const held = (type: "ex-post" | "application", on: string): ReadonlyArray<Event> => [
    fact("AssessmentPlanned", on, { assessment: "X2", type, with: ["fin"], by: "info" }),
    fact("AssessmentStarted", on, { assessment: "X2", by: "info" })
  ]

  test("belongs to the level that approved the project, whatever other rounds there are (arts 29, 32)", () => {
    const facts = [...built, applied("A2", "2026-06-02", "p-drc"), ...held("ex-post", "2026-06-10")]
    expect(said("N29.1", facts, textOnly, "assessment/X2")?.status).toBe("Fulfilled")
    expect(said("N32.3", facts)).toMatchObject({ instance: "assessment/X2", status: "Fulfilled" })
  })

  test("takes place in operation from the very day on which that begins (art. 33)", () => {
    const of = (on: string) => said("N33.1", [...built, ...held("application", on)])?.status
    expect(of("2026-06-05")).toBe("Qualifies")
    expect(of("2026-06-04")).toBe("DoesNotQualify")
  })

  test("has its result before whoever decides on the same day (art. 32)", () => {
    const result = fact("AssessmentIssued", "2026-07-10", { assessment: "X2", conclusion: "support", by: "info" })
    const passed = (on: string) => fact("AcceptancePassed", on, { acceptance: "C1", considered: [], by: "acceptors" })
    const of = (on: string) => said("N32.4", [...built, ...held("ex-post", "2026-06-10"), result, passed(on)])
    expect(of("2026-07-10")).toMatchObject({ instance: "acceptance/C1", note: "not-considered" })
    expect(of("2026-07-09")).toBeUndefined()
  })
})
