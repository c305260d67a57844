import { readScenario, type ScenarioFile } from "@banfa/core/scenario"
import * as Result from "effect/Result"
import { InvalidScenarioFile } from "./InvalidScenarioFile.ts"
import { readYaml } from "./readYaml.ts"

/**
 * Reads the text of a scenario file (YAML). `file` is its name, as findings show it. Findings have line and column; of a file that is
 * larger than 2 MB, nested more than 24 levels deep or with more than 20 aliases nothing is read.
 *
 * @example
 * ```ts
 * import { parseScenario } from "@banfa/testing/scenario"
 * import * as Result from "effect/Result"
 *
 * const refused = Result.getOrThrow(Result.flip(parseScenario("标题: 示例\n情型: []\n", "示例.yaml")))
 * refused.findings.map(({ line, zh }) => `${line} ${zh}`) // => ["2 “情型”不是此处可用的项；是否应为“情形”？", "1 缺少“情形”"]
 * ```
 */
export const parseScenario = (text: string, file: string): Result.Result<ScenarioFile, InvalidScenarioFile> => {
  const read = readYaml(text)
  if (Result.isFailure(read)) return Result.fail(new InvalidScenarioFile({ file, findings: read.failure }))
  return Result.mapError(
    readScenario(read.success.data, read.success.locate),
    ({ findings }) => new InvalidScenarioFile({ file, findings })
  )
}
