import { readFileSync } from "node:fs"
import { checkpointOf, hashOf, parseCheckpoint, seal, signedBytes, startOf, verifyAll } from "@banfa/core/evidence"
import type { EventRow } from "@banfa/core/port/EventRow"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { fromHex, toHex } from "../../src/evidence/Hash.ts"
import { headsOf, opensslHash } from "./sample.ts"

interface Golden {
  readonly algorithm: "sha-256" | "sm3"
  readonly start: string
  readonly rows: ReadonlyArray<
    EventRow & { readonly salt: string; readonly leaves: ReadonlyArray<string>; digest: string; placed: string }
  >
  readonly checkpoint: unknown
  readonly signedBytes: string
}

/** Written once. A digest that was stored with a release has to be found again by every later one, so this file is never changed. */
const golden: ReadonlyArray<Golden> = JSON.parse(readFileSync(new URL("golden.json", import.meta.url), "utf8"))

describe.each(golden)("what was written down of $algorithm is what is made today:", (written) => {
  const hash = opensslHash(written.algorithm)
  const rows = written.rows.map(({ digest, leaves, placed, salt, ...row }) => ({
    ...row,
    salt: fromHex(salt),
    leaves: leaves.map(fromHex),
    digest: fromHex(digest),
    placed: fromHex(placed)
  }))

  test("what stands before the first event", () => expect(toHex(startOf(hash))).toBe(written.start))

  test.each(written.rows)("the seal of $type at $position", ({ digest, leaves, placed, salt, ...row }) => {
    const before = rows.filter(({ position, stream }) => stream === row.stream && position < row.position).at(-1)
    const made = seal(hash, before?.digest ?? startOf(hash), row, () => fromHex(salt))
    expect(made.leaves.map(toHex)).toEqual(leaves)
    expect([toHex(made.digest), toHex(made.placed)]).toEqual([digest, placed])
  })

  test("the checkpoint, and what is signed of it", () => {
    const checkpoint = Result.getOrThrow(parseCheckpoint(written.checkpoint))
    expect(checkpointOf(hash, checkpoint.position, headsOf(rows).values())).toEqual(checkpoint)
    expect(toHex(signedBytes(checkpoint))).toBe(written.signedBytes)
    expect([...verifyAll(hash, rows, { checkpoints: [checkpoint] })]).toEqual([])
  })

  test("by a function that is the algorithm", () => {
    expect(Result.isSuccess(hashOf(written.algorithm, hash.digest))).toBe(true)
  })
})

test("what was written down holds Chinese, emoji, NUL, empty and nested data, by both algorithms", () => {
  expect(golden.map(({ algorithm }) => algorithm)).toEqual(["sha-256", "sm3"])
  for (const { rows } of golden) {
    const all = rows.map(({ json }) => json)
    for (const part of ["意见", "😀", "\\u0000", "{}", "[[", "__proto__"]) {
      expect(all.some((json) => (part === "{}" ? json === part : json.includes(part)))).toBe(true)
    }
  }
})
