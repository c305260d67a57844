import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"

/** A clock whose time passes when it is told so. */
export interface ToldClock {
  /** Runs this on the clock. What time it is, is told as everywhere else; what sleeps, and every time limit, waits until enough time has passed. */
  readonly on: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
  /** Lets milliseconds pass at once; an hour, which is more than an adapter waits, if nothing is said. */
  readonly pass: (millis?: number) => void
}

/**
 * A clock for an adapter whose far side falls silent. The far side lets time pass when it has nothing to say, so that nobody waits, and what is
 * good is never late, however busy the machine is.
 */
export const toldClock = (): ToldClock => {
  let passed = 0
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>()
  const sleep = (duration: Duration.Duration) =>
    Effect.callback<void>((resume) => {
      const sleeper = { until: passed + Duration.toMillis(duration), wake: () => resume(Effect.void) }
      sleepers.add(sleeper)
      return Effect.sync(() => sleepers.delete(sleeper))
    })
  return {
    on: (effect) =>
      Clock.clockWith((real) =>
        Effect.provideService(effect, Clock.Clock, {
          currentTimeMillisUnsafe: () => real.currentTimeMillisUnsafe(),
          currentTimeMillis: real.currentTimeMillis,
          currentTimeNanosUnsafe: () => real.currentTimeNanosUnsafe(),
          currentTimeNanos: real.currentTimeNanos,
          monotonicTimeNanosUnsafe: () => real.monotonicTimeNanosUnsafe(),
          monotonicTimeNanos: real.monotonicTimeNanos,
          sleep
        })
      ),
    pass: (millis = 3_600_000) => {
      passed += millis
      for (const sleeper of [...sleepers]) {
        if (sleeper.until > passed) continue
        sleepers.delete(sleeper)
        sleeper.wake()
      }
    }
  }
}
