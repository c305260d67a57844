import { prepare } from "@banfa/core/port/Append"
import type { AppendRequest, CommandId, EventId, EventStore, JsonObject, StreamId } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { type AlsoBreaks, type Mutant, mapEvents, mutant, onEvent } from "./Mutant.ts"

type Store = EventStore["Service"]

const hidden = "copy/"

/** Stores events once more, under streams that nobody is shown. Where a name gets too long for that, it is left alone. */
const storeHidden = (sound: Store, request: AppendRequest) =>
  Effect.suspend(() => {
    const copies = mapEvents(request, (event) => ({
      ...event,
      stream: `${hidden}${event.id}` as StreamId,
      id: `${hidden}${event.id}` as EventId
    }))
    const guards = copies.events.map(({ stream }) => ({ stream, version: 0 }))
    return sound.append({ ...copies, guards, command: `${hidden}${request.command}` as CommandId })
  }).pipe(Effect.ignore)

const withoutHidden = (sound: Store): Partial<Store> => ({
  readAll: (options) => Stream.filter(sound.readAll(options), ({ stream }) => !stream.startsWith(hidden))
})

const shift = 1000

/** Why what only looks sound breaks own transactions. */
const throughHost: AlsoBreaks = {
  "own transaction": "what came in by the connection of a host was not changed on its way"
}

/** Stores that answer as they should, and hold something else. */
export const rawReaderMutants: ReadonlyArray<Mutant> = [
  mutant(
    "raw reader",
    "keeps data in another form than it gives it back",
    (sound) => ({
      append: (request) => {
        const prepared = prepare(request)
        if (Result.isFailure(prepared)) return sound.append(request)
        const texts = new Map(prepared.success.events.map(({ id, json }) => [id, json]))
        return sound.append(
          mapEvents(request, (event) => {
            const kept = texts.get(event.id) ?? ""
            // what is long would get too long
            return kept.length > 1000 ? event : { ...event, data: { kept } }
          })
        )
      },
      ...onEvent(sound, (event) => ({
        ...event,
        data: typeof event.data.kept === "string" ? (JSON.parse(event.data.kept) as JsonObject) : event.data
      }))
    }),
    throughHost
  ),

  mutant("raw reader", "stores every event twice, and shows it once", (sound) => ({
    append: (request) => Effect.tap(sound.append(request), () => storeHidden(sound, request)),
    ...withoutHidden(sound)
  })),
  mutant("raw reader", "keeps what it refuses, where nobody is shown it", (sound) => ({
    append: (request) => Effect.tapError(sound.append(request), () => storeHidden(sound, request)),
    ...withoutHidden(sound)
  })),
  mutant(
    "raw reader",
    "shows other positions than it has stored",
    (sound) => {
      const shown = <A extends { readonly position: number }>(found: A): A => ({
        ...found,
        position: found.position + shift
      })
      const { readAll, readStream } = onEvent(sound, shown)
      return {
        append: (request) => Effect.map(sound.append(request), shown),
        receipt: (command) => Effect.map(sound.receipt(command), Option.map(shown)),
        readStream,
        readAll: ({ after = 0, to = Number.POSITIVE_INFINITY, ...options } = {}) =>
          readAll({ ...options, after: after - shift, to: to - shift })
      }
    },
    throughHost
  )
]
