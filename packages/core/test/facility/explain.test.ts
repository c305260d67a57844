import { facilityId, histories } from "@banfa/testing/facility"
import { dayOf, days } from "@banfa/testing/standard"
import { describe, expect, test } from "vitest"
import { caseOf, compareCases, inspectCases } from "../../src/duty/index.ts"
import {
  describeInspection,
  explain,
  inquire,
  describe as inWords,
  prose,
  vocabulary
} from "../../src/facility/explain.ts"
import { caseAt, type Event, subject, verdicts } from "../../src/facility/index.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { law, lineOf, now } from "../law/Law.ts"
import { asked } from "../standard/story.ts"
import { advised, fact, planned, takenOver, told, turn } from "./story.ts"

describe("answers about facilities in words", () => {
  test("what is not in service is owed with no day, and the words say so in both languages (art. 25)", () => {
    const x = told(planned("data-centre"))
    const ctx = asked("2026-05-01")
    const verdict = verdicts(x, ctx).verdicts.find(({ norm }) => norm === "N25.1")
    if (verdict === undefined) throw new Error("no verdict")
    const { en, zh } = prose(explain(x, verdict, ctx))
    expect(zh).toContain("第二十五条")
    expect(zh).toContain("省信息化主管部门负责统筹建设省电子政务数据中心")
    expect(en).toMatch(/data centre/u)
  })

  test("an inspection writes down what was judged not as provided, and nothing else (arts 17, 35)", () => {
    const opened = [planned("network-platform"), turn("FacilityOpened", "2026-03-01")]
    const judged = fact("Judged", "2026-04-01", {
      norm: "N17.2",
      instance: "",
      outcome: "not-fulfilled",
      reason: "检查记录",
      by: "p-supervisor"
    })
    const ctx = asked("2026-05-01")
    const inspect = (...facts: ReadonlyArray<Event>) => inspectCases([caseOf(subject, told(...facts))], {}, ctx)
    expect(inspect(...opened).items).toEqual([])
    const found = inspect(...opened, judged)
    expect(found.items.map(({ severity, verdicts: all }) => [severity, all.map(({ norm }) => norm)])).toEqual([
      ["breach", ["N17.2"]]
    ])
    expect(JSON.stringify(describeInspection(found, ctx))).toContain("第十七条")
  })

  test("no reading bears on these norms, so none changes anything (arts 17, 25)", () => {
    const { asOf, directory } = asked("2026-05-01")
    const joint = { ...textOnly, readings: { ...textOnly.readings, A06: "joint" as const } }
    const cases = [caseOf(subject, told(planned("data-centre")))]
    expect(compareCases(cases, { before: textOnly, after: joint }, { asOf, directory }).cases).toEqual([])
  })

  test("a reason of an advice says what stands in the way (art. 17)", () => {
    const { reasons } = advised([planned("network-platform")], turn("FacilityClosed", "2026-03-01"))
    expect(reasons.map((r) => inWords(r, asked("2026-03-01")).text.en).length).toBeGreaterThan(0)
  })
})

law(
  "every fact that a facility misses has answers, each once, and two of them lead to different conclusions (arts 17, 25)",
  20,
  { history: histories, n: days },
  ({ history: { events }, n }, met) => {
    const day = dayOf(events, n)
    const x = caseAt(facilityId, events, day, now)
    const ctx = asked(day)
    for (const v of verdicts(x, ctx).verdicts) {
      if (v.missing === undefined) continue
      met()
      const inquiry = inquire(x, v, ctx)
      expect(inquiry?.fact, lineOf(v)).toBe(vocabulary.missing[v.missing])
      // An organ that the directory does not know is of one of three kinds.
      const answers = inquiry?.answers.map(({ answer }) => answer.zh)
      expect(new Set(answers).size, lineOf(v)).toBe(v.missing === "organKind" ? 3 : 2)
      expect(inquiry?.answers.length, lineOf(v)).toBe(new Set(answers).size)
      expect(inquiry?.decides, lineOf(v)).toBe(true)
    }
  }
)

test("a facility of which nobody said whether it serves is asked about, and each answer decides (art. 25)", () => {
  const x = told(takenOver("data-centre"))
  const ctx = asked("2026-05-01")
  const verdict = verdicts(x, ctx).verdicts.find(({ norm }) => norm === "N25.1")
  const inquiry = verdict === undefined ? undefined : inquire(x, verdict, ctx)
  expect(inquiry?.answers.map(({ conclusion }) => conclusion.en)).toEqual(["Fulfilled", "Owed, no day fixed"])
})
