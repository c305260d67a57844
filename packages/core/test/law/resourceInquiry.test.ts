import { dayOf, days, lawfulHistories, profiles } from "@banfa/testing/resource"
import fc from "fast-check"
import { expect, test } from "vitest"
import { statuses } from "../../src/regulation/terms.ts"
import { inquire, vocabulary } from "../../src/resource/explain.ts"
import { type Event, lifecycle } from "../../src/resource/index.ts"
import { fieldNames } from "../../src/resource/vocabulary.ts"
import { law, lineOf, named, nameOf } from "./Law.ts"
import { asked, onDay, says } from "./resourceLaw.ts"

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

test("every kind of fact about a resource and every particular has a name, each once", () => {
  const names = Object.values(vocabulary.acts).map(({ zh }) => zh)
  expect(new Set(names).size).toBe(names.length)
  expect(Object.keys(vocabulary.acts).toSorted()).toEqual(Object.keys(lifecycle).toSorted())
  const fields = Object.values(fieldNames).map(({ zh }) => zh)
  expect(new Set(fields).size).toBe(fields.length)
})
