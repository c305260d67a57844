import * as Effect from "effect/Effect"
import type { Conflict } from "../../src/port/EventStore.ts"
import type { Store } from "./fixture.ts"

/**
 * A store whose first appends wait until so many are asked for, or until they are released: what they decided on was read before any of
 * them was stored.
 */
export const meeting = (store: Store, writers: number) => {
  let release = (): void => {}
  const met = new Promise<void>((resolve) => {
    release = resolve
  })
  const conflicts: Array<Conflict> = []
  let asked = 0
  const raced: Store = {
    ...store,
    append: (request) =>
      Effect.suspend(() => {
        asked++
        if (asked === writers) release()
        return Effect.promise(() => met)
      }).pipe(
        Effect.andThen(store.append(request)),
        Effect.tapError((error) =>
          Effect.sync(() => {
            if (error._tag === "Conflict") conflicts.push(error)
          })
        )
      )
  }
  return { raced, conflicts, release }
}
