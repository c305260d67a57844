import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { caseOf, compareCases, inspectCases } from "../../src/duty/index.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { decodeEvent } from "../../src/supervision/decode.ts"
import { describeInspection, explain, inquire, describe as inWords, prose } from "../../src/supervision/explain.ts"
import { type Event, fold, subject, verdicts } from "../../src/supervision/index.ts"
import { advised, asked, fact, fixed, found, opened, started } from "./story.ts"

const ctx = asked("2026-12-01")
const closed: ReadonlyArray<Event> = [
  opened("info"),
  started,
  fact("InspectionFoundNothing", "2026-02-10", { considered: [], by: "info" })
]
const of = (story: ReadonlyArray<Event>, instance: string) => {
  const x = fold("x", story)
  const v = verdicts(x, ctx).verdicts.find((one) => one.instance === instance)
  if (v === undefined) throw new Error(`no verdict on ${instance}`)
  return { v, x }
}

describe("answers about inspections in words", () => {
  test("an inspection that the inspected organ closed says so, with article and quote, in both languages (art. 35)", () => {
    const { v, x } = of(closed, "act/InspectionFoundNothing-2026-02-10")
    const { en, zh } = prose(explain(x, v, ctx))
    expect(zh).toContain("第三十五条")
    expect(zh).toContain("行政监察部门负责对行政机关执行本办法的情况进行检查和监督")
    expect(zh).toContain("检查由被检查的机关自行办结或者撤销")
    expect(en).toContain("closed or withdrawn by an organ that was itself inspected")
  })

  test("a reason of an advice names the norm and the particular that is missing (art. 35)", () => {
    const texts = (act: Event, story: ReadonlyArray<Event>) =>
      advised(story, act)
        .reasons.map((r) => inWords(r, ctx).text.zh)
        .join()
    expect(texts(closed[2] as Event, closed.slice(0, 2))).toContain("检查由被检查的机关自行办结")
    const bare = { ...found, findings: [{ id: "F1", evidence: "卷宗" }] } as Event
    expect(texts(bare, [opened(), started])).toContain("每项问题的规范编号")
  })

  test("an inspection of inspections counts a self-closing as a remark against whoever did it (art. 35)", () => {
    const all = inspectCases([caseOf(subject, fold("x", closed))], {}, ctx)
    expect(all.byBearer).toEqual([{ of: { role: "supervision.any", agency: "info" }, breach: 0, late: 0, remark: 1 }])
    expect(JSON.stringify(describeInspection(all, ctx))).toContain("自行办结")
  })

  test("who did an act, and who opened an inspection, decides (art. 35)", () => {
    const { by: _, ...unsaid } = started
    const acted = of([opened(), unsaid as Event], "act/InspectionStarted-2026-01-10")
    const { by: __, ...unopenedBy } = opened()
    const taken = fact("InspectionTakenOver", "2026-01-05", { region: "440100", organs: ["health"], by: "supervisor" })
    for (const { v, x } of [acted, of([unopenedBy as Event], "opening"), of([taken, started], "opening")]) {
      const inquiry = inquire(x, v, ctx)
      expect(inquiry?.decides, v.missing).toBe(true)
      expect(inquiry?.answers.map(({ changes }) => changes)).toEqual([true, true])
      expect(inquiry?.answers[0]?.conclusion.en).toBe("Not applicable")
    }
  })

  test("what a reading would change can be asked before it is switched on (A35, art. 35)", () => {
    const late = { ...(closed[2] as Event), by: "supervisor-2", on: "2026-09-10" as CivilDate } as Event
    const x = fold("x", [opened(), started, late])
    const question = { asOf: ctx.asOf, directory: ctx.directory }
    const changed = compareCases([caseOf(subject, x)], { before: textOnly, after: fixed }, question)
    expect(changed.byNorm.map(({ norm }) => norm)).toEqual(["N35.2"])
  })

  test("an unknown norm, an unknown ground and a misspelt particular are refused, each by its name", () => {
    const paths = (input: unknown) => Result.getOrThrow(Result.flip(decodeEvent(input))).map(({ path }) => path)
    expect(Result.isSuccess(decodeEvent(found))).toBe(true)
    expect(paths({ ...found, findings: [{ id: "F1", norm: "N99.1" }] })).toEqual(["findings.0.norm"])
    expect(paths({ ...found, finding: [] })).toEqual(["finding"])
    const end = fact("InspectionConcluded", "2026-04-01", { exception: "moot" })
    expect(Result.isSuccess(decodeEvent(end))).toBe(true)
    expect(paths({ ...end, exception: "tired" })).toEqual(["exception"])
  })
})
