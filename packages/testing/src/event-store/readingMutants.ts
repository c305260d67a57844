import type { Json, JsonObject, StoredEvent } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { type AlsoBreaks, type Mutant, mutant, onEvent, onEveryKind } from "./Mutant.ts"

/** The value with every text changed. */
const mapTexts = (value: Json, change: (text: string) => string): Json =>
  typeof value === "string"
    ? change(value)
    : Array.isArray(value)
      ? value.map((item: Json) => mapTexts(item, change))
      : isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]))
        : value

const isObject = (value: Json): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const changeTexts = (event: StoredEvent, change: (text: string) => string): StoredEvent => ({
  ...event,
  data: mapTexts(event.data, change) as JsonObject
})

/** What `target[key] = value` makes of a key that objects treat in their own way. */
const assigned = (value: JsonObject): JsonObject => {
  const copy: Record<string, Json> = {}
  for (const [key, item] of Object.entries(value)) copy[key] = item
  return copy
}

/** Who is told another order cannot follow it, and does not see what is there. */
const outOfOrder: AlsoBreaks = {
  following: "who goes on from the last position seen starts at the wrong place",
  limits: "the order of many events is an order too",
  openings: "a reader in another opening follows in the same way",
  "raw reader": "the rows stand in another order than is told"
}

/** Stores that answer wrongly. */
export const readingMutants: ReadonlyArray<Mutant> = [
  mutant("versions", "counts versions from zero", (sound) =>
    onEvent(sound, (event) => ({ ...event, version: event.version - 1 }))
  ),
  mutant(
    "versions",
    "takes a stream that is not there for an empty one at version 1, where it is asked about it alone",
    (sound) => ({
      versions: (streams) =>
        Effect.map(sound.versions(streams), (found) =>
          found.length > 1 ? found : found.map((each) => ({ ...each, version: Math.max(1, each.version) }))
        )
    }),
    { guards: "who decides by such a version is refused for ever" }
  ),
  mutant("versions", "answers for each stream once, in the order of the ids", (sound) => ({
    versions: (streams) => sound.versions([...new Set(streams)].sort())
  })),
  mutant("versions", "reads the whole stream whatever part is asked for", (sound) =>
    onEveryKind(sound, { ...sound, readStream: (stream) => sound.readStream(stream) })
  ),
  mutant("versions", "keeps versions in a plain object", (sound) => ({
    versions: (streams) =>
      Effect.map(sound.versions(streams), (found) => {
        const byStream: Record<string, number> = {}
        for (const { stream, version } of found) byStream[stream] = version
        return streams.map((stream) => ({ stream, version: byStream[stream] ?? 0 }))
      })
  })),

  mutant("fidelity", "normalises text", (sound) =>
    onEvent(sound, (e) => changeTexts(e, (text) => text.normalize("NFKC")))
  ),
  mutant("fidelity", "takes ids for the same whatever their case", (sound) => ({
    readStream: (stream, options) => sound.readStream(stream.toLowerCase() as typeof stream, options)
  })),
  mutant("fidelity", "loses the key __proto__", (sound) => onEvent(sound, (e) => ({ ...e, data: assigned(e.data) }))),
  mutant("fidelity", "ends a text at the first NUL", (sound) =>
    onEvent(sound, (event) => changeTexts(event, (text) => text.split("\u0000")[0] ?? ""))
  ),
  mutant("fidelity", "cuts off long texts", (sound) =>
    onEvent(sound, (e) => changeTexts(e, (text) => text.slice(0, 65_535)))
  ),
  mutant("fidelity", "keeps objects that nest up to 64 deep only", (sound) =>
    onEvent(sound, (event) => ({ ...event, data: cut(event.data, 64) as JsonObject }))
  ),
  mutant("fidelity", "writes instants in its own way", (sound) =>
    onEvent(sound, (event) => ({ ...event, recordedAt: new Date(event.recordedAt).toISOString() }))
  ),
  mutant("fidelity", "shares its objects with its callers", (sound) => {
    const shared = new Map<string, JsonObject>()
    return {
      append: (request) => {
        for (const { data, id } of request.events) shared.set(id, data)
        return sound.append(request)
      },
      ...onEvent(sound, (event) => ({ ...event, data: shared.get(event.id) ?? event.data }))
    }
  }),

  mutant("commands", "forgets receipts", () => ({ receipt: () => Effect.succeed(Option.none()) }), {
    limits: "the receipts of long ids and of many events are receipts too",
    openings: "so are those of before a restart"
  }),

  mutant(
    "order",
    "gives the events stream by stream",
    (sound) =>
      onEveryKind(sound, {
        ...sound,
        readAll: (options) =>
          Stream.unwrap(
            Effect.map(Stream.runCollect(sound.readAll(options)), (events) =>
              Stream.fromIterable(
                events.toSorted((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : 0))
              ).pipe(Stream.rechunk(64))
            )
          )
      }),
    outOfOrder
  ),
  mutant(
    "order",
    "deals positions out downwards",
    (sound) =>
      onEveryKind(
        sound,
        onEvent(sound, (e) => ({ ...e, position: 1e9 - e.position }))
      ),
    outOfOrder
  ),
  mutant(
    "following",
    "reads on from the position given instead of after it",
    (sound) =>
      onEveryKind(sound, {
        ...sound,
        readAll: (options = {}) => sound.readAll({ ...options, after: (options.after ?? 0) - 1 })
      }),
    { openings: "a reader in another opening follows in the same way" }
  ),
  mutant("following", "does not stop at the last position asked for", (sound) =>
    onEveryKind(sound, { ...sound, readAll: ({ after = 0 } = {}) => sound.readAll({ after }) })
  ),
  mutant("following", "shows an event after a later one, as long as others are being appended", (sound) => {
    let underWay = 0
    let late: string | undefined
    return {
      append: (request) =>
        Effect.gen(function* () {
          underWay++
          yield* Effect.yieldNow
          const receipt = yield* sound.append(request)
          if (underWay > 1) late ??= request.command
          yield* Effect.yieldNow
          return receipt
        }).pipe(
          Effect.ensuring(
            Effect.sync(() => {
              if (--underWay === 0) late = undefined
            })
          )
        ),
      readAll: (options) => Stream.filter(sound.readAll(options), ({ command }) => command !== late)
    }
  }),
  mutant("paging", "hands over everything at once", (sound) => ({
    readStream: (stream, options) =>
      Stream.fromIterableEffect(Stream.runCollect(sound.readStream(stream, options))).pipe(Stream.rechunk(100_000))
  })),
  mutant("paging", "stops after the first page", (sound) => ({
    readStream: (stream, options) => Stream.take(sound.readStream(stream, options), 256)
  })),

  mutant("kinds", "reads every kind of all events", (sound) => ({
    readAll: ({ types: _, ...options } = {}) => sound.readAll(options)
  })),
  mutant("kinds", "reads every kind of a stream", (sound) => ({
    readStream: (stream, { types: _, ...options } = {}) => sound.readStream(stream, options)
  })),
  mutant("kinds", "takes no kind for every kind", (sound) => ({
    readStream: (stream, { types, ...options } = {}) =>
      sound.readStream(stream, { ...options, ...(types && types.length > 0 ? { types } : {}) })
  })),
  mutant("kinds", "looks for a kind in the first 1,000 events", (sound) => ({
    readStream: (stream, { types, ...options } = {}) =>
      types === undefined
        ? sound.readStream(stream, options)
        : sound.readStream(stream, options).pipe(
            Stream.take(1000),
            Stream.filter(({ type }) => types.includes(type))
          )
  })),

  mutant("limits", "takes ids for the same when their first 150 characters are", (sound) => ({
    readStream: (stream, options) =>
      stream.length <= 150
        ? sound.readStream(stream, options)
        : Stream.filter(sound.readAll(options?.types ? { types: options.types } : {}), (event) =>
            event.stream.startsWith(stream.slice(0, 150))
          )
  }))
]

const cut = (value: Json, depth: number): Json =>
  Array.isArray(value)
    ? value.map((item: Json) => cut(item, depth - 1))
    : isObject(value)
      ? depth === 0
        ? null
        : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cut(item, depth - 1)]))
      : value
