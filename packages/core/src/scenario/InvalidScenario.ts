import * as Schema from "effect/Schema"

/** One thing that is wrong with a scenario file: where, in the file's own words, and what a person reads. */
export const ScenarioFinding = Schema.Struct({
  /** The keys that lead there, as written; places in lists count from 1: `情形[2].已知[1].批准立项.日期`. */
  path: Schema.String,
  /** Line and column, both counted from 1, where the text of the file is at hand. */
  line: Schema.optionalKey(Schema.Int),
  column: Schema.optionalKey(Schema.Int),
  zh: Schema.String,
  en: Schema.String
})
/** One thing that is wrong with a scenario file. */
export type ScenarioFinding = typeof ScenarioFinding.Type

/** A finding as one line: place, path, both languages. */
export const findingLine = ({ column, en, line, path, zh }: ScenarioFinding): string => {
  const place = line === undefined ? "" : `${line}:${column ?? 1} `
  return `${place}${path === "" ? "" : `${path}: `}${zh} / ${en}`
}

/** Data that is no scenario file; every finding is listed. */
export class InvalidScenario extends Schema.TaggedError<InvalidScenario>()("InvalidScenario", {
  /** At least one. */
  findings: Schema.Array(ScenarioFinding)
}) {
  override get message(): string {
    return this.findings.map(findingLine).join("\n")
  }
}

/** The keys and places that lead to a part of a file, as written in it. */
export type Path = ReadonlyArray<string | number>

/** Where a part of a file stands in its text. */
export type Locate = (path: Path) => { readonly line: number; readonly column: number } | undefined

/** A path as a person reads it. */
export const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step + 1}]` : text === "" ? step : `${text}.${step}`),
    ""
  )
