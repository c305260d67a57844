import { fileURLToPath } from "node:url"
import { norms, readings } from "@banfa/core/regulation"
import { type Run, runScenarios, scenarioCoverage, scenarioSources } from "@banfa/testing/scenario"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { covered, impossible, vocabulary } from "./statuses.ts"

const folder = fileURLToPath(new URL("../../scenarios", import.meta.url))
const runs: ReadonlyArray<Run> = Result.getOrThrow(runScenarios(scenarioSources(folder)))
const coverage = scenarioCoverage(runs)

const open = [
  "A04",
  "A06",
  "A07a",
  "A07b",
  "A08a",
  "A08b",
  "A09",
  "A09b",
  "A10a",
  "A10b",
  "A10c",
  "A10d",
  "A10e",
  "A11a",
  "A11b",
  "A12a",
  "A12b",
  "A12c",
  "A12d",
  "A12e",
  "A12f",
  "A12g",
  "A18",
  "A19",
  "A20",
  "A21",
  "A22a",
  "A22b",
  "A23",
  "A23b",
  "A24",
  "A26",
  "A27a",
  "A27b",
  "A27c",
  "A28a",
  "A28b",
  "A28c",
  "A29",
  "A30a",
  "A30b",
  "A30c",
  "A31a",
  "A31b",
  "A31c",
  "A31d",
  "A31e",
  "A31f",
  "A32a",
  "A32b",
  "A32c",
  "A33",
  "A34",
  "A35"
] as const

/** Options that a scenario of `inert.yaml` asks about, finding the same answer. */
const inert = new Set(
  runs
    .filter(({ file }) => file === "inert.yaml")
    .flatMap(({ checks }) =>
      checks.flatMap(({ check }) => Object.entries(check.when.readings).map(([id, option]) => `${id}=${option}`))
    )
)

describe("the scenarios of arts 3, 4 and 6 to 35", () => {
  for (const norm of covered) {
    const { force } = norms[norm]
    it(`show ${norm} in every status that it can take`, () => {
      const reasons: { readonly [status: string]: string | undefined } = impossible[norm]
      const shown = coverage.statuses.get(norm)
      expect(vocabulary[force].filter((status) => !shown?.has(status))).toEqual(
        vocabulary[force].filter((status) => reasons[status] !== undefined)
      )
    })
  }

  for (const id of open) {
    it(`show that each option of ${id} changes an answer, or that it is inert`, () => {
      const shown = coverage.readings.get(id)
      const options: ReadonlyArray<string> = readings[id].options
      const silent = options.filter((option) => !shown?.has(option))
      expect(silent.filter((option) => !inert.has(`${id}=${option}`) && option !== readings[id].default)).toEqual([])
      if (silent.length === 0) expect(options.some((option) => inert.has(`${id}=${option}`))).toBe(false)
    })
  }

  it("ask about every reading that bears on these norms", () => {
    const bearing = new Set(covered.flatMap((norm) => norms[norm].readings as ReadonlyArray<string>))
    expect([...bearing].filter((id) => !open.some((known) => known === id))).toEqual([])
  })

  it("give the reason for every inert option in both languages", () => {
    const scenarios = runs.filter(({ file }) => file === "inert.yaml").map(({ scenario }) => scenario)
    expect([...inert]).toEqual(["A07b=profile", "A08a=urban", "A12a=plus-N", "A32c=organ", "A27a=list", "A35=fixed"])
    for (const { description } of scenarios) expect(description?.en).not.toBe(description?.zh ?? description?.en)
  })

  it("have a title in both languages, and the Chinese one names its article", () => {
    for (const { scenario } of runs) {
      expect(scenario.name.zh).toMatch(/第[一二三四五六七八九十]+条.*）$/u)
      expect(scenario.name.en).toMatch(/\(arts?\. .*\)$/u)
    }
  })

  it("each state a verdict of a norm that they say they are about, or an advice", () => {
    for (const { checks, scenario } of runs) {
      const said = checks.flatMap(({ check: { then } }) => [
        ...(then.verdicts ?? []),
        ...(then.onlyVerdicts ?? []),
        ...(then.duties ?? []),
        ...(then.onlyDuties ?? [])
      ])
      const spoken =
        said.some(({ norm }) => scenario.norms.includes(norm)) ||
        checks.some(({ check: { then } }) => (then.advice ?? then.onlyVerdicts ?? then.variance) !== undefined)
      expect(spoken, scenario.name.en).toBe(true)
    }
  })
})
