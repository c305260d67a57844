/** How the tests of core and of testing run against broken rules: everything that is slow and breaks nothing of the law is left out. */
import { globSync, readFileSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"

/** Packages find each other in this copy of the workspace: `node_modules` leads to the original, which is never broken. */
const alias = globSync("packages/{core,testing,storage-sql,storage-sqlite}/package.json").flatMap((file) => {
  const { exports, name } = JSON.parse(readFileSync(file, "utf8"))
  return Object.entries<{ readonly "@banfa/source"?: string }>(exports).flatMap(
    ([door, { "@banfa/source": source }]) =>
      source === undefined
        ? []
        : [{ find: new RegExp(`^${name}${door.slice(1)}$`), replacement: resolve(dirname(file), source) }]
  )
})

const { SUBJECT: subject = "" } = process.env
const subjects = [
  "complaint",
  "facility",
  "organ",
  "planning",
  "project",
  "resource",
  "standard",
  "supervision",
  "system"
]
/** A subject is put to the tests that are about it: those of the others, and of all together, see it from afar and are slow. */
const others = subjects.includes(subject)
  ? [...subjects.filter((one) => one !== subject), "province"].map(
      (one) => `packages/core/test/{${one}/**,law/{,answers/}${one}*.test.ts}`
    )
  : []

const places = ["packages/core/test/law/answers", "packages/testing/", "packages/core/test/law/"]
const place = ({ moduleId }: TestSpecification): number => places.findIndex((part) => moduleId.includes(part))

/** A mutant is done with at its first failure: the examples come first, then the answers on record, the scenarios, and the properties of the law. */
class QuickFirst extends BaseSequencer {
  override async sort(files: Array<TestSpecification>): Promise<Array<TestSpecification>> {
    return files.toSorted((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  resolve: { alias },
  test: {
    include: ["packages/core/test/**/*.test.ts", "packages/testing/test/scenario/files.test.ts"],
    exclude: [
      ...others,
      "packages/core/test/docket/**",
      // words change with the rules that they tell of, and are slow to make: they are for what makes them
      ...(subject === "explanation" ? [] : ["packages/core/test/explanation/**"]),
      // the data behind the generated modules, and a search through thousands of histories for what the scenarios show one by one
      "packages/core/test/regulation/source.test.ts",
      "packages/core/test/law/reading.test.ts"
    ],
    setupFiles: [resolve(import.meta.dirname, "../../vitest.draws.ts")],
    // every mutant has a worker of its own; the files of one run share it
    isolate: false,
    sequence: { sequencer: QuickFirst },
    // a machine that is busy kills no mutant: what runs without end is counted by Stryker
    testTimeout: 0
  }
})
