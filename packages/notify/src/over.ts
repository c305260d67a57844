import type { Claimed } from "@banfa/core/port/Deliveries"
import type { StorageUnavailable } from "@banfa/core/port/EventStore"
import type { Notifier } from "@banfa/core/port/Notifier"
import * as Arr from "effect/Array"
import * as Clock from "effect/Clock"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Semaphore from "effect/Semaphore"
import { attemptOver, type Desk, handedBack, type Outcome } from "./attempt.ts"
import { add, countedAs, nothing } from "./Dispatched.ts"
import { instantOf } from "./instant.ts"
import { settling } from "./settling.ts"

/** Handed out to this dispatcher until an instant, in milliseconds since 1970, and not begun. */
interface Taken {
  readonly claimed: Claimed
  readonly until: number
}

type Restore = <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>

/** Sends what is due over one channel: in one round, or until it is interrupted. */
export const over = (notifier: Notifier["Service"], desk: Desk) => {
  const { deliveries, settings } = desk
  const { channel } = notifier
  const attempt = attemptOver(notifier, desk)
  const settle = settling(deliveries)
  const [lease, timeout] = [Duration.toMillis(settings.lease), Duration.toMillis(settings.timeout)]

  /** Sends one. Where it is to end meanwhile it waits for what is under way, and then gives it back. */
  const sendOne = Effect.fnUntraced(function* ({ claimed, until }: Taken, restore: Restore) {
    const { attempt: number, id } = claimed
    const now = yield* Clock.currentTimeMillis
    let ended: Exit.Exit<Outcome, StorageUnavailable> = Exit.succeed(handedBack("given-back", instantOf(now)))
    // half of it for what the host brings, twice, and then all of it for the channel
    if (until - now >= 2 * timeout) {
      const child = yield* Effect.forkDetach(Effect.interruptible(attempt(claimed)))
      const heard = yield* Effect.exit(restore(Fiber.await(child)))
      if (Exit.isSuccess(heard)) ended = heard.value
      else {
        const enough = Effect.andThen(Effect.sleep(settings.grace), Fiber.interrupt(child))
        const watch = yield* Effect.forkDetach(Effect.interruptible(enough))
        const last = yield* Fiber.await(child)
        yield* Fiber.interrupt(watch)
        if (!Exit.hasInterrupts(last)) ended = last
      }
    }
    const outcome = yield* ended
    const lost = yield* settle({ ...outcome, id, attempt: number })
    return countedAs(lost ? "lost" : outcome.status)
  })

  /**
   * Sends what is due, several at once, until nothing is and `idle` does not say that it goes on. What `idle` is given ends when one that was under
   * way has ended: then what is behind it in its lane is due.
   */
  const sendDue = <E>(idle: (ended: Effect.Effect<void>) => Effect.Effect<boolean, E>) =>
    Effect.suspend(() => {
      const taken: Array<Taken> = []
      let bell = Deferred.makeUnsafe<void>()
      const oneAtATime = Semaphore.makeUnsafe(1)
      let tally = nothing

      const claim = Effect.gen(function* () {
        const now = yield* Clock.currentTimeMillis
        const until = now + lease
        const asked = { channel, at: instantOf(now), until: instantOf(until), limit: settings.concurrency }
        for (const claimed of yield* deliveries.claim(asked)) taken.push({ claimed, until })
      }).pipe(Effect.catchTag("InvalidDelivery", Effect.die), Effect.uninterruptible)

      const more = Effect.gen(function* () {
        while (taken.length === 0) {
          const ended = Deferred.await(bell)
          yield* claim
          if (taken.length === 0 && !(yield* idle(ended))) return false
        }
        return true
      }).pipe(Semaphore.withPermit(oneAtATime))

      /** Whatever is not begun stays among what is taken, and is given back at the end. */
      const begin = Effect.uninterruptibleMask((restore) =>
        Effect.suspend(() => {
          const next = taken.shift()
          return next === undefined ? Effect.succeed(nothing) : sendOne(next, restore)
        })
      )
      const worker = Effect.gen(function* () {
        while (yield* more) {
          const sent = yield* begin
          tally = add(tally, sent)
          Deferred.doneUnsafe(bell, Effect.void)
          bell = Deferred.makeUnsafe()
        }
      })
      const giveBack = Effect.gen(function* () {
        const now = instantOf(yield* Clock.currentTimeMillis)
        for (const { claimed } of taken.splice(0))
          yield* settle({ ...handedBack("given-back", now), id: claimed.id, attempt: claimed.attempt })
      })
      return Effect.forEach(Arr.range(1, settings.concurrency), () => worker, { concurrency: "unbounded" }).pipe(
        Effect.ensuring(Effect.ignore(giveBack)),
        Effect.map(() => tally)
      )
    })

  /** What is behind others in its lane is due as soon as those are at their end, so it is looked for again until nothing was found. */
  const round = Effect.gen(function* () {
    let total = nothing
    for (;;) {
      const sent = yield* sendDue(() => Effect.succeed(false))
      if (sent === nothing) return total
      total = add(total, sent)
    }
  })

  const idle = Effect.fnUntraced(function* (ended: Effect.Effect<void>) {
    const next = yield* deliveries.next(channel)
    const poll = Duration.toMillis(settings.poll)
    const left = next === undefined ? poll : Date.parse(next) - (yield* Clock.currentTimeMillis)
    yield* Effect.raceFirst(Effect.sleep(left > 0 && left < poll ? left : poll), ended)
    return true
  })

  return { round, run: sendDue(idle) }
}
