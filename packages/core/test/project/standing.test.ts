import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { type Event, fold, position } from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"
import { fact } from "./story.ts"

const opened = fact("Drafted", "2026-03-02", { region: "440100", organ: "health", by: "health" })
const applied = (application: string): Event => ({
  ...fact("Applied", "2026-03-10", { application, to: "drc", by: "health" }),
  id: `applied-${application}`
})
/** An ex-ante assessment of a round, begun on one day and, if so, with its result on another. */
const assessed = (id: string, application: string, from: string, result?: string): ReadonlyArray<Event> => [
  {
    ...fact("AssessmentPlanned", "2026-03-11", { assessment: id, type: "ex-ante", application, by: "info" }),
    id: `plan-${id}`
  },
  { ...fact("AssessmentStarted", from, { assessment: id, by: "info" }), id: `start-${id}` },
  ...(result === undefined
    ? []
    : [
        {
          ...fact("AssessmentIssued", result, { assessment: id, conclusion: "support" as const, by: "info" }),
          id: `result-${id}`
        }
      ])
]
const at = (...facts: ReadonlyArray<Event>) =>
  position(fold(projectId, [opened, ...facts]), asked("2026-12-31" as CivilDate, textOnly))

describe("where a project stands after two acts of one day", () => {
  const act = (kind: "Suspended" | "Resumed", id: string, seq?: number): Event => ({
    ...fact(kind, "2026-06-01", { by: "company", ...(seq === undefined ? {} : { seq }) }),
    id
  })
  const both = (a: Event, b: Event) => [at(a, b), at(b, a)]

  test("is told by the one that was later in their sequence, whatever they are called (art. 12)", () => {
    expect(both(act("Suspended", "a", 2), act("Resumed", "b", 1))).toEqual(["suspended", "suspended"])
    expect(both(act("Suspended", "a", 1), act("Resumed", "b", 2))).toEqual(["constructing", "constructing"])
    expect(both(act("Suspended", "a", -1), act("Resumed", "b"))).toEqual(["constructing", "constructing"])
  })

  test("is told by the later name where nobody said in which sequence they were done (art. 12)", () => {
    expect(both(act("Suspended", "a"), act("Resumed", "b"))).toEqual(["constructing", "constructing"])
    expect(both(act("Suspended", "b"), act("Resumed", "a"))).toEqual(["suspended", "suspended"])
  })
})

describe("where a project under examination stands", () => {
  test("is told by the latest start or result of its assessments; of those of one day the result prevails (art. 31)", () => {
    const first = assessed("X1", "A1", "2026-03-11", "2026-03-18")
    const second = (id: string, from: string) => at(applied("A1"), ...first, ...assessed(id, "A1", from))
    expect(at(applied("A1"))).toBe("applied")
    expect(second("X2", "2026-03-12")).toBe("assessed")
    expect(second("X2", "2026-03-19")).toBe("assessing")
    expect([second("X2", "2026-03-18"), second("X0", "2026-03-18")]).toEqual(["assessed", "assessed"])
  })

  test("follows one of two rounds that were applied for on one day, whichever was told first (art. 31)", () => {
    const of = (round: string) => {
      const facts = [applied("A1"), applied("A2"), ...assessed("X1", round, "2026-03-12")]
      return [at(...facts), at(...facts.toReversed())]
    }
    expect(of("A1")).toEqual(["applied", "applied"])
    expect(of("A2")).toEqual(["assessing", "assessing"])
  })
})
