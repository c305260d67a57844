import { dayOf, days, histories, instrumentId, readingOptions } from "@banfa/testing/standard"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { caseOf, compareCases, inspectCases } from "../../src/duty/index.ts"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import {
  describeInspection,
  explain,
  inquire,
  describe as inWords,
  prose,
  vocabulary
} from "../../src/standard/explain.ts"
import { caseAt, type Event, type Instrument, subject, verdicts } from "../../src/standard/index.ts"
import { law, lineOf, now } from "../law/Law.ts"
import { advised, asked, drafted, issued, told } from "./story.ts"

const first = (x: Instrument, asOf = "2026-05-01") => {
  const ctx = asked(asOf)
  const verdict = verdicts(x, ctx).verdicts.find(({ norm }) => norm !== "N2.2")
  if (verdict === undefined) throw new Error("no verdict")
  return { ctx, verdict }
}

describe("answers about instruments in words", () => {
  test("a finding names article, quote, the departments and the remedy, in both languages (art. 34)", () => {
    const x = told(drafted("assessment-standards"), issued({ with: ["p-drc", "p-fin", "p-audit"] }))
    const { ctx, verdict } = first(x)
    const { en, zh } = prose(explain(x, verdict, ctx))
    expect(zh).toContain("第三十四条")
    expect(zh).toContain("省投资主管部门、财政部门、审计部门、监察部门")
    expect(zh).toContain("第三十四条列明的省投资主管部门、财政部门、审计部门、监察部门未全部会同")
    expect(en).toContain("not all of the four departments that art. 34 names acted together")
  })

  test("a reason of an advice says what stands in the way (art. 19)", () => {
    const { reasons } = advised([drafted("security-norms")], issued({ by: "info", with: ["drc"] }))
    const texts = reasons.map((r) => inWords(r, asked("2026-03-02")))
    expect(texts.map(({ text }) => text.zh).join()).toMatch(/省信息化主管部门/u)
  })

  test("an inspection counts what is not as provided, against whoever issued it (arts 19, 35)", () => {
    const x = told(drafted("security-norms"), issued({ by: "info", with: ["drc"] }))
    const ctx = asked("2026-05-01")
    const found = inspectCases([caseOf(subject, x)], {}, ctx)
    expect(found.byBearer).toEqual([{ of: { role: "info.provincial", agency: "info" }, breach: 1, late: 0, remark: 0 }])
    expect(JSON.stringify(describeInspection(found, ctx))).toContain("第十九条")
  })

  test("what a reading would change can be asked before it is switched on (art. 23, A28c)", () => {
    const x = told(drafted("exchange-agreement"), issued({ by: "p-police", with: ["health"] }))
    const { asOf, directory } = asked("2026-05-01")
    const profiles = { before: textOnly, after: reading(textOnly, "A28c", "bilateral") }
    const changed = compareCases([caseOf(subject, x)], profiles, { asOf, directory })
    expect(changed.byNorm.map(({ norm }) => norm)).toEqual(["N23.3"])
  })
})

const profiles = fc
  .record({ A06: fc.constantFrom(...readingOptions.A06), A28c: fc.constantFrom(...readingOptions.A28c) })
  .map(({ A06, A28c }) => reading(reading(textOnly, "A06", A06), "A28c", A28c))

law(
  "every fact that an instrument misses has answers, each once, and two of them lead to different conclusions or to what is missing next (arts 3, 19, 23, 34)",
  10,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const x = caseAt(instrumentId, events, day, now)
    const ctx = asked(day, profile)
    for (const v of verdicts(x, ctx).verdicts) {
      if (v.missing === undefined) continue
      met()
      const inquiry = inquire(x, v, ctx)
      if (inquiry === undefined) return expect.fail(`nothing is supposed of ${lineOf(v)}`)
      const { answers, decides, fact } = inquiry
      expect(fact, lineOf(v)).toBe(vocabulary.missing[v.missing])
      expect(answers.length, lineOf(v)).toBeGreaterThan(1)
      expect(new Set(answers.map((a) => a.answer.zh)).size).toBe(answers.length)
      const next = answers.some(({ missing }) => missing !== undefined && missing !== fact)
      expect(
        decides || next,
        [lineOf(v), ...answers.map((a) => `${a.answer.en} -> ${a.conclusion.en}`)].join("\n")
      ).toBe(true)
    }
  }
)

test("who issued it, and who drafted it together, decides (arts 3, 34)", () => {
  const { by: _, ...unsaid } = issued({ with: ["p-police"] })
  const conclusions = (...events: ReadonlyArray<Event>) => {
    const x = told(...events)
    const { ctx, verdict } = first(x)
    return [verdict.missing, ...(inquire(x, verdict, ctx)?.answers ?? []).map(({ conclusion }) => conclusion.en)]
  }
  const answers = (missing: string) => [missing, "Fulfilled", expect.stringMatching(/^Not as provided/)]
  expect(conclusions(drafted("standards"), unsaid as Event)).toEqual(answers("issuer"))
  expect(conclusions(drafted("standards"), issued())).toEqual(answers("coDrafters"))
  expect(conclusions(drafted("assessment-standards"), issued())).toEqual(answers("coDrafters"))
})

test("it is supposed to have been issued since its drafting, and by the day asked (arts 3, 36)", () => {
  const taken = (day: string) =>
    ({
      ...drafted("standards"),
      _tag: "InstrumentTakenOver",
      id: "taken",
      coverage: {},
      on: day as CivilDate
    }) as unknown as Event
  const supposes = (...events: ReadonlyArray<Event>) => {
    const x = told(...events)
    const { ctx, verdict } = first(x)
    return inquire(x, verdict, ctx)?.answers[0]?.answer.en
  }
  expect(supposes(drafted("standards"), taken("2026-02-01"))).toContain("issued on 2026-01-05")
  const later = { ...drafted("standards"), on: "2026-06-01" as CivilDate } as Event
  expect(supposes(later, taken("2026-06-02"))).toContain("issued on 2026-05-01")
})

test("of an instrument of which nobody said which it is, each kind is an answer (arts 3, 19, 23, 34)", () => {
  const x = told(issued({ with: ["p-police"] }))
  const { ctx, verdict } = first(x)
  const inquiry = inquire(x, verdict, ctx)
  expect(inquiry?.answers.map(({ conclusion }) => conclusion.en)).toContain("Fulfilled")
  expect(inquiry?.decides).toBe(true)
  const later: Event = { ...issued({ with: ["p-police"] }), on: "2026-06-01" as CivilDate } as Event
  expect(verdicts(told(later), ctx).verdicts.length).toBe(5)
})
