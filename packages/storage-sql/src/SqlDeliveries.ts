/**
 * Deliveries over a connection, but for what each dialect does in its own way.
 */
import { createHash } from "node:crypto"
import {
  type Claim,
  type Claimed,
  Deliveries,
  type DeliveryLookup,
  type DeliveryReceipt,
  type Standing,
  type Status
} from "@banfa/core/port/Deliveries"
import {
  isDeliveryId,
  listed,
  type PreparedDelivery,
  type PreparedNote,
  type PreparedSettled,
  prepareClaim,
  prepareEnqueue,
  prepareNote,
  prepareResend,
  prepareSettle
} from "@banfa/core/port/prepareDeliveries"
import * as Effect from "effect/Effect"
import type { Row, SqlConnection, SqlFailure, SqlValue } from "./SqlConnection.ts"
import { available } from "./SqlEventStore.ts"

/** A delivery with the keys of its id and of its lane. */
export interface KeyedDelivery extends PreparedDelivery {
  /** The key of its id. */
  readonly key: string
  /** The key of its channel and lane. */
  readonly laneKey: string
}

/**
 * What each dialect does in its own way, whole or not at all, in a transaction that is open too. Where an answer is a list of numbers, they are the
 * places in what was asked, the first is 0.
 */
export interface DeliveriesDialect {
  /** Puts deliveries in, and answers which of them were not there. */
  readonly enqueue: (
    connection: SqlConnection,
    deliveries: ReadonlyArray<KeyedDelivery>
  ) => Effect.Effect<ReadonlyArray<number>, SqlFailure>
  /** Hands out, and answers with `delivery_id`, `lane`, `data`, `not_before` and `attempts`, in order. */
  readonly claim: (connection: SqlConnection, claim: Claim) => Effect.Effect<ReadonlyArray<Row>, SqlFailure>
  /** Ends attempts, and answers which of them were lost. */
  readonly settle: (
    connection: SqlConnection,
    settled: ReadonlyArray<PreparedSettled & Keyed>,
    at: string
  ) => Effect.Effect<ReadonlyArray<number>, SqlFailure>
  /** Adds receipts, and answers which are of deliveries that are not there. */
  readonly note: (
    connection: SqlConnection,
    notes: ReadonlyArray<PreparedNote & Keyed>
  ) => Effect.Effect<ReadonlyArray<number>, SqlFailure>
  /** Sends dead ones again, and answers which are not dead. */
  readonly resend: (
    connection: SqlConnection,
    keys: ReadonlyArray<string>,
    at: string
  ) => Effect.Effect<ReadonlyArray<number>, SqlFailure>
}

/** Something with the key of the id of its delivery. */
export interface Keyed {
  /** The key of the id. */
  readonly key: string
}

/**
 * What is looked up in the place of a text: it is always as short, and no database cuts it, folds it or finds it too long for an index. No channel has
 * a control character, so no two pairs of channel and lane have the same key.
 */
const keyOf = (...texts: ReadonlyArray<string>): string =>
  createHash("sha256").update(texts.join("\u0000")).digest("hex")

const keyed = <A extends { readonly id: string }>(all: ReadonlyArray<A>): ReadonlyArray<A & Keyed> =>
  all.map((one) => ({ ...one, key: keyOf(one.id) }))

const claimedOf = ({ channel }: Claim, row: Row): Claimed => ({
  id: String(row.delivery_id),
  channel,
  lane: String(row.lane),
  data: JSON.parse(String(row.data)),
  notBefore: String(row.not_before),
  attempt: Number(row.attempts)
})

const standingOf = (row: Row): Standing => ({
  id: String(row.delivery_id),
  channel: String(row.channel),
  lane: String(row.lane),
  data: JSON.parse(String(row.data)),
  notBefore: String(row.not_before),
  state: String(row.state) as Standing["state"],
  attempts: Number(row.attempts)
})

const receiptOf = (id: string, row: Row): DeliveryReceipt => ({
  id,
  number: Number(row.number),
  attempt: Number(row.attempt),
  status: String(row.status) as Status,
  at: String(row.told_at),
  detail: JSON.parse(String(row.detail))
})

const receipts = `SELECT r.number, r.attempt, r.status, r.told_at, r.detail
  FROM banfa_deliveries d JOIN banfa_delivery_receipts r ON r.place = d.place
  WHERE d.delivery_key = ? ORDER BY r.number`

const next = "SELECT min(l.ready_at) AS ready_at FROM banfa_lanes l WHERE l.channel = ? AND l.head IS NOT NULL"

/** Written out, and twice: only so does each database see that the index of what is not at its end is enough. */
const inState = {
  waiting: "d.state = 'waiting' AND d.state <> 'end'",
  claimed: "d.state = 'claimed' AND d.state <> 'end'",
  end: "d.state = 'end'",
  dead: "d.state = 'dead' AND d.state <> 'end'"
} as const satisfies Record<Standing["state"], string>

/** The statement of a look-up; none where it asks for what cannot be there. */
const lookup = ({ after, channel, limit, state }: DeliveryLookup) => {
  const asked = state === undefined || Object.hasOwn(inState, state)
  if (!asked || ![after, channel].every((text) => text === undefined || isDeliveryId(text))) return undefined
  const narrowed: ReadonlyArray<readonly [string, ReadonlyArray<SqlValue>]> = [
    ...(state === undefined ? [] : [[inState[state], []] as const]),
    ...(channel === undefined ? [] : [["l.channel = ?", [channel]] as const]),
    ...(after === undefined
      ? []
      : [["d.place > (SELECT a.place FROM banfa_deliveries a WHERE a.delivery_key = ?)", [keyOf(after)]] as const])
  ]
  const where = narrowed.length === 0 ? "" : `WHERE ${narrowed.map(([sql]) => sql).join(" AND ")}`
  return {
    sql: `SELECT d.delivery_id, l.channel, l.lane, d.data, d.not_before, d.state, d.attempts
      FROM banfa_deliveries d JOIN banfa_lanes l ON l.lane_key = d.lane_key ${where} ORDER BY d.place LIMIT ${listed(limit)}`,
    params: narrowed.flatMap(([_, params]) => params)
  }
}

/** Which of these, by their places. */
const those = (ids: ReadonlyArray<{ readonly id: string }>, places: ReadonlyArray<number>): ReadonlyArray<string> =>
  places.flatMap((place) => ids[place]?.id ?? [])

/** Deliveries over a connection whose tables are there. Where a transaction is open on the connection, they take part in it. */
export const deliveriesOver = (connection: SqlConnection, dialect: DeliveriesDialect): Deliveries["Service"] =>
  Deliveries.of({
    enqueue: Effect.fn("Deliveries.enqueue")(function* (deliveries) {
      const prepared = yield* Effect.fromResult(prepareEnqueue(deliveries))
      if (prepared.length === 0) return []
      const asked = keyed(prepared).map((one) => ({ ...one, laneKey: keyOf(one.channel, one.lane) }))
      return those(asked, yield* available("enqueue", dialect.enqueue(connection, asked)))
    }),
    claim: Effect.fn("Deliveries.claim")(function* (claim) {
      const prepared = yield* Effect.fromResult(prepareClaim(claim))
      const rows = yield* available("claim", dialect.claim(connection, prepared))
      return rows.map((row) => claimedOf(prepared, row))
    }),
    settle: Effect.fn("Deliveries.settle")(function* (settled, at) {
      const asked = keyed(yield* Effect.fromResult(prepareSettle(settled, at)))
      if (asked.length === 0) return []
      return those(asked, yield* available("settle", dialect.settle(connection, asked, at)))
    }),
    note: Effect.fn("Deliveries.note")(function* (notes) {
      const asked = keyed(yield* Effect.fromResult(prepareNote(notes)))
      if (asked.length === 0) return []
      return those(asked, yield* available("note", dialect.note(connection, asked)))
    }),
    receipts: Effect.fn("Deliveries.receipts")(function* (id) {
      if (!isDeliveryId(id)) return []
      const rows = yield* available("receipts", connection.query(receipts, [keyOf(id)]))
      return rows.map((row) => receiptOf(id, row))
    }),
    list: Effect.fn("Deliveries.list")(function* (asked) {
      const statement = lookup(asked)
      if (statement === undefined) return []
      return (yield* available("list", connection.query(statement.sql, statement.params))).map(standingOf)
    }),
    resend: Effect.fn("Deliveries.resend")(function* (ids, at) {
      const asked = keyed((yield* Effect.fromResult(prepareResend(ids, at))).map((id) => ({ id })))
      if (asked.length === 0) return []
      const keys = asked.map(({ key }) => key)
      return those(asked, yield* available("resend", dialect.resend(connection, keys, at)))
    }),
    next: Effect.fn("Deliveries.next")(function* (channel) {
      if (!isDeliveryId(channel)) return undefined
      const [row] = yield* available("next", connection.query(next, [channel]))
      return typeof row?.ready_at === "string" ? row.ready_at : undefined
    })
  })
