import { describe, expect, test } from "vitest"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import type { Event, EventOf } from "../../src/system/index.ts"
import { built, fact, line, recorded, running, said, takenOver } from "./story.ts"

const plans = {
  plansInForce: () => [
    { id: "plan-p", kind: "provincial" as const },
    { id: "plan-c", kind: "local" as const }
  ]
}
const noPlan = { plansInForce: () => [] }
const standards = {
  instrumentsInForce: () => [
    { id: "std-1", kind: "exchange-standards" as const },
    { id: "std-2", kind: "exchange-standards" as const }
  ]
}
const none = { instrumentsInForce: () => [] }
const provincial = reading(textOnly, "A09b", "provincial")

const check = (on: string, said: Partial<EventOf<"SystemChecked">>): Event =>
  fact("SystemChecked", on, { what: "plan", result: "pass", ...said } as EventOf<"SystemChecked">)
const story = (...more: ReadonlyArray<Event>): ReadonlyArray<Event> => [recorded, built, ...more]

describe("conformity with the development plan (art. 14)", () => {
  const plan = (more: ReadonlyArray<Event>, beside = {}): string => line("N14.1", story(...more), "2026-06-01", beside)

  test("without a check nobody knows whether a construction conforms to the plan (art. 14)", () => {
    expect(plan([])).toBe("build/B1 Undetermined planCheck")
  })
  test("a check that finds conformity fulfils, with or without the plan named (art. 14)", () => {
    expect(plan([check("2026-03-01", {})])).toBe("build/B1 Fulfilled")
    expect(plan([check("2026-03-01", { against: ["plan-p"] })], plans)).toBe("build/B1 Fulfilled")
  })
  test("a failure found in an assessment or an inspection is a breach (art. 14)", () => {
    for (const occasion of ["assessment", "inspection"] as const)
      expect(plan([check("2026-03-01", { result: "fail", occasion })])).toBe("build/B1 Breached")
  })
  test("a failure that is merely stated is no breach, and one of which nobody says where it was found may be (art. 14)", () => {
    for (const occasion of ["statement", "test"] as const)
      expect(plan([check("2026-03-01", { result: "fail", occasion })])).toBe("build/B1 Undetermined planCheck")
    expect(plan([check("2026-03-01", { result: "fail" })])).toBe("build/B1 Undetermined occasion")
    expect(
      plan(
        [check("2026-03-01", { against: ["plan-p"] }), { ...check("2026-04-01", {}), result: undefined } as never],
        plans
      )
    ).toBe("build/B1 Undetermined result")
  })
  test("a check against a plan that was not in force at construction counts for nothing (art. 14)", () => {
    expect(plan([check("2026-03-01", { against: ["plan-old"] })], plans)).toBe("build/B1 Undetermined planCheck")
    expect(plan([check("2026-03-01", { against: [] })], plans)).toBe("build/B1 Undetermined planCheck")
  })
  test("where a plan is named and nobody knows which plans were in force, that is what is missing (art. 14)", () => {
    expect(plan([check("2026-03-01", { against: ["plan-p"] })])).toBe("build/B1 Undetermined plansInForce")
  })
  test("where no plan is in force there is nothing to conform to: undetermined, never a breach (art. 14)", () => {
    expect(plan([check("2026-03-01", { result: "fail", occasion: "inspection" })], noPlan)).toBe(
      "build/B1 Undetermined plansInForce no-yardstick"
    )
  })
  test("read as the provincial plan alone, a check against a local plan does not count, and one that names none is unknown (A09b, art. 14)", () => {
    const local = [check("2026-03-01", { against: ["plan-c"] })]
    expect(plan(local, plans)).toBe("build/B1 Fulfilled")
    expect(plan(local, { ...plans, profile: provincial })).toBe("build/B1 Undetermined planCheck")
    expect(plan([check("2026-03-01", {})], { ...plans, profile: provincial })).toBe("build/B1 Undetermined against")
  })
  test("each construction and rebuild is judged by its own checks (art. 14)", () => {
    const rebuilt = fact("SystemBuilt", "2026-04-01", { build: "B2", work: "rebuild" })
    const failed = check("2026-05-01", { result: "fail", occasion: "inspection" })
    expect(plan([check("2026-02-01", {}), rebuilt, failed])).toBe("build/B1 Fulfilled; build/B2 Breached")
    expect(plan([check("2026-02-01", {}), rebuilt, { ...failed, build: "B1" } as Event])).toBe(
      "build/B1 Breached; build/B2 Undetermined planCheck"
    )
    expect(plan([check("2026-01-06", {}), rebuilt])).toBe("build/B1 Fulfilled; build/B2 Undetermined planCheck")
  })
  test("of two constructions of one day a check before them is of the first by name, one after them of the last (art. 14)", () => {
    const again = { ...built, id: "again", build: "B2", work: "rebuild" } as Event
    expect(plan([again, check("2026-03-01", {})])).toBe("build/B1 Undetermined planCheck; build/B2 Fulfilled")
    expect(plan([again, check("2026-01-06", {})])).toBe("build/B1 Fulfilled; build/B2 Undetermined planCheck")
    const sooner = { ...again, on: "2026-01-08" } as Event
    expect(plan([sooner, check("2026-01-06", {})])).toBe("build/B1 Undetermined planCheck; build/B2 Fulfilled")
  })
  test("a system of which no construction is on record: none yet, unless it operates or the record is not complete (art. 14)", () => {
    expect(line("N14.1", [recorded], "2026-06-01")).toBe("")
    expect(line("N14.1", [recorded, running], "2026-06-01")).toBe("Undetermined construction")
    expect(line("N14.2", [takenOver], "2026-06-01")).toBe("Undetermined construction")
  })
  test("what was built before the Measures took force is not judged (art. 36)", () => {
    const old = fact("SystemBuilt", "2004-05-01", { build: "B0", work: "construction" })
    expect(line("N14.1", [recorded, old], "2026-06-01")).toBe("")
  })
})

describe("the unified exchange standards (art. 14)", () => {
  const standard = (more: ReadonlyArray<Event>, beside = {}): string =>
    line("N14.2", story(...more), "2026-06-01", beside)
  const tested = (on: string, against: ReadonlyArray<string> | undefined, result: "pass" | "fail" = "pass"): Event =>
    check(on, { what: "exchange-standards", result, ...(against === undefined ? {} : { against }) })

  test("nobody knows which standards were in force, or none was: undetermined (art. 14)", () => {
    expect(standard([tested("2026-03-01", ["std-1"])])).toBe("build/B1 Undetermined exchangeStandards")
    expect(standard([tested("2026-03-01", ["std-1"])], none)).toBe(
      "build/B1 Undetermined exchangeStandards no-yardstick"
    )
  })
  test("a pass against every version in force at construction fulfils, against a part of them it leaves open (art. 14)", () => {
    expect(standard([tested("2026-03-01", ["std-1", "std-2"])], standards)).toBe("build/B1 Fulfilled")
    expect(standard([tested("2026-03-01", ["std-1"]), tested("2026-03-02", ["std-2"])], standards)).toBe(
      "build/B1 Fulfilled"
    )
    expect(standard([tested("2026-03-01", ["std-1"])], standards)).toBe("build/B1 Undetermined exchangeCheck")
    expect(standard([], standards)).toBe("build/B1 Undetermined exchangeCheck")
  })
  test("a failed test is a breach, whoever made it; one against another version is none (art. 14)", () => {
    expect(standard([tested("2026-03-01", ["std-2"], "fail")], standards)).toBe("build/B1 Breached")
    expect(standard([tested("2026-03-01", ["std-9"], "fail")], standards)).toBe("build/B1 Undetermined exchangeCheck")
  })
  test("a test that does not say against what leaves open what it would change (art. 14)", () => {
    expect(standard([tested("2026-03-01", undefined)], standards)).toBe("build/B1 Undetermined against")
    expect(standard([tested("2026-03-01", ["std-1", "std-2"]), tested("2026-04-01", undefined)], standards)).toBe(
      "build/B1 Fulfilled"
    )
    expect(
      standard([tested("2026-03-01", ["std-1", "std-2"], "fail"), tested("2026-04-01", undefined)], standards)
    ).toBe("build/B1 Undetermined against")
  })
  test("the versions are those of the day of construction, not of the day asked (art. 14)", () => {
    const changing = {
      instrumentsInForce: (_: string, on: string) => [
        { id: on < "2026-02-01" ? "std-1" : "std-2", kind: "exchange-standards" as const }
      ]
    }
    expect(standard([tested("2026-03-01", ["std-1"])], changing)).toBe("build/B1 Fulfilled")
    expect(standard([tested("2026-03-01", ["std-2"])], changing)).toBe("build/B1 Undetermined exchangeCheck")
  })
})

describe("practical effect (art. 14)", () => {
  const judged = (on: string, outcome: "fulfilled" | "not-fulfilled", by: string): Event =>
    fact("Judged", on, { norm: "N14.3", instance: "", outcome, reason: "检查", by })

  test("is for a person to judge, and the latest judgement of a body that may judge is handed on (art. 14)", () => {
    expect(line("N14.3", story(), "2026-06-01")).toBe("Undetermined judgement declared-judgement")
    expect(line("N14.3", story(judged("2026-03-01", "fulfilled", "supervisor")), "2026-06-01")).toBe("Fulfilled judged")
    const both = story(judged("2026-03-01", "fulfilled", "supervisor"), judged("2026-04-01", "not-fulfilled", "info"))
    expect(line("N14.3", both, "2026-06-01")).toBe("Breached judged")
    expect(line("N14.3", both, "2026-03-15")).toBe("Fulfilled judged")
  })
  test("the judgement of a body that may not judge counts for nothing (arts 4, 35)", () => {
    for (const by of ["fin", "c-info", "p-supervisor"])
      expect(line("N14.3", story(judged("2026-03-01", "fulfilled", by)), "2026-06-01")).toBe(
        "Undetermined judgement declared-judgement"
      )
  })
  test("a record that nobody opened says nothing", () => {
    expect(said("N14.3", [built], "2026-06-01")).toEqual([])
  })
})
