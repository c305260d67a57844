/**
 * Keeps samples of each kind of fact as it is stored, of those kinds and shapes of which none is kept yet. What is kept is never written anew:
 * a store may hold it.
 */
import { appendFileSync, readFileSync } from "node:fs"
import { storedAs } from "../src/docket/shapes.ts"
import { typeOf } from "../src/docket/streams.ts"
import { askings } from "../test/law/answers/asking.ts"

const file = new URL("../test/docket/shapes.jsonl", import.meta.url)
const kept = new Set(
  readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => (line === "" ? [] : [JSON.parse(line).type as string]))
)
const seen = new Map<string, Set<string>>()
for (const fact of askings.flatMap((asking) => asking.questions().flatMap(({ facts }) => facts))) {
  const type = storedAs(typeOf(fact))
  if (kept.has(type)) continue
  const keys = seen.get(type) ?? new Set()
  seen.set(type, keys)
  const { seq: _, ...data } = { seq: 0, ...fact }
  // a sample for every particular that a fact of the kind may have
  const known = keys.size
  for (const key of Object.keys(data)) keys.add(key)
  if (keys.size > known) appendFileSync(file, `${JSON.stringify({ type, data })}\n`)
}
