import { spawnSync } from "node:child_process"
import { DatabaseSync } from "node:sqlite"
import { fileURLToPath } from "node:url"
import { CommandId, EventId, EventStore, type NewEvent, StreamId } from "@banfa/core/port/EventStore"
import type { VerifyOptions } from "@banfa/storage-sql"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

export const streams = ["project/项目😀", "project/P2", "cases/planning"].map((id) => StreamId.make(id))

const data = [
  { "": "", 意见: "同意", 金额: "100.00", list: [1, { a: null, b: '"\\' }] },
  { text: "a\u0000b\ufffd", "\ufeff": "\ufeff" },
  {}
]

/** One command that writes to these streams, which stand at these versions. */
export const noting = (command: string, places: ReadonlyArray<readonly [StreamId, number]>) => {
  const events = places.map(
    ([stream], i): NewEvent => ({
      stream,
      id: EventId.make(`${command}/${i}`),
      type: "project/Approved",
      data: data[i % data.length] ?? {},
      recordedAt: "2026-03-01T02:30:00Z"
    })
  )
  if (!Arr.isArrayNonEmpty(events)) throw new Error("a command has events")
  const guards = places.map(([stream, version]) => ({ stream, version }))
  return { command: CommandId.make(command), guards, events }
}

/** Four commands, after which each stream has some events. */
export const history = Effect.gen(function* () {
  const store = yield* EventStore
  const [one, two, three] = streams as [StreamId, StreamId, StreamId]
  yield* store.append(
    noting("c1", [
      [one, 0],
      [two, 0]
    ])
  )
  yield* store.append(noting("c2", [[three, 0]]))
  yield* store.append(
    noting("c3", [
      [one, 1],
      [two, 1],
      [three, 1]
    ])
  )
  yield* store.append(noting("c4", [[two, 2]]))
})

/** The kinds of what is wrong in a file, and where. */
export const findingsIn = (filename: string, options: VerifyOptions = {}) =>
  Effect.scoped(
    Effect.gen(function* () {
      const db = yield* opened(filename, true)
      return yield* Stream.runCollect(SqliteEventStore.verify(db, options))
    })
  )

/** A database of the host's for as long as the scope lasts. */
export const opened = (filename: string, readOnly = false) =>
  Effect.acquireRelease(
    Effect.sync(() => new DatabaseSync(filename, { readOnly })),
    (db) => Effect.sync(() => db.close())
  )

/** What the reader that uses none of the packages says of a file. */
export const readerSays = (...args: ReadonlyArray<string>) => {
  const script = fileURLToPath(new URL("../../../scripts/verify.mjs", import.meta.url))
  const { status, stderr, stdout } = spawnSync(process.execPath, [
    "--disable-warning=ExperimentalWarning",
    script,
    ...args
  ])
  return { status, said: `${stdout}${stderr}`.trimEnd().split("\n") }
}
