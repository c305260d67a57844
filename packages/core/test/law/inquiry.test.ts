import { dayOf, days, histories, lawfulHistories, profiles } from "@banfa/testing/project"
import fc from "fast-check"
import { expect, test } from "vitest"
import { inquire, vocabulary } from "../../src/project/explain.ts"
import type { Event } from "../../src/project/index.ts"
import { statuses } from "../../src/regulation/terms.ts"
import { asked, law, lineOf, named, nameOf, onDay, runs, says } from "./Law.ts"

/**
 * The norms by the chapters in which they stand, how often each group has to be met, of how many facts one may be asked for nothing, and what
 * a history can leave unknown of a fact.
 */
const groups = [
  {
    arts: "arts 9 to 12",
    norms: /^N(9|1[0-2])\./u,
    open: 100,
    real: 15,
    idleIn: 300,
    particulars: [
      "to",
      "considered",
      "planItem",
      "deviation",
      "builder",
      "conclusion",
      "conditions",
      "plan",
      "assessment",
      "funding",
      "fiscal",
      "material"
    ]
  },
  {
    arts: "arts 29 to 33",
    norms: /^N(29|3[0-3])\./u,
    open: 150,
    real: 8,
    idleIn: 300,
    particulars: [
      "to",
      "considered",
      "conclusion",
      "fiscal",
      "material",
      "what",
      "application",
      "assessor",
      "interests",
      "items",
      "signed",
      "with",
      "onBehalfOf",
      "by"
    ]
  },
  {
    arts: "arts 14, 18, 19, 26",
    norms: /^N(14|18|19|26)\./u,
    open: 60,
    real: 4,
    idleIn: Number.POSITIVE_INFINITY,
    particulars: ["crossDept", "crossRegion", "network", "planConformity", "against", "security", "interfaces"]
  }
]

/** Facts for which a rule asks before it knows that every answer leads to the same: their inquiry then says that it does not matter. */
const askedEarly = ["assessment.start", "assessment.type", "calendar", "decision", "keyList"]

/** Norms that ask whether a result counts before they know that nobody referred to any: so does their inquiry. */
const askedOfResults = ["N31.4", "N32.4", "N32.5", "N33.3"]

for (const { arts, idleIn, norms, open } of groups) {
  const idle: Array<string> = []
  let all = 0

  law(
    `every missing fact has answers, each once (${arts})`,
    open,
    { history: histories, n: days, profile: profiles },
    ({ history: { events }, n, profile }, met) => {
      const day = dayOf(events, n)
      const p = onDay(events, day)
      for (const v of says(p, day, profile)) {
        if (!norms.test(v.norm) || (v.missing === undefined && v.gate !== "unknown")) continue
        met()
        all += 1
        const inquiry = inquire(p, v, asked(day, profile))
        if (inquiry === undefined) return expect.fail(`nothing is supposed of ${lineOf(v)}`)
        const { answers, decides, fact, name } = inquiry
        expect(fact, lineOf(v)).toBe(vocabulary.missing[name])
        expect(answers.length, lineOf(v)).toBeGreaterThan(1)
        expect(new Set(answers.map((a) => a.answer.zh)).size, lineOf(v)).toBe(answers.length)
        const next = answers.some(({ missing }) => missing !== undefined && missing !== fact)
        if (!decides && !next && !askedEarly.includes(name) && !askedOfResults.includes(v.norm))
          idle.push([lineOf(v), ...answers.map((a) => `${a.answer.en} -> ${a.conclusion.en}`)].join("\n"))
      }
    }
  )

  // A rule may ask what no longer matters, as of a record that is out of order; it may not do so often.
  test(`two of its answers lead to different conclusions, or one names what is missing next, but for one in three hundred (${arts})`, () => {
    expect(idle.length, idle.slice(0, 5).join("\n\n")).toBeLessThanOrEqual(
      runs < 500 ? Math.ceil(all / idleIn) : all / idleIn
    )
  })
}

/** Whether a fact of this kind can be told without a particular: the names of what it is about it cannot do without. */
const optional = (what: string, { _tag }: Event): boolean =>
  what === "assessment"
    ? _tag === "OpinionGiven" || _tag === "OpinionRevised"
    : what !== "application" || _tag === "AssessmentPlanned"

for (const { arts, norms, particulars, real } of groups)
  law(
    `the conclusion that the real answer leads to is among those that were supposed (${arts})`,
    real,
    { history: lawfulHistories, at: fc.nat(200), what: fc.constantFrom(...particulars), n: days, profile: profiles },
    ({ at, history: { events }, n, profile, what }, met) => {
      const able = events.filter((e) => what in e && optional(what, e))
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
        if (!norms.test(v.norm) || v.status !== "Undetermined" || truly?.status === "Undetermined") continue
        // The calendar is no particular of a fact: what it leaves open was open before.
        if (v.missing === "calendar") continue
        // Of an assessment of another body no other norm speaks, whatever it asks while nobody knows whose it is.
        if (truly === undefined && v.instance.startsWith("assessment/")) continue
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
