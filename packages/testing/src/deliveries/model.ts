/**
 * The guarantees of the port, written down as plainly as can be: one list, looked through from its beginning each time. Whatever is asked of an
 * adapter is asked of this as well, and has to get the same answer.
 */
import type {
  Claim,
  Claimed,
  Deliveries,
  Delivery,
  DeliveryLookup,
  DeliveryReceipt,
  Settled,
  Standing
} from "@banfa/core/port/Deliveries"
import {
  listed,
  prepareClaim,
  prepareEnqueue,
  prepareNote,
  prepareResend,
  prepareSettle
} from "@banfa/core/port/prepareDeliveries"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"

/** A delivery as the model keeps it. */
export interface Entry {
  /** As it was put in. */
  readonly delivery: Delivery
  /** Its number in the order in which all were put in. */
  readonly place: number
  /** How it stands. */
  readonly state: Standing["state"]
  /** How many attempts were made. */
  readonly attempts: number
  /** The instant before which it is not handed out. */
  readonly notBefore: string
  /** When the time of its last holder is over; empty where it had none. */
  readonly until: string
  /** Everything that became of it, in order. */
  readonly receipts: ReadonlyArray<DeliveryReceipt>
}

/** The sentences of the port that can be broken one by one. */
export interface Rules {
  /** Whether two ids are the same. */
  readonly isSame: (one: string, other: string) => boolean
  /** Whether an entry can be handed out at an instant, by itself. */
  readonly isDue: (entry: Entry, at: string) => boolean
  /** Whether one keeps another from being handed out at an instant. */
  readonly isBefore: (one: Entry, other: Entry, at: string) => boolean
  /** Until when what is handed out is nobody else's. */
  readonly lease: (claim: Claim) => string
  /** Whether an attempt is the one whose end is waited for. */
  readonly isHeld: (entry: Entry, attempt: number) => boolean
  /** How an entry stands after an attempt. */
  readonly ended: (entry: Entry, settled: Settled) => Partial<Entry>
  /** The receipts of an entry with one more. */
  readonly written: (entry: Entry, receipt: Omit<DeliveryReceipt, "id" | "number">) => ReadonlyArray<DeliveryReceipt>
  /** How a dead one stands when it is sent again. */
  readonly again: (entry: Entry, at: string) => Partial<Entry>
}

const isOpen = ({ state }: Entry): boolean => state === "waiting" || state === "claimed"

const isOneLane = ({ delivery: a }: Entry, { delivery: b }: Entry): boolean =>
  a.channel === b.channel && a.lane === b.lane

/** The rules, unbroken. */
export const rules: Rules = {
  isSame: (one, other) => one === other,
  isDue: ({ notBefore, state, until }, at) =>
    (state === "waiting" && notBefore <= at) || (state === "claimed" && until <= at),
  isBefore: (one, other, at) =>
    one !== other &&
    isOneLane(one, other) &&
    ((isOpen(one) && one.place < other.place) || (one.state === "claimed" && at < one.until)),
  lease: ({ until }) => until,
  isHeld: ({ attempts, state }, attempt) => state === "claimed" && attempts === attempt,
  ended: (_, { again, status }) =>
    again === undefined ? { state: status === "dead" ? "dead" : "end" } : { state: "waiting", notBefore: again },
  written: ({ delivery: { id }, receipts }, receipt) => [...receipts, { id, number: receipts.length + 1, ...receipt }],
  again: (_, at) => ({ state: "waiting", notBefore: at })
}

/** Where entries are kept, in the order in which they were put in. */
export interface Kept {
  /** All of them. */
  entries: ReadonlyArray<Entry>
}

const standing = ({ attempts, delivery, notBefore, state }: Entry): Standing =>
  structuredClone({ ...delivery, notBefore, state, attempts })

/** The port over a list, by rules. */
export const model = (
  kept: Kept = { entries: [] },
  { again, ended, isBefore, isDue, isHeld, isSame, lease, written }: Rules = rules
): Deliveries["Service"] => {
  const find = (id: string) => kept.entries.find(({ delivery }) => isSame(delivery.id, id))
  const change = (entry: Entry, more: Partial<Entry>): Entry => {
    const changed = { ...entry, ...more }
    kept.entries = kept.entries.with(kept.entries.indexOf(entry), changed)
    return changed
  }
  /** The instant from which one could be handed out, were nothing before it: of its own, and of what was under way in its lane. */
  const since = (entry: Entry): string => {
    const leases = kept.entries
      .filter((one) => one.state === "claimed" && isOneLane(one, entry))
      .map(({ until }) => until)
    return [entry.state === "claimed" ? entry.until : entry.notBefore, ...leases].toSorted().at(-1) ?? ""
  }
  const firsts = (channel: string) =>
    kept.entries.filter(
      (entry) =>
        entry.delivery.channel === channel &&
        isOpen(entry) &&
        !kept.entries.some((one) => one !== entry && isOneLane(one, entry) && isOpen(one) && one.place < entry.place)
    )
  const decided = <A, B>(checked: Result.Result<A, B>, body: (asked: A) => ReadonlyArray<string>) =>
    Effect.fromResult(Result.map(checked, body))

  return {
    enqueue: (deliveries) =>
      Effect.suspend(() =>
        decided(prepareEnqueue(deliveries), (prepared) => {
          const entries = [...kept.entries]
          kept.entries = entries
          return prepared.flatMap(({ json, ...delivery }) => {
            if (find(delivery.id) !== undefined) return []
            const entry: Entry = {
              delivery: { ...delivery, data: JSON.parse(json) },
              place: entries.length,
              ...{ state: "waiting", attempts: 0, notBefore: delivery.notBefore, until: "", receipts: [] }
            }
            entries.push(entry)
            return [delivery.id]
          })
        })
      ),
    claim: (claim) =>
      Effect.suspend(() =>
        Effect.fromResult(
          Result.map(prepareClaim(claim), ({ at, channel, limit }): ReadonlyArray<Claimed> => {
            const due = kept.entries.filter(
              (entry) =>
                entry.delivery.channel === channel &&
                isDue(entry, at) &&
                !kept.entries.some((one) => isBefore(one, entry, at))
            )
            const first = due
              .map((entry) => ({ entry, from: since(entry) }))
              .toSorted((a, b) => (a.from === b.from ? a.entry.place - b.entry.place : a.from < b.from ? -1 : 1))
            return first.slice(0, limit).map(({ entry }) => {
              const changed = change(entry, { state: "claimed", attempts: entry.attempts + 1, until: lease(claim) })
              const { attempts, state: _, ...delivery } = standing(changed)
              return { ...delivery, attempt: attempts }
            })
          })
        )
      ),
    settle: (settled, at) =>
      Effect.suspend(() =>
        decided(prepareSettle(settled, at), (prepared) =>
          prepared.flatMap(({ json, ...one }) => {
            const entry = find(one.id)
            if (entry === undefined || !isHeld(entry, one.attempt)) return [one.id]
            const detail = JSON.parse(json)
            const receipts = written(entry, { attempt: one.attempt, status: one.status, at, detail })
            change(entry, { ...ended(entry, { ...one, detail }), receipts })
            return []
          })
        )
      ),
    note: (notes) =>
      Effect.suspend(() =>
        decided(prepareNote(notes), (prepared) =>
          prepared.flatMap(({ at, id, json, status }) => {
            const entry = find(id)
            if (entry === undefined) return [id]
            change(entry, { receipts: written(entry, { attempt: 0, status, at, detail: JSON.parse(json) }) })
            return []
          })
        )
      ),
    receipts: (id) => Effect.sync(() => structuredClone(find(id)?.receipts ?? [])),
    list: ({ after, channel, limit, state }: DeliveryLookup) =>
      Effect.sync(() => {
        const from = after === undefined ? -1 : (find(after)?.place ?? Number.POSITIVE_INFINITY)
        return kept.entries
          .filter(
            (entry) =>
              entry.place > from &&
              (state === undefined || entry.state === state) &&
              (channel === undefined || entry.delivery.channel === channel)
          )
          .slice(0, listed(limit))
          .map(standing)
      }),
    resend: (ids, at) =>
      Effect.suspend(() =>
        decided(prepareResend(ids, at), (asked) =>
          asked.filter((id) => {
            const entry = find(id)
            if (entry?.state !== "dead") return true
            const receipts = written(entry, { attempt: 0, status: "resent", at, detail: {} })
            change(entry, { ...again(entry, at), receipts })
            return false
          })
        )
      ),
    next: (channel) => Effect.sync(() => firsts(channel).map(since).toSorted()[0])
  }
}
