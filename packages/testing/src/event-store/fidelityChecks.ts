import { type JsonObject, StreamId } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import { type Check, check, type Probe } from "./Check.ts"
import { at, dataOf, idsOf, newEvent, newStream, read, request, requestOf } from "./fixture.ts"

/** Appends one event with this data and compares what is read. */
const keeps =
  (data: JsonObject) =>
  ({ same, store }: Probe) =>
    Effect.gen(function* () {
      const stream = newStream()
      yield* store.append(requestOf([at(stream, 0)], [newEvent(stream, { data })]))
      const [event] = yield* read(store, stream)
      same("data", event?.data, data)
    })

const nested = (depth: number): JsonObject => (depth === 1 ? {} : { 下: nested(depth - 1) })

/** Guarantee 2: fidelity. */
export const fidelityChecks: ReadonlyArray<Check> = [
  check("fidelity", "an event is read as it was appended, in Chinese too", ({ same, store }) =>
    Effect.gen(function* () {
      const stream = newStream("广东省电子政务建设管理办法·𠮷")
      const appended = requestOf(
        [at(stream, 0)],
        [
          newEvent(stream, {
            type: "意见已出具",
            data: {
              意见: "同意，请于３日内补正",
              部門: "信息产业主管部门",
              字: "𠮷野家 \ufb01 \u00e9 e\u0301",
              空: "\u00a0"
            }
          })
        ]
      )
      yield* store.append(appended)
      const events = yield* read(store, stream)
      same(
        "events",
        events.map(({ command: _, position: __, version: ___, ...event }) => event),
        appended.events
      )
    })
  ),

  check(
    "fidelity",
    "ids that differ in case, width, accents or a space at the end are different ids",
    ({ same, store }) =>
      Effect.gen(function* () {
        const id = newStream("a")
        const streams = [id, `A${id.slice(1)}`, `ａ${id.slice(1)}`, `${id} `, `${id}\u00e9`, `${id}e\u0301`].map((id) =>
          StreamId.make(id)
        )
        const appended = request(...streams.map((stream) => at(stream, 0)))
        const receipt = yield* store.append(appended)
        same(
          "receipt",
          receipt.versions,
          streams.map((stream) => at(stream, 1))
        )
        for (const [i, stream] of streams.entries()) {
          same(`stream ${i + 1}`, idsOf(yield* read(store, stream)), [appended.events[i]?.id])
        }
      })
  ),

  check(
    "fidelity",
    "any key of an object is kept, also __proto__, numbers and the empty text",
    keeps(
      JSON.parse('{"__proto__":{"polluted":true},"constructor":1,"":"空","2":"b","1":"a","a.b":[{"__proto__":null}]}')
    )
  ),

  check(
    "fidelity",
    "numbers, control characters, quotes and empty lists are kept",
    keeps({
      numbers: [0, -1, 0.1, 1e-7, 5e-324, Number.MAX_VALUE, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
      texts: ["", "\u0000", "\n\r\t\u2028", "\"'\\;--", "null", "😀"],
      others: [null, true, false, [], {}, [[]]]
    })
  ),

  check("fidelity", "data nested 100 deep is kept", keeps(nested(100))),

  check("fidelity", "1 MiB of data is kept to the last byte", keeps(dataOf(1_048_576))),

  check("fidelity", "instants are kept as they were written", ({ same, store }) =>
    Effect.gen(function* () {
      const stream = newStream()
      const instants = ["2026-03-01T02:30:00Z", "2026-03-01T02:30:00.5Z", "2026-03-01T02:30:00.123456789Z"]
      yield* store.append(
        requestOf(
          [at(stream, 0)],
          instants.map((recordedAt) => newEvent(stream, { recordedAt }))
        )
      )
      same(
        "instants",
        (yield* read(store, stream)).map(({ recordedAt }) => recordedAt),
        instants
      )
    })
  ),

  check(
    "fidelity",
    "an object that was passed in or handed out can be changed without changing the store",
    ({ same, store }) =>
      Effect.gen(function* () {
        const stream = newStream()
        const data = { items: ["原"] }
        yield* store.append(requestOf([at(stream, 0)], [newEvent(stream, { data })]))
        data.items.push("改")
        const [first] = yield* read(store, stream)
        same("after a change of what was passed in", first?.data, { items: ["原"] })
        const items = first?.data.items
        if (Array.isArray(items)) items.push("改")
        same("after a change of what was handed out", (yield* read(store, stream))[0]?.data, { items: ["原"] })
      })
  )
]
