import type { AppendRequest, Json, JsonObject, StreamId } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { type Check, check } from "./Check.ts"
import { at, dataOf, newEvent, newStream, read, request, requestOf } from "./fixture.ts"

type Break = readonly [code: string, at: string, request: (stream: StreamId) => AppendRequest]

const withData = (data: unknown) => (stream: StreamId) =>
  requestOf([at(stream, 0)], [newEvent(stream, { data: data as JsonObject })])

const withInstant = (recordedAt: string) => (stream: StreamId) =>
  requestOf([at(stream, 0)], [newEvent(stream, { recordedAt })])

const nested = (depth: number): Json => (depth === 0 ? [] : [nested(depth - 1)])

const cyclic: Record<string, unknown> = {}
cyclic.self = cyclic

/** Everything that breaks the contract, with the problem that is to be reported. */
const breaks: ReadonlyArray<Break> = [
  ["invalid-id", "command", (s) => ({ ...request(at(s, 0)), command: "" as AppendRequest["command"] })],
  ["invalid-id", "guards[0].stream", (s) => requestOf([at("a\u0000b" as StreamId, 0), at(s, 0)], [newEvent(s)])],
  ["invalid-id", "events[0].stream", () => requestOf([], [newEvent("长".repeat(201) as StreamId)])],
  ["invalid-id", "events[0].id", (s) => requestOf([at(s, 0)], [{ ...newEvent(s), id: "\ud800" as never }])],
  ["invalid-version", "guards[0].version", (s) => request(at(s, -1))],
  ["invalid-version", "guards[0].version", (s) => request(at(s, 0.5))],
  ["invalid-version", "guards[0].version", (s) => request(at(s, Number.NaN))],
  ["guard-repeated", "guards[1].stream", (s) => requestOf([at(s, 0), at(s, 0)], [newEvent(s)])],
  ["no-events", "events", (s) => requestOf([at(s, 0)], [])],
  ["stream-unguarded", "events[1].stream", (s) => requestOf([at(s, 0)], [newEvent(s), newEvent(newStream())])],
  [
    "event-repeated",
    "events[1].id",
    (s) => {
      const event = newEvent(s)
      return requestOf([at(s, 0)], [event, event])
    }
  ],
  ["invalid-type", "events[0].type", (s) => requestOf([at(s, 0)], [newEvent(s, { type: "" })])],
  ["invalid-instant", "events[0].recordedAt", withInstant("2026-02-30T00:00:00Z")],
  ["invalid-instant", "events[0].recordedAt", withInstant("2026-03-01T10:30:00+08:00")],
  ["invalid-instant", "events[0].recordedAt", withInstant("2026-03-01")],
  ["not-json", "events[0].data", withData("text")],
  ["not-json", "events[0].data", withData([])],
  ["not-json", "events[0].data.a", withData({ a: undefined })],
  ["not-json", "events[0].data.a[1]", withData({ a: [1, Number.NaN] })],
  ["not-json", "events[0].data.a", withData({ a: new Date(0) })],
  ["not-json", "events[0].data.a", withData({ a: "\udc00" })],
  ["not-json", "events[0].data.a[0]", withData({ a: new Array(1) })],
  ["too-deep", `events[0].data.a${"[0]".repeat(99)}`, withData({ a: nested(99) })],
  ["too-deep", `events[0].data${".self".repeat(100)}`, withData(cyclic)],
  ["too-large", "events[0].data", withData(dataOf(1_048_577))]
]

/** Guarantee 3: contract. */
export const contractChecks: ReadonlyArray<Check> = [
  check(
    "contract",
    "a request that breaks the contract is refused with its reason and stores nothing",
    ({ same, store }) =>
      Effect.gen(function* () {
        for (const [code, place, make] of breaks) {
          const stream = newStream()
          const broken = make(stream)
          const refused = yield* store.append(broken).pipe(Effect.flip, Effect.option)
          const error = Option.getOrUndefined(refused)
          const problems =
            error?._tag === "InvalidAppend" ? error.problems.map((problem) => [problem.code, problem.at]) : error
          same(`${code} at ${place}`, problems, [[code, place]])
          same(`${code} at ${place}, events after`, yield* read(store, stream), [])
        }
      })
  ),

  check(
    "contract",
    "every problem of a request is reported at once, in Chinese and in English",
    ({ holds, same, store }) =>
      Effect.gen(function* () {
        const stream = newStream()
        const error = yield* store
          .append(requestOf([at(stream, -1)], [newEvent(newStream(), { type: "" })]))
          .pipe(Effect.flip)
        const problems = error._tag === "InvalidAppend" ? error.problems : []
        same(
          "problems",
          problems.map(({ code }) => code),
          ["invalid-version", "stream-unguarded", "invalid-type"]
        )
        holds(
          "a problem has no text",
          problems.every(({ text }) => /\p{Script=Han}/u.test(text.zh) && /[a-z]/u.test(text.en))
        )
      })
  )
]
