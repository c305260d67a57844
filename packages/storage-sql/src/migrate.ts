/**
 * Bringing the tables of a database forward, step by step, from wherever they are.
 */
import * as Effect from "effect/Effect"
import { SchemaRejected } from "./SchemaRejected.ts"
import type { SqlConnection, SqlFailure } from "./SqlConnection.ts"

/** One step forward. A step that was released is never changed: what it made is in databases. */
export interface Migration {
  /** 1, 2, 3 … */
  readonly number: number
  /** What it does, in a few words. */
  readonly name: string
  /** Its statements, in order, each without a semicolon at its end. */
  readonly statements: ReadonlyArray<string>
}

/** The steps of a dialect and how it runs them. */
export interface Migrations {
  /** All steps, in order. */
  readonly steps: ReadonlyArray<Migration>
  /** A statement that gives a row when the table `banfa_migrations` is there. */
  readonly exists: string
  /** A statement that lets one process at a time go on, to the end of its transaction; none where a transaction itself does. */
  readonly lock?: string
}

const table = "CREATE TABLE banfa_migrations (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)"
const done = ({ name, number }: Migration) =>
  `INSERT INTO banfa_migrations (number, name) VALUES (${number}, '${name}')`

interface Standing {
  /** Whether `banfa_migrations` is there. */
  readonly kept: boolean
  readonly missing: ReadonlyArray<Migration>
  readonly found: number
}

const standing = (connection: SqlConnection, { exists, steps }: Migrations) =>
  Effect.gen(function* () {
    const known = steps.length
    if ((yield* connection.query(exists)).length === 0) return { kept: false, missing: steps, found: 0 } as Standing
    const rows = yield* connection.query("SELECT number, name FROM banfa_migrations ORDER BY number")
    const found = Number(rows.at(-1)?.number ?? 0)
    if (found > known) return yield* new SchemaRejected({ reason: "newer", found, known })
    const ours = rows.every(({ name, number }, i) => Number(number) === i + 1 && name === steps[i]?.name)
    if (!ours) return yield* new SchemaRejected({ reason: "foreign", found, known })
    return { kept: true, missing: steps.slice(found), found } as Standing
  })

/**
 * Runs the steps that a database has not had, all in one transaction. Several processes may come at once. Without `migrate` nothing is run, and
 * a database that is behind is refused. `last` is for what belongs to the last step: where it refuses the database, no step was run.
 */
export const migrate = (
  connection: SqlConnection,
  migrations: Migrations,
  {
    migrate: mayRun = true,
    last = () => Effect.void
  }: {
    readonly migrate?: boolean | undefined
    readonly last?: (connection: SqlConnection) => Effect.Effect<void, SchemaRejected | SqlFailure>
  } = {}
): Effect.Effect<void, SchemaRejected | SqlFailure> =>
  Effect.gen(function* () {
    const { found, missing } = yield* standing(connection, migrations)
    if (missing.length === 0) return yield* last(connection)
    if (!mayRun) return yield* new SchemaRejected({ reason: "behind", found, known: migrations.steps.length })
    yield* connection.transaction((within) =>
      Effect.gen(function* () {
        if (migrations.lock !== undefined) yield* within.query(migrations.lock)
        // looked at again: another process may have been faster
        const { kept, missing } = yield* standing(within, migrations)
        const statements = missing.flatMap((step) => [...step.statements, done(step)])
        for (const statement of kept ? statements : [table, ...statements]) yield* within.query(statement)
        yield* last(within)
      })
    )
  })

/** The steps as a script, for those whose databases are migrated by hand. */
export const scriptOf = ({ steps }: Migrations, opening: string): string => {
  const parts = steps.map((step) => {
    const statements = [...step.statements, done(step)].map((sql) => `${sql};`)
    return [`-- ${step.number}: ${step.name}`, ...statements].join("\n")
  })
  return `${[opening, `${table};`, ...parts].join("\n\n")}\n`
}
