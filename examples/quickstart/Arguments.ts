import * as Result from "effect/Result"

/** The language that the story is told in. */
export type Language = "zh" | "en"

/** What was asked on the command line. */
export interface Arguments {
  readonly language: Language
  /** A scenario file of the user's own. */
  readonly file: string | undefined
}

/** Reads `[--lang zh|en] [file.yaml]`. The failure is the sentence to show. */
export const readArguments = (args: ReadonlyArray<string>): Result.Result<Arguments, string> => {
  let language: Language = "zh"
  let file: string | undefined
  const rest = [...args]
  while (rest.length > 0) {
    const word = rest.shift() as string
    if (word === "--") continue
    if (word === "--lang" || word.startsWith("--lang=")) {
      const value = word === "--lang" ? rest.shift() : word.slice("--lang=".length)
      if (value !== "zh" && value !== "en")
        return Result.fail(`--lang 应为 zh 或者 en / --lang is zh or en: ${value ?? ""}`)
      language = value
    } else if (word.startsWith("-")) return Result.fail(`没有此选项 / there is no such option: ${word}`)
    else if (file !== undefined) return Result.fail(`一次只演示一个文件 / one file at a time: ${word}`)
    else file = word
  }
  return Result.succeed({ language, file })
}
