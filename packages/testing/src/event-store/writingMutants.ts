import {
  type AppendRequest,
  CommandId,
  CommandReused,
  Conflict,
  EventId,
  EventStore,
  InvalidAppend,
  type JsonObject,
  type Receipt
} from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import { type Mutant, mapEvents, mutant, onEvent, onRequest } from "./Mutant.ts"

type Store = EventStore["Service"]

/** The request with the present versions in place of the guards that are not looked at. */
const withPresent = (sound: Store, request: AppendRequest, looksAt: (stream: string, index: number) => boolean) =>
  Effect.map(sound.versions(request.guards.map(({ stream }) => stream)), (present) => ({
    ...request,
    guards: request.guards.map((guard, i) => (looksAt(guard.stream, i) ? guard : (present[i] ?? guard)))
  }))

const ignoring =
  (looksAt: (request: AppendRequest) => (stream: string, index: number) => boolean) => (sound: Store) => ({
    append: (request: AppendRequest) => Effect.flatMap(withPresent(sound, request, looksAt(request)), sound.append)
  })

/** The guards that no longer hold. */
const movedOf = (sound: Store, request: AppendRequest) =>
  Effect.map(sound.versions(request.guards.map(({ stream }) => stream)), (present) =>
    request.guards.flatMap(({ stream, version }, i) => {
      const actual = present[i]?.version ?? 0
      return actual === version ? [] : [{ stream, expected: version, actual }]
    })
  )

/** Refuses by the guards before anything else is looked at, except for a command that is known. */
const guardsFirst = (sound: Store, request: AppendRequest, known: boolean) =>
  Effect.flatMap(movedOf(sound, request), ([first, ...rest]) =>
    first === undefined || known ? sound.append(request) : Effect.fail(new Conflict({ moved: [first, ...rest] }))
  )

/** Gives ids a hidden end that tells equal ones apart, and takes it off when reading. */
const tellApart = (id: string, mark: string) => EventId.make(`${id}~${mark}`)
const original = (id: string) => EventId.make(id.split("~")[0] ?? id)

/** Stores that store wrongly. */
export const writingMutants: ReadonlyArray<Mutant> = [
  mutant("contract", "adds the guards that are missing", (sound) => ({
    append: (request) => {
      const missing = request.events.filter(({ stream }) => !request.guards.some((guard) => guard.stream === stream))
      return Effect.flatMap(sound.versions(missing.map(({ stream }) => stream)), (guards) =>
        sound.append({ ...request, guards: [...request.guards, ...guards] })
      )
    }
  })),
  mutant("contract", "drops what is not JSON", (sound) =>
    onRequest(sound, (request) =>
      mapEvents(request, (event) => {
        try {
          return { ...event, data: JSON.parse(JSON.stringify(event.data)) as JsonObject }
        } catch {
          return event
        }
      })
    )
  ),
  mutant("contract", "reports the first problem only", (sound) => ({
    append: (request) =>
      Effect.mapError(sound.append(request), (error) =>
        error._tag === "InvalidAppend" ? new InvalidAppend({ problems: [error.problems[0]] }) : error
      )
  })),

  mutant(
    "guards",
    "looks at the first guard only",
    ignoring(() => (_, i) => i === 0)
  ),
  mutant(
    "guards",
    "looks at no guard",
    ignoring(() => () => false)
  ),
  mutant(
    "guards",
    "guards the streams that are written to only",
    ignoring((request) => (stream) => request.events.some((event) => event.stream === stream))
  ),
  mutant(
    "guards",
    "takes version 0 for any version",
    ignoring((request) => (_, i) => request.guards[i]?.version !== 0)
  ),
  mutant("guards", "names the first stream that moved only", (sound) => ({
    append: (request) =>
      Effect.mapError(sound.append(request), (error) =>
        error._tag === "Conflict" ? new Conflict({ moved: [error.moved[0]] }) : error
      )
  })),
  mutant("guards", "acknowledges what it refuses", (sound) => ({
    append: (request) =>
      Effect.catchTag(sound.append(request), "Conflict", () =>
        Effect.succeed({ command: request.command, position: 1, versions: request.guards })
      )
  })),
  mutant("guards", "looks at the guards, pauses, and then writes", (sound) => ({
    append: (request) =>
      Effect.gen(function* () {
        if ((yield* movedOf(sound, request)).length > 0) return yield* sound.append(request)
        yield* Effect.yieldNow
        return yield* sound.append(yield* withPresent(sound, request, () => false))
      })
  })),

  mutant("atomicity", "stores stream by stream", (sound) => ({
    append: (request) =>
      Effect.gen(function* () {
        const streams = [...new Set(request.events.map(({ stream }) => stream))]
        const parts = streams.map((stream) => request.events.filter((event) => event.stream === stream))
        if (parts.length < 2) return yield* sound.append(request)
        const receipts: Array<Receipt> = []
        for (const [i, [first, ...rest]] of parts.entries()) {
          if (first === undefined) continue
          receipts.push(
            yield* sound.append({
              command: CommandId.make(`${request.command}/${i}`),
              guards: request.guards.filter(({ stream }) => stream === first.stream),
              events: [first, ...rest]
            })
          )
          yield* Effect.yieldNow
        }
        return {
          command: request.command,
          position: Math.max(...receipts.map(({ position }) => position)),
          versions: receipts.flatMap(({ versions }) => versions)
        }
      })
  })),
  mutant("atomicity", "uses up the id of a command that it refuses", (sound) => {
    const refused = new Set<CommandId>()
    return {
      append: (request) =>
        refused.has(request.command)
          ? Effect.fail(new CommandReused({ command: request.command }))
          : Effect.tapError(sound.append(request), () => Effect.sync(() => refused.add(request.command)))
    }
  }),
  mutant("atomicity", "looks up versions one stream after the other", (sound) => ({
    versions: (streams) =>
      Effect.map(
        Effect.forEach(streams, (stream) => Effect.tap(sound.versions([stream]), () => Effect.yieldNow)),
        (found) => found.flat()
      )
  })),

  mutant("commands", "takes a command that comes again for a new one", (sound) => {
    let count = 0
    return {
      ...onRequest(sound, (request) => {
        const mark = String(++count)
        return {
          ...mapEvents(request, (e) => ({ ...e, id: tellApart(e.id, mark) })),
          command: CommandId.make(`${request.command}~${mark}`)
        }
      }),
      ...onEvent(sound, (event) => ({ ...event, id: original(event.id) }))
    }
  }),
  mutant("commands", "answers by the id of a command without a look at its content", (sound) => ({
    append: (request) =>
      Effect.flatMap(
        sound.receipt(request.command),
        Option.match({ onNone: () => sound.append(request), onSome: Effect.succeed })
      )
  })),
  mutant("commands", "looks at the guards before the command", (sound) => ({
    append: (request) => guardsFirst(sound, request, false)
  })),
  mutant("commands", "compares data as text", (sound) => {
    const texts = new Map<CommandId, string>()
    return {
      append: (request) => {
        const text = JSON.stringify(request.events.map(({ data }) => data))
        const before = texts.get(request.command)
        if (before !== undefined && before !== text) return Effect.fail(new CommandReused({ command: request.command }))
        return Effect.tap(sound.append(request), () => Effect.sync(() => texts.set(request.command, text)))
      }
    }
  }),

  mutant("event ids", "lets commands share the id of an event", (sound) => ({
    ...onRequest(sound, (request) =>
      mapEvents(request, (event) => ({ ...event, id: tellApart(event.id, request.command) }))
    ),
    ...onEvent(sound, (event) => ({ ...event, id: original(event.id) }))
  })),
  mutant("event ids", "looks at the guards before the ids of the events", (sound) => ({
    append: (request) =>
      Effect.flatMap(sound.receipt(request.command), (known) => guardsFirst(sound, request, Option.isSome(known)))
  })),

  mutant("order", "lets other appends in between the events of one", (sound) => {
    const torn = (request: AppendRequest): ReturnType<Store["append"]> =>
      Effect.gen(function* () {
        const [first, ...rest] = request.events
        const moved = yield* movedOf(sound, request)
        if (moved.length > 0 || rest.length === 0) return yield* sound.append(request)
        let receipt = yield* sound.append({ ...request, events: [first] })
        for (const [i, event] of rest.entries()) {
          yield* Effect.yieldNow
          const guards = yield* sound.versions([event.stream])
          receipt = yield* sound.append({ command: CommandId.make(`${request.command}/${i}`), guards, events: [event] })
        }
        return { ...receipt, command: request.command }
      })
    return { append: torn }
  }),

  mutant("limits", "stores the first 5,000 events of an append only", (sound) => ({
    append: (request) => {
      const [first, ...rest] = request.events
      return rest.length < 5000
        ? sound.append(request)
        : sound.append({ ...request, events: [first, ...rest.slice(0, 4999)] })
    }
  })),
  mutant("limits", "stores more than 10,000 events in two appends", (sound) => ({
    append: (request) => {
      const [first, ...rest] = request.events
      const [next, ...more] = rest.splice(9_999)
      if (next === undefined) return sound.append(request)
      return Effect.gen(function* () {
        const { versions } = yield* sound.append({ ...request, events: [first, ...rest] })
        return yield* sound.append({
          command: CommandId.make(`${request.command}/2`),
          guards: versions,
          events: [next, ...more]
        })
      })
    }
  })),
  mutant(
    "limits",
    "looks at the first 500 guards only",
    ignoring(() => (_, i) => i < 500)
  ),

  {
    name: "forgets everything when it is opened again",
    breaks: "openings",
    of: (sound) => Layer.provide(EventStore.layerMemory, sound)
  },
  mutant("openings", "sees what others wrote only after it has written itself", (sound) => {
    let known = 0
    return {
      append: (request) =>
        Effect.tap(sound.append(request), ({ position }) =>
          Effect.sync(() => {
            known = Math.max(known, position)
          })
        ),
      readAll: (options = {}) => sound.readAll({ ...options, to: Math.min(known, options.to ?? known) })
    }
  }),
  mutant("openings", "keeps the versions it knows to itself", (sound) => {
    const known = new Map<string, number>()
    return {
      append: (request) =>
        Effect.gen(function* () {
          const present = yield* sound.versions(request.guards.map(({ stream }) => stream))
          for (const { stream, version } of present) if (!known.has(stream)) known.set(stream, version)
          const holds = request.guards.every(({ stream, version }) => known.get(stream) === version)
          yield* Effect.yieldNow
          const guarded = holds ? yield* withPresent(sound, request, () => false) : request
          const receipt = yield* sound.append(guarded)
          for (const { stream, version } of receipt.versions) known.set(stream, version)
          return receipt
        })
    }
  })
]
