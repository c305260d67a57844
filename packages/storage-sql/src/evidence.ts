/**
 * Evidence over a store: everything that is wrong with it, and a checkpoint of all its streams.
 */
import {
  type Against,
  type Checkpoint,
  checkpointOf,
  type Finding,
  type Hash,
  type StreamHead,
  verifier
} from "@banfa/core/evidence"
import type { StorageUnavailable } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { exactText } from "./exactText.ts"
import { checkHash } from "./keptHash.ts"
import { sha256 } from "./nodeHashes.ts"
import type { SchemaRejected } from "./SchemaRejected.ts"
import type { SqlConnection } from "./SqlConnection.ts"
import { available } from "./SqlEventStore.ts"
import { type SealReading, sealedRowsOver } from "./sealedRows.ts"

/** What the seals of a store are put to. */
export interface VerifyOptions extends Against {
  /** The hash function that the store seals with, SHA-256 if nothing is said. */
  readonly hash?: Hash
}

/** Everything that is wrong with the events of all streams, as it is found. No more is kept than the head of each stream. */
export const verifyOver = (
  connection: SqlConnection,
  reading: SealReading,
  { hash = sha256, ...against }: VerifyOptions = {}
): Stream.Stream<Finding, SchemaRejected | StorageUnavailable> =>
  Stream.unwrap(
    Effect.map(available("verify", checkHash(connection, hash)), () => {
      const { end, next } = verifier(hash, against)
      return Stream.concat(
        Stream.flatMap(sealedRowsOver(connection, reading), (row) => Stream.fromIterable(next(row))),
        Stream.suspend(() => Stream.fromIterable(end()))
      )
    })
  )

/** Some streams end with an event that has no seal, so nothing can be committed to: `streams` of them, `first` among others. */
export class NotSealed extends Schema.TaggedError<NotSealed>()("NotSealed", {
  streams: Schema.Int,
  first: Schema.String
}) {
  /** For people. */
  get text(): { readonly zh: string; readonly en: string } {
    return {
      zh: `${this.streams} 个事件流（如 ${this.first}）末尾的事件没有封签；以可迁移的方式打开一次即予补制。`,
      en: `The last event of ${this.streams} streams (such as ${this.first}) has no seal; opened once with leave to migrate, the store gets it.`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}

/** Of what a checkpoint is taken. */
export interface CheckpointOptions {
  /** The hash function that the store seals with, SHA-256 if nothing is said. */
  readonly hash?: Hash
  /** The last position that it covers; the last one that is settled if nothing is said, and at most that. */
  readonly at?: number
}

/**
 * The checkpoint of all streams at a position, over the digests as they are stored: whoever wants to know whether they hold verifies. All heads
 * are in memory at once.
 */
export const checkpointOver = (
  connection: SqlConnection,
  reading: SealReading,
  { at, hash = sha256 }: CheckpointOptions = {}
): Effect.Effect<Checkpoint, NotSealed | SchemaRejected | StorageUnavailable> =>
  available(
    "checkpoint",
    Effect.gen(function* () {
      yield* checkHash(connection, hash)
      const settled = yield* reading.settled?.(connection) ?? Effect.succeed({ where: "1 = 1", params: [] })
      const upTo = at === undefined ? settled.where : `${settled.where} AND e.position <= ?`
      const params = at === undefined ? settled.params : [...settled.params, Math.floor(at)]
      const [last] = yield* connection.query(
        `SELECT coalesce(max(e.position), 0) AS position FROM banfa_events e WHERE ${upTo}`,
        params
      )
      const position = Number(last?.position)
      const rows = yield* connection.query(
        `SELECT ${reading.text("e.stream")} AS stream, e.version AS version, ${reading.bytes("e.digest")} AS digest
         FROM (SELECT stream, max(version) AS version FROM banfa_events WHERE position <= ? GROUP BY stream) head
         JOIN banfa_events e ON e.stream = head.stream AND e.version = head.version`,
        [position]
      )
      const heads = rows.map(
        ({ digest, stream, version }): StreamHead => ({
          stream: exactText(Buffer.from(String(stream), "hex")),
          version: Number(version),
          digest: Buffer.from(String(digest ?? ""), "hex")
        })
      )
      const bare = heads.filter(({ digest }) => digest.length === 0)
      const [first] = bare
      if (first !== undefined) return yield* new NotSealed({ streams: bare.length, first: first.stream })
      return checkpointOf(hash, position, heads)
    })
  )
