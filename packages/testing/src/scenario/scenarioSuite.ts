import { play } from "@banfa/core/scenario"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { parseScenario } from "./parseScenario.ts"
import { differenceLines } from "./runScenarios.ts"
import { scenarioSources } from "./scenarioSources.ts"

/** Registers a vitest test for every scenario of a folder, titled with its name in both languages. */
export const scenarioSuite = (folder: string): void => {
  for (const source of scenarioSources(folder)) {
    const parsed = parseScenario(source.text, source.file)
    if (Result.isFailure(parsed)) {
      it(`${source.file} is a scenario file`, () => expect.fail(parsed.failure.message))
      continue
    }
    describe(`${source.file} ${parsed.success.title.zh}`, () => {
      for (const scenario of parsed.success.scenarios) {
        const { en, zh } = scenario.name
        it(en === zh ? zh : `${zh} / ${en}`, () => {
          const { checks } = Result.getOrThrow(play(scenario))
          expect(checks.length).toBeGreaterThan(0)
          const lines = checks.filter(({ differences }) => differences.length > 0).map(differenceLines)
          if (lines.length > 0) expect.fail(lines.join("\n"))
        })
      }
    })
  }
}
