import { randomUUID } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { type Interruption, notifierSuite, type Received } from "@banfa/testing/notifier"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { afterAll } from "vitest"
import { layerOver, supports } from "../TableNotifier.ts"

const folder = mkdtempSync(join(tmpdir(), "banfa-table-"))
afterAll(() => rmSync(folder, { recursive: true }))

const outbox = readFileSync(new URL("../outbox.sql", import.meta.url), "utf8")

const open = (filename: string) =>
  Effect.acquireRelease(
    Effect.sync(() => new DatabaseSync(filename, { timeout: 50 })),
    (db) => Effect.sync(() => db.close())
  )

/** A database of the host's with 10,000 accounts, and a way in which it fails: statements of somebody else's over a connection of its own. */
const hostWith = (
  begin: string,
  end: string,
  ends: Interruption["ends"]
): Effect.Effect<Interruption & { readonly refused: string }, unknown, Scope.Scope> =>
  Effect.gen(function* () {
    const filename = join(folder, `${randomUUID()}.sqlite`)
    const theirs = yield* open(filename)
    theirs.exec(outbox)
    theirs.exec(
      "INSERT INTO oa_account SELECT 'clerk-' || value FROM (WITH RECURSIVE n(value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM n WHERE value < 9999) SELECT value FROM n)"
    )
    const ours = yield* open(filename)
    const reader = yield* open(filename)
    const rows = Effect.try({
      try: () => reader.prepare("SELECT * FROM oa_outbox ORDER BY rowid").all(),
      catch: (cause) => cause
    })
    return {
      layer: layerOver(ours),
      received: Effect.map(rows, (all) =>
        all.map((row): Received => {
          const text = `${row.title}\n${row.content}`
          return {
            id: String(row.letter_id),
            to: [String(row.account)],
            text: { zh: text, en: text },
            shape: Object.keys(row)
          }
        })
      ),
      address: (number) => `clerk-${number}`,
      refused: "nobody",
      begin: Effect.sync(() => theirs.exec(begin)),
      end: Effect.sync(() => theirs.exec(end)),
      ends
    }
  })

const unavailable: Interruption["ends"] = { reason: "unavailable", retry: true }
const locked = hostWith("BEGIN EXCLUSIVE", "ROLLBACK", unavailable)

notifierSuite({
  name: "a table of the host's",
  supports,
  farSide: locked,
  notAddresses: (good) => [
    `${good},${good}`,
    `${good};`,
    `${good}'--`,
    `${good}' OR 1=1`,
    `'${good}'`,
    "张三",
    "A",
    "*",
    "%"
  ],
  interruptions: {
    "somebody else has locked the database": locked,
    "the table is renamed for an update": hostWith(
      "ALTER TABLE oa_outbox RENAME TO oa_outbox_old",
      "ALTER TABLE oa_outbox_old RENAME TO oa_outbox",
      unavailable
    ),
    "the message system takes no more rows": hostWith(
      "CREATE TRIGGER closed BEFORE INSERT ON oa_outbox BEGIN SELECT RAISE(ABORT, '本年度已结账 the year is closed'); END",
      "DROP TRIGGER closed",
      { reason: "refused", retry: false }
    )
  }
})
