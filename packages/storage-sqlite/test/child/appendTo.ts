/**
 * Appends one event after the other to a stream that another process appends to, deciding again on every conflict.
 * Arguments: the file, a prefix for the ids, and how many events. Says when it is ready, begins when it is told
 * anything, and says how many conflicts there were.
 */
import { once } from "node:events"
import { CommandId, EventId, EventStore, StreamId } from "@banfa/core/port/EventStore"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import * as Effect from "effect/Effect"

const [filename = "", prefix = "", count = ""] = process.argv.slice(2)
const stream = StreamId.make("shared")

const program = Effect.gen(function* () {
  const store = yield* EventStore
  process.stdout.write("ready\n")
  yield* Effect.promise(() => once(process.stdin, "data"))
  process.stdin.pause()
  let conflicts = 0
  for (let i = 1; i <= Number(count); i++) {
    const write = Effect.gen(function* () {
      const guards = yield* store.versions([stream])
      // a pause between reading and writing is when the other process comes in
      yield* Effect.sleep("1 millis")
      const id = EventId.make(`${prefix}-${i}`)
      const event = { stream, id, type: "Noted", data: { i }, recordedAt: "2026-03-01T02:30:00Z" }
      return yield* store.append({ command: CommandId.make(id), guards, events: [event] })
    })
    yield* write.pipe(
      Effect.tapErrorTag("Conflict", () =>
        Effect.sync(() => {
          conflicts += 1
        })
      ),
      Effect.retry({ while: (error) => error._tag === "Conflict" })
    )
  }
  return conflicts
})

process.stdout.write(
  String(await Effect.runPromise(program.pipe(Effect.provide(SqliteEventStore.layer({ filename })))))
)
