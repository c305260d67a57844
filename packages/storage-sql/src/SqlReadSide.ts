/**
 * The read side over a connection, but for how each dialect writes what an append has brought.
 */
import type { Conflict, StreamVersion } from "@banfa/core/port/EventStore"
import {
  type CaseEntry,
  type CaseIndexed,
  type CaseLookup,
  type CaseName,
  type DutyEntry,
  type DutyLookup,
  forever,
  type IndexChange,
  type Message,
  ReadSide,
  type ReadSideState
} from "@banfa/core/port/ReadSide"
import * as Effect from "effect/Effect"
import type { Row, SqlConnection, SqlFailure, SqlValue } from "./SqlConnection.ts"
import { available } from "./SqlEventStore.ts"

/** What each dialect does in its own way, beside what it does for events. */
export interface ReadSideDialect {
  /** Writes entries if streams still have the versions that were read. */
  readonly index: (
    connection: SqlConnection,
    guards: ReadonlyArray<StreamVersion>,
    index: IndexChange
  ) => Effect.Effect<void, Conflict | SqlFailure>
  /** A statement that waits, in a transaction, until no append is under way, and lets none begin; none where a transaction itself does. */
  readonly settle?: string
}

/** The columns of a case and of an entry of it, in the order in which a dialect that inserts them names them. */
export const caseColumns =
  "subject, case_id, region, basis, round, written, numbered, known, facts, earlier, covered, entered, latest"
export const dutyColumns =
  "subject, case_id, number, norm, instance, status, due, role, bearer, region, day_from, day_until, known_from, known_until"

const names = (columns: string, table: string): string =>
  columns
    .split(", ")
    .map((column) => `${table}.${column} AS ${table}_${column}`)
    .join(", ")

const caseOf = (row: Row): CaseEntry => ({
  subject: String(row.c_subject),
  id: String(row.c_case_id),
  region: String(row.c_region),
  basis: String(row.c_basis),
  round: Number(row.c_round),
  written: Number(row.c_written),
  numbered: Number(row.c_numbered),
  known: String(row.c_known),
  facts: Number(row.c_facts),
  earlier: Number(row.c_earlier),
  covered: String(row.c_covered),
  entered: String(row.c_entered),
  latest: String(row.c_latest)
})

const dutyOf = (row: Row): DutyEntry => ({
  number: Number(row.d_number),
  norm: String(row.d_norm),
  instance: String(row.d_instance),
  status: String(row.d_status),
  due: String(row.d_due),
  role: String(row.d_role),
  bearer: String(row.d_bearer),
  region: String(row.d_region),
  from: String(row.d_day_from),
  until: String(row.d_day_until),
  knownFrom: String(row.d_known_from),
  knownUntil: String(row.d_known_until)
})

const stateOf = (row: Row | undefined): ReadSideState => ({
  round: Number(row?.round ?? 0),
  behind: Number(row?.missed ?? 0) > 0
})

const state = "s.round AS round, (SELECT count(*) FROM banfa_missed) AS missed"

/** What currently stands of cases, with the state, in one statement: at one moment. */
const indexedSql = (count: number): string => {
  const asked =
    count === 0
      ? "1 = 0"
      : `(c.subject, c.case_id) IN (VALUES ${Array.from({ length: count }, () => "(?, ?)").join(", ")})`
  return `SELECT ${state}, ${names(caseColumns, "c")}, ${names(dutyColumns, "d")}
    FROM banfa_read_side s
    LEFT JOIN banfa_cases c ON ${asked}
    LEFT JOIN banfa_duties d ON d.subject = c.subject AND d.case_id = c.case_id AND d.known_until IN ('${forever}', c.known)
    ORDER BY c.subject, c.case_id, d.number`
}

/** Most cases that are asked about in one statement: each brings two parameters. */
const most = 10_000

const nameOf = ({ id, subject }: CaseName): string => `${subject}/${id}`

const indexed = (connection: SqlConnection, cases: ReadonlyArray<CaseName>) => {
  const asked = cases.slice(0, most)
  const params = asked.flatMap(({ id, subject }) => [subject, id])
  return Effect.map(connection.query(indexedSql(asked.length), params), (rows) => {
    const found = new Map<string, { readonly entry: CaseEntry; readonly entries: Array<DutyEntry> }>()
    for (const row of rows) {
      if (row.c_subject === null) continue
      const entry = caseOf(row)
      const one: CaseIndexed & { readonly entries: Array<DutyEntry> } = found.get(nameOf(entry)) ?? {
        entry,
        entries: []
      }
      found.set(nameOf(entry), one)
      if (row.d_number !== null) one.entries.push(dutyOf(row))
    }
    return { state: stateOf(rows[0]), indexed: [...found.values()] }
  })
}

/** Whether the entries of a case speak of a day as known at an instant, of a case `c`. */
const speaks = `EXISTS (SELECT 1 FROM banfa_duties k WHERE k.subject = c.subject AND k.case_id = c.case_id AND k.norm = ''
  AND k.day_from <= ? AND k.day_until >= ? AND k.known_from <= ? AND k.known_until > ?)`

/** Duties and the cases that have to be asked themselves, with the state, in one statement: at one moment. */
const lookup = ({ asOf, basis, bearer, dueFrom, dueUntil, knownAt, norm, role, status, subject }: DutyLookup) => {
  const when: ReadonlyArray<SqlValue> = [asOf, asOf, knownAt, knownAt]
  const narrowed: ReadonlyArray<readonly [string, ReadonlyArray<SqlValue>]> = [
    ...(bearer === undefined ? [] : [["d.bearer = ?", [bearer]] as const]),
    ...(role === undefined ? [] : [["d.role = ?", [role]] as const]),
    ...(norm === undefined ? [] : [["d.norm = ?", [norm]] as const]),
    ...(subject === undefined ? [] : [["d.subject = ?", [subject]] as const]),
    ...(status === undefined ? [] : [[`d.status IN (${status.map(() => "?").join(", ") || "''"})`, status] as const]),
    ...(dueFrom === undefined ? [] : [["d.due >= ?", [dueFrom]] as const]),
    ...(dueUntil === undefined ? [] : [["d.due <> '' AND d.due <= ?", [dueUntil]] as const])
  ]
  const duties = `SELECT ${state}, c.subject AS c_subject, c.case_id AS c_case_id, ${names(dutyColumns, "d")}
    FROM banfa_read_side s CROSS JOIN banfa_duties d JOIN banfa_cases c ON c.subject = d.subject AND c.case_id = d.case_id
    WHERE d.norm <> '' AND d.day_from <= ? AND d.day_until >= ? AND d.known_from <= ? AND d.known_until > ?
      ${narrowed.map(([sql]) => `AND ${sql}`).join(" ")}
      AND c.basis = ? AND c.round = s.round AND ${speaks}`
  // each of these is a range of an index, and none but the last is asked of every case
  const unknown = [
    ["c.basis < ?", [basis]],
    ["c.basis > ?", [basis]],
    ["c.round < s.round", []],
    ["c.covered < ?", [asOf]],
    [`c.known > ? AND NOT ${speaks}`, [knownAt, ...when]]
  ] as const
  const none = names(dutyColumns, "d").replaceAll(/d\.\w+/g, "NULL")
  const cases = unknown.map(
    ([sql]) => `SELECT ${state}, c.subject AS c_subject, c.case_id AS c_case_id, ${none}
    FROM banfa_read_side s CROSS JOIN banfa_cases c WHERE ${sql} AND c.entered <= ?${subject === undefined ? "" : " AND c.subject = ?"}`
  )
  const stated = `SELECT ${state}, NULL AS c_subject, NULL AS c_case_id, ${none} FROM banfa_read_side s`
  return {
    sql: [duties, ...cases, stated].join("\nUNION ALL\n"),
    params: [
      ...when,
      ...narrowed.flatMap(([_, params]) => params),
      basis,
      ...when,
      ...unknown.flatMap(([_, params]) => [...params, knownAt, ...(subject === undefined ? [] : [subject])])
    ]
  }
}

const duties = (connection: SqlConnection, asked: DutyLookup) => {
  const { params, sql } = lookup(asked)
  return Effect.map(connection.query(sql, params), (rows) => {
    const unknown = new Map<string, CaseName>()
    const found: Array<CaseName & DutyEntry> = []
    for (const row of rows) {
      if (row.c_subject === null) continue
      const name = { subject: String(row.c_subject), id: String(row.c_case_id) }
      if (row.d_number === null) unknown.set(nameOf(name), name)
      else found.push({ ...name, ...dutyOf(row) })
    }
    return { state: stateOf(rows[0]), found, unknown: [...unknown.values()] }
  })
}

const casesSql = ({ after, limit = 1000, subject }: CaseLookup) => {
  const narrowed: ReadonlyArray<readonly [string, ReadonlyArray<SqlValue>]> = [
    ...(subject === undefined ? [] : [["c.subject = ?", [subject]] as const]),
    ...(after === undefined ? [] : [["(c.subject, c.case_id) > (?, ?)", [after.subject, after.id]] as const])
  ]
  const where = narrowed.length === 0 ? "" : `WHERE ${narrowed.map(([sql]) => sql).join(" AND ")}`
  return {
    sql: `SELECT ${names(caseColumns, "c")} FROM banfa_cases c ${where} ORDER BY c.subject, c.case_id LIMIT ${whole(limit)}`,
    params: narrowed.flatMap(([_, params]) => params)
  }
}

/** So many, and at most what is handed over at once. */
const whole = (limit: number): number => Math.max(0, Math.min(10_000, Math.floor(Number.isNaN(limit) ? 0 : limit)))

const messageOf = (row: Row): Message => ({
  id: String(row.message_id),
  topic: String(row.topic),
  data: JSON.parse(String(row.data))
})

/** A read side over a connection whose tables are there. Where a transaction is open on the connection, it takes part in it. */
export const readSideOver = (connection: SqlConnection, dialect: ReadSideDialect): ReadSide["Service"] =>
  ReadSide.of({
    indexed: Effect.fn("ReadSide.indexed")((cases) => available("indexed", indexed(connection, cases))),
    write: Effect.fn("ReadSide.write")((guards, index) => available("write", dialect.index(connection, guards, index))),
    duties: Effect.fn("ReadSide.duties")((asked) => available("duties", duties(connection, asked))),
    cases: Effect.fn("ReadSide.cases")((asked) => {
      const { params, sql } = casesSql(asked)
      return Effect.map(available("cases", connection.query(sql, params)), (rows) => rows.map(caseOf))
    }),
    waiting: Effect.fn("ReadSide.waiting")((limit) => {
      const sql = `SELECT message_id, topic, data FROM banfa_outbox WHERE told = 0 ORDER BY place LIMIT ${whole(limit)}`
      return Effect.map(available("waiting", connection.query(sql)), (rows) => rows.map(messageOf))
    }),
    told: Effect.fn("ReadSide.told")((ids) =>
      available(
        "told",
        Effect.forEach(
          ids,
          (id) => connection.query("UPDATE banfa_outbox SET told = 1 WHERE message_id = ? AND told = 0", [id]),
          { discard: true }
        )
      )
    ),
    clear: available(
      "clear",
      connection.transaction((within) =>
        Effect.gen(function* () {
          if (dialect.settle !== undefined) yield* within.query(dialect.settle)
          yield* within.query("UPDATE banfa_read_side SET cleared = cleared + 1")
          yield* within.query(
            "INSERT INTO banfa_missed (number) SELECT cleared - 1 FROM banfa_read_side WHERE true ON CONFLICT DO NOTHING"
          )
          yield* within.query("DELETE FROM banfa_duties")
          yield* within.query("DELETE FROM banfa_cases")
          yield* within.query("DELETE FROM banfa_outbox WHERE told = 0")
          const [row] = yield* within.query("SELECT cleared FROM banfa_read_side")
          return Number(row?.cleared)
        })
      )
    ),
    mended: Effect.fn("ReadSide.mended")((cleared) =>
      Effect.asVoid(available("mended", connection.query("DELETE FROM banfa_missed WHERE number < ?", [cleared])))
    )
  })
