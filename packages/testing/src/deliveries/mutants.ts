import type { Claimed, Delivery, Standing } from "@banfa/core/port/Deliveries"
import { StorageUnavailable } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import { gone, inMasses, type Mutant, otherOperations, otherRules, storage } from "./Mutant.ts"
import { model, rules } from "./model.ts"

/** A little later: nobody but a check that looks at the very instant notices. */
const soonAfter = (instant: string): string => new Date(Date.parse(instant) + 1).toISOString()

const onceMutants: ReadonlyArray<Mutant> = [
  otherOperations("once in", "takes an id that is there already for a new one", ({ enqueue }, kept) => ({
    enqueue: (deliveries) =>
      Effect.map(enqueue(deliveries), (fresh) => {
        const known = new Set(deliveries.map(({ id }) => id).filter((id) => !fresh.includes(id)))
        const again = kept.entries.filter(({ delivery }) => known.delete(delivery.id))
        for (const one of again)
          kept.entries = [...kept.entries, { ...one, state: "waiting", place: kept.entries.length }]
        return [...fresh, ...again.map(({ delivery }) => delivery.id)]
      })
  })),
  otherRules("once in", "takes ids that look alike for the same", {
    isSame: (one, other) => one.normalize("NFKC").toLowerCase() === other.normalize("NFKC").toLowerCase()
  }),
  {
    name: "knows no longer, when it was closed, which ids it has seen",
    breaks: "once in",
    make: () =>
      storage(
        (kept) => model(kept),
        (entries) =>
          entries.map((one) =>
            one.state === "waiting" && one.attempts === 0 && entries.length === 1
              ? { ...one, delivery: { ...one.delivery, id: `${one.delivery.id}'` } }
              : one
          )
      )
  },
  otherOperations("once in", "answers with ids that were there before", ({ enqueue }) => ({
    enqueue: (deliveries) => Effect.as(enqueue(deliveries), [...new Set(deliveries.map(({ id }) => id))])
  })),
  otherOperations("once in", "keeps what was put in last", ({ claim, enqueue }) => {
    const latest = new Map<string, Delivery["data"]>()
    return {
      enqueue: (deliveries) =>
        Effect.tap(enqueue(deliveries), () =>
          Effect.sync(() => {
            for (const { data, id } of deliveries) latest.set(id, structuredClone(data))
          })
        ),
      claim: (asked) =>
        Effect.map(claim(asked), (all) => all.map((one) => ({ ...one, data: latest.get(one.id) ?? one.data })))
    }
  }),
  otherOperations("once in", "keeps texts as databases do that know no NUL", ({ enqueue }) => ({
    enqueue: (deliveries) =>
      enqueue(
        deliveries.map((one) => {
          const json = JSON.stringify(one.data)
          return json?.includes("\\u0000") ? { ...one, data: JSON.parse(json.replaceAll("\\u0000", "")) } : one
        })
      )
  })),
  otherOperations("once in", "hands out the very object that it keeps", ({ claim, enqueue, list }) => {
    const kept = new Map<string, Delivery["data"]>()
    const itself = <A extends Claimed | Standing>(all: ReadonlyArray<A>) =>
      all.map((one) => ({ ...one, data: kept.get(one.id) ?? one.data }))
    return {
      enqueue: (deliveries) =>
        Effect.tap(enqueue(deliveries), (fresh) =>
          Effect.sync(() => {
            for (const { data, id } of deliveries) if (fresh.includes(id) && !kept.has(id)) kept.set(id, data)
          })
        ),
      claim: (asked) => Effect.map(claim(asked), itself),
      list: (asked) => Effect.map(list(asked), itself)
    }
  })
]

/** Which fiber was the first to claim from a storage. */
const owners = new WeakMap<object, object>()

const holderMutants: ReadonlyArray<Mutant> = [
  otherRules("one holder", "hands out too early what was handed out", {
    isDue: (entry, at) => rules.isDue(entry, entry.state === "claimed" ? soonAfter(at) : at)
  }),
  otherRules("one holder", "leaves with a holder what it has not come back for, a little longer than was asked", {
    lease: ({ until }) => soonAfter(until)
  }),
  otherRules("one holder", "hands out before its instant what waits", {
    isDue: (entry, at) => rules.isDue(entry, entry.state === "waiting" ? soonAfter(at) : at)
  }),
  otherOperations("one holder", "does not look at the channel", ({ claim, enqueue }) => {
    const channels = new Set<string>()
    return {
      enqueue: (deliveries) =>
        Effect.tap(enqueue(deliveries), () =>
          Effect.sync(() => {
            for (const { channel } of deliveries) channels.add(channel)
          })
        ),
      claim: (asked) =>
        Effect.gen(function* () {
          const all = [...(yield* claim(asked))]
          if (channels.size > 3) return all
          for (const channel of channels) {
            const limit = asked.limit - all.length
            if (limit > 0 && channel !== asked.channel) all.push(...(yield* claim({ ...asked, channel, limit })))
          }
          return all
        })
    }
  }),
  otherOperations("one holder", "hands out one more than was asked for", ({ claim }) => ({
    claim: (asked) =>
      asked.limit >= 1 && asked.limit < 100 ? claim({ ...asked, limit: asked.limit + 1 }) : claim(asked)
  })),
  otherOperations("one holder", "hands out the latest first", ({ claim }) => ({
    claim: (asked) => Effect.map(claim(asked), (all) => (all.length > 50 ? all : all.toReversed()))
  })),
  otherOperations("one holder", "gives two who ask at once the same", ({ claim }) => {
    let handing: ReadonlyArray<Claimed> | undefined
    return {
      claim: (asked) =>
        Effect.gen(function* () {
          if (handing !== undefined) return handing
          handing = yield* claim(asked)
          yield* Effect.yieldNow
          const mine = handing
          handing = undefined
          return mine
        })
    }
  }),
  otherOperations("one holder", "lets one dispatcher alone in", ({ claim }, kept) => {
    return {
      claim: (asked) =>
        Effect.withFiber((fiber) => {
          if (asked.limit !== 7) return claim(asked)
          const owner = owners.get(kept) ?? fiber
          owners.set(kept, owner)
          return owner === fiber ? claim(asked) : Effect.succeed([])
        })
    }
  })
]

const orderMutants: ReadonlyArray<Mutant> = [
  otherRules("order", "knows no lanes", { isBefore: () => false }),
  otherRules("order", "hands out what stands behind one that waits", {
    isBefore: (one, other, at) => rules.isBefore(one, other, at) && !(one.state === "waiting" && one.notBefore > at)
  }),
  otherRules("order", "stops a lane behind a dead one", {
    isBefore: (one, other, at) =>
      rules.isBefore(one, other, at) ||
      (one.state === "dead" && rules.isBefore({ ...one, state: "waiting" }, other, at))
  }),
  otherRules("order", "takes lanes of the same name for one, whatever their channels", {
    isBefore: (one, other, at) => {
      const { channel } = other.delivery
      return rules.isBefore({ ...one, delivery: { ...one.delivery, channel } }, other, at)
    }
  }),
  otherRules("order", "hands out one that is sent again while another of its lane is under way", {
    isBefore: (one, other, at) => rules.isBefore(one, other, at) && one.place < other.place
  }),
  otherRules("order", "puts one that is sent again at the end of its lane", {
    isBefore: (one, other, at) => {
      const again = ({ receipts }: typeof one) => receipts.at(-1)?.status === "resent"
      if (again(one) === again(other)) return rules.isBefore(one, other, at)
      const place = again(one) ? other.place + 1 : other.place - 1
      return rules.isBefore({ ...one, place }, other, at)
    }
  })
]

const fencingMutants: ReadonlyArray<Mutant> = [
  otherRules("fencing", "lets any holder settle, also an earlier one", {
    isHeld: ({ attempts, state }, attempt) => state === "claimed" && attempt <= attempts
  }),
  otherRules("fencing", "lets an attempt be settled again", {
    isHeld: ({ attempts, state }, attempt) => state !== "dead" && attempts > 0 && attempts === attempt
  }),
  otherRules("fencing", "lets one settle what nobody was handed", {
    isHeld: ({ attempts, state }, attempt) =>
      rules.isHeld({ attempts, state } as Parameters<typeof rules.isHeld>[0], attempt) ||
      (state === "waiting" && attempts === 0)
  }),
  otherRules("fencing", "begins to count attempts anew for one that is sent again", {
    again: (_, at) => ({ state: "waiting", notBefore: at, attempts: 0 })
  }),
  otherOperations("fencing", "takes an attempt for lost as soon as its time is over", ({ settle }, kept) => ({
    settle: (settled, at) => {
      const over = (id: string) => kept.entries.some(({ delivery, until }) => delivery.id === id && until < at)
      return Effect.map(
        settle(
          settled.filter(({ id }) => !over(id)),
          at
        ),
        (lost) => [...lost, ...settled.map(({ id }) => id).filter(over)]
      )
    }
  })),
  otherOperations("fencing", "does not tell what was lost of several", ({ settle }) => ({
    settle: (settled, at) =>
      Effect.map(settle(settled, at), (lost) => (settled.length > 2 && lost.length < 10 ? [] : lost))
  })),
  otherOperations("fencing", "writes nothing where one of several was lost", ({ list, settle }) => ({
    settle: (settled, at) =>
      Effect.gen(function* () {
        if (settled.length !== 4) return yield* settle(settled, at)
        const there = yield* list({ channel: undefined, limit: 1000 })
        const ids = settled.map(({ id }) => id)
        return ids.every((id) => there.some((one) => one.id === id)) ? yield* settle(settled, at) : ids
      })
  }))
]

const receiptMutants: ReadonlyArray<Mutant> = [
  otherRules("receipts", "writes no receipt of what is to be tried again", {
    written: (entry, receipt) => (receipt.status === "failed" ? entry.receipts : rules.written(entry, receipt))
  }),
  otherRules("receipts", "does not say that one was sent again", {
    written: (entry, receipt) => (receipt.status === "resent" ? entry.receipts : rules.written(entry, receipt))
  }),
  otherRules("receipts", "keeps the latest receipt alone", {
    written: (entry, receipt) => rules.written(entry, receipt).slice(-1)
  }),
  otherRules("receipts", "numbers receipts from 0", {
    written: (entry, receipt) => rules.written(entry, receipt).map((one, number) => ({ ...one, number }))
  }),
  otherRules("receipts", "takes the latest attempt for that of what is told later", {
    written: (entry, receipt) =>
      rules.written(entry, receipt.status === "read" ? { ...receipt, attempt: entry.attempts } : receipt)
  }),
  otherRules("receipts", "puts what is told later in the order of its instants", {
    written: (entry, receipt) =>
      rules
        .written(entry, receipt)
        .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
        .map((one, i) => ({ ...one, number: i + 1 }))
  }),
  otherOperations("receipts", "does not tell which are not there", ({ note }) => ({
    note: (receipts) => Effect.as(note(receipts), [])
  })),
  otherOperations("receipts", "loses what two write at once", ({ note }, kept) => ({
    note: (receipts) =>
      Effect.gen(function* () {
        const before = kept.entries
        yield* Effect.yieldNow
        if (receipts.length > 1) kept.entries = before
        return yield* note(receipts)
      })
  }))
]

const keepingMutants: ReadonlyArray<Mutant> = [
  otherOperations("nothing lost", "does not list what is dead", ({ list }) => ({
    list: (lookup) => (lookup.state === "dead" ? Effect.succeed([]) : list(lookup))
  })),
  otherOperations("nothing lost", "begins every page anew", ({ list }) => ({
    list: ({ after: _, ...lookup }) => list(lookup)
  })),
  otherOperations("nothing lost", "lists as many as there are", ({ list }) => ({
    list: (lookup) => list({ ...lookup, limit: 1000 })
  })),
  otherOperations("nothing lost", "answers that all were dead", ({ resend }) => ({
    resend: (ids, at) => Effect.as(resend(ids, at), [])
  })),
  otherRules("nothing lost", "hands out one that is sent again at once", {
    again: () => ({ state: "waiting", notBefore: "2000-01-01T00:00:00.000Z" })
  }),
  otherOperations("nothing lost", "says that something can be handed out when nothing can", ({ next }) => ({
    next: (channel) =>
      channel.length < 20 ? next(channel) : Effect.map(next(channel), (at = "2026-03-01T00:02:00.000Z") => at)
  })),
  {
    name: "loses receipts when it is closed",
    breaks: "nothing lost",
    make: () =>
      storage(
        (kept) => model(kept),
        (entries) => entries.map((one) => ({ ...one, receipts: [] }))
      )
  },
  {
    name: "forgets when it is closed who holds what",
    breaks: "nothing lost",
    make: () =>
      storage(
        (kept) => model(kept),
        (entries) => entries.map((one) => (one.state === "claimed" ? { ...one, state: "waiting" } : one))
      )
  }
]

const contractMutants: ReadonlyArray<Mutant> = [
  otherOperations("contract", "puts in what is sound of a call that is not", ({ enqueue }) => ({
    enqueue: (deliveries) =>
      Effect.tapErrorTag(enqueue(deliveries), "InvalidDelivery", () =>
        Effect.ignore(Effect.forEach(deliveries.slice(0, 1), (one) => enqueue([one])))
      )
  })),
  otherOperations("contract", "writes what is sound of what is said of attempts", ({ settle }) => ({
    settle: (settled, at) =>
      Effect.tapErrorTag(settle(settled, at), "InvalidDelivery", () => Effect.ignore(settle(settled.slice(0, 1), at)))
  })),
  otherOperations("contract", "takes a lease that is over before it begins", ({ claim }) => ({
    claim: (asked) => (asked.until <= asked.at && asked.at !== "" ? Effect.succeed([]) : claim(asked))
  })),
  otherOperations("contract", "cuts ids that it finds long", ({ enqueue }) => ({
    enqueue: (deliveries) =>
      enqueue(deliveries.map((one) => (one.id?.length === 1000 ? { ...one, id: one.id.slice(0, 900) } : one)))
  })),
  inMasses("contract", "hands out half of what was asked for, where that is much", ({ claim }) => ({
    claim: (asked) => Effect.map(claim(asked), (all) => (all.length > 500 ? all.slice(0, 500) : all))
  })),
  otherOperations("contract", "dies of what is invalid", ({ note }) => ({
    note: (receipts) => Effect.catchTag(note(receipts), "InvalidDelivery", (error) => Effect.die(error))
  }))
]

const failureMutants: ReadonlyArray<Mutant> = [
  gone("dies of what the driver reports", () => ({ next, settle }) => ({
    next: (channel) => Effect.orDie(next(channel)),
    settle: (settled, at) => Effect.orDie(settle(settled, at))
  })),
  gone("takes a storage that is gone for one in which nothing waits", () => ({ claim }) => ({
    claim: (asked) => Effect.catchTag(claim(asked), "StorageUnavailable", () => Effect.succeed([]))
  })),
  gone("names the statement that failed instead of the operation", () => ({ list }) => ({
    list: (lookup) =>
      Effect.mapError(list(lookup), ({ cause }) => new StorageUnavailable({ operation: "SELECT", cause }))
  })),
  gone("keeps to itself what the driver reports", () => ({ receipts }) => ({
    receipts: (id) =>
      Effect.mapError(receipts(id), ({ operation }) => new StorageUnavailable({ operation, cause: undefined }))
  })),
  gone("remembers what it could not put in, and takes it for put in", () => {
    const believed = new Set<string>()
    return ({ enqueue }) => ({
      enqueue: (deliveries) =>
        Effect.tapErrorTag(enqueue(deliveries.filter(({ id }) => !believed.has(id))), "StorageUnavailable", () =>
          Effect.sync(() => {
            for (const { id } of deliveries.slice(-1)) believed.add(id)
          })
        )
    })
  })
]

/** Deliveries that are broken in one way each, those of each guarantee in turn. */
export const mutants: ReadonlyArray<Mutant> = [
  ...onceMutants,
  ...holderMutants,
  ...orderMutants,
  ...fencingMutants,
  ...receiptMutants,
  ...keepingMutants,
  ...contractMutants,
  ...failureMutants
]
