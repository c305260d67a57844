import { type Played, type PlayedCheck, play } from "@banfa/core/scenario"
import * as Result from "effect/Result"
import { InvalidScenarioFile } from "./InvalidScenarioFile.ts"
import { parseScenario } from "./parseScenario.ts"

/** The `text` of a scenario `file` and its name. */
export interface ScenarioSource {
  readonly file: string
  readonly text: string
}

/** A scenario that was played, and the file that it stands in. */
export interface Run extends Played {
  /** The name of the file, as given. */
  readonly file: string
}

/** Reads and plays files of scenarios. A file that cannot be read is a failure; a check that does not hold is a result. */
export const runScenarios = (
  sources: Iterable<ScenarioSource>
): Result.Result<ReadonlyArray<Run>, InvalidScenarioFile> => {
  const runs: Array<Run> = []
  for (const { file, text } of sources) {
    const parsed = parseScenario(text, file)
    if (Result.isFailure(parsed)) return Result.fail(parsed.failure)
    for (const scenario of parsed.success.scenarios) {
      const played = play(scenario)
      if (Result.isFailure(played))
        return Result.fail(new InvalidScenarioFile({ file, findings: played.failure.findings }))
      runs.push({ file, ...played.success })
    }
  }
  return Result.succeed(runs)
}

/** What did not hold in a check, as lines that a person reads: expected and actual, in Chinese and in English. */
export const differenceLines = ({ check, differences }: PlayedCheck): string =>
  differences
    .map(({ actual, expected, what }) =>
      [
        `截至 ${check.when.asOf} · ${what.zh} / as of ${check.when.asOf} · ${what.en}`,
        `  应为 ${expected.zh} / expected ${expected.en}`,
        `  实为 ${actual.zh} / actual   ${actual.en}`
      ].join("\n")
    )
    .join("\n")
