/**
 * Deliveries for the checks, under ids and channels that no storage has seen.
 */
import { randomUUID } from "node:crypto"
import type { Claim, Claimed, Deliveries, Delivery, Settled, Standing } from "@banfa/core/port/Deliveries"
import type { JsonObject } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"

type Service = Deliveries["Service"]

/** The instant so many minutes after the beginning of a day. */
export const minute = (minutes: number): string =>
  new Date(Date.parse("2026-03-01T00:00:00.000Z") + Math.round(minutes * 60_000)).toISOString()

/** A channel that no storage has seen. */
export const newChannel = (): string => `channel-${randomUUID()}`

/** A delivery over a channel, under an id that no storage has seen and in a lane of its own, due at once. */
export const newDelivery = (channel: string, more: Partial<Delivery> = {}): Delivery => {
  const id = `delivery-${randomUUID()}`
  return { id, channel, lane: id, data: { letter: "通知" }, notBefore: minute(0), ...more }
}

/** So many of them in one lane. */
export const newLane = (channel: string, count: number): ReadonlyArray<Delivery> => {
  const lane = `lane-${randomUUID()}`
  return upTo(count).map(() => newDelivery(channel, { lane }))
}

/** Claims over a channel at a minute, for half an hour if nothing is said, and as many as there may be. */
export const claimAt = (
  { claim }: Service,
  channel: string,
  minutes: number,
  more: Partial<Omit<Claim, "channel" | "at">> = {}
) => claim({ channel, at: minute(minutes), until: minute(minutes + 30), limit: 1000, ...more })

/** What became of one that was handed out. */
export const settled = (
  { attempt, id }: Pick<Claimed, "id" | "attempt">,
  status: Settled["status"] = "accepted",
  more: Partial<Pick<Settled, "again" | "detail">> = {}
): Settled => ({ id, attempt, status, detail: {}, ...more })

/** Everything that stands on a channel, so or in any way, in order. */
export const standing = (deliveries: Service, channel: string, state?: Standing["state"]) =>
  deliveries.list({ channel, state, limit: 1000 })

/** The ids of these, in their order. */
export const idsOf = (all: ReadonlyArray<{ readonly id: string }>): ReadonlyArray<string> => all.map(({ id }) => id)

/** The same in an order of their own. */
export const inOrder = (ids: ReadonlyArray<string>): ReadonlyArray<string> => ids.toSorted()

/** Data that takes this many bytes as JSON in UTF-8, most of it Chinese. */
export const dataOf = (bytes: number): JsonObject => {
  const room = bytes - '{"text":""}'.length
  return { text: "文".repeat(Math.floor(room / 3)) + ".".repeat(room % 3) }
}

/** Runs all of these at once. */
export const together = <A, E, R>(effects: ReadonlyArray<Effect.Effect<A, E, R>>) =>
  Effect.all(effects, { concurrency: "unbounded" })

/** The whole numbers from 1. */
export const upTo = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, i) => i + 1)

/** One of several by a number, in turn. */
export const turnOf = <A>(all: ReadonlyArray<A>, n: number, otherwise: A): A => all[n % all.length] ?? otherwise
