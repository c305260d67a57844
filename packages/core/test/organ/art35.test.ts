import { describe, expect, test } from "vitest"
import { inquire } from "../../src/organ/explain.ts"
import { caseAt, context, type Event, type EventOf, subject } from "../../src/organ/index.ts"
import type { Verdict } from "../../src/verdict/Verdict.ts"
import { now, sample } from "../law/Law.ts"
import { advised, fact, line, recorded, said } from "./story.ts"

type Appraisal = Omit<Partial<EventOf<"OrganAppraised">>, "_tag" | "on">
const appraised = (on: string, more: Appraisal = {}): Event =>
  ({ ...fact("OrganAppraised", on, { appraisal: "K1", appraises: "openness", by: "appraisers" }), ...more }) as Event
const at = (...more: ReadonlyArray<Event>): string => line("N35.1", [recorded, ...more], "2026-06-01")

describe("e-government construction in appraisals (art. 35)", () => {
  test("an appraisal that lists it is as provided; a stated list without it is not (art. 35)", () => {
    expect(at(appraised("2026-03-01", { eGovernment: true }))).toBe("appraisal/K1 Fulfilled")
    expect(at(appraised("2026-03-01", { eGovernment: false }))).toBe("appraisal/K1 Breached")
    expect(at(appraised("2026-03-01", { eGovernment: null }))).toBe("appraisal/K1 Breached")
    expect(at(appraised("2026-03-01", { items: [] }))).toBe("appraisal/K1 Breached")
    expect(at(appraised("2026-03-01", { items: null }))).toBe("appraisal/K1 Breached")
  })
  test("items that nobody stated leave it open, and texts are not read for it (art. 35)", () => {
    expect(at(appraised("2026-03-01"))).toBe("appraisal/K1 Undetermined eGovernment")
    expect(at(appraised("2026-03-01", { items: ["电子政务"] }))).toBe("appraisal/K1 Undetermined eGovernment")
    expect(at(appraised("2026-03-01", { items: "n/a" }))).toBe("appraisal/K1 Undetermined eGovernment")
    expect(at(appraised("2026-03-01", { items: ["其他"], eGovernment: true }))).toBe("appraisal/K1 Fulfilled")
  })
  test("no appraisal is owed: where none was held nothing is said (art. 35)", () => {
    expect(at()).toBe("")
    expect(line("N35.1", [], "2026-06-01")).toBe("")
  })
  test("an appraisal of other work is none of which the article speaks; of which of the two it is need not be said (art. 35)", () => {
    expect(at(appraised("2026-03-01", { appraises: null, eGovernment: false }))).toBe("")
    expect(at(appraised("2026-03-01", { appraises: "n/a" }))).toBe("")
    const { appraises: _, ...unsaid } = appraised("2026-03-01", { eGovernment: false }) as EventOf<"OrganAppraised">
    expect(at(unsaid)).toBe("appraisal/K1 Breached")
  })
  test("each appraisal is judged by itself, and none before 2005-02-04 (arts 35, 36)", () => {
    expect(
      at(
        appraised("2026-03-01", { eGovernment: true }),
        appraised("2026-04-01", { appraisal: "K2", eGovernment: false }),
        appraised("2005-02-03", { appraisal: "K3", id: "early", eGovernment: false })
      )
    ).toBe("appraisal/K1 Fulfilled; appraisal/K2 Breached")
  })
  test("whoever held it answers for it, or the appraiser of the directory where nobody says who did (art. 35)", () => {
    const ctx = context({ asOf: recorded.on, directory: sample })
    const borne = (act: Event) => {
      const [v] = said("N35.1", [recorded, act], "2026-06-01")
      return subject.bearers(v as Verdict, caseAt("health", [recorded, act], act.on, now), ctx)
    }
    const act = appraised("2026-03-01", { eGovernment: false, by: "p-appraisers" })
    expect(borne(act)).toEqual([{ role: "appraiser", agency: "p-appraisers" }])
    const { by: _, ...nobody } = act
    expect(borne(nobody as Event)).toEqual([{ role: "appraiser", agency: "appraisers" }])
  })
  test("the directory says who appraises; what it does not say is open, for the text names nobody (art. 35)", () => {
    const act = appraised("2026-03-01", { eGovernment: true })
    expect(advised([recorded], act).outcome).toBe("Allowed")
    expect(advised([recorded], { ...act, by: "health" } as Event).outcome).toBe("AllowedWithNotice")
    const unsaid = advised([recorded], appraised("2026-03-01"))
    expect(unsaid.outcome).toBe("AllowedWithNotice")
    expect(unsaid.reasons.map((r) => r._tag === "Missing" && r.field)).toEqual(["eGovernment"])
  })
  test("what nobody stated is asked for, and each answer decides (art. 35)", () => {
    const [v] = said("N35.1", [recorded, appraised("2026-03-01")], "2026-06-01")
    const o = caseAt("health", [recorded, appraised("2026-03-01")], "2026-06-01" as never, now)
    const asked = inquire(o, v as Verdict, context({ asOf: "2026-06-01" as never, directory: sample }))
    expect(asked?.decides).toBe(true)
    expect(asked?.answers.map(({ missing }) => missing)).toEqual([undefined, undefined])
  })
})
