/** Checks the pages of the articles against what they are made from; the last line says how many norms stand how. */
import { resolve } from "node:path"
import { articleFiles } from "./files.ts"
import { outOfDate } from "./outOfDate.ts"
import { readTrace } from "./Trace.ts"
import { tallies, untraceable } from "./untraceable.ts"

const root = resolve(import.meta.dirname, "../../../..")
const trace = readTrace(root)
const problems = [...untraceable(trace), ...outOfDate(articleFiles(trace), root)]
for (const problem of problems) console.error(problem)
if (problems.length === 0) console.log(tallies(trace).en)
process.exitCode = problems.length === 0 ? 0 : 1
