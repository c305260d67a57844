/**
 * Appends to two streams at a time until it is killed, and says so after each append.
 * Arguments: the file, and a prefix for the ids.
 */

import { writeSync } from "node:fs"
import { CommandId, EventId, EventStore, StreamId } from "@banfa/core/port/EventStore"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import * as Effect from "effect/Effect"

const [filename = "", prefix = ""] = process.argv.slice(2)
const [a, b] = [StreamId.make("a"), StreamId.make("b")]

const program = Effect.gen(function* () {
  const store = yield* EventStore
  for (let i = 1; ; i++) {
    const guards = yield* store.versions([a, b])
    const event = (stream: StreamId, n: number) => ({
      stream,
      id: EventId.make(`${prefix}-${i}-${n}`),
      type: "Noted",
      data: { i, padding: "文".repeat(500) },
      recordedAt: "2026-03-01T02:30:00Z"
    })
    const command = CommandId.make(`${prefix}-${i}`)
    yield* store.append({ command, guards, events: [event(a, 1), event(b, 2), event(a, 3)] })
    writeSync(1, `${command}\n`)
  }
})

await Effect.runPromise(program.pipe(Effect.provide(SqliteEventStore.layer({ filename }))))
