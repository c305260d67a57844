import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { basename } from "node:path"
import { fileURLToPath } from "node:url"
import type { PartialStrykerOptions } from "@stryker-mutator/api/core"

/** Where results are kept; git ignores it. */
const cache = ".work/mutants"

/** What was found out about a subject so far. */
export const resultsOf = (subject: string): string => `${cache}/${subject}/incremental.json`

/** Modules of words and of names: nothing in them can be broken that a test would have to notice. */
const words = /(index|vocabulary|noteTexts)\.ts$/

const generated = (file: string): boolean => readFileSync(file, "utf8").startsWith("// Generated")

/** The sources of a subject in which something can break; those whose names begin in one of these ways, if any are given. */
export const sourcesOf = (subject: string, names: ReadonlyArray<string>): ReadonlyArray<string> =>
  globSync(`packages/core/src/${subject}/**/*.ts`)
    .filter((file) => !words.test(file) && !generated(file))
    .filter((file) => names.length === 0 || names.some((name) => basename(file).startsWith(name)))
    .sort()

const tsconfigOf = (subject: string): string => `${cache}/${subject}/tsconfig.json`

/** Writes down what is compiled: the subject and what it stands on. Compiling what stands on it as well would take most of the time. */
export const writeTsconfig = (subject: string): void => {
  const config = { extends: "../../../tsconfig.base.json", include: [`../../../packages/core/src/${subject}`] }
  mkdirSync(`${cache}/${subject}`, { recursive: true })
  writeFileSync(tsconfigOf(subject), JSON.stringify(config))
}

const plugins = [
  import.meta.resolve("@stryker-mutator/vitest-runner"),
  import.meta.resolve("@stryker-mutator/typescript-checker"),
  import.meta.resolve("./texts.ts"),
  import.meta.resolve("./answersFirst.ts")
]

/** How these sources of a subject are broken and put to the test. */
export const optionsOf = (subject: string, sources: ReadonlyArray<string>): PartialStrykerOptions => ({
  mutate: [...sources],
  plugins: plugins.map((url) => fileURLToPath(url)),
  ignorers: ["texts"],
  testRunner: "answers-first",
  testRunnerNodeArgs: ["--conditions=@banfa/source", "--disable-warning=ExperimentalWarning"],
  vitest: { configFile: "packages/mutants/vitest.config.ts" },
  // what does not compile needs no test
  checkers: ["typescript"],
  tsconfigFile: tsconfigOf(subject),
  coverageAnalysis: "perTest",
  // sample cases are built while test files load, so nearly every rule runs then too: without this each mutant would need all tests
  ignoreStatic: true,
  // one process compiles, two run tests
  concurrency: 3,
  // a busy machine must not pass for a broken rule that never ends
  timeoutMS: 60_000,
  incremental: true,
  incrementalFile: resultsOf(subject),
  jsonReporter: { fileName: `${cache}/${subject}/report.json` },
  reporters: ["clear-text", "json", "progress-append-only"],
  clearTextReporter: { allowEmojis: false, reportTests: false },
  allowConsoleColors: process.stdout.isTTY === true,
  tempDirName: `${cache}/sandbox`,
  ignorePatterns: ["/docs", "/examples", "/packages/bench", "/packages/checks"]
})
