/**
 * How PostgreSQL keeps deliveries: each operation is one statement.
 */
import type { DeliveriesDialect, Row } from "@banfa/storage-sql"
import * as Effect from "effect/Effect"
import { list, numbers, texts } from "./lists.ts"

const enqueueSql = `SELECT n FROM banfa_enqueue(${Array.from({ length: 7 }, () => texts).join(", ")}) AS n`
const claimSql = "SELECT * FROM banfa_claim(?::text, ?::text, ?::text, ?::text::bigint)"
const settleSql = `SELECT n FROM banfa_settle(?::text, ${texts}, ${numbers}, ${texts}, ${texts}, ${texts}) AS n`
const noteSql = `SELECT n FROM banfa_note(${texts}, ${texts}, ${texts}, ${texts}) AS n`
const resendSql = `SELECT n FROM banfa_resend(?::text, ${texts}) AS n`

/** Functions count from 1. */
const placesOf = (rows: ReadonlyArray<Row>): ReadonlyArray<number> => rows.map(({ n }) => Number(n) - 1)

/** Many dispatchers are let in at a time. */
export const deliveries: DeliveriesDialect = {
  enqueue: (connection, all) =>
    Effect.map(
      connection.query(enqueueSql, [
        list(all.map(({ laneKey }) => laneKey)),
        list(all.map(({ channel }) => channel)),
        list(all.map(({ lane }) => lane)),
        list(all.map(({ key }) => key)),
        list(all.map(({ id }) => id)),
        list(all.map(({ json }) => json)),
        list(all.map(({ notBefore }) => notBefore))
      ]),
      placesOf
    ),
  claim: (connection, { at, channel, limit, until }) => connection.query(claimSql, [channel, at, until, String(limit)]),
  settle: (connection, settled, at) =>
    Effect.map(
      connection.query(settleSql, [
        at,
        list(settled.map(({ key }) => key)),
        list(settled.map(({ attempt }) => attempt)),
        list(settled.map(({ status }) => status)),
        list(settled.map(({ again = null }) => again)),
        list(settled.map(({ json }) => json))
      ]),
      placesOf
    ),
  note: (connection, notes) =>
    Effect.map(
      connection.query(noteSql, [
        list(notes.map(({ key }) => key)),
        list(notes.map(({ status }) => status)),
        list(notes.map(({ at }) => at)),
        list(notes.map(({ json }) => json))
      ]),
      placesOf
    ),
  resend: (connection, keys, at) => Effect.map(connection.query(resendSql, [at, list(keys)]), placesOf)
}
