import { dayOf, days, lawfulHistories, profiles } from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import { inquire } from "../../src/project/explain.ts"
import type { Event } from "../../src/project/index.ts"
import { statuses } from "../../src/regulation/terms.ts"
import { asked, law, lineOf, named, nameOf, onDay, says } from "./Law.ts"

/**
 * The norms by the chapters in which they stand, how often each group has to be met, and what a history can leave unknown of a fact.
 */
const groups = [
  {
    arts: "arts 9 to 12",
    norms: /^N(9|1[0-2])\./u,
    real: 15,
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
    real: 8,
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
    real: 4,
    particulars: ["crossDept", "crossRegion", "network", "planConformity", "against", "security", "interfaces"]
  }
]

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
