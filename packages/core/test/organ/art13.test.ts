import { describe, expect, test } from "vitest"
import type { Event } from "../../src/organ/index.ts"
import { fact, line, recorded } from "./story.ts"

const held = (on: string, counts: { readonly systems?: number | null; readonly resources?: number | null }): Event =>
  fact("OrganHoldingsStated", on, counts)
const at = (...more: ReadonlyArray<Event>): string => line("N13.3", [recorded, ...more], "2026-06-01")

describe("business information resources (art. 13)", () => {
  test("an organ with a registered business resource has established one (art. 13)", () => {
    expect(at(held("2026-02-01", { systems: 3, resources: 1 }))).toBe("Fulfilled")
    expect(at(held("2026-02-01", { resources: 2 }))).toBe("Fulfilled")
  })
  test("systems and no resource: owed on no day, with a finding, and never a breach (art. 13)", () => {
    expect(at(held("2026-02-01", { systems: 3, resources: 0 }))).toBe("DueUnspecified no-resource")
    expect(at(held("2026-02-01", { systems: 3, resources: null }))).toBe("DueUnspecified no-resource")
  })
  test("an organ that operates no system is not asked for one (art. 13)", () => {
    expect(at(held("2026-02-01", { systems: 0, resources: 0 }))).toBe("")
    expect(at(held("2026-02-01", { systems: 0 }))).toBe("")
    expect(at(held("2026-02-01", { systems: null }))).toBe("")
    expect(at(held("2026-02-01", { systems: null, resources: 0 }))).toBe("")
  })
  test("a count that nobody stated leaves it open (art. 13)", () => {
    expect(at()).toBe("Undetermined resources")
    expect(at(held("2026-02-01", { systems: 3 }))).toBe("Undetermined resources")
    expect(at(held("2026-02-01", { resources: 0 }))).toBe("Undetermined systems")
    expect(line("N13.3", [], "2026-06-01")).toBe("")
    // What is stated of an organ is read, whether or not anybody opened its record.
    expect(line("N13.3", [held("2026-02-01", { systems: 3 })], "2026-06-01")).toBe("Undetermined resources")
    expect(line("N13.3", [held("2026-02-01", { resources: 0 })], "2026-06-01")).toBe("Undetermined systems")
  })
  test("the last count speaks, and what it leaves out the one before it says (art. 13)", () => {
    expect(at(held("2026-02-01", { systems: 3, resources: 0 }), held("2026-03-01", { resources: 1 }))).toBe("Fulfilled")
    expect(at(held("2026-02-01", { systems: 3, resources: 1 }), held("2026-03-01", { resources: 0 }))).toBe(
      "DueUnspecified no-resource"
    )
  })
})

describe("what only a person can judge of an organ (arts 13, 20)", () => {
  for (const norm of ["N13.1", "N13.2", "N13.4", "N20.3", "N20.5"] as const) {
    const judged = (on: string, outcome: "fulfilled" | "not-fulfilled", by: string): Event =>
      fact("Judged", on, { norm, instance: "", outcome, reason: "检查", by })
    test(`${norm} is declared a judgement, and the recorded one is handed on`, () => {
      expect(line(norm, [recorded], "2026-06-01")).toBe("Undetermined judgement declared-judgement")
      expect(line(norm, [recorded, judged("2026-03-01", "fulfilled", "supervisor")], "2026-06-01")).toBe(
        "Fulfilled judged"
      )
      expect(line(norm, [recorded, judged("2026-03-01", "not-fulfilled", "info")], "2026-06-01")).toBe(
        "Breached judged"
      )
      expect(line(norm, [recorded, judged("2026-03-01", "not-fulfilled", "fin")], "2026-06-01")).toBe(
        "Undetermined judgement declared-judgement"
      )
      expect(line(norm, [judged("2026-03-01", "fulfilled", "supervisor")], "2026-06-01")).toBe("")
    })
  }
})
