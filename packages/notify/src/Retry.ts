import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"

/**
 * When a letter that did not go out is tried again: after a random time between nothing and `base`, which doubles with every attempt until it is
 * `cap` (exponential back-off with full jitter), and never sooner than the far side asks.
 */
export interface Retry {
  /** The longest wait behind the first attempt; 30 seconds if nothing is said. */
  readonly base: Duration.Duration
  /** The longest wait of all; 2 hours if nothing is said. */
  readonly cap: Duration.Duration
  /** How many attempts are made, until somebody sends it again; 100 if nothing is said, which takes some four days. */
  readonly attempts: number
}

/** A mail that cannot be handed over is kept for four to five days (RFC 5321, 4.5.4.1); a weekend with its server down is outlasted. */
export const defaultRetry: Retry = { base: Duration.seconds(30), cap: Duration.hours(2), attempts: 100 }

/** Nobody is believed who asks to be left alone for longer. */
const longest = 7 * 86_400_000

/** After how many milliseconds it is tried again, behind the attempt of this number, the first is 1. */
export const backOff = ({ base, cap }: Retry, attempt: number, after = 0): Effect.Effect<number> => {
  const most = Math.min(Duration.toMillis(cap), Duration.toMillis(base) * 2 ** Math.min(attempt - 1, 40))
  const asked = Number.isFinite(after) && after > 0 ? Math.min(after, longest) : 0
  return Effect.map(Random.next, (share) => Math.ceil(asked + share * most))
}
