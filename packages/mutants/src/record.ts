import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs"
import type { schema } from "@stryker-mutator/api/core"
import { explained } from "./explained.ts"
import { resultsOf } from "./options.ts"

const decision = "docs/decisions/0010-mutation.md"
/** What was found out so far, file by file: it outlives the results, which are large and stay where they were made. */
const found = "packages/mutants/found.json"
const [opens, closes] = ["<!-- figures -->", "<!-- end of figures -->"]

/** A mutant that no test noticed: the line that it breaks, what stood there, and what stands there now. */
interface Survivor {
  readonly at: number
  readonly line: string
  readonly was: string
  readonly becomes: string
}

/** What was found out about a file as it stood then. */
interface Found {
  /** SHA-256 of the file. */
  readonly source: string
  readonly noticed: number
  /** Static: not tried. */
  readonly untried: number
  readonly survivors: ReadonlyArray<Survivor>
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex")

/** A piece of source in a cell: on one line, and cut where it is long. */
const code = (source: string): string => {
  const text = source.replaceAll(/\s+/g, " ").replaceAll("|", "\\|").trim()
  return `\`\`\` ${text.length > 70 ? `${text.slice(0, 70)}…` : text} \`\`\``
}

const table = (heads: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string | number>>): string =>
  [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n")

const foundIn = ({ mutants, source }: schema.FileResult): Found => {
  const lines = source.split("\n")
  const of = (...statuses: ReadonlyArray<schema.MutantStatus>) =>
    mutants.filter(({ status }) => statuses.includes(status))
  return {
    source: digest(source),
    noticed: of("Killed", "Timeout").length,
    untried: of("Ignored").filter(({ statusReason = "" }) => /static/i.test(statusReason)).length,
    survivors: of("Survived", "NoCoverage")
      .map(({ location: { end, start }, replacement = "" }) => {
        const line = lines[start.line - 1] ?? ""
        const was = line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined)
        return { at: start.line, line: line.trim(), was, becomes: replacement }
      })
      .toSorted((a, b) => a.at - b.at)
  }
}

/** The figures of some files in one row, as percentages of the mutants that compile and were tried. */
const figures = (name: string, files: ReadonlyArray<Found>): ReadonlyArray<string | number> => {
  const sum = (of: (file: Found) => number): number => files.reduce((all, file) => all + of(file), 0)
  const [noticed, survived] = [sum((file) => file.noticed), sum(({ survivors }) => survivors.length)]
  const score = noticed + survived === 0 ? "" : `${((100 * noticed) / (noticed + survived)).toFixed(1)} %`
  return [name, noticed, survived, score, sum(({ untried }) => untried)]
}

type Files = ReadonlyArray<readonly [string, Found]>

/** The figures of each folder in one row, of those of its files that are as they were tried. */
const folders = (files: Files) => {
  const folderOf = (name: string): string => name.split("/")[0] ?? ""
  return [...new Set(files.map(([name]) => folderOf(name)))].map((folder) =>
    figures(
      `all of \`${folder}\``,
      files.filter(([name]) => folderOf(name) === folder).map(([, file]) => file)
    )
  )
}

const core = "packages/core/src/"

/** What is kept, with what the last results add to it, of the files that are still there. */
const taken = (): Files => {
  const kept: { readonly [name: string]: Found } = existsSync(found) ? JSON.parse(readFileSync(found, "utf8")) : {}
  const results = globSync(resultsOf("*"))
    .sort()
    .map((file): schema.MutationTestResult => JSON.parse(readFileSync(file, "utf8")))
    .flatMap(({ files }) => Object.entries(files))
    .map(([path, file]) => [path.replace(core, ""), foundIn(file)] as const)
  return Object.entries({ ...kept, ...Object.fromEntries(results) })
    .filter(([name]) => existsSync(core + name))
    .toSorted(([a], [b]) => a.localeCompare(b))
}

/**
 * Writes the figures of everything that was tried into the decision record, and what survived with its explanation; says which survivors
 * have none, and which explanations nothing survives for any more.
 */
export const record = (): void => {
  const files = taken()
  writeFileSync(found, `${JSON.stringify(Object.fromEntries(files), null, 1)}\n`)
  const asTried = files.filter(([name, { source }]) => digest(readFileSync(core + name, "utf8")) === source)
  const survivors = asTried.flatMap(([file, one]) => one.survivors.map((survivor) => ({ file, ...survivor })))
  const groups = explained.map((group) => ({
    ...group,
    of: survivors.filter(({ file, line }) => file === group.file && group.lines.some((part) => line.includes(part)))
  }))
  const open = survivors.filter((survivor) => !groups.some(({ of }) => of.includes(survivor)))
  const written = [
    table(
      ["file", "noticed", "survived", "score", "static, not tried"],
      [
        ...files.map(([name, file]) =>
          figures(`\`${name}\`${asTried.some(([one]) => one === name) ? "" : " (before it changed)"}`, [file])
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
  execFileSync("node_modules/.bin/biome", ["check", "--write", decision, found])
  for (const { file, lines, of } of groups)
    if (of.length === 0) console.warn(`nothing survives in ${file} for ${lines.join(", ")}`)
  console.info(`${survivors.length} survived, ${open.length} of them without an explanation`)
}
