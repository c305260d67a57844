import { assert } from "vitest"
import type { Child } from "../src/bundleChild.ts"
import { type Counts, type Part, run } from "../src/run.ts"
import type { Counted } from "../src/Tally.ts"

const few: Counts = { kills: 0, dispatchers: 0, each: 10, serverKills: 0, full: 0, torn: 0, clock: 0 }

/** Runs a few faults, of which nothing may be lost; answers with how often each thing was counted. */
export const faults = async (child: Child, counts: Partial<Counts>): Promise<ReadonlyMap<Counted, number>> => {
  const parts: Array<Part> = []
  await run(child, { ...few, ...counts }, 1, (part) => parts.push(part))
  const all = new Map<Counted, number>()
  for (const { heading, tally } of parts) {
    assert.deepEqual(tally.losses, [], heading)
    for (const [what, n] of tally.counts) all.set(what, (all.get(what) ?? 0) + n)
  }
  return all
}

/** Whether every command that was sent has its receipt at the end, and how many there were at least. */
export const noneMissing = (all: ReadonlyMap<Counted, number>, least: number): void => {
  const [sent, receipts, again, found] = (["sent", "receipts", "again", "found"] as const).map(
    (one) => all.get(one) ?? 0
  )
  assert.isAtLeast(receipts ?? 0, least)
  assert.equal((receipts ?? 0) + (again ?? 0), sent)
  assert.equal(found, sent)
}
