/** Writes the material of the corpus, from the scenario files and from histories of a fixed seed: `node material.ts <file>`. */
import { writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { agencies, dayOf, days, histories, profiles } from "@banfa/testing/project"
import { parseScenario, scenarioSources } from "@banfa/testing/scenario"
import * as Result from "effect/Result"
import fc from "fast-check"

const [, , file = ""] = process.argv
const folder = join(dirname(fileURLToPath(import.meta.resolve("@banfa/testing/scenario"))), "../../scenarios")
const scenarios = scenarioSources(folder).flatMap(
  (source) => Result.getOrThrow(parseScenario(source.text, source.file)).scenarios
)
const drawn = fc.sample(fc.record({ history: histories, n: days, profile: profiles }), { numRuns: 60, seed: 36 })
const asked = drawn.map(({ history: { events }, n, profile }) => ({ events, asOf: dayOf(events, n), profile }))
writeFileSync(file, JSON.stringify({ scenarios, agencies, histories: asked }))
