import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { inquire } from "../../src/system/explain.ts"
import { caseAt, context, type Event, type EventOf } from "../../src/system/index.ts"
import { now, sample } from "../law/Law.ts"
import { type Beside, built, fact, recorded, said, systemId, takenOver } from "./story.ts"

/** What a norm misses of a story, and what it would say under each answer. */
const asked = (norm: string, story: ReadonlyArray<Event>, beside: Beside = {}, day = "2026-06-01") => {
  const asOf = day as CivilDate
  const [v] = said(norm, story, day, beside)
  if (v === undefined) throw new Error(`${norm} says nothing`)
  const inquiry = inquire(caseAt(systemId, story, asOf, now), v, context({ asOf, directory: sample, ...beside }))
  return [v.missing, ...(inquiry?.answers ?? []).map(({ conclusion }) => conclusion.en)]
}
const check = (on: string, told: Partial<EventOf<"SystemChecked">>): Event =>
  fact("SystemChecked", on, { what: "plan", ...told } as EventOf<"SystemChecked">)
const story = (...more: ReadonlyArray<Event>): ReadonlyArray<Event> => [recorded, built, ...more]

const fulfilled = "Fulfilled"
const breached = expect.stringMatching(/^Not as provided/)
const lacks = (what: RegExp) => expect.stringMatching(new RegExp(`still missing: .*${what.source}`))

describe("what may turn out about a system that nobody stated", () => {
  test("against what a test was made decides, beside what is said of the others (art. 14)", () => {
    const standards = { instrumentsInForce: () => [{ id: "std-1", kind: "exchange-standards" as const }] }
    const tested = (on: string, result: "pass" | "fail", more: Partial<EventOf<"SystemChecked">> = {}) =>
      check(on, { what: "exchange-standards", result, ...more })
    const events = story(tested("2026-03-01", "fail", { against: ["std-1"] }), tested("2026-04-01", "pass"))
    expect(asked("N14.2", events, standards)).toEqual(["against", fulfilled, breached])
  })

  test("what a check found decides, and where a failure was found (art. 14)", () => {
    const unsaid = check("2026-04-01", {})
    expect(asked("N14.1", story(unsaid))).toEqual(["result", fulfilled, lacks(/found|inspection|assessment/)])
    const passed = check("2026-03-01", { result: "pass", occasion: "inspection" })
    expect(asked("N14.1", story(passed, unsaid))).toEqual(["result", fulfilled, lacks(/found|inspection|assessment/)])
    expect(asked("N14.1", story(check("2026-04-01", { result: "fail" })))).toEqual([
      "occasion",
      breached,
      lacks(/check/)
    ])
  })

  test("which plans were in force decides where a check names one (art. 14)", () => {
    const cites = story(check("2026-03-01", { result: "pass", against: ["plan-p"] }))
    expect(asked("N14.1", cites)).toEqual(["plansInForce", fulfilled, lacks(/check/), lacks(/plan.*in force/)])
  })

  test("which exchange standards were in force is asked of what tests of them cite (art. 14)", () => {
    const planned = check("2026-02-01", { result: "pass", against: ["plan-p"] })
    const tested = check("2026-03-01", { what: "exchange-standards", result: "pass", against: ["std-1"] })
    expect(asked("N14.2", story(planned, tested))[1]).toBe(fulfilled)
  })

  test("whether it operates decides, also before the day on which it was taken over (art. 16)", () => {
    expect(asked("N16.1", [takenOver])).toEqual(["operation", lacks(/judge|finding/), "Not applicable"])
    expect(asked("N16.1", [takenOver], {}, "2026-01-02")).toEqual([
      "operation",
      lacks(/judge|finding/),
      "Not applicable"
    ])
  })

  test("one that is supposed to operate does so since its record was opened, and its data were to be updated since (art. 16)", () => {
    const complete = { ...takenOver, coverage: { update: "2026-01-01" } } as Event
    const cycle = fact("SystemCycleDeclared", "2026-01-05", { cycle: 30 })
    expect(asked("N16.2", [complete, cycle])).toEqual([
      "operation",
      expect.stringContaining("due 2026-02-04"),
      "Not applicable"
    ])
  })

  test("whether a service is used decides, of each by itself and where none is named (art. 19)", () => {
    const unsaid = fact("SystemSecurityUseStated", "2026-03-01", { service: "ca" })
    const answers = ["securityUse", fulfilled, expect.stringMatching(/reason/)]
    expect(asked("N19.2", story(unsaid))).toEqual(answers)
    expect(asked("N19.2", story())).toEqual(answers)
  })
})
