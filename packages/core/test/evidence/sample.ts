import { hash as oneShot } from "node:crypto"
import { type Algorithm, hashOf, type Random, type SealedRow, seal, startOf } from "@banfa/core/evidence"
import type { EventRow } from "@banfa/core/port/EventRow"
import { CommandId, EventId, StreamId } from "@banfa/core/port/EventStore"
import * as Result from "effect/Result"
import fc from "fast-check"
import { canonical } from "../../src/port/Json.ts"

/** The hash functions of OpenSSL. */
export const opensslHash = (algorithm: Algorithm) =>
  Result.getOrThrow(hashOf(algorithm, (bytes) => oneShot(algorithm === "sm3" ? "sm3" : "sha256", bytes, "buffer")))

export const sha256 = opensslHash("sha-256")
export const sm3 = opensslHash("sm3")

/** Salts that no store would use: the same for every event of this name. */
export const saltsFor =
  (name: string): Random =>
  (bytes) =>
    Buffer.concat(
      Array.from({ length: Math.ceil(bytes / 32) }, (_, i) => oneShot("sha256", `salt ${i} of ${name}`, "buffer"))
    ).subarray(0, bytes)

/** A digest of nothing that is there. */
export const digestFor = (name: string): Uint8Array => oneShot("sha256", name, "buffer")

export const event = (stream: string, version: number, position: number, json: string): EventRow => ({
  stream: StreamId.make(stream),
  version,
  position,
  id: EventId.make(`事件-${position}`),
  command: CommandId.make(`command-${Math.ceil(position / 2)}`),
  type: "project/Approved",
  recordedAt: "2026-03-01T02:30:00Z",
  json
})

/** Rows in order of position, each sealed after the one before it in its stream. */
export const sealed = (
  rows: ReadonlyArray<EventRow>,
  { hash = sha256, random = (row: EventRow) => saltsFor(row.id) } = {}
): ReadonlyArray<Required<SealedRow>> => {
  const digests = new Map<string, Uint8Array>()
  return rows.map((row) => {
    const made = seal(hash, digests.get(row.stream) ?? startOf(hash), row, random(row))
    digests.set(row.stream, made.digest)
    return { ...row, ...made }
  })
}

/** As stores keep them where they do not keep the leaves. */
export const withoutLeaves = ({ leaves: _, ...row }: SealedRow): SealedRow => row

/** The head of each stream after these rows. */
export const headsOf = (rows: Iterable<SealedRow>) =>
  new Map(Array.from(rows, ({ digest, stream, version }) => [stream, { stream, version, digest }] as const))

/** Canonical JSON of a few kinds of objects. */
const data = fc
  .dictionary(
    fc.oneof(fc.string({ unit: "grapheme", maxLength: 5 }), fc.constantFrom("意见", "__proto__", "1", "")),
    fc.jsonValue({ maxDepth: 2, stringUnit: "grapheme" }),
    { maxKeys: 4 }
  )
  .map((value) => canonicalOf(value))

const canonicalOf = (value: unknown): string => Result.getOrThrow(canonical(value))

/** Rows of one to three streams in turn, in order of position, which leaves numbers out. */
export const histories = fc
  .array(
    fc.record({ stream: fc.constantFrom("project/甲", "project/P2", "cases/planning"), gap: fc.nat(3), json: data }),
    {
      minLength: 2,
      maxLength: 6
    }
  )
  .map((drawn) => {
    const versions = new Map<string, number>()
    let position = 0
    return drawn.map(({ gap, json, stream }) => {
      const version = (versions.get(stream) ?? 0) + 1
      versions.set(stream, version)
      position += 1 + gap
      return event(stream, version, position, json)
    })
  })
