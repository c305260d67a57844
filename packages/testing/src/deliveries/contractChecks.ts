import { randomBytes } from "node:crypto"
import type { Delivery, DeliveryReceipt, InvalidDelivery, Settled } from "@banfa/core/port/Deliveries"
import type { Json, JsonObject } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import { type Check, check, type Probe } from "./Check.ts"
import { claimAt, dataOf, idsOf, inOrder, minute, newChannel, newDelivery, settled, standing, upTo } from "./fixture.ts"

const tooDeep = (): JsonObject => upTo(100).reduce<Json>((inner) => ({ inner }), 1) as JsonObject & { inner: Json }

const mebibyte = 1_048_576

/** Chinese text that cannot be made shorter by packing it. */
const unpackable = (length: number): string =>
  String.fromCodePoint(
    ...Array.from(new Uint16Array(randomBytes(2 * length).buffer.slice(0, 2 * length)), (n) => 0x4e00 + (n % 20_000))
  )

const noIds = ["", "a\u0000", "\n", "\ud800", "文".repeat(1001)]
const noInstants = [
  "",
  "2026-03-01",
  "2026-03-01T00:00:00Z",
  "2026-02-30T00:00:00.000Z",
  "2026-03-01T25:00:00.000Z",
  "2026-03-01T00:00:00.000+08:00"
]
const noData: ReadonlyArray<readonly [code: string, at: string, data: unknown]> = [
  ["not-json", ".a", { a: undefined }],
  ["not-json", ".a[1]", { a: [1, Number.NaN] }],
  ["not-json", ".d", { d: new Date(0) }],
  ["not-json", ".h", { h: "\ud83d" }],
  ["not-json", "", ["a list"]],
  ["not-json", "", null],
  ["too-deep", `${".inner".repeat(100)}`, { inner: tooDeep() }],
  ["too-large", "", dataOf(mebibyte + 1)]
]

/** What was asked otherwise than it may be, as the beginning of a finding. */
const shown = (more: object): string =>
  JSON.stringify(more, (_, value) => (typeof value === "string" ? value.slice(0, 80) : value)).slice(0, 80)

/** What is wrong with a request, as the adapter says it: where and what, or that it was taken. */
const problems = (effect: Effect.Effect<unknown, InvalidDelivery | { readonly _tag: "StorageUnavailable" }>) =>
  Effect.match(effect, {
    onSuccess: () => ["taken"],
    onFailure: (error) =>
      error._tag === "InvalidDelivery" ? error.problems.map(({ at, code }) => `${at} ${code}`) : [error._tag]
  })

/** Whether each problem is told in both languages, and no more of what was given than where it is. */
const told = ({ holds }: Probe, effect: Effect.Effect<unknown, InvalidDelivery | { readonly _tag: string }>) =>
  Effect.match(effect, {
    onSuccess: () => holds("something invalid was taken", false),
    onFailure: (error) => {
      const { text } = error as InvalidDelivery
      holds("not told in Chinese", /不合要求.*\p{Script=Han}/su.test(text?.zh ?? ""))
      holds("not told in English", /nothing was done: .*[a-z]/su.test(text?.en ?? ""))
    }
  })

/** Sentences about what is refused, and what is just not too much. */
export const contractChecks: ReadonlyArray<Check> = [
  check("contract", "what cannot be put in is refused with every problem, and nothing beside it is put in", (probe) =>
    Effect.gen(function* () {
      const { deliveries, same } = probe
      const channel = newChannel()
      const sound = newDelivery(channel)
      const refused = (more: object, ...expected: ReadonlyArray<string>) =>
        Effect.gen(function* () {
          const asked = [sound, { ...newDelivery(channel), ...more } as Delivery]
          same(shown(more), yield* problems(deliveries.enqueue(asked)), expected)
        })
      for (const id of [...noIds, 7]) yield* refused({ id }, "[1].id invalid-id")
      for (const lane of [...noIds, null]) yield* refused({ lane }, "[1].lane invalid-lane")
      for (const name of [...noIds, "a".repeat(101)]) yield* refused({ channel: name }, "[1].channel invalid-channel")
      for (const notBefore of [...noInstants, undefined]) yield* refused({ notBefore }, "[1].notBefore invalid-instant")
      for (const [code, at, data] of noData) yield* refused({ data }, `[1].data${at} ${code}`)
      yield* refused(
        { id: "", channel: "", lane: "", notBefore: "", data: undefined },
        "[1].id invalid-id",
        "[1].channel invalid-channel",
        "[1].lane invalid-lane",
        "[1].notBefore invalid-instant",
        "[1].data not-json"
      )
      const many = upTo(10_001).map(() => sound)
      same("too many", yield* problems(deliveries.enqueue(many)), ["length too-many"])
      yield* told(probe, deliveries.enqueue([{ ...sound, id: "", lane: "" }]))
      same("what is there", yield* standing(deliveries, channel), [])
    })
  ),

  check("contract", "a claim that makes no sense hands nothing out", (probe) =>
    Effect.gen(function* () {
      const { deliveries, same } = probe
      const channel = newChannel()
      const delivery = newDelivery(channel)
      yield* deliveries.enqueue([delivery])
      const refused = (more: object, ...expected: ReadonlyArray<string>) =>
        Effect.gen(function* () {
          const asked = deliveries.claim({ channel, at: minute(0), until: minute(1), limit: 1, ...more })
          same(shown(more), yield* problems(asked), expected)
        })
      for (const limit of [0, -1, 1001, 1.5, Number.NaN, "1"]) yield* refused({ limit }, "limit invalid-limit")
      for (const at of noInstants) yield* refused({ at }, "at invalid-instant")
      for (const until of noInstants) yield* refused({ until }, "until invalid-instant")
      for (const until of [minute(0), minute(-1)]) yield* refused({ until }, "until lease-without-time")
      for (const name of noIds) yield* refused({ channel: name }, "channel invalid-channel")
      yield* told(probe, deliveries.claim({ channel, at: "", until: "", limit: 0 }))
      same(
        "still waits",
        (yield* standing(deliveries, channel)).map(({ attempts, state }) => [state, attempts]),
        [["waiting", 0]]
      )
    })
  ),

  check(
    "contract",
    "what cannot be said of an attempt or a delivery is refused, and nothing beside it is written",
    (probe) =>
      Effect.gen(function* () {
        const { deliveries, same } = probe
        const channel = newChannel()
        const delivery = newDelivery(channel)
        yield* deliveries.enqueue([delivery])
        const [handedOut] = yield* claimAt(deliveries, channel, 0)
        if (handedOut === undefined) return same("handed out", handedOut, "one")
        const sound = settled(handedOut)
        const settling = (more: object, ...expected: ReadonlyArray<string>) =>
          Effect.gen(function* () {
            const asked = [sound, { ...sound, ...more } as Settled]
            same(shown(more), yield* problems(deliveries.settle(asked, minute(1))), expected)
          })
        for (const id of noIds) yield* settling({ id }, "[1].id invalid-id")
        for (const attempt of [0, -1, 1.5, "1"]) yield* settling({ attempt }, "[1].attempt invalid-attempt")
        for (const status of ["read", "resent", "toString", undefined])
          yield* settling({ status }, "[1].status invalid-status")
        for (const [code, at, data] of noData) yield* settling({ detail: data }, `[1].detail${at} ${code}`)
        for (const again of noInstants) yield* settling({ status: "failed", again }, "[1].again invalid-instant")
        yield* settling({ status: "failed" }, "[1].again again-missing")
        yield* settling({ again: minute(2) }, "[1].again again-unasked")
        for (const at of noInstants) same("at", yield* problems(deliveries.settle([sound], at)), ["at invalid-instant"])
        const many = upTo(10_001).map(() => sound)
        same("too many", yield* problems(deliveries.settle(many, minute(1))), ["length too-many"])
        yield* told(probe, deliveries.settle([sound], ""))

        const note = { id: delivery.id, status: "read", at: minute(1), detail: {} } as const
        const noting = (more: object, ...expected: ReadonlyArray<string>) =>
          Effect.gen(function* () {
            const asked = [note, { ...note, ...more } as Pick<DeliveryReceipt, "id" | "status" | "at" | "detail">]
            same(shown(more), yield* problems(deliveries.note(asked)), expected)
          })
        for (const id of noIds) yield* noting({ id }, "[1].id invalid-id")
        for (const status of ["", "toString", undefined]) yield* noting({ status }, "[1].status invalid-status")
        for (const at of noInstants) yield* noting({ at }, "[1].at invalid-instant")
        for (const [code, at, data] of noData) yield* noting({ detail: data }, `[1].detail${at} ${code}`)
        same("too many", yield* problems(deliveries.note(upTo(10_001).map(() => note))), ["length too-many"])

        for (const id of noIds)
          same("sent again", yield* problems(deliveries.resend([delivery.id, id], minute(1))), ["[1] invalid-id"])
        for (const at of noInstants)
          same("sent again at", yield* problems(deliveries.resend([], at)), ["at invalid-instant"])
        same(
          "still under way",
          (yield* standing(deliveries, channel)).map(({ state }) => state),
          ["claimed"]
        )
        same("receipts", yield* deliveries.receipts(delivery.id), [])
      })
  ),

  check("contract", "what is just not too long, too large or too deep is taken", ({ deliveries, same }) =>
    Effect.gen(function* () {
      const channel = newChannel().padEnd(100, "文")
      const [id, lane] = [unpackable(1000), unpackable(1000)]
      const data = dataOf(mebibyte)
      const largest: Delivery = { id, channel, lane, data, notBefore: minute(0) }
      const another = { ...largest, id: `${id.slice(0, -1)}!`, lane: `${lane.slice(0, -1)}!`, data: {} }
      const all = [largest, another, newDelivery(channel, { data: tooDeep() })]
      same("put in", yield* deliveries.enqueue(all), idsOf(all))
      const handedOut = yield* claimAt(deliveries, channel, 0)
      const byId = new Map(handedOut.map((one) => [one.id, one]))
      for (const one of all) same("handed out", byId.get(one.id), { ...one, attempt: 1 })
      yield* deliveries.settle(
        handedOut.map((one) => settled(one, "accepted", { detail: one.data })),
        minute(1)
      )
      for (const one of all) {
        const [receipt] = yield* deliveries.receipts(one.id)
        same("what was said of it", receipt?.detail, one.data)
      }
    })
  ),

  check("contract", "ten thousand are put in at once, and a thousand handed out and settled", ({ deliveries, same }) =>
    Effect.gen(function* () {
      const channel = newChannel()
      const many = upTo(10_000).map((n) => newDelivery(channel, { lane: `${channel}/${n % 2000}`, data: { n } }))
      same("put in", (yield* deliveries.enqueue(many)).length, 10_000)
      const thousand = yield* claimAt(deliveries, channel, 0, { limit: 1000 })
      same("a thousand", inOrder(idsOf(thousand)), inOrder(idsOf(many.slice(0, 1000))))
      same("the rest of the lanes", (yield* claimAt(deliveries, channel, 0, { limit: 1000 })).length, 1000)
      const lost = yield* deliveries.settle(
        thousand.map((one) => settled(one)),
        minute(1)
      )
      same("lost", lost, [])
      same("at their end", (yield* standing(deliveries, channel, "end")).length, 1000)
    })
  )
]
