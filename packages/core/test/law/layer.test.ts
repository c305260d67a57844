import { dayOf, days, histories, readingLayers, valueLayers } from "@banfa/testing/project"
import * as Result from "effect/Result"
import { expect } from "vitest"
import { compose, type Layer } from "../../src/profile/compose.ts"
import type { Profile } from "../../src/profile/Profile.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { law, lineOf, onDay, says } from "./Law.ts"

const composed = (...layers: ReadonlyArray<Layer>): Profile => Result.getOrThrow(compose(textOnly, ...layers))
const keysOf = (layer: Layer): ReadonlyArray<string> => [
  ...Object.keys(layer.readings ?? {}),
  ...Object.keys(layer.parameters ?? {})
]

law(
  "to take a layer away restores every verdict as it was without it",
  10,
  { history: histories, n: days, values: valueLayers, chosen: readingLayers },
  ({ chosen, history: { events }, n, values }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    const read = (profile: Profile) => says(p, day, profile).map(lineOf)
    const plain = read(textOnly)
    if (read(composed(values, chosen)).join() !== plain.join()) met()
    expect(read(composed())).toEqual(plain)
    expect(read(composed({ ...values, parameters: {} }, { ...chosen, readings: {} }))).toEqual(plain)
    expect(read(composed(chosen, values))).toEqual(read(composed(values, chosen)))
  }
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
