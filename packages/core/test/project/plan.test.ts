import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { type Event, fold, verdicts } from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"
import { fact, upToOpinion } from "./story.ts"

/** What a norm of art. 9 says at the end of 2027. */
const said = (norm: string, ...facts: ReadonlyArray<Event>) =>
  verdicts(fold(projectId, [...upToOpinion, ...facts]), asked("2027-12-31" as CivilDate, textOnly)).verdicts.find(
    (v) => v.norm === norm
  )
const approved = (on: string, basis: { readonly planItem?: null; readonly deviation?: null }) =>
  fact("Approved", on, { application: "A1", by: "drc", ...basis })

describe("an investment that rests on no item of a plan", () => {
  test("is measured by no plan while nobody knows which are in force (art. 9)", () => {
    expect(said("N9.1", approved("2027-11-01", { planItem: null }))).toMatchObject({
      status: "Undetermined",
      missing: "plansInForce"
    })
  })

  test("needs a reason: not stated it is unknown where the record is incomplete, and missing it is a breach (art. 9)", () => {
    const takenOver = (decision: string) =>
      fact("TakenOver", "2026-04-01", { region: "440100", organ: "health", coverage: { decision } } as never)
    const approval = approved("2026-03-30", { planItem: null })
    expect(said("N9.1", approval, takenOver("2026-04-01"))).toMatchObject({
      status: "Undetermined",
      missing: "deviation"
    })
    const unreasoned = { status: "Breached", note: "reason-missing" }
    expect(said("N9.1", approval, takenOver("2026-03-30"))).toMatchObject(unreasoned)
    expect(said("N9.1", approval)).toMatchObject(unreasoned)
    expect(said("N9.1", approved("2026-03-30", { planItem: null, deviation: null }))).toMatchObject(unreasoned)
  })
})

describe("the judgement of priority", () => {
  const judged = (norm: "N9.2" | "N9.1", instance: string) =>
    fact("Judged", "2026-05-01", { norm, instance, outcome: "fulfilled", by: "supervisor" } as never)

  test("is one about this norm and this application (art. 9)", () => {
    const approval = approved("2026-03-30", {})
    expect(said("N9.2", approval, judged("N9.2", "application/A1"))).toMatchObject({
      status: "Fulfilled",
      note: "judged"
    })
    for (const other of [judged("N9.2", "application/A2"), judged("N9.1", "application/A1")])
      expect(said("N9.2", approval, other)).toMatchObject({ status: "Undetermined", missing: "judgement" })
  })
})
