import { readScenario, type ScenarioFile } from "@banfa/core/scenario"
import * as Result from "effect/Result"
import { InvalidScenarioFile } from "./InvalidScenarioFile.ts"
import { readYaml } from "./readYaml.ts"

/** Reads the text of a scenario file (YAML). `file` is its name, as findings show it. All findings have line and column. */
export const parseScenario = (text: string, file: string): Result.Result<ScenarioFile, InvalidScenarioFile> => {
  const read = readYaml(text)
  if (Result.isFailure(read)) return Result.fail(new InvalidScenarioFile({ file, findings: read.failure }))
  return Result.mapError(
    readScenario(read.success.data, read.success.locate),
    ({ findings }) => new InvalidScenarioFile({ file, findings })
  )
}
