/**
 * Whatever several dispatchers ask in whatever order, by clocks of their own, an adapter answers as the model does.
 */
import { randomUUID } from "node:crypto"
import { isDeepStrictEqual } from "node:util"
import {
  type Claim,
  type Claimed,
  Deliveries,
  type Delivery,
  type DeliveryLookup,
  statuses
} from "@banfa/core/port/Deliveries"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import fc from "fast-check"
import { minute } from "./fixture.ts"
import { model } from "./model.ts"

type Service = Deliveries["Service"]

/** How often a run was at a place where dispatchers get in each other's way: a property that never meets these shows nothing. */
export interface Met {
  /** Deliveries handed out. */
  handedOut: number
  /** Of these for another time, after a failure, a lapse, or being sent again. */
  again: number
  /** Attempts that were lost. */
  lost: number
  /** Dead ones that were sent again. */
  resent: number
}

/** What is asked, in terms of a few channels, lanes and ids that are made afresh for each run. */
type Asked =
  | {
      readonly _tag: "enqueue"
      readonly deliveries: ReadonlyArray<{
        readonly n: number
        readonly channel: number
        readonly lane: number
        readonly from: number
      }>
    }
  | {
      readonly _tag: "claim"
      readonly channel: number
      readonly at: number
      readonly lasts: number
      readonly limit: number
    }
  | {
      readonly _tag: "settle"
      readonly which: ReadonlyArray<{ readonly claim: number; readonly end: number; readonly again: number }>
      readonly at: number
    }
  | { readonly _tag: "note"; readonly ids: ReadonlyArray<number>; readonly status: number; readonly at: number }
  | { readonly _tag: "resend"; readonly ids: ReadonlyArray<number>; readonly at: number }
  | {
      readonly _tag: "list"
      readonly channel: number
      readonly state: number
      readonly after: number
      readonly limit: number
    }

const [channels, lanes, ids, minutes] = [2, 3, 12, 60]
const below = (n: number) => fc.nat({ max: n - 1 })
const at = below(minutes)

const enqueue = (least: number, most: number) =>
  fc.record({
    _tag: fc.constant("enqueue" as const),
    deliveries: fc.array(
      fc.record({ n: below(ids), channel: below(channels), lane: below(lanes), from: below(minutes / 3) }),
      { minLength: least, maxLength: most }
    )
  })

const asked: fc.Arbitrary<Asked> = fc.oneof(
  { weight: 1, arbitrary: enqueue(0, 4) },
  {
    weight: 6,
    arbitrary: fc.record({
      _tag: fc.constant("claim" as const),
      channel: below(channels),
      at,
      lasts: fc.integer({ min: 1, max: 20 }),
      limit: fc.integer({ min: 1, max: 4 })
    })
  },
  {
    weight: 5,
    arbitrary: fc.record({
      _tag: fc.constant("settle" as const),
      which: fc.array(fc.record({ claim: below(6), end: below(7), again: at }), { minLength: 1, maxLength: 4 }),
      at
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      _tag: fc.constant("note" as const),
      ids: fc.array(below(ids), { maxLength: 4 }),
      status: below(statuses.length),
      at
    })
  },
  {
    weight: 2,
    arbitrary: fc.record({
      _tag: fc.constant("resend" as const),
      ids: fc.array(below(ids), { minLength: 1, maxLength: 6 }),
      at
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      _tag: fc.constant("list" as const),
      channel: below(channels + 1),
      state: below(5),
      after: below(2 * ids),
      limit: fc.integer({ min: 0, max: 12 })
    })
  }
)

/** What several dispatchers ask one after the other; something is there from the beginning. */
const asking = fc
  .tuple(enqueue(6, 20), fc.array(asked, { minLength: 10, maxLength: 50 }))
  .map(([first, others]): ReadonlyArray<Asked> => [first, ...others])

const ends = ["sent", "accepted", "refused", "silenced", "failed", "dead", "dead"] as const
const states = ["waiting", "claimed", "end", "dead", undefined] as const

/** Asks the same of both, and answers with the first difference, or with nothing. */
const differing = (subject: Service, run: ReadonlyArray<Asked>, met: Met) =>
  Effect.gen(function* () {
    const prefix = randomUUID()
    const reference = model()
    const idOf = (n: number) => `${prefix}-${n}`
    const channelOf = (n: number) => `${prefix}/${n}`
    const claims: Array<Claimed> = []
    const both = <A>(what: string, ask: (service: Service) => Effect.Effect<A, unknown>) =>
      Effect.gen(function* () {
        const expected = yield* ask(reference)
        const actual = yield* ask(subject)
        if (isDeepStrictEqual(actual, expected)) return actual
        return yield* Effect.fail(
          new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`)
        )
      })
    const step = (one: Asked): Effect.Effect<unknown, unknown> => {
      switch (one._tag) {
        case "enqueue": {
          const deliveries = one.deliveries.map(
            ({ channel, from, lane, n }): Delivery => ({
              ...{ id: idOf(n), channel: channelOf(channel), lane: `lane ${lane}` },
              ...{ data: { n, from }, notBefore: minute(from) }
            })
          )
          return both("enqueue", (service) => service.enqueue(deliveries))
        }
        case "claim": {
          const claim: Claim = {
            ...{ channel: channelOf(one.channel), at: minute(one.at), until: minute(one.at + one.lasts) },
            limit: one.limit
          }
          return Effect.map(
            both(`claim ${one.at}`, (service) => service.claim(claim)),
            (handedOut) => {
              claims.push(...handedOut)
              met.handedOut += handedOut.length
              met.again += handedOut.filter(({ attempt }) => attempt > 1).length
            }
          )
        }
        case "settle": {
          const settled = one.which.flatMap(({ again, claim, end }) => {
            // one of the latest, which may be another's by now
            const held = claims.at(-1 - claim)
            const status = ends[end]
            if (held === undefined || status === undefined) return []
            const detail = { end, again }
            const { attempt, id } = held
            return [{ id, attempt, status, detail, ...(status === "failed" ? { again: minute(again) } : {}) }]
          })
          return Effect.map(
            both("settle", (service) => service.settle(settled, minute(one.at))),
            (lost) => {
              met.lost += lost.length
            }
          )
        }
        case "note": {
          const status = statuses[one.status] ?? "read"
          const receipts = one.ids.map((n) => ({ id: idOf(n), status, at: minute(one.at), detail: { n } }))
          return both("note", (service) => service.note(receipts))
        }
        case "resend":
          return Effect.gen(function* () {
            // mostly dead ones, among others
            const dead = (yield* reference.list({ state: "dead" })).map(({ id }) => id)
            const chosen = one.ids.map((n) => dead[n] ?? idOf(n))
            const not = yield* both("resend", (service) => service.resend(chosen, minute(one.at)))
            met.resent += new Set(chosen).size - not.length
          })
        case "list": {
          const lookup: DeliveryLookup = {
            ...{ channel: channelOf(one.channel), state: states[one.state], limit: one.limit },
            after: one.after < ids ? idOf(one.after) : undefined
          }
          return both("list", (service) => service.list(lookup))
        }
      }
    }
    for (const one of run) {
      yield* step(one)
      for (let n = 0; n < channels; n++) yield* both("next", (service) => service.next(channelOf(n)))
    }
    for (let n = 0; n < channels; n++)
      yield* both("list", (service) => service.list({ channel: channelOf(n), limit: 1000 }))
    for (let n = 0; n < ids; n++) yield* both("receipts", (service) => service.receipts(idOf(n)))
  })

/**
 * Runs of up to 50 questions by several dispatchers whose clocks go as they like; answers with the first difference found, and what was met.
 * A difference is made as small as can be, unless it is asked for as it was found.
 */
export const differences = <E>(
  layer: Layer.Layer<Deliveries, E>,
  runs: number,
  { asFound = false }: { readonly asFound?: boolean } = {}
): Effect.Effect<{ readonly difference: string | undefined; readonly met: Met }, E> =>
  Effect.gen(function* () {
    const subject = Context.get(yield* Layer.build(Layer.fresh(layer)), Deliveries)
    const met: Met = { handedOut: 0, again: 0, lost: 0, resent: 0 }
    const property = fc.asyncProperty(asking, (run) => Effect.runPromise(differing(subject, run, met)))
    const found = yield* Effect.promise(() =>
      fc.check(property, { numRuns: runs, includeErrorInReport: true, endOnFailure: asFound })
    )
    return { difference: found.failed ? fc.defaultReportMessage(found) : undefined, met }
  }).pipe(Effect.scoped)
