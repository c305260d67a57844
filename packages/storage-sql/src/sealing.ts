/**
 * Making seals: of events that are being appended, and of those that were stored before there were seals.
 */
import { randomBytes } from "node:crypto"
import { type Content, digestedAfter, type Hash, type Seal, type SealedRow, seal, startOf } from "@banfa/core/evidence"
import type { EventRow } from "@banfa/core/port/EventRow"
import * as Effect from "effect/Effect"
import type { SqlConnection, SqlFailure } from "./SqlConnection.ts"
import { exactColumns, type SealReading, storedRow } from "./sealedRows.ts"

/** What of a seal does not wait for the position. */
export type Digested = Pick<Seal, "salt" | "digest">

/**
 * Digests of events that `prepare` has checked, in their order, each after the one before it in its stream. `priors` has the digest of the last
 * event of each stream that holds one; a stream whose last event has no seal is not in it, and gets none before that one has.
 */
export const digestsOf = (
  hash: Hash,
  events: ReadonlyArray<Content>,
  priors: ReadonlyMap<string, Uint8Array>
): ReadonlyArray<Digested | undefined> => {
  const last = new Map(priors)
  const start = startOf(hash)
  return events.map((event) => {
    const prior = event.version === 1 ? start : last.get(event.stream)
    if (prior === undefined) return undefined
    const made = digestedAfter(hash, prior, event, random, true)
    last.set(event.stream, made.digest)
    return made
  })
}

/** Enough for hundreds of events, and little to keep. */
const stockSize = 64 * 1024

/** Randomness in stock: to draw it for each event by itself takes longer than to hash the event. */
let stock = randomBytes(0)

const random = (bytes: number): Uint8Array => {
  if (bytes > stock.length) stock = randomBytes(Math.max(bytes, stockSize))
  const drawn = stock.subarray(0, bytes)
  stock = stock.subarray(bytes)
  return drawn
}

/** How a dialect gives seals to events that were stored without. */
export interface EarlierSealing extends SealReading {
  /** Keeps appends to these streams waiting to the end of the transaction; not needed where one writer at a time is let in. */
  readonly lock?: (connection: SqlConnection, streams: ReadonlyArray<string>) => Effect.Effect<void, SqlFailure>
  /** Stores seals beside events that have none. */
  readonly fill: (connection: SqlConnection, rows: ReadonlyArray<SealedRow>) => Effect.Effect<void, SqlFailure>
}

/** As many events are sealed in one transaction. */
const page = 500

const unsealed = (connection: SqlConnection, reading: SealReading) =>
  Effect.map(
    connection.query(
      `SELECT ${exactColumns(reading)} FROM banfa_events e WHERE e.digest IS NULL ORDER BY e.stream, e.version LIMIT ${page}`
    ),
    (rows) => rows.map(storedRow)
  )

const sealPage = (connection: SqlConnection, hash: Hash, sealing: EarlierSealing) =>
  Effect.gen(function* () {
    const streams = new Set((yield* unsealed(connection, sealing)).map(({ stream }) => stream))
    if (streams.size === 0) return false
    if (sealing.lock !== undefined) yield* sealing.lock(connection, [...streams])
    // read again: somebody may have been faster
    const rows: ReadonlyArray<EventRow> = (yield* unsealed(connection, sealing)).filter(({ stream }) =>
      streams.has(stream)
    )
    const last = new Map<string, Uint8Array>()
    const sealed: Array<SealedRow> = []
    for (const row of rows) {
      const prior = last.get(row.stream) ?? (yield* digestBefore(connection, sealing, row)) ?? startOf(hash)
      const { digest, placed, salt } = seal(hash, prior, row, random)
      sealed.push({ ...row, salt, digest, placed })
      last.set(row.stream, digest)
    }
    yield* sealing.fill(connection, sealed)
    return true
  })

/** The digest before an event; where events are missing, of the last one that is there. */
const digestBefore = (connection: SqlConnection, { bytes }: SealReading, { stream, version }: EventRow) =>
  Effect.map(
    connection.query(
      `SELECT ${bytes("e.digest")} AS digest FROM banfa_events e WHERE e.stream = ? AND e.version < ? ORDER BY e.version DESC LIMIT 1`,
      [stream, version]
    ),
    ([row]) => (row === undefined ? undefined : Buffer.from(String(row.digest), "hex"))
  )

/**
 * Seals the events that were stored before there were seals, in order of version of each stream, some in a transaction: whoever was interrupted
 * goes on where he was. Such a seal speaks from the day on which it was made.
 */
export const sealEarlier = (
  connection: SqlConnection,
  hash: Hash,
  sealing: EarlierSealing
): Effect.Effect<void, SqlFailure> =>
  Effect.gen(function* () {
    const [one] = yield* connection.query("SELECT 1 AS one FROM banfa_events WHERE digest IS NULL LIMIT 1")
    if (one === undefined) return
    while (yield* connection.transaction((within) => sealPage(within, hash, sealing))) {
      // to the last page
    }
  })
