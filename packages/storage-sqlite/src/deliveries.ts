/**
 * How SQLite keeps deliveries. One writer at a time is let in, so nothing comes between the statements of a transaction.
 */
import type { DatabaseSync } from "node:sqlite"
import type { DeliveriesDialect, Row, SqlValue } from "@banfa/storage-sql"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { inTransaction, statement } from "./connectionOf.ts"

const addLane = "INSERT INTO banfa_lanes (lane_key, channel, lane) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
const add = `INSERT INTO banfa_deliveries
  (delivery_key, delivery_id, lane_key, data, state, attempts, not_before, ready_at, receipts)
  VALUES (?, ?, ?, ?, 'waiting', 0, ?, ?, 0) ON CONFLICT DO NOTHING`
const due = `FROM banfa_lanes WHERE channel = ? AND head IS NOT NULL AND ready_at <= ? ORDER BY ready_at, head LIMIT`
const anyDue = `SELECT 1 AS one ${due} 1`
const lanesDue = `SELECT lane_key, lane, head ${due} ?`
const leaseLane = "UPDATE banfa_lanes SET ready_at = ? WHERE lane_key = ?"
const lease = `UPDATE banfa_deliveries SET state = 'claimed', ready_at = ?, attempts = attempts + 1 WHERE place = ?
  RETURNING delivery_id, data, not_before, attempts`
const end = `UPDATE banfa_deliveries
  SET state = ?, not_before = coalesce(?, not_before), ready_at = coalesce(?, ready_at), receipts = receipts + 1
  WHERE delivery_key = ? AND attempts = ? AND state = 'claimed' RETURNING place, lane_key, receipts`
const count = "UPDATE banfa_deliveries SET receipts = receipts + 1 WHERE delivery_key = ? RETURNING place, receipts"
const revive = `UPDATE banfa_deliveries SET state = 'waiting', not_before = ?, ready_at = ?, receipts = receipts + 1
  WHERE delivery_key = ? AND state = 'dead' RETURNING place, lane_key, receipts`
const write = `INSERT INTO banfa_delivery_receipts (place, number, attempt, status, told_at, detail)
  VALUES (?, ?, ?, ?, ?, ?)`
/** Points a lane at the first that is neither at its end nor dead, and at when that can be handed out. */
const turn = `UPDATE banfa_lanes SET (head, ready_at) = (
    SELECT d.place, max(d.ready_at, coalesce(
      (SELECT max(c.ready_at) FROM banfa_deliveries c WHERE c.lane_key = d.lane_key AND c.state = 'claimed'), ''))
    FROM banfa_deliveries d WHERE d.lane_key = banfa_lanes.lane_key AND d.state IN ('waiting', 'claimed')
    ORDER BY d.place LIMIT 1)
  WHERE lane_key = ?`

/** How a delivery stands after an attempt. */
const stateAfter = (status: string): string => (status === "failed" ? "waiting" : status === "dead" ? "dead" : "end")

/** How SQLite keeps them in a database. */
export const deliveries = (db: DatabaseSync): DeliveriesDialect => {
  const run = (sql: string, ...params: ReadonlyArray<SqlValue>) => statement(db, sql).run(...params)
  const row = (sql: string, ...params: ReadonlyArray<SqlValue>): Row | undefined => statement(db, sql).get(...params)
  /** Runs something for each, and answers with the places of those for which it says so; then the lanes that it names are turned. */
  const each = <A>(all: ReadonlyArray<A>, body: (one: A, lanes: Set<string>) => boolean) =>
    inTransaction(db, () => {
      const lanes = new Set<string>()
      const places = all.flatMap((one, place) => (body(one, lanes) ? [place] : []))
      for (const lane of lanes) run(turn, lane)
      return Result.succeed(places)
    })

  return {
    enqueue: (_, all) =>
      each(all, ({ channel, id, json, key, lane, laneKey, notBefore }, lanes) => {
        run(addLane, laneKey, channel, lane)
        if (Number(run(add, key, id, laneKey, json, notBefore, notBefore).changes) === 0) return false
        lanes.add(laneKey)
        return true
      }),
    claim: (connection, { at, channel, limit, until }) =>
      // who finds nothing keeps no writer waiting
      Effect.flatMap(connection.query(anyDue, [channel, at]), ([any]) =>
        any === undefined
          ? Effect.succeed([])
          : inTransaction(db, () => {
              const lanes = statement(db, lanesDue).all(channel, at, limit)
              return Result.succeed(
                lanes.map(({ head, lane, lane_key }): Row => {
                  run(leaseLane, until, String(lane_key))
                  return { ...row(lease, until, Number(head)), lane }
                })
              )
            })
      ),
    settle: (_, settled, at) =>
      each(settled, ({ again = null, attempt, json, key, status }, lanes) => {
        const ended = row(end, stateAfter(status), again, again, key, attempt)
        if (ended === undefined) return true
        run(write, Number(ended.place), Number(ended.receipts), attempt, status, at, json)
        lanes.add(String(ended.lane_key))
        return false
      }),
    note: (_, notes) =>
      each(notes, ({ at, json, key, status }) => {
        const counted = row(count, key)
        if (counted === undefined) return true
        run(write, Number(counted.place), Number(counted.receipts), 0, status, at, json)
        return false
      }),
    resend: (_, keys, at) =>
      each(keys, (key, lanes) => {
        const revived = row(revive, at, at, key)
        if (revived === undefined) return true
        run(write, Number(revived.place), Number(revived.receipts), 0, "resent", at, "{}")
        lanes.add(String(revived.lane_key))
        return false
      })
  }
}
