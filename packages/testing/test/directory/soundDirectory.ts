import { createHash } from "node:crypto"
import { type Directory as AgencyDirectory, type DirectoryData, directory } from "@banfa/core/agency"
import { StorageUnavailable } from "@banfa/core/port/EventStore"
import type { Means, Source } from "@banfa/testing/directory"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"

/** A sound directory that reads a source in memory when it is told to, and the source. */
export const soundMeans: Means = {
  begin: (data, { away = false } = {}) =>
    Effect.sync(() => {
      let [held, isAway] = [data, away]
      let good: AgencyDirectory | undefined
      let cause: unknown = new Error("it was never read")
      const read = () => {
        if (isAway) {
          cause = new Error("nobody is there")
          return
        }
        const { version: _, ...content } = held
        const version = createHash("sha256").update(JSON.stringify(content)).digest("hex")
        const built = directory({ ...held, version } satisfies DirectoryData)
        if (Result.isSuccess(built)) good = built.success
        else cause = built.failure
      }
      read()
      const set = (change: () => void) => Effect.sync(change)
      return {
        directory: {
          current: Effect.suspend(() =>
            good === undefined
              ? Effect.fail(new StorageUnavailable({ operation: "read", cause }))
              : Effect.succeed(good)
          )
        },
        fill: (next) =>
          set(() => {
            held = next
          }),
        readAnew: set(read),
        grow: set(() => {
          good = undefined
          if (cause === undefined) cause = new Error("what was read is too old")
        }),
        takeAway: set(() => {
          isAway = true
        }),
        giveBack: set(() => {
          isAway = false
        })
      } satisfies Source
    })
}
