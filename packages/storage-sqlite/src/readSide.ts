/**
 * How SQLite writes what an append has brought for the read side.
 */
import type { DatabaseSync } from "node:sqlite"
import type { IndexChange } from "@banfa/core/port/ReadSide"
import { caseColumns, dutyColumns } from "@banfa/storage-sql"
import { statement } from "./connectionOf.ts"

const marks = (columns: string): string => columns.replaceAll(/\w+/g, "?")
const written = "SELECT written FROM banfa_cases WHERE subject = ? AND case_id = ?"
const putCase = `INSERT OR REPLACE INTO banfa_cases (${caseColumns}) VALUES (${marks(caseColumns)})`
const putDuty = `INSERT INTO banfa_duties (${dutyColumns}) VALUES (${marks(dutyColumns)})`
const dropDuties = "DELETE FROM banfa_duties WHERE subject = ? AND case_id = ?"
const dropDuty = "DELETE FROM banfa_duties WHERE subject = ? AND case_id = ? AND number = ?"
const closeDuty = "UPDATE banfa_duties SET known_until = ? WHERE subject = ? AND case_id = ? AND number = ?"
const putMessage = `INSERT INTO banfa_outbox (message_id, topic, data) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`
const turnRound = "UPDATE banfa_read_side SET round = round + 1"
const miss = "INSERT INTO banfa_missed (number) SELECT cleared FROM banfa_read_side WHERE true ON CONFLICT DO NOTHING"

/** Takes in, in the transaction that is open, what an append has brought, or notes that it has brought nothing. */
export const takeIn = (db: DatabaseSync, index: IndexChange | undefined): void => {
  const run = (sql: string, ...params: ReadonlyArray<string | number>) => statement(db, sql).run(...params)
  if (index === undefined) {
    run(miss)
    return
  }
  if (index.surroundings) run(turnRound)
  for (const { closed, entry, gone, opened, whole } of index.cases) {
    const { basis, covered, earlier, entered, facts, id, known, latest, numbered, region, round, subject } = entry
    const before = Number(statement(db, written).get(subject, id)?.written ?? 0)
    const sound = whole || before === entry.written
    if (whole || !sound) run(dropDuties, subject, id)
    run(
      putCase,
      ...[subject, id, region, basis, round, before + 1, numbered, known],
      ...(sound ? [facts, earlier, covered] : [-1, earlier, ""]),
      ...[entered, latest]
    )
    if (!sound) continue
    for (const { at, number } of closed) run(closeDuty, at, subject, id, number)
    for (const number of gone) run(dropDuty, subject, id, number)
    for (const e of opened) {
      const what = [e.norm, e.instance, e.status, e.due, e.role, e.bearer, e.region]
      run(putDuty, subject, id, e.number, ...what, e.from, e.until, e.knownFrom, e.knownUntil)
    }
  }
  for (const { data, id, topic } of index.messages) run(putMessage, id, topic, JSON.stringify(data))
}
