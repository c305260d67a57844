import type { Text } from "@banfa/core/regulation"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"

/** Does something again and again until it is interrupted. What goes wrong is said in the log in both languages, and waited for. */
export const goOn = <A, E extends { readonly text: Text }, R>(
  again: Effect.Effect<A, E, R>,
  pause: Duration.Duration
): Effect.Effect<never, never, R> =>
  again.pipe(
    Effect.catch(({ text }) => Effect.andThen(Effect.logWarning(`${text.zh} ${text.en}`), Effect.sleep(pause))),
    Effect.forever
  )
