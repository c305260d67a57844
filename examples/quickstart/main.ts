/**
 * The main job: plays a scenario file through the docket on an SQLite file, tells what happened with advice and quotes, what is still owed
 * under the text alone and under sample rules, one explanation in full, what may lawfully happen next, and whether the file's checks hold.
 *
 * `npm start`, `npm start -- --lang en`, `npm start -- my.yaml`
 */
import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { parseScenario } from "@banfa/testing/scenario"
import * as Result from "effect/Result"
import { readArguments } from "./Arguments.ts"
import { telling } from "./Telling.ts"
import { tellFile } from "./tellFile.ts"

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return undefined
  }
}

const main = async (): Promise<number> => {
  const args = readArguments(process.argv.slice(2))
  if (Result.isFailure(args)) {
    console.error(args.failure)
    return 2
  }
  const { file, language } = args.success
  const path =
    file === undefined
      ? resolve(import.meta.dirname, "story.yaml")
      : resolve(process.env.INIT_CWD ?? process.cwd(), file)
  const text = read(path)
  if (text === undefined) {
    console.error(`无法读取文件 / the file cannot be read: ${file ?? path}`)
    return 2
  }
  const parsed = parseScenario(text, file ?? "story.yaml")
  if (Result.isFailure(parsed)) {
    console.error(parsed.failure.message)
    return 2
  }
  return (await tellFile(parsed.success, telling(language, console.log))) ? 0 : 1
}

process.exitCode = await main()
