/** A million facts of a hundred thousand projects, streamed: time and peak memory as multiples of a plain fold of the same stream. */
import { execFileSync } from "node:child_process"
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { EventTag } from "@banfa/core/project"
import { print, type Ratio, ratioOf } from "./ratios.ts"
import { tenYears, upTo } from "./world.ts"

const projects = 100_000
const passes = 3

/** What is told of every project, ten facts. */
const kinds: ReadonlyArray<EventTag> = [
  "Drafted",
  "Applied",
  "AssessmentPlanned",
  "OpinionRequested",
  "OpinionGiven",
  "AssessmentIssued",
  "Approved",
  "InvestmentFiled",
  "BudgetIssued",
  "ProgressReported"
]

/** The first fact of every kind for every project in turn, as a store of many projects holds them. */
const write = (file: string): void => {
  const story = tenYears("@")
  const parts = kinds.map((kind) => JSON.stringify(upTo(kind, story).first).split("@"))
  const out = openSync(file, "w")
  for (const part of parts) {
    for (let n = 0; n < projects; n += 1000) {
      let text = ""
      for (let i = n; i < n + 1000; i++) text += `${part.join(`P${i}`)}\n`
      writeSync(out, text)
    }
  }
  closeSync(out)
}

const names = {
  plain: "JSON.parse and a switch over mutable state",
  evolve: "JSON.parse and evolve()",
  decode: "decodeEvents() one by one and evolve()"
} as const

type Way = keyof typeof names

const run = (file: string, way: Way): { readonly time: number; readonly memory: number; readonly reports: number } => {
  const script = fileURLToPath(new URL("bulkFold.ts", import.meta.url))
  return JSON.parse(
    execFileSync(
      process.execPath,
      ["--conditions=@banfa/source", "--disable-warning=ExperimentalWarning", script, file, way],
      { encoding: "utf8" }
    )
  )
}

/** Runs each way in processes of its own, in turn. */
export const bulk = (): void => {
  const folder = mkdtempSync(join(tmpdir(), "banfa-bench-"))
  try {
    const file = join(folder, "facts.ndjson")
    write(file)
    const found = Object.keys(names) as Array<Way>
    const time = new Map<Way, Array<number>>(found.map((way) => [way, []]))
    const memory = new Map<Way, Array<number>>(found.map((way) => [way, []]))
    for (let pass = 0; pass < passes; pass++) {
      const took = found.map((way) => run(file, way))
      const [plain] = took
      if (plain === undefined || took.some(({ reports }) => reports !== plain.reports))
        throw new Error("the ways do not agree on how many reports there are")
      for (const [i, way] of found.entries()) {
        time.get(way)?.push((took[i]?.time ?? 0) / plain.time)
        memory.get(way)?.push((took[i]?.memory ?? 0) / plain.memory)
      }
    }
    const told = (of: ReadonlyMap<Way, ReadonlyArray<number>>): ReadonlyArray<Ratio> =>
      found.map((way) => ratioOf(names[way], of.get(way) ?? []))
    print("1,000,000 facts of 100,000 projects, streamed: time", told(time))
    print("1,000,000 facts of 100,000 projects, streamed: peak memory", told(memory))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
