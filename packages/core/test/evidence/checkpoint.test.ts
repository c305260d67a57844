import { generateKeyPairSync, sign, verify as verifies } from "node:crypto"
import {
  checkpointOf,
  parseCheckpoint,
  type StreamHead,
  signed,
  signedBytes,
  verifier,
  verifyAll,
  withoutHeads
} from "@banfa/core/evidence"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { leadsTo, pathOf, rootOf } from "../../src/evidence/merkle.ts"
import { digestFor, event, headsOf, sealed, sha256, sm3 } from "./sample.ts"

const rows = sealed([
  event("P", 1, 1, "{}"),
  event("Q", 1, 3, `{"意见":"同意"}`),
  event("P", 2, 4, "{}"),
  event("R", 1, 9, "{}")
])
const at = (position: number) =>
  checkpointOf(sha256, position, headsOf(rows.filter((row) => row.position <= position)).values())
const kinds = (checkpoint: unknown, given: Iterable<(typeof rows)[number]> = rows) =>
  [...verifyAll(sha256, given, { checkpoints: [Result.getOrThrow(parseCheckpoint(checkpoint))] })].map(({ at, kind }) =>
    `${kind} ${at.stream ?? ""} ${at.version ?? ""}`.trim()
  )

test("each leaf is shown to stand in its place, and nothing else is, in trees of every size up to forty", () => {
  for (let count = 1; count <= 40; count++) {
    const leaves = Array.from({ length: count }, (_, i) => digestFor(`${count} ${i}`))
    const root = rootOf(sha256, leaves)
    for (const [index, leaf] of leaves.entries()) {
      const path = pathOf(sha256, leaves, index)
      expect(leadsTo(sha256, root, count, index, leaf, path)).toBe(true)
      expect(leadsTo(sha256, root, count, index, digestFor("another"), path)).toBe(false)
      expect(leadsTo(sha256, root, count, (index + 1) % count, leaf, path)).toBe(count === 1)
      expect(leadsTo(sha256, root, count, index, leaf, [...path, leaf])).toBe(false)
      if (path.length > 0) expect(leadsTo(sha256, root, count, index, leaf, path.slice(1))).toBe(false)
    }
  }
})

test("a checkpoint is the same in whatever order the streams are handed in, and another if any of them is", () => {
  const head = fc.record({
    stream: fc.constantFrom("甲", "乙", "😀", "\uffff"),
    version: fc.integer({ min: 1, max: 3 })
  })
  const heads = fc
    .uniqueArray(head, { selector: ({ stream }) => stream })
    .map((list) => list.map((one): StreamHead => ({ ...one, digest: digestFor(`${one.stream} ${one.version}`) })))
  fc.assert(
    fc.property(heads, heads, (one, other) => {
      const { root } = checkpointOf(sha256, 9, one)
      expect(checkpointOf(sha256, 9, one.toReversed()).root).toBe(root)
      const named = (list: ReadonlyArray<StreamHead>) =>
        list.map(({ stream, version }) => `${stream} ${version}`).sort()
      expect(checkpointOf(sha256, 9, other).root === root).toBe(named(one).join() === named(other).join())
    })
  )
})

test("a history holds against every checkpoint that was taken of it, with its heads or without", () => {
  const checkpoints = [at(0), at(1), at(2), at(4), at(9)]
  expect([...verifyAll(sha256, rows, { checkpoints })]).toEqual([])
  expect([...verifyAll(sha256, rows, { checkpoints: checkpoints.toReversed().map(withoutHeads) })]).toEqual([])
  const reader = verifier(sha256)
  for (const row of rows) expect(reader.next(row)).toEqual([])
  expect(reader.end()).toEqual([])
  expect(checkpointOf(sha256, 9, reader.heads())).toEqual(at(9))
})

describe("what differs from a checkpoint is named:", () => {
  const [one, two, three, four] = rows
  if (one === undefined || two === undefined || three === undefined || four === undefined) throw new Error("four rows")

  test("a stream that is gone, or shorter", () => {
    expect(kinds(at(9), [one, two, three])).toEqual(["StreamMissing R 1"])
    expect(kinds(at(9), [one, two, four])).toEqual(["StreamShorter P 2"])
  })

  test("a stream, or an event, that was not there yet", () => {
    expect(kinds({ ...at(9), ...at(4), position: 9 })).toEqual(["StreamUnknown R 1"])
    expect(kinds({ ...at(3), position: 4 })).toEqual(["StreamLonger P 2"])
  })

  test("a stream whose last digest is another", () => {
    const forged = sealed([event("P", 1, 1, "{}"), event("Q", 1, 3, `{"意见":"不同意"}`), event("P", 2, 4, "{}")])
    expect(kinds(at(4), forged)).toEqual(["StreamChanged Q 1"])
    expect(kinds(withoutHeads(at(4)), forged)).toEqual(["CheckpointDiffers"])
  })

  test("heads that are not those of the root", () => {
    const [head, ...rest] = at(9).heads ?? []
    const heads = [{ stream: "P", digest: "00".repeat(32), ...head, version: 7 }, ...rest]
    expect(kinds({ ...at(9), heads })).toEqual(["CheckpointInconsistent"])
    expect(kinds({ ...at(9), streams: 4 })).toEqual(["CheckpointInconsistent", "CheckpointDiffers"])
  })

  test("another hash function", () => {
    expect(kinds(checkpointOf(sm3, 9, headsOf(rows).values()))).toEqual(["AlgorithmDiffers"])
  })
})

describe("a checkpoint that is signed with Ed25519", () => {
  const keys = new Map([["法制处-2026", generateKeyPairSync("ed25519")]])
  const signedWith = (name: string) => {
    const pair = keys.get("法制处-2026")
    if (pair === undefined) throw new Error("one pair of keys")
    return signed(at(9), name, (bytes) => sign(null, bytes, pair.privateKey))
  }
  const verify = (name: string, bytes: Uint8Array, signature: Uint8Array) => {
    const key = keys.get(name)?.publicKey
    return key !== undefined && verifies(null, bytes, key, signature)
  }
  const found = (checkpoint: ReturnType<typeof at>) =>
    [...verifyAll(sha256, rows, { checkpoints: [checkpoint], verify })].map(({ kind }) => kind)

  test("holds, also after it was written to a file and read again", () => {
    expect(found(signedWith("法制处-2026"))).toEqual([])
    const read = parseCheckpoint(JSON.parse(JSON.stringify(signedWith("法制处-2026"))))
    expect(found(Result.getOrThrow(read))).toEqual([])
  })

  test("does not hold by another key, for another position or root, or without its signature", () => {
    expect(found(signedWith("another"))).toEqual(["SignatureWrong"])
    expect(found({ ...signedWith("法制处-2026"), position: 10 })).toEqual(["SignatureWrong"])
    expect(found({ ...signedWith("法制处-2026"), root: at(4).root })).toContain("SignatureWrong")
    expect(found(at(9))).toEqual(["SignatureMissing"])
  })

  test("signs what the checkpoint commits to, whether its heads are listed or not", () => {
    expect(signedBytes(withoutHeads(at(9)))).toEqual(signedBytes(at(9)))
    expect(signedBytes({ ...at(9), streams: 4 })).not.toEqual(signedBytes(at(9)))
  })
})

test.each([
  ["no object", null],
  ["another format", { ...at(9), format: 2 }],
  ["a root in capitals", { ...at(9), root: at(9).root.toUpperCase() }],
  ["a root that is cut short", { ...at(9), root: at(9).root.slice(2) }],
  ["half a position", { ...at(9), position: 1.5 }],
  ["a key that there is not", { ...at(9), note: "x" }],
  ["a signature of an odd length", { ...at(9), signature: { key: "k", value: "abc" } }]
])("what is no checkpoint is refused with what is wrong, in both languages: %s", (_, input) => {
  const refused = parseCheckpoint(input)
  expect(Result.isFailure(refused) && refused.failure.every(({ en, zh }) => en !== "" && zh !== "")).toBe(true)
})
