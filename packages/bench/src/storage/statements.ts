/** What a store really has SQLite do, written down once, and done again by the driver alone: the same texts with the same values. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite"

type Method = "get" | "all" | "run"
type Values = ReadonlyArray<SQLInputValue>

/** One call of the driver. */
export interface Call {
  readonly sql: string
  /** How a prepared statement was run; a text without one was handed to `exec`. */
  readonly method?: Method
  readonly values: Values
}

/** A database that writes down what it is asked to do, and does it. */
export class RecordingDatabase extends DatabaseSync {
  #calls: Array<Call> = []

  /** What was done since this was asked last. */
  taken(): ReadonlyArray<Call> {
    const calls = this.#calls
    this.#calls = []
    return calls
  }

  override exec(sql: string): void {
    this.#calls.push({ sql, values: [] })
    super.exec(sql)
  }

  override prepare(...asked: Parameters<DatabaseSync["prepare"]>): StatementSync {
    const [sql] = asked
    const statement = super.prepare(...asked)
    const recorded = <M extends Method>(method: M) => {
      const run = statement[method].bind(statement) as (...values: Values) => unknown
      return (...values: Values) => {
        this.#calls.push({ sql, method, values })
        return run(...values)
      }
    }
    Object.assign(statement, { get: recorded("get"), all: recorded("all"), run: recorded("run") })
    return statement
  }
}

/** The settings of a file that the store opens itself. */
export const durably = <D extends DatabaseSync>(db: D): D => {
  db.exec("PRAGMA journal_mode = WAL")
  db.exec("PRAGMA synchronous = FULL")
  db.exec("PRAGMA foreign_keys = ON")
  return db
}

/** The calls, ready to be made on another database: every text is prepared once. */
export const replaying = (
  db: DatabaseSync,
  parts: ReadonlyArray<ReadonlyArray<Call>>
): ReadonlyArray<ReadonlyArray<() => void>> => {
  const prepared = new Map<string, StatementSync>()
  const statementOf = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
  return parts.map((calls) =>
    calls.map(({ method, sql, values }) => {
      if (method === undefined) return () => db.exec(sql)
      const statement = statementOf(sql)
      return () => statement[method](...values)
    })
  )
}

const rowsOf = (db: DatabaseSync, columns: string): string =>
  JSON.stringify(db.prepare(`SELECT ${columns} FROM banfa_events ORDER BY position`).all())

/** Throws unless two databases hold the same events; their seals too, where they are to. */
export const proveSame = (one: DatabaseSync, other: DatabaseSync, seals: boolean): void => {
  const columns = `position, stream, version, event_id, command_id, event_type, recorded_at, data${seals ? ", hex(salt), hex(digest), hex(placed)" : ""}`
  if (rowsOf(one, columns) !== rowsOf(other, columns)) throw new Error("the two databases do not hold the same events")
}
