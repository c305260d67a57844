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
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import { type AlsoBreaks, type Mutant, mapEvents, mutant, onEvent, onRequest } from "./Mutant.ts"

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

/** An append in as many as it has events, whose receipt is made up of theirs. */
const torn = (sound: Store): Partial<Store> => {
  const receipts = new Map<CommandId, Receipt>()
  const sent = new Map<CommandId, string>()
  const textOf = ({ events }: AppendRequest) => JSON.stringify(events)
  const append: Store["append"] = (request) =>
    Effect.gen(function* () {
      const { command } = request
      const [first, ...rest] = request.events
      const before = receipts.get(command)
      if (before !== undefined) {
        return sent.get(command) === textOf(request) ? before : yield* new CommandReused({ command })
      }
      const moved = yield* movedOf(sound, request)
      const streams = new Set(request.events.map(({ stream }) => stream))
      if (moved.length > 0 || streams.size !== 2 || rest.length > 100 || command.length > 150) {
        return yield* sound.append(request)
      }
      let receipt = yield* sound.append({ ...request, events: [first] })
      const versions = new Map(receipt.versions.map(({ stream, version }) => [stream, version]))
      for (const [i, event] of rest.entries()) {
        yield* Effect.yieldNow
        const guards = yield* sound.versions([event.stream])
        receipt = yield* sound.append({ command: CommandId.make(`${command}~${i}`), guards, events: [event] })
        for (const { stream, version } of receipt.versions) versions.set(stream, version)
      }
      const whole = {
        command,
        position: receipt.position,
        versions: Array.from(versions, ([stream, version]) => ({ stream, version }))
      }
      receipts.set(command, whole)
      sent.set(command, textOf(request))
      return whole
    })
  return {
    append,
    receipt: (command) => {
      const receipt = receipts.get(command)
      return receipt === undefined ? sound.receipt(command) : Effect.succeed(Option.some(receipt))
    },
    ...onEvent(sound, (event) => ({ ...event, command: CommandId.make(event.command.split("~")[0] ?? event.command) }))
  }
}

/** Why guards that are not looked at break limits: a decision may have read any number of streams. */
const anyNumber: AlsoBreaks = { limits: "of a thousand guards they are not looked at either" }

/** Why they break openings: what holds in one opening has to hold through several. */
const throughOpenings: AlsoBreaks = { openings: "who races through several openings races for the same streams" }

/** Why they break openings as well. */
const ofBefore = "a command of before a restart is known as soon as it has come again"

/** Why stores that take a command that comes again for another one break limits. */
const manyEvents = "a command of 10,000 events that comes again is a command that comes again"

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
    ignoring(() => (_, i) => i === 0),
    { ...anyNumber, ...throughOpenings }
  ),
  mutant(
    "guards",
    "looks at no guard",
    ignoring(() => () => false),
    { ...anyNumber, ...throughOpenings }
  ),
  mutant(
    "guards",
    "guards the streams that are written to only",
    ignoring((request) => (stream) => request.events.some((event) => event.stream === stream)),
    { ...anyNumber, ...throughOpenings }
  ),
  mutant(
    "guards",
    "takes version 0 for any version",
    ignoring((request) => (_, i) => request.guards[i]?.version !== 0),
    { ...anyNumber, ...throughOpenings }
  ),
  mutant(
    "guards",
    "names the first stream that moved only",
    (sound) => ({
      append: (request) =>
        Effect.mapError(sound.append(request), (error) =>
          error._tag === "Conflict" ? new Conflict({ moved: [error.moved[0]] }) : error
        )
    }),
    throughOpenings
  ),
  mutant(
    "guards",
    "looks up the versions of what has moved when others have gone on",
    (sound) => ({
      append: (request) =>
        Effect.catchTag(sound.append(request), "Conflict", ({ moved }) =>
          Effect.gen(function* () {
            yield* Effect.yieldNow
            const present = yield* sound.versions(moved.map(({ stream }) => stream))
            const later = Arr.map(moved, (each, i) => ({ ...each, actual: present[i]?.version ?? each.actual }))
            return yield* new Conflict({ moved: later })
          })
        )
    }),
    throughOpenings
  ),
  mutant(
    "guards",
    "acknowledges what it refuses where one stream is guarded",
    (sound) => ({
      append: (request) =>
        Effect.catchTag(sound.append(request), "Conflict", (conflict) =>
          request.guards.length === 1
            ? Effect.succeed({ command: request.command, position: 1, versions: request.guards })
            : Effect.fail(conflict)
        )
    }),
    throughOpenings
  ),
  mutant(
    "guards",
    "looks at the guards, pauses, and then writes",
    (sound) => ({
      append: (request) =>
        Effect.gen(function* () {
          if ((yield* movedOf(sound, request)).length > 0) return yield* sound.append(request)
          yield* Effect.yieldNow
          return yield* sound.append(yield* withPresent(sound, request, () => false))
        })
    }),
    throughOpenings
  ),

  mutant("atomicity", "keeps the first event of what it refuses, where three streams are written", (sound) => ({
    append: (request) =>
      Effect.tapError(sound.append(request), () => {
        const [first] = request.events
        const streams = new Set(request.events.map(({ stream }) => stream))
        if (streams.size < 3) return Effect.void
        const command = CommandId.make(`${request.command}/1`)
        return sound.versions([first.stream]).pipe(
          Effect.flatMap((guards) => sound.append({ command, guards, events: [first] })),
          Effect.ignore
        )
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

  mutant(
    "commands",
    "takes a command that comes again for a new one",
    (sound) => {
      let count = 0
      const known = new Set<CommandId>()
      return {
        append: (request) => {
          if (!known.has(request.command)) {
            known.add(request.command)
            return Effect.tapError(sound.append(request), () => Effect.sync(() => known.delete(request.command)))
          }
          const mark = String(++count)
          const again = {
            ...mapEvents(request, (event) => ({ ...event, id: tellApart(event.id, mark) })),
            command: CommandId.make(`${request.command}~${mark}`)
          }
          return Effect.flatMap(
            withPresent(sound, again, () => false),
            sound.append
          )
        },
        ...onEvent(sound, (event) => ({ ...event, id: original(event.id) }))
      }
    },
    { limits: manyEvents, openings: ofBefore, "raw reader": "what came again has a row" }
  ),
  mutant(
    "commands",
    "answers by the id of a command without a look at its content",
    (sound) => {
      const known = new Map<CommandId, Receipt>()
      return {
        append: (request) => {
          const receipt = known.get(request.command)
          if (receipt !== undefined) return Effect.succeed(receipt)
          return Effect.tap(sound.append(request), (receipt) => Effect.sync(() => known.set(request.command, receipt)))
        }
      }
    },
    { openings: ofBefore }
  ),

  mutant(
    "commands",
    "looks at the guards before the command",
    (sound) => {
      const known = new Set<CommandId>()
      return {
        append: (request) =>
          known.has(request.command)
            ? guardsFirst(sound, request, false)
            : Effect.tap(sound.append(request), () => Effect.sync(() => known.add(request.command)))
      }
    },
    { limits: manyEvents, openings: ofBefore }
  ),
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

  mutant(
    "event ids",
    "lets commands share the id of an event",
    (sound) => ({
      append: (request) =>
        Effect.catchTag(sound.append(request), "DuplicateEvent", () =>
          sound.append(mapEvents(request, (event) => ({ ...event, id: tellApart(event.id, request.command) })))
        ),
      ...onEvent(sound, (event) => ({ ...event, id: original(event.id) }))
    }),
    { "raw reader": "the ids that are stored are others" }
  ),

  mutant("event ids", "looks at the guards before the ids of the events", (sound) => ({
    append: (request) =>
      Effect.flatMap(sound.receipt(request.command), (known) => guardsFirst(sound, request, Option.isSome(known)))
  })),

  mutant("order", "lets other appends in between the events of one, where two streams are written", torn, {
    atomicity: "who looks at its streams meanwhile sees a part of it",
    guards: "the later events are stored whatever has moved meanwhile",
    openings: "another opening knows its first event only"
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
    alsoBreaks: {
      "own transaction": "the connection of a host is another opening",
      "raw reader": "a reader past the store is another opening"
    },
    of: (sound) => Layer.provide(EventStore.layerMemory, sound)
  },
  mutant(
    "openings",
    "sees what others wrote only after it has written itself",
    (sound) => {
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
    },
    { "own transaction": "the connection of a host is another opening" }
  ),
  mutant("openings", "keeps the versions it knows to itself", (sound) => {
    const known = new Map<string, number>()
    return {
      append: (request) =>
        Effect.gen(function* () {
          const present = yield* sound.versions(request.guards.map(({ stream }) => stream))
          for (const { stream, version } of present) if (!known.has(stream)) known.set(stream, version)
          const holds = request.guards.every(({ stream, version }) => known.get(stream) === version)
          const guarded = holds ? yield* withPresent(sound, request, () => false) : request
          const receipt = yield* sound.append(guarded)
          for (const { stream, version } of receipt.versions) known.set(stream, version)
          return receipt
        })
    }
  })
]
