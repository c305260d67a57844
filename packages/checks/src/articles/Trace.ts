import { readFileSync } from "node:fs"
import { join } from "node:path"
import { register } from "@banfa/core/register"
import type { Text } from "@banfa/core/regulation"
import { parseScenario, scenarioSources } from "@banfa/testing/scenario"
import * as Result from "effect/Result"
import type { Copies } from "./checkSource.ts"
import { type Law, readLaws } from "./laws.ts"
import { type RuleSource, ruleSources } from "./ruleSources.ts"
import type { NotNormative } from "./unmapped.ts"

/** A scenario: its file, its name, and the norms that it says it is about. */
interface NamedScenario {
  readonly file: string
  readonly name: Text
  readonly norms: ReadonlyArray<string>
}

/** What a norm came to: evaluated, for a person to judge, or nothing that an answer needs. */
export type Standing =
  | { readonly kind: "evaluated" }
  | { readonly kind: "judgement"; readonly why: Text }
  | { readonly kind: "notEvaluable"; readonly why: Text }

/** By what the register of the norms recognizes that a norm is fulfilled, and that it is not; empty where it names nothing. */
interface Signs {
  readonly fulfilled: Text
  readonly breached: Text
}

/** Everything between a sentence of the Measures and what protects it. */
export interface Trace {
  readonly copies: Copies
  readonly notNormative: NotNormative
  readonly standing: Readonly<Record<string, Standing>>
  readonly signs: Readonly<Record<string, Signs>>
  readonly rules: ReadonlyArray<RuleSource>
  readonly scenarios: ReadonlyArray<NamedScenario>
  readonly laws: ReadonlyArray<Law>
}

const standingOf = (entry: object): Standing => {
  if ("notEvaluable" in entry) return { kind: "notEvaluable", why: entry.notEvaluable as Text }
  if ("judgement" in entry) return { kind: "judgement", why: entry.judgement as Text }
  return { kind: "evaluated" }
}

const folder = "packages/testing/scenarios"

const readScenarios = (root: string): ReadonlyArray<NamedScenario> =>
  scenarioSources(join(root, folder)).flatMap(({ file, text }) =>
    Result.getOrThrow(parseScenario(text, file)).scenarios.map(({ name, norms }) => ({
      file: `${folder}/${file}`,
      name,
      norms
    }))
  )

interface Detection {
  readonly fulfilled: string
  readonly breached: string
}

/** Reads what the pages and their check need. A scenario file that cannot be read is an error. */
export const readTrace = (root: string): Trace => {
  const data = (name: string): string => readFileSync(join(root, "packages/core/data", name), "utf8")
  const norms: ReadonlyArray<Copies["norms"][number] & { readonly detection: Detection }> = JSON.parse(
    data("norms.json")
  )
  const chinese: Readonly<Record<string, Detection>> = JSON.parse(data("terms.json")).detection
  return {
    copies: { source: data("measures.zh.txt"), articles: JSON.parse(data("articles.json")), norms },
    notNormative: JSON.parse(data("notNormative.json")),
    standing: Object.fromEntries(Object.entries(register).map(([norm, entry]) => [norm, standingOf(entry)])),
    signs: Object.fromEntries(
      norms.map(({ detection, id }) => [
        id,
        {
          fulfilled: { zh: chinese[id]?.fulfilled ?? "", en: detection.fulfilled },
          breached: { zh: chinese[id]?.breached ?? "", en: detection.breached }
        }
      ])
    ),
    rules: ruleSources(root),
    scenarios: readScenarios(root),
    laws: readLaws(root)
  }
}
