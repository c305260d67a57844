import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Deliveries } from "./Deliveries.ts"
import type { DeliveryReceipt, Standing } from "./Delivery.ts"
import {
  listed,
  type PreparedDelivery,
  type PreparedNote,
  prepareClaim,
  prepareEnqueue,
  prepareNote,
  prepareResend,
  prepareSettle
} from "./prepareDeliveries.ts"

type Service = Deliveries["Service"]

interface Kept {
  readonly delivery: PreparedDelivery
  /** Its number in the order in which all were put in. */
  readonly place: number
  state: Standing["state"]
  attempts: number
  notBefore: string
  /** Of one that waits `notBefore`, of one that is claimed when the time of its holder is over. */
  ready: string
  readonly receipts: Array<Omit<DeliveryReceipt, "id" | "detail"> & { readonly json: string }>
}

/** What is neither at its end nor dead, in the order in which it was put in. */
type Lane = Array<Kept>

/** The instant from which a lane hands out its first: never while another of it is under way. */
const readyOf = ([first, ...others]: Lane): string | undefined =>
  others.reduce(
    (latest, { ready, state }) => (state === "claimed" && latest !== undefined && ready > latest ? ready : latest),
    first?.ready
  )

const standing = ({ attempts, delivery: { channel, id, json, lane }, notBefore, state }: Kept): Standing => ({
  ...{ id, channel, lane, data: JSON.parse(json), notBefore },
  ...{ state, attempts }
})

/** Deliveries in the memory of the process. Every operation runs without a pause, so nothing can come between. */
export const makeMemoryDeliveries: Effect.Effect<Service> = Effect.sync(() => {
  const all: Array<Kept> = []
  const byId = new Map<string, Kept>()
  const channels = new Map<string, Map<string, Lane>>()

  const laneOf = ({ channel, lane }: PreparedDelivery): Lane => {
    const lanes = channels.get(channel) ?? new Map<string, Lane>()
    channels.set(channel, lanes)
    const found = lanes.get(lane) ?? []
    lanes.set(lane, found)
    return found
  }
  const enter = (kept: Kept): void => {
    const lane = laneOf(kept.delivery)
    const behind = lane.findIndex(({ place }) => place > kept.place)
    lane.splice(behind < 0 ? lane.length : behind, 0, kept)
  }
  const leave = (kept: Kept): void => {
    const { channel, lane: name } = kept.delivery
    const lane = laneOf(kept.delivery)
    lane.splice(lane.indexOf(kept), 1)
    if (lane.length === 0) channels.get(channel)?.delete(name)
  }
  const write = ({ receipts }: Kept, attempt: number, { at, json, status }: Omit<PreparedNote, "id">): void => {
    receipts.push({ number: receipts.length + 1, attempt, status, at, json })
  }

  return {
    enqueue: (deliveries) =>
      Effect.suspend(() =>
        Effect.fromResult(
          Result.map(prepareEnqueue(deliveries), (prepared) => {
            const fresh = prepared.filter(({ id }) => !byId.has(id))
            for (const delivery of fresh) {
              const { notBefore } = delivery
              const place = all.length
              const kept: Kept = {
                delivery,
                place,
                state: "waiting",
                attempts: 0,
                notBefore,
                ready: notBefore,
                receipts: []
              }
              all.push(kept)
              byId.set(delivery.id, kept)
              laneOf(delivery).push(kept)
            }
            return fresh.map(({ id }) => id)
          })
        )
      ),
    claim: (claim) =>
      Effect.suspend(() =>
        Effect.fromResult(
          Result.map(prepareClaim(claim), ({ at, channel, limit, until }) =>
            [...(channels.get(channel)?.values() ?? [])]
              .flatMap((lane) => {
                const [first, ready] = [lane[0], readyOf(lane)]
                return first === undefined || ready === undefined || ready > at ? [] : [{ first, ready }]
              })
              .sort((one, other) =>
                one.ready === other.ready ? one.first.place - other.first.place : one.ready < other.ready ? -1 : 1
              )
              .slice(0, limit)
              .map(({ first }) => {
                first.state = "claimed"
                first.ready = until
                first.attempts++
                const { attempts, state: _, ...delivery } = standing(first)
                return { ...delivery, attempt: attempts }
              })
          )
        )
      ),
    settle: (settled, at) =>
      Effect.suspend(() =>
        Effect.fromResult(
          Result.map(prepareSettle(settled, at), (prepared) =>
            prepared.flatMap(({ again, attempt, id, json, status }) => {
              const kept = byId.get(id)
              if (kept?.state !== "claimed" || kept.attempts !== attempt) return [id]
              write(kept, attempt, { status, at, json })
              if (again !== undefined) {
                kept.state = "waiting"
                kept.notBefore = kept.ready = again
              } else {
                kept.state = status === "dead" ? "dead" : "end"
                leave(kept)
              }
              return []
            })
          )
        )
      ),
    note: (receipts) =>
      Effect.suspend(() =>
        Effect.fromResult(
          Result.map(prepareNote(receipts), (prepared) =>
            prepared.flatMap((note) => {
              const kept = byId.get(note.id)
              if (kept === undefined) return [note.id]
              write(kept, 0, note)
              return []
            })
          )
        )
      ),
    receipts: (id) =>
      Effect.sync(() =>
        (byId.get(id)?.receipts ?? []).map(({ json, ...receipt }) => ({ id, ...receipt, detail: JSON.parse(json) }))
      ),
    list: ({ after, channel, limit, state }) =>
      Effect.sync(() => {
        const from = after === undefined ? 0 : (byId.get(after)?.place ?? all.length) + 1
        return all
          .slice(from)
          .filter(
            (kept) =>
              (state === undefined || kept.state === state) &&
              (channel === undefined || kept.delivery.channel === channel)
          )
          .slice(0, listed(limit))
          .map(standing)
      }),
    resend: (ids, at) =>
      Effect.suspend(() =>
        Effect.fromResult(
          Result.map(prepareResend(ids, at), (asked) =>
            asked.filter((id) => {
              const kept = byId.get(id)
              if (kept?.state !== "dead") return true
              write(kept, 0, { status: "resent", at, json: "{}" })
              kept.state = "waiting"
              kept.notBefore = kept.ready = at
              enter(kept)
              return false
            })
          )
        )
      ),
    next: (channel) =>
      Effect.sync(() =>
        [...(channels.get(channel)?.values() ?? [])]
          .map(readyOf)
          .reduce(
            (earliest, ready) =>
              earliest === undefined || (ready !== undefined && ready < earliest) ? ready : earliest,
            undefined
          )
      )
  }
})
