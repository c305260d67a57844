import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { parseScenario } from "./parseScenario.ts"
import { differenceLines, runScenarios } from "./runScenarios.ts"
import { scenarioSources } from "./scenarioSources.ts"

/** Registers a vitest test for every scenario of a folder, titled with its name in both languages. */
export const scenarioSuite = (folder: string): void => {
  for (const source of scenarioSources(folder)) {
    const parsed = parseScenario(source.text, source.file)
    if (Result.isFailure(parsed)) {
      it(`${source.file} is a scenario file`, () => expect.fail(parsed.failure.message))
      continue
    }
    const runs = runScenarios([source])
    describe(`${source.file} ${parsed.success.title.zh}`, () => {
      if (Result.isFailure(runs)) return it("can be played", () => expect.fail(runs.failure.message))
      for (const { checks, scenario } of runs.success) {
        const { en, zh } = scenario.name
        it(en === zh ? zh : `${zh} / ${en}`, () => {
          expect(checks.length).toBeGreaterThan(0)
          const lines = checks.filter(({ differences }) => differences.length > 0).map(differenceLines)
          if (lines.length > 0) expect.fail(lines.join("\n"))
        })
      }
    })
  }
}
