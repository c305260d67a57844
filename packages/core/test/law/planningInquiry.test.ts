import { dayOf, histories, lawfulHistories, profiles } from "@banfa/testing/planning"
import { days } from "@banfa/testing/project"
import fc from "fast-check"
import { expect, test } from "vitest"
import { explain, inquire, vocabulary } from "../../src/planning/explain.ts"
import type { Event } from "../../src/planning/index.ts"
import { statuses } from "../../src/regulation/terms.ts"
import { law, lineOf, named, nameOf } from "./Law.ts"
import { asked, onDay, says } from "./planning.ts"

const idle: Array<string> = []
let all = 0

law(
  "every fact that a verdict on a plan misses has answers, each once (arts 3, 4, 6 to 8)",
  40,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    for (const v of says(p, day, profile)) {
      const ctx = asked(day, profile)
      expect(explain(p, v, ctx).quote.zh.length, lineOf(v)).toBeGreaterThan(0)
      if (v.missing === undefined && v.gate !== "unknown") continue
      met()
      all += 1
      const inquiry = inquire(p, v, ctx)
      if (inquiry === undefined) return expect.fail(`nothing is supposed of ${lineOf(v)}`)
      const { answers, decides, fact, name } = inquiry
      expect(fact, lineOf(v)).toBe(vocabulary.missing[name])
      expect(answers.length, lineOf(v)).toBeGreaterThan(1)
      expect(new Set(answers.map((a) => a.answer.zh)).size, lineOf(v)).toBe(answers.length)
      const next = answers.some(({ missing }) => missing !== undefined && missing !== fact)
      if (!decides && !next)
        idle.push([lineOf(v), ...answers.map((a) => `${a.answer.en} -> ${a.conclusion.en}`)].join("\n"))
    }
  }
)

test("the answers to what a verdict on a plan misses matter, but for one in fifty (arts 3, 4, 6 to 8)", () => {
  expect(all).toBeGreaterThan(0)
  expect(idle.length, `${idle.length} of ${all}\n${idle.slice(0, 8).join("\n\n")}`).toBeLessThanOrEqual(all / 50)
})

law(
  "the conclusion that the real answer about a plan leads to is among those that were supposed (arts 3, 4, 6 to 8)",
  6,
  {
    history: lawfulHistories,
    at: fc.nat(200),
    what: fc.constantFrom("grounds", "plans", "coDrafters", "signed", "to", "received", "lacking", "by"),
    n: days,
    profile: profiles
  },
  ({ at, history: { events }, n, profile, what }, met) => {
    const able = events.filter((e) => what in e && e._tag !== "PlanDrafted" && e._tag !== "PlanTakenOver")
    const e = able[at % Math.max(1, able.length)]
    if (e === undefined) return
    const [day = e.on] = [dayOf(events, n), e.on].toSorted().reverse()
    const { [what as "by"]: _, ...rest } = e
    const p = onDay(
      events.map((x) => (x === e ? (rest as Event) : x)),
      day
    )
    const told = named(says(onDay(events, day), day, profile))
    for (const v of says(p, day, profile)) {
      const truly = told.get(nameOf(v))
      if (v.status !== "Undetermined" || truly?.status === "Undetermined" || v.missing === "calendar") continue
      met()
      const answers = inquire(p, v, asked(day, profile))?.answers ?? []
      const expected = statuses[truly?.status ?? "NotApplicable"].en
      const shown = answers.map((a) => `${a.answer.en} -> ${a.conclusion.en}`).join("\n")
      const found = answers.some((a) => a.missing !== undefined || a.conclusion.en.startsWith(expected))
      expect(found, `${lineOf(v)} without ${what} of ${e.id}, really ${expected}\n${shown}`).toBe(true)
    }
  },
  4
)
