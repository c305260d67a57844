import { execFileSync } from "node:child_process"
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs"
import type { schema } from "@stryker-mutator/api/core"
import { explained } from "./explained.ts"
import { resultsOf } from "./options.ts"

const decision = "docs/decisions/0010-mutation.md"
const [opens, closes] = ["<!-- figures -->", "<!-- end of figures -->"]

/** A mutant that no test noticed: the line that it breaks, what stood there, and what stands there now. */
interface Survivor {
  readonly file: string
  readonly at: number
  readonly line: string
  readonly was: string
  readonly becomes: string
}

const nameOf = (path: string): string => path.replace("packages/core/src/", "")

/** A piece of source in a cell: on one line, and cut where it is long. */
const code = (source: string): string => {
  const text = source.replaceAll(/\s+/g, " ").replaceAll("|", "\\|").trim()
  return `\`\`\` ${text.length > 70 ? `${text.slice(0, 70)}…` : text} \`\`\``
}

const table = (heads: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string | number>>): string =>
  [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n")

const survivorsOf = (path: string, { mutants, source }: schema.FileResult): ReadonlyArray<Survivor> => {
  const lines = source.split("\n")
  return mutants
    .filter(({ status }) => status === "Survived" || status === "NoCoverage")
    .map(({ location: { end, start }, replacement = "" }) => {
      const line = lines[start.line - 1] ?? ""
      const was = line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined)
      return { file: nameOf(path), at: start.line, line, was, becomes: replacement }
    })
    .toSorted((a, b) => a.at - b.at)
}

/** The figures of some files in one row, as percentages of the mutants that compile and were tried. */
const figures = (name: string, files: ReadonlyArray<schema.FileResult>): ReadonlyArray<string | number> => {
  const all = files.flatMap(({ mutants }) => mutants)
  const count = (...of: ReadonlyArray<schema.MutantStatus>): number =>
    all.filter(({ status }) => of.includes(status)).length
  const noticed = count("Killed", "Timeout")
  const survived = count("Survived", "NoCoverage")
  const score = noticed + survived === 0 ? "" : `${((100 * noticed) / (noticed + survived)).toFixed(1)} %`
  const untried = all.filter(({ status, statusReason = "" }) => status === "Ignored" && /static/i.test(statusReason))
  return [name, noticed, survived, score, untried.length]
}

/** The figures of each folder in one row, of those of its files that are as they were tried. */
const folders = (files: ReadonlyArray<readonly [string, schema.FileResult]>) => {
  const folderOf = (path: string): string => nameOf(path).split("/")[0] ?? ""
  return [...new Set(files.map(([path]) => folderOf(path)))].map((folder) =>
    figures(
      `all of \`${folder}\``,
      files.filter(([path]) => folderOf(path) === folder).map(([, file]) => file)
    )
  )
}

/**
 * Writes the figures of everything that was tried into the decision record, and what survived with its explanation; says which survivors
 * have none, and which explanations nothing survives for any more.
 */
export const record = (): void => {
  const reports = globSync(resultsOf("*"))
    .sort()
    .map((file): schema.MutationTestResult => JSON.parse(readFileSync(file, "utf8")))
  const files = reports
    .flatMap((report) => Object.entries(report.files))
    .filter(([path]) => existsSync(path))
    .toSorted(([a], [b]) => a.localeCompare(b))
  const asTried = files.filter(([path, file]) => readFileSync(path, "utf8") === file.source)
  const survivors = asTried.flatMap(([path, file]) => survivorsOf(path, file))
  const groups = explained.map((group) => ({
    ...group,
    of: survivors.filter(({ file, line }) => file === group.file && group.lines.some((part) => line.includes(part)))
  }))
  const open = survivors.filter((survivor) => !groups.some(({ of }) => of.includes(survivor)))
  const written = [
    table(
      ["file", "noticed", "survived", "score", "static, not tried"],
      [
        ...files.map(([path, file]) =>
          figures(`\`${nameOf(path)}\`${asTried.some(([one]) => one === path) ? "" : " (before it changed)"}`, [file])
        ),
        ...folders(asTried),
        figures(
          "all, as they are",
          asTried.map(([, file]) => file)
        )
      ]
    ),
    "A file that changed since it was tried shows what was found before; its survivors are not listed, and it is not in the sums.",
    "What survives, and why:",
    table(
      ["file", "in", "mutants", "why"],
      groups
        .filter(({ of }) => of.length > 0)
        .map(({ file, lines, of, why }) => [`\`${file}\``, lines.map(code).join(", "), of.length, why])
    ),
    open.length === 0 ? "Nothing else survives." : `What else survives, ${open.length} in all:`,
    ...(open.length === 0
      ? []
      : [
          table(
            ["where", "was", "becomes"],
            open.map(({ at, becomes, file, was }) => [`\`${file}:${at}\``, code(was), code(becomes)])
          )
        ])
  ].join("\n\n")
  const text = readFileSync(decision, "utf8")
  const [before, after] = [text.indexOf(opens) + opens.length, text.indexOf(closes)]
  writeFileSync(decision, `${text.slice(0, before)}\n\n${written}\n\n${text.slice(after)}`)
  execFileSync("node_modules/.bin/biome", ["check", "--write", decision])
  for (const { file, lines, of } of groups)
    if (of.length === 0) console.warn(`nothing survives in ${file} for ${lines.join(", ")}`)
  console.info(`${survivors.length} survived, ${open.length} of them without an explanation`)
}
