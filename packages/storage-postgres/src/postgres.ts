/**
 * How PostgreSQL does what each dialect does in its own way.
 */

import { fromHex, type Hash, placedOf } from "@banfa/core/evidence"
import type { PreparedAppend, Receipt } from "@banfa/core/port/Append"
import { receiptOf, replay, toRows } from "@banfa/core/port/EventRow"
import { CommandId, Conflict, DuplicateEvent, EventId, StreamId, type StreamVersion } from "@banfa/core/port/EventStore"
import type { IndexChange } from "@banfa/core/port/ReadSide"
import {
  type Dialect,
  type Digested,
  digestsOf,
  otherHash,
  type ReadSideDialect,
  type Refused,
  type Row,
  rowsOf,
  type SqlConnection,
  SqlFailure
} from "@banfa/storage-sql"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import { believe, believed, forget } from "./knownDigests.ts"
import { bytes, list, numbers, texts } from "./lists.ts"
import { digestsAt } from "./sealing.ts"

/** The row of an append; where it is stored, what it brings for the read side is written with it. */
const outcome =
  "SELECT outcome, subject, holder, number, CASE WHEN outcome = 'stored' THEN banfa_index(?::text) END AS indexed"
const appendSql = `${outcome} FROM banfa_append(
  ?::text, ?::text, ${texts}, ${numbers}, ${bytes}, ${texts}, ${numbers}, ${texts}, ${texts}, ${texts}, ${texts}, ${bytes}, ${bytes})`
const reserveSql = `SELECT outcome, subject, holder, number FROM banfa_reserve(
  ?::text, ?::text, ${texts}, ${numbers}, ${bytes}, ${texts}, ${texts})`
const storeSql = `${outcome} FROM banfa_store(
  ?::text::bigint, ?::text, ${texts}, ${texts}, ${numbers}, ${texts}, ${texts}, ${texts}, ${texts}, ${bytes}, ${bytes}, ${bytes})`

/** Positions are dealt out in blocks of so many. */
const blockSize = 10_000

/** The last versions of the streams that are written to, before the request. */
const headsOf = ({ events, guards }: PreparedAppend): ReadonlyArray<StreamVersion> => {
  const written = new Set(events.map(({ stream }) => stream))
  return guards.filter(({ stream, version }) => version > 0 && written.has(stream))
}

/** The digests that the request stands on: those that are believed to be known, and the others in one question. */
const priorsOf = (connection: SqlConnection, request: PreparedAppend) =>
  Effect.gen(function* () {
    const priors = new Map<string, Uint8Array>()
    const missing: Array<StreamVersion> = []
    for (const place of headsOf(request)) {
      const digest = believed(place)
      if (digest === undefined) missing.push(place)
      else priors.set(place.stream, digest)
    }
    if (missing.length === 0) return priors
    for (const [stream, digest] of yield* digestsAt(connection, missing)) priors.set(stream, digest)
    return priors
  })

/** An append with its digests, as it is sent. */
interface Digesting {
  readonly request: PreparedAppend
  readonly priors: ReadonlyMap<string, Uint8Array>
  readonly digests: ReadonlyArray<Digested | undefined>
}

const headParams = (hash: Hash, { priors, request: { command, guards } }: Digesting) => [
  hash.algorithm,
  command,
  list(guards.map(({ stream }) => stream)),
  list(guards.map(({ version }) => version)),
  list(guards.map(({ stream }) => priors.get(stream) ?? null))
]

/** The data of messages go as texts inside of it: PostgreSQL does not take every JSON apart, and these need not be. */
const indexText = ({ messages, ...index }: IndexChange): string =>
  JSON.stringify({ ...index, messages: messages.map(({ data, ...one }) => ({ ...one, data: JSON.stringify(data) })) })

const indexParam = ({ index }: Pick<PreparedAppend, "index">) => (index === undefined ? null : indexText(index))

const eventParams = ({ digests, request: { events } }: Digesting) => [
  list(events.map(({ stream }) => stream)),
  list(events.map(({ version }) => version)),
  list(events.map(({ id }) => id)),
  list(events.map(({ type }) => type)),
  list(events.map(({ recordedAt }) => recordedAt)),
  list(events.map(({ json }) => json)),
  list(digests.map((made) => made?.salt ?? null)),
  list(digests.map((made) => made?.digest ?? null))
]

/** The digests with the positions are made in the database: one statement. */
const sendOnce = (connection: SqlConnection, hash: Hash, digesting: Digesting) =>
  connection.query(appendSql, [
    indexParam(digesting.request),
    ...headParams(hash, digesting),
    ...eventParams(digesting)
  ])

/** PostgreSQL does not have the algorithm: the positions are asked for first, in the transaction in which they are then used. */
const sendTwice = (connection: SqlConnection, hash: Hash, digesting: Digesting) =>
  connection.transaction((within) =>
    Effect.gen(function* () {
      const { digests, request } = digesting
      const { command, events, guards } = request
      const reserved = yield* within.query(reserveSql, [
        ...headParams(hash, digesting),
        list(events.map(({ stream }) => stream)),
        list(events.map(({ id }) => id))
      ])
      const [first] = reserved
      if (first?.outcome !== "reserved") return reserved
      const start = (Number(first.number) - 1) * blockSize + 1
      const placed = digests.map((made, i) => (made === undefined ? null : placedOf(hash, made.digest, start + i)))
      const streams = list(guards.map(({ stream }) => stream))
      return yield* within.query(storeSql, [
        indexParam(request),
        String(first.number),
        command,
        streams,
        ...eventParams(digesting),
        list(placed)
      ])
    })
  )

/** As often is an append begun anew, where somebody seals earlier events meanwhile or what was believed is wrong. */
const attempts = 3

const append = (
  connection: SqlConnection,
  hash: Hash,
  request: PreparedAppend,
  left = attempts
): Effect.Effect<Receipt, Refused | SqlFailure> =>
  Effect.gen(function* () {
    const { command } = request
    const priors = yield* priorsOf(connection, request)
    const digests = digestsOf(hash, toRows(request, 0), priors)
    const digesting = { request, priors, digests }
    const rows = yield* (hash.algorithm === "sha-256" ? sendOnce : sendTwice)(connection, hash, digesting)
    const [first] = rows
    switch (first?.outcome) {
      case "stored": {
        const receipt = receiptOf(command, toRows(request, (Number(first.number) - 1) * blockSize))
        const last = new Map(request.events.map(({ stream }, i) => [stream, digests[i]?.digest]))
        for (const place of receipt.versions) {
          const digest = last.get(place.stream)
          if (digest !== undefined) believe(place, digest)
        }
        return receipt
      }
      case "prior": {
        const found = new Map(rows.map(({ holder, subject }) => [String(subject), holder]))
        for (const place of headsOf(request)) {
          const digest = found.get(place.stream)
          if (typeof digest === "string") believe(place, fromHex(digest))
          else if (digest === null) forget(place)
        }
        if (left > 1) return yield* append(connection, hash, request, left - 1)
        return yield* new SqlFailure({ cause: new Error(unlikely(first)) })
      }
      case "known":
        return yield* Effect.fromResult(replay(request, yield* rowsOf(connection, command)))
      case "duplicate":
        return yield* new DuplicateEvent({ events: Arr.map(nonEmpty(rows), duplicateOf) })
      case "moved":
        return yield* new Conflict({ moved: Arr.map(nonEmpty(rows), (row) => movedOf(row, request)) })
      case "hash":
        return yield* new SqlFailure({ cause: otherHash(String(first.subject), hash.algorithm) })
      default:
        return yield* new SqlFailure({ cause: new Error(unlikely(first)) })
    }
  })

const nonEmpty = (rows: ReadonlyArray<Row>) => rows as Arr.NonEmptyReadonlyArray<Row>

const duplicateOf = ({ holder, subject }: Row) => ({
  id: EventId.make(String(subject)),
  command: CommandId.make(String(holder))
})

const movedOf = ({ number, subject }: Row, { guards }: Pick<PreparedAppend, "guards">) => {
  const stream = StreamId.make(String(subject))
  return {
    stream,
    expected: guards.find((guard) => guard.stream === stream)?.version ?? 0,
    actual: Number(number)
  }
}

const unlikely = (row: Row | undefined): string =>
  row?.outcome === "isolation"
    ? `事务隔离级别为 ${row.subject}，须为 read committed。 The transaction is ${row.subject}; it has to be read committed.`
    : `banfa_append: ${JSON.stringify(row)}`

/** PostgreSQL lets many writers in at a time. */
export const postgres = (hash: Hash): Dialect => ({
  append: (connection, request) => append(connection, hash, request),
  versions: (connection, streams) =>
    Effect.map(
      connection.query(`SELECT stream, version FROM banfa_streams WHERE stream = ANY (${texts})`, [list(streams)]),
      (rows) => {
        const versions = new Map(rows.map(({ stream, version }) => [String(stream), Number(version)]))
        return streams.map((stream) => ({ stream, version: versions.get(stream) ?? 0 }))
      }
    ),
  horizon: (connection) =>
    Effect.map(connection.query("SELECT banfa_horizon() AS horizon"), ([row]) => Number(row?.horizon))
})

const indexSql = `SELECT subject, number FROM banfa_index_guarded(${texts}, ${numbers}, ?::text)`

/** How PostgreSQL writes the read side. */
export const readSide: ReadSideDialect = {
  index: (connection, guards, index) =>
    Effect.gen(function* () {
      const rows = yield* connection.query(indexSql, [
        list(guards.map(({ stream }) => stream)),
        list(guards.map(({ version }) => version)),
        indexText(index)
      ])
      if (rows.length > 0)
        return yield* new Conflict({ moved: Arr.map(nonEmpty(rows), (row) => movedOf(row, { guards })) })
    }),
  // an append under way has this lock on the table that an exclusive one waits for
  settle: "LOCK TABLE banfa_streams IN SHARE MODE"
}
