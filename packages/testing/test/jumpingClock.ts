import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"

/** Turns of the event loop in which nothing else asks to sleep, after which nothing else is taken to be going on. */
const idleTurns = 100

/** A clock that stands still while anything goes on in memory, and then goes on to the next instant at which somebody wants to be woken. */
const jumpingClock = (): Clock.Clock => {
  let now = Date.UTC(2026, 0, 1)
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>()
  let turns = 0
  let watching = false
  const turn = (): void => {
    if (sleepers.size === 0) {
      watching = false
      return
    }
    turns += 1
    if (turns > idleTurns) {
      turns = 0
      const [next] = [...sleepers].toSorted((a, b) => a.until - b.until)
      if (next !== undefined) {
        sleepers.delete(next)
        now = Math.max(now, next.until)
        next.wake()
      }
    }
    setImmediate(turn)
  }
  const millis = () => now
  const nanos = () => BigInt(now) * 1_000_000n
  return {
    currentTimeMillisUnsafe: millis,
    currentTimeMillis: Effect.sync(millis),
    currentTimeNanosUnsafe: nanos,
    currentTimeNanos: Effect.sync(nanos),
    monotonicTimeNanosUnsafe: nanos,
    monotonicTimeNanos: Effect.sync(nanos),
    sleep: (duration) =>
      Effect.callback<void>((resume) => {
        const sleeper = { until: now + Duration.toMillis(duration), wake: () => resume(Effect.void) }
        sleepers.add(sleeper)
        turns = 0
        if (!watching) {
          watching = true
          setImmediate(turn)
        }
        return Effect.sync(() => sleepers.delete(sleeper))
      })
  }
}

/** Runs what goes on in memory alone without waiting: its sleeps and time limits pass once nothing else is left to do. */
export const withoutWaiting = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.suspend(() => Effect.provideService(effect, Clock.Clock, jumpingClock()))
