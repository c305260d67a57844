import { CommandId, StorageUnavailable, type StoredEvent } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { interruptionMutant, type Mutant } from "./Mutant.ts"

/** Stores that are sound as long as their storage is there. */
export const failureMutants: ReadonlyArray<Mutant> = [
  interruptionMutant("dies of what the driver reports", () => (sound) => ({
    receipt: (command) => Effect.orDie(sound.receipt(command)),
    readAll: (options) => Stream.orDie(sound.readAll(options))
  })),
  interruptionMutant("keeps to itself what the driver reports", () => (sound) => ({
    versions: (streams) =>
      Effect.mapError(
        sound.versions(streams),
        ({ operation }) => new StorageUnavailable({ operation, cause: undefined })
      )
  })),
  interruptionMutant("names the statement that failed instead of the operation", () => (sound) => ({
    versions: (streams) =>
      Effect.mapError(sound.versions(streams), ({ cause }) => new StorageUnavailable({ operation: "SELECT", cause }))
  })),
  interruptionMutant("takes a storage that is gone for an empty one", () => (sound) => ({
    receipt: (command) => Effect.catch(sound.receipt(command), () => Effect.succeed(Option.none())),
    readStream: (stream, options) => Stream.catch(sound.readStream(stream, options), () => Stream.empty)
  })),
  interruptionMutant("gives an event of a page again when the next page is not to be had", () => (sound) => ({
    readStream: (stream, options) =>
      Stream.suspend(() => {
        let last: StoredEvent | undefined
        return Stream.tap(sound.readStream(stream, options), (event) =>
          Effect.sync(() => {
            last = event
          })
        ).pipe(
          Stream.catch((error) =>
            Stream.concat(last === undefined ? Stream.empty : Stream.make(last), Stream.fail(error))
          )
        )
      })
  })),
  interruptionMutant("acknowledges what it could not store", () => (sound) => ({
    append: (request) =>
      Effect.catchTag(sound.append(request), "StorageUnavailable", () =>
        Effect.succeed({ command: request.command, position: 1, versions: request.guards })
      )
  })),
  interruptionMutant("never finds its way back", () => {
    let failed: StorageUnavailable | undefined
    return (sound, isGone) => ({
      append: (request) =>
        Effect.suspend(() => (failed !== undefined && !isGone() ? Effect.fail(failed) : sound.append(request))).pipe(
          Effect.tapError((error) =>
            Effect.sync(() => {
              if (error._tag === "StorageUnavailable") failed = error
            })
          )
        )
    })
  }),
  interruptionMutant("gives a command another id when it is sent again", () => {
    const failed = new Set<CommandId>()
    return (sound) => ({
      append: (request) => {
        const command = failed.has(request.command) ? CommandId.make(`${request.command}/2`) : request.command
        return sound.append({ ...request, command }).pipe(
          Effect.map((receipt) => ({ ...receipt, command: request.command })),
          Effect.tapError((error) =>
            Effect.sync(() => {
              if (error._tag === "StorageUnavailable") failed.add(request.command)
            })
          )
        )
      }
    })
  }),
  interruptionMutant("stores the events of an append one after the other", () => (sound) => ({
    append: (request) => {
      const [first, ...rest] = request.events
      return rest.reduce(
        (before, event, i) =>
          Effect.gen(function* () {
            const receipt = yield* before
            yield* Effect.yieldNow
            const guards = request.guards.filter(({ stream }) => stream === event.stream)
            const part = { command: CommandId.make(`${request.command}/${i}`), guards, events: [event] as const }
            const { position, versions } = yield* sound.append(part)
            return { ...receipt, position, versions: [...receipt.versions, ...versions] }
          }),
        sound.append({ ...request, events: [first] })
      )
    }
  }))
]
