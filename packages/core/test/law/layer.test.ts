import { dayOf, days, type History, histories, readingLayers, valueLayers } from "@banfa/testing/project"
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { compose, type Layer } from "../../src/profile/compose.ts"
import type { LocalNorm } from "../../src/profile/LocalNorm.ts"
import type { Profile } from "../../src/profile/Profile.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import { explain } from "../../src/project/explain.ts"
import { duties, type Project, verdicts } from "../../src/project/index.ts"
import { ruling } from "../../src/verdict/ruling.ts"
import { asked, law, lineOf, onDay, says } from "./Law.ts"

const composed = (...layers: ReadonlyArray<Layer>): Profile => Result.getOrThrow(compose(textOnly, ...layers))
const keysOf = (layer: Layer): ReadonlyArray<string> => [
  ...Object.keys(layer.readings ?? {}),
  ...Object.keys(layer.parameters ?? {})
]

/** Layers with a norm of their own: something is owed from the day of each approval on. */
const normLayers: fc.Arbitrary<Layer> = fc
  .record({
    from: fc.constantFrom("2005-02-04", "2026-06-01", "2027-01-01"),
    status: fc.constantFrom("DueUnspecified" as const, "Overdue" as const, "Breached" as const)
  })
  .map(({ from, status }) => {
    const { source, title } = sampleLayer
    const norm: LocalNorm<Project> = {
      id: "local:archive",
      subject: "project",
      summary: { zh: "立项资料归档（示例）", en: "archive the papers of the establishment (a sample)" },
      quote: { zh: "立项后归档。（示例）", en: "Archive after establishment. (a sample)" },
      bearer: ["organ.any"],
      source,
      from: from as CivilDate,
      evaluate: ({ applications }) =>
        applications.flatMap(({ decision, instance }) =>
          typeof decision === "object" && decision?.approved ? [{ instance, ruling: ruling(status, decision) }] : []
        )
    }
    return { id: "norms", version: "1", title, source, localNorms: [norm] }
  })

const layers = { values: valueLayers, chosen: readingLayers, norms: normLayers }
const asking = { history: histories as fc.Arbitrary<Pick<History, "events">>, n: days }

law(
  "to take a layer away restores every verdict as it was without it",
  10,
  { ...asking, ...layers },
  ({ chosen, history: { events }, n, norms, values }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    const read = (profile: Profile) => says(p, day, profile).map(lineOf)
    const plain = read(textOnly)
    if (read(composed(values, chosen, norms)).join() !== plain.join()) met()
    expect(read(composed())).toEqual(plain)
    expect(read(composed({ ...values, parameters: {} }, { ...chosen, readings: {} }))).toEqual(plain)
    expect(read(composed(chosen, norms, values))).toEqual(read(composed(values, chosen, norms)))
  }
)

law(
  "a layer that was there leaves no trace: verdicts, duties and explanations are the same bytes as if it had never been",
  10,
  { ...asking, ...layers, left: fc.nat(2) },
  ({ history: { events }, left, n, ...given }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    const told = (profile: Profile): string => {
      const ctx = asked(day, profile)
      const said = verdicts(p, ctx)
      return JSON.stringify([said, duties(p, ctx), said.verdicts.slice(0, 5).map((v) => explain(p, v, ctx))])
    }
    const all = [given.values, given.chosen, given.norms]
    const kept = all.filter((_, i) => i !== left)
    const never = told(composed(...kept))
    const lines = (profile: Profile): string => says(p, day, profile).map(lineOf).join()
    told(composed(...all))
    if (lines(composed(...all)) !== lines(composed(...kept))) met()
    expect(told(composed(...kept))).toBe(never)
    expect(composed(...all)).toEqual(Result.getOrThrow(compose(composed(...kept.slice(0, left)), ...all.slice(left))))
  },
  0.4
)

law(
  "what a layer makes the Measures say names its document, and where no layer is nothing but the text is named",
  100,
  { ...asking, ...layers, which: fc.nat(2) },
  ({ history: { events }, n, which, ...given }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    const layer = [given.values, given.chosen, given.norms][which] as Layer
    const plain = new Set(says(p, day, textOnly).map(lineOf))
    const ctx = asked(day, composed(layer))
    for (const v of says(p, day, ctx.profile)) {
      if (plain.has(lineOf(v))) continue
      met()
      const { restsOn } = explain(p, v, ctx)
      expect(restsOn.zh, lineOf(v)).toContain(layer.source.title.zh)
      expect(restsOn.en, lineOf(v)).toContain(layer.source.title.en)
    }
    for (const v of says(p, day, textOnly).slice(0, 3))
      expect(explain(p, v, asked(day, textOnly)).restsOn.zh).toBe("仅据《办法》原文")
  },
  0.4
)

law(
  "what a later layer sets anew without saying so is a conflict that names it, and what it claims and nobody set is one too",
  60,
  { one: valueLayers, other: valueLayers, chosen: readingLayers },
  ({ chosen, one, other }, met) => {
    const again = { ...other, id: "again" }
    const both = keysOf(one).filter((key) => keysOf(again).includes(key))
    const refused = compose(textOnly, one, chosen, again)
    if (both.length > 0) {
      met()
      const { findings } = Result.getOrThrow(Result.flip(refused))
      expect(findings.map((f) => [f.layer, f.key, f.earlier])).toEqual(
        both
          .map((key) => ["again", key, "random"])
          .toSorted((a, b) => keysOf(again).indexOf(a[1] as string) - keysOf(again).indexOf(b[1] as string))
      )
      for (const f of findings) expect([f.zh, f.en].every((text) => text.includes(f.key))).toBe(true)
    } else expect(Result.isSuccess(refused)).toBe(true)
    const replaced = Result.getOrThrow(compose(textOnly, one, chosen, { ...again, replaces: both }))
    for (const key of keysOf(again)) {
      expect(replaced.parameters[key as keyof Profile["parameters"]]).toBe(
        again.parameters?.[key as keyof Profile["parameters"]]
      )
    }
    const idle = keysOf(one).filter((key) => !both.includes(key))
    if (idle.length > 0) {
      const claimed = Result.getOrThrow(Result.flip(compose(textOnly, { ...one, replaces: idle })))
      expect(claimed.findings.map((f) => f.key).toSorted()).toEqual(idle.toSorted())
    }
  }
)
