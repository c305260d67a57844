/**
 * Breaks the sources of a subject in every small way, one after the other, and runs the tests that reach each break; what no test notices
 * has survived. `npm run mutants -- project` tries a subject, `npm run mutants -- project art10 reply` only files of it whose names begin
 * so; results are kept, and only what changed is tried again. `npm run mutants -- --record` writes what is kept into the decision record.
 */
import { Stryker } from "@stryker-mutator/core"
import { optionsOf, sourcesOf, writeTsconfig } from "./options.ts"
import { record } from "./record.ts"

const [subject, ...names] = process.argv.slice(2)
process.env.SUBJECT = subject
if (subject === "--record") record()
else {
  const sources = subject === undefined ? [] : sourcesOf(subject, names)
  if (subject === undefined || sources.length === 0) {
    console.error("Which subject? A folder of packages/core/src, then the beginnings of file names; or --record.")
    process.exitCode = 2
  } else {
    writeTsconfig(subject)
    await new Stryker(optionsOf(subject, sources)).runMutationTest()
  }
}
