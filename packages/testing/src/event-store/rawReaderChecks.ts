import { CommandId, EventId, type JsonObject, StreamId } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import { type Check, check, type Probe } from "./Check.ts"
import { at, idsOf, newEvent, newStream, outcome, readAllOf, request, requestOf, together, upTo } from "./fixture.ts"
import type { RawRow } from "./Means.ts"
import { writers } from "./orderChecks.ts"

const strictly = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

/** The bytes as text, or in figures where they are not UTF-8: two texts are the same where their bytes are. */
const textOf = (bytes: Uint8Array): string => {
  try {
    return strictly.decode(bytes)
  } catch {
    return `not UTF-8: ${Buffer.from(bytes).toString("hex")}`
  }
}

/** The row with its data as text, to be compared and shown. */
const shown = ({ data, ...row }: RawRow) => ({ ...row, data: textOf(data) })

/** The rows by position. */
const inOrder = (rows: ReadonlyArray<RawRow>) => rows.toSorted((a, b) => a.position - b.position).map(shown)

/** The rows that were not there before, by position; notes a finding if one of those that were is gone or another. */
const added = ({ same }: Probe, before: ReadonlyArray<RawRow>, after: ReadonlyArray<RawRow>) => {
  const old = new Set(before.map(({ position }) => position))
  same("rows that were there before", inOrder(after.filter(({ position }) => old.has(position))), inOrder(before))
  return inOrder(after.filter(({ position }) => !old.has(position)))
}

/** What is hard to keep, and how it has to stand there: written out, so that no code says what it is compared with. */
const hostile: ReadonlyArray<readonly [data: JsonObject, text: string]> = [
  [{ 意见: "同意，请于３日内补正", 字: "𠮷野家" }, '{"字":"𠮷野家","意见":"同意，请于３日内补正"}'],
  [
    { a: "'; DROP TABLE banfa_events; --", b: '"\\?$1{}%' },
    '{"a":"\'; DROP TABLE banfa_events; --","b":"\\"\\\\?$1{}%"}'
  ],
  [{ a: "\u0000\u001f\u007f\r\n\t" }, '{"a":"\\u0000\\u001f\u007f\\r\\n\\t"}'],
  [
    { b: "e\u0301", a: "\u00e9", c: "\ufb01\u00a0\u2028\u3000" },
    '{"a":"\u00e9","b":"e\u0301","c":"\ufb01\u00a0\u2028\u3000"}'
  ],
  [{ a: "\ufeff\ufffd\uffff 😀 " }, '{"a":"\ufeff\ufffd\uffff 😀 "}'],
  [
    { "": [1, -0.5, 1e21, 1e-7, null, true, [], {}], "2": "b", "1": "a" },
    '{"":[1,-0.5,1e+21,1e-7,null,true,[],{}],"1":"a","2":"b"}'
  ],
  [{}, "{}"]
]

/** Texts that are not the same, and that a storage might take for the same or change. */
const ends = ["a", "A", "ａ", "é", "e\u0301", "' OR 1=1 --", '"\\', "%_", "𠮷", "{}", "\u00a0", " "]

const needsRows: Check["applies"] = ({ restart }) => restart

/** What the storage holds, told by its own driver: an adapter that says what is not there is not found out by itself. */
export const rawReaderChecks: ReadonlyArray<Check> = [
  check(
    "raw reader",
    "each event has one row, in which everything stands byte for byte as it was appended",
    (probe) =>
      Effect.gen(function* () {
        const { rows, same, store } = probe
        const before = yield* rows
        const expected = yield* Effect.forEach(ends, (end, i) =>
          Effect.gen(function* () {
            const [data, text] = hostile[i % hostile.length] ?? [{}, "{}"]
            const stream = StreamId.make(`${newStream()}${end}`)
            const recordedAt = i % 2 === 0 ? "2026-03-01T02:30:00.5Z" : "2026-03-01T02:30:00.500Z"
            const event = { stream, id: EventId.make(`${newStream("e")}${end}`), type: `注${end}`, data, recordedAt }
            const command = CommandId.make(`${newStream("c")}${end}`)
            const { position } = yield* store.append({ command, guards: [at(stream, 0)], events: [event] })
            return { ...event, command, version: 1, position, data: text }
          })
        )
        same("rows", added(probe, before, yield* rows), expected)
      }),
    needsRows
  ),

  check(
    "raw reader",
    "what was refused, what came again and what lost a race has no row",
    (probe) =>
      Effect.gen(function* () {
        const { rows, same, store } = probe
        const [a, b] = [newStream("a"), newStream("b")]
        const first = request(at(a, 0), at(b, 0))
        yield* store.append(first)
        const before = yield* rows
        const { id } = first.events[0]
        const attempts = [
          first,
          request(at(b, 1), at(a, 0)),
          requestOf([at(a, 1)], [newEvent(a), newEvent(a, { id })]),
          { ...request(at(a, 1)), command: first.command },
          requestOf([at(a, 1)], [newEvent(a), newEvent(b)])
        ]
        // what is refused is for others to look at: there is a row for what is said to be stored, and for nothing else
        const told = yield* Effect.forEach(attempts, (attempt) => outcome(store, attempt))
        const stored = attempts.filter(({ command }, i) => told[i] === "Receipt" && command !== first.command)
        const between = yield* rows
        same(
          "ids of the rows",
          added(probe, before, between).map((row) => row.id),
          stored.flatMap(({ events }) => idsOf(events))
        )
        const racing = upTo(8).map(() => request(at(a, 1), at(b, 1)))
        const end = yield* together(racing.map((each) => outcome(store, each)))
        const winners = racing.filter((_, i) => end[i] === "Receipt")
        same(
          "ids of the rows after a race",
          added(probe, between, yield* rows).map((row) => row.id),
          winners.flatMap(({ events }) => idsOf(events))
        )
      }),
    needsRows
  ),

  check(
    "raw reader",
    "the rows stand at the positions that readers are given, and the versions of each stream rise with them, after a race too",
    (probe) =>
      Effect.gen(function* () {
        const { rows, same, store } = probe
        const streams = upTo(4).map(() => newStream())
        const { position } = yield* store.append(request(at(newStream(), 0)))
        const before = yield* rows
        yield* together(writers(store, streams, 5))
        const read = yield* readAllOf(store, streams, position)
        const versions = new Map<string, number>()
        const expected = read.map(({ id, position, stream }) => {
          versions.set(stream, (versions.get(stream) ?? 0) + 1)
          return { position, stream, version: versions.get(stream), id }
        })
        const found = added(probe, before, yield* rows)
        same(
          "rows",
          found.map(({ id, position, stream, version }) => ({ position, stream, version, id })),
          expected
        )
        same("number of rows", read.length, 4 * 5 * 3)
      }),
    needsRows
  )
]
