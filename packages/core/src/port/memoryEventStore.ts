import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { type PreparedAppend, prepare, type Receipt } from "./Append.ts"
import { type EventRow, receiptOf, replay, toEvent, toRows } from "./EventRow.ts"
import type { EventStore } from "./EventStore.ts"
import { type CommandReused, Conflict, DuplicateEvent } from "./EventStoreError.ts"
import { makeMemoryReadSide } from "./memoryReadSide.ts"
import { paged, pageSize } from "./paged.ts"
import type { ReadSide } from "./ReadSide.ts"
import type { CommandId, EventId, StreamId, StreamVersion } from "./StoredEvent.ts"

/** What one memory keeps: events, and what is read from them. */
interface Memory {
  readonly store: EventStore["Service"]
  readonly readSide: ReadSide["Service"]
}

/** An event store in the memory of the process, and its read side. An append runs without a pause, so nothing can come between. */
export const makeMemory: Effect.Effect<Memory> = Effect.sync(() => {
  const readSide = makeMemoryReadSide()
  const all: Array<EventRow> = []
  const byStream = new Map<StreamId, Array<EventRow>>()
  const byCommand = new Map<CommandId, ReadonlyArray<EventRow>>()
  const byEvent = new Map<EventId, EventRow>()

  const versionOf = (stream: StreamId): number => byStream.get(stream)?.length ?? 0

  const unmoved = (guards: ReadonlyArray<StreamVersion>): Result.Result<void, Conflict> => {
    const moved = guards
      .map(({ stream, version }) => ({ stream, expected: version, actual: versionOf(stream) }))
      .filter(({ actual, expected }) => actual !== expected)
    return Arr.isReadonlyArrayNonEmpty(moved) ? Result.fail(new Conflict({ moved })) : Result.succeed(undefined)
  }

  const store = (request: PreparedAppend): Result.Result<Receipt, CommandReused | DuplicateEvent | Conflict> => {
    const stored = byCommand.get(request.command)
    if (stored !== undefined) return replay(request, stored)
    const duplicates = request.events.flatMap(({ id }) => {
      const row = byEvent.get(id)
      return row === undefined ? [] : [{ id, command: row.command }]
    })
    if (Arr.isReadonlyArrayNonEmpty(duplicates)) return Result.fail(new DuplicateEvent({ events: duplicates }))
    const guarded = unmoved(request.guards)
    if (Result.isFailure(guarded)) return Result.fail(guarded.failure)

    const rows = toRows(request, all.length)
    for (const row of rows) {
      all.push(row)
      byEvent.set(row.id, row)
      const stream = byStream.get(row.stream)
      if (stream === undefined) byStream.set(row.stream, [row])
      else stream.push(row)
    }
    byCommand.set(request.command, rows)
    readSide.take(request.index)
    return Result.succeed(receiptOf(request.command, rows))
  }

  /** The first page of the rows of these kinds that stand after a place; rows stand at 1, 2, 3 … */
  const page = (
    rows: ReadonlyArray<EventRow>,
    place: (row: EventRow) => number,
    {
      after,
      to,
      types
    }: { readonly after: number; readonly to: number; readonly types: ReadonlyArray<string> | undefined }
  ) =>
    Effect.sync(() => {
      const kinds = types && new Set(types)
      const found: Array<EventRow> = []
      for (let i = Math.max(0, Math.floor(after)); found.length < pageSize; i++) {
        const row = rows[i]
        if (row === undefined || !(place(row) <= to)) break
        if (place(row) > after && (kinds === undefined || kinds.has(row.type))) found.push(row)
      }
      return found.map(toEvent)
    })

  const events: Memory["store"] = {
    committedOnly: true,
    append: (request) => Effect.suspend(() => Effect.fromResult(Result.flatMap(prepare(request), store))),
    receipt: (command) =>
      Effect.sync(() => Option.map(Option.fromUndefinedOr(byCommand.get(command)), (rows) => receiptOf(command, rows))),
    readStream: (stream, { from = 1, to = Number.POSITIVE_INFINITY, types } = {}) =>
      paged(Math.ceil(from) - 1, version, (after) => page(byStream.get(stream) ?? [], version, { after, to, types })),
    readAll: ({ after = 0, to = Number.POSITIVE_INFINITY, types } = {}) =>
      paged(after, position, (place) => page(all, position, { after: place, to, types })),
    versions: (streams) => Effect.sync(() => streams.map((stream) => ({ stream, version: versionOf(stream) })))
  }
  const write: ReadSide["Service"]["write"] = (guards, index) =>
    Effect.suspend(() => Effect.fromResult(Result.map(unmoved(guards), () => readSide.take(index))))
  return { store: events, readSide: { ...readSide.service, write } }
})

const version = (row: { readonly version: number }): number => row.version
const position = (row: { readonly position: number }): number => row.position
