import { dayOf, days, histories, lawfulHistories, profiles, provinces } from "@banfa/testing/resource"
import fc from "fast-check"
import { expect, test } from "vitest"
import { statuses } from "../../src/regulation/terms.ts"
import { describe, explain, inquire, prose, vocabulary } from "../../src/resource/explain.ts"
import { advise, type Event, lifecycle } from "../../src/resource/index.ts"
import { fieldNames } from "../../src/resource/vocabulary.ts"
import { law, lineOf, named, nameOf, runs } from "./Law.ts"
import { asked, onDay, says } from "./resourceLaw.ts"

const idle: Array<string> = []
let all = 0

law(
  "every fact that a norm about a resource misses has answers, each once (arts 22 to 28)",
  100,
  { history: histories, n: days, profile: profiles, province: provinces },
  ({ history: { events }, n, profile, province }, met) => {
    const day = dayOf(events, n)
    const r = onDay(events, day)
    const ctx = asked(day, profile, province)
    for (const v of says(r, day, profile, province)) {
      if (v.missing === undefined) continue
      met()
      all += 1
      const inquiry = inquire(r, v, ctx)
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

test("two of its answers lead to different conclusions, or one names what is missing next, but for one in a hundred (arts 22 to 28)", () => {
  expect(idle.length, idle.slice(0, 8).join("\n\n")).toBeLessThanOrEqual(runs < 500 ? Math.ceil(all / 100) : all / 100)
})

/** What a history can leave unknown of a fact; what is stored as a database is taken for one, whatever is left unsaid. */
const particulars = [
  "licensing",
  "collaborative",
  "crossDept",
  "crossRegion",
  "disclosable",
  "audience",
  "electronic",
  "shared",
  "amount",
  "department",
  "premises",
  "channel",
  "conforms",
  "contract",
  "to"
] as const

law(
  "the conclusion that the real answer leads to is among those that were supposed (arts 22 to 28)",
  8,
  { history: lawfulHistories, at: fc.nat(200), what: fc.constantFrom(...particulars), n: days, profile: profiles },
  ({ at, history: { events }, n, profile, what }, met) => {
    // One classification states a tag, so that to blur it leaves it unknown.
    const once = events.filter(
      (e, i) => e._tag !== "ResourceClassified" || events.findIndex((x) => x._tag === e._tag) === i
    )
    const able = once.filter((e) => what in e)
    const e = able[at % Math.max(1, able.length)]
    if (e === undefined) return
    const [day = e.on] = [dayOf(once, n), e.on].toSorted().reverse()
    const { [what as "by"]: _, ...rest } = e
    const r = onDay(
      once.map((x) => (x === e ? (rest as Event) : x)),
      day
    )
    const told = named(says(onDay(once, day), day, profile))
    for (const v of says(r, day, profile)) {
      const truly = told.get(nameOf(v))
      if (v.status !== "Undetermined" || truly?.status === "Undetermined") continue
      const inquiry = inquire(r, v, asked(day, profile))
      if (inquiry === undefined || inquiry.answers.some(({ missing }) => missing !== undefined)) continue
      met()
      const status = truly === undefined ? statuses.NotApplicable : statuses[truly.status]
      expect(
        inquiry.answers.map(({ conclusion }) => conclusion.zh.split(/[：，；]/u)[0]),
        `${lineOf(v)} of ${e.id} without ${what}, truly ${truly === undefined ? "nothing" : lineOf(truly)}`
      ).toContain(status.zh.split(/[：，；]/u)[0])
    }
  }
)

law(
  "every verdict about a resource and every reason of an advice has words in Chinese and in English",
  100,
  { history: histories, n: days, profile: profiles, province: provinces },
  ({ history: { events }, n, profile, province }, met) => {
    const day = dayOf(events, n)
    const r = onDay(events, day)
    const ctx = asked(day, profile, province)
    for (const v of says(r, day, profile, province).slice(0, 4)) {
      const { en, zh } = prose(explain(r, v, ctx))
      met()
      for (const text of [en, zh]) expect(text, lineOf(v)).not.toMatch(/\bundefined(?!:)|\[object/u)
      expect(zh, lineOf(v)).toMatch(/\p{Script=Han}/u)
    }
    const act = events[n % events.length] as Event
    for (const reason of advise(r, act, ctx).reasons) {
      const { en, zh } = describe(reason, ctx).text
      for (const text of [en, zh]) expect(text, reason._tag).not.toMatch(/\bundefined(?!:)|\[object/u)
    }
  },
  0.2
)

test("every kind of fact about a resource and every particular has a name, each once", () => {
  const names = Object.values(vocabulary.acts).map(({ zh }) => zh)
  expect(new Set(names).size).toBe(names.length)
  expect(Object.keys(vocabulary.acts).toSorted()).toEqual(Object.keys(lifecycle).toSorted())
  const fields = Object.values(fieldNames).map(({ zh }) => zh)
  expect(new Set(fields).size).toBe(fields.length)
})
