/**
 * Runs modules one after another: `node runExamples.ts <report> <module>…`. The report holds one JSON value a line for
 * each module that was run: its path, and the stack of its error if it failed.
 */
import { appendFileSync } from "node:fs"
import { pathToFileURL } from "node:url"

const [report = "", ...files] = process.argv.slice(2)

const stackOf = (cause: unknown): string => (cause instanceof Error ? (cause.stack ?? cause.message) : String(cause))

for (const file of files) {
  const error = await import(pathToFileURL(file).href).then(() => undefined, stackOf)
  appendFileSync(report, `${JSON.stringify({ file, error })}\n`)
}
process.exit(0)
