/**
 * How PostgreSQL does what each dialect does in its own way.
 */
import type { PreparedAppend, Receipt } from "@banfa/core/port/Append"
import { receiptOf, replay, toRows } from "@banfa/core/port/EventRow"
import { CommandId, Conflict, DuplicateEvent, EventId, StreamId } from "@banfa/core/port/EventStore"
import { type Dialect, type Refused, type Row, rowsOf, type SqlConnection, SqlFailure } from "@banfa/storage-sql"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"

/** A list as PostgreSQL writes arrays, so that no driver has to know how. */
const list = (values: ReadonlyArray<string | number>): string =>
  `{${values.map((value) => (typeof value === "number" ? value : `"${value.replaceAll(/["\\]/g, "\\$&")}"`)).join()}}`

const texts = "?::text::text[]"
const numbers = "?::text::bigint[]"
const appendSql = `SELECT outcome, subject, holder, number FROM banfa_append(
  ?::text, ${texts}, ${numbers}, ${texts}, ${numbers}, ${texts}, ${texts}, ${texts}, ${texts})`

/** Positions are dealt out in blocks of so many. */
const blockSize = 10_000

const append = (connection: SqlConnection, request: PreparedAppend): Effect.Effect<Receipt, Refused | SqlFailure> =>
  Effect.gen(function* () {
    const { command, events, guards } = request
    const rows = yield* connection.query(appendSql, [
      command,
      list(guards.map(({ stream }) => stream)),
      list(guards.map(({ version }) => version)),
      list(events.map(({ stream }) => stream)),
      list(events.map(({ version }) => version)),
      list(events.map(({ id }) => id)),
      list(events.map(({ type }) => type)),
      list(events.map(({ recordedAt }) => recordedAt)),
      list(events.map(({ json }) => json))
    ])
    const [first] = rows
    switch (first?.outcome) {
      case "stored":
        return receiptOf(command, toRows(request, (Number(first.number) - 1) * blockSize))
      case "known":
        return yield* Effect.fromResult(replay(request, yield* rowsOf(connection, command)))
      case "duplicate":
        return yield* new DuplicateEvent({ events: Arr.map(nonEmpty(rows), duplicateOf) })
      case "moved":
        return yield* new Conflict({ moved: Arr.map(nonEmpty(rows), (row) => movedOf(row, request)) })
      default:
        return yield* new SqlFailure({ cause: new Error(unlikely(first)) })
    }
  })

const nonEmpty = (rows: ReadonlyArray<Row>) => rows as Arr.NonEmptyReadonlyArray<Row>

const duplicateOf = ({ holder, subject }: Row) => ({
  id: EventId.make(String(subject)),
  command: CommandId.make(String(holder))
})

const movedOf = ({ number, subject }: Row, { guards }: PreparedAppend) => {
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
export const postgres: Dialect = {
  append,
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
}
