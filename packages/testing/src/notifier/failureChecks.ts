import { inspect } from "node:util"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import { type Check, check, inTheEnd, nameOf, type Probe } from "./Check.ts"
import { dispatch } from "./letters.ts"
import type { Interruption } from "./Means.ts"

/** A far side that fails, and the channel to it. */
interface Failing extends Interruption {
  readonly channel: Probe["notifier"]
}

/** A check that is made for each way in which the far side fails, and whose findings say for which. */
const ofEach = (title: string, body: (probe: Probe, failing: Failing) => Effect.Effect<void, unknown, Scope.Scope>) =>
  check("failure", title, (probe) =>
    Effect.gen(function* () {
      const ways = Object.entries(probe.interruptions)
      probe.holds("no interruption was given to the suite", ways.length > 0)
      const examine = ([way, interruption]: (typeof ways)[number]) =>
        Effect.gen(function* () {
          const same: Probe["same"] = (what, ...rest) => probe.same(`${way}: ${what}`, ...rest)
          const holds: Probe["holds"] = (what, condition) => probe.holds(`${way}: ${what}`, condition)
          const exit = yield* Effect.gen(function* () {
            const failing = yield* interruption
            const channel = yield* probe.open(failing)
            yield* body({ ...probe, holds, same }, { ...failing, channel })
          }).pipe(Effect.scoped, Effect.exit)
          if (Exit.isFailure(exit)) holds(`stopped: ${Cause.pretty(exit.cause)}`, false)
        })
      // each has a far side of its own, and some take their time to fail
      yield* Effect.forEach(ways, examine, { concurrency: 8, discard: true })
    })
  )

/** How it has to end while the far side fails. */
const expected = ({ ends: { reason, retry } }: Interruption): string =>
  `NotDelivered: ${reason}, ${retry ? "to be tried again" : "not to be tried again"}`

/** Guarantee 5: failure. */
export const failureChecks: ReadonlyArray<Check> = [
  ofEach(
    "a letter to a far side that fails is not delivered, and in time, for the reason that there is",
    ({ holds, same, send }, failing) =>
      Effect.gen(function* () {
        const { begin, channel, end, ends, mayHold = false, received } = failing
        yield* begin
        for (const time of ["at first", "again"]) {
          const ended = yield* send(dispatch([failing.address(0)]), channel)
          same(time, nameOf(ended), expected(failing))
          if (ended._tag !== "NotDelivered") continue
          same(`${time}, after`, ended.error.after, ends.after)
        }
        // while it fails, a far side may not say what it holds
        yield* end
        holds("the far side holds what was not delivered", mayHold || (yield* received).length === 0)
      })
  ),

  ofEach("letters that are sent at once to a far side that fails all end", ({ same, send }, failing) =>
    Effect.gen(function* () {
      yield* failing.begin
      const sent = Array.from({ length: 5 }, () => dispatch([failing.address(0)]))
      const endings = yield* Effect.forEach(sent, (each) => send(each, failing.channel), { concurrency: "unbounded" })
      same(
        "all",
        endings.map(nameOf),
        sent.map(() => expected(failing))
      )
    })
  ),

  ofEach(
    "why a letter did not go out is said in both languages, in a few words, and holds no secret",
    ({ holds, secrets = [], send }, failing) =>
      Effect.gen(function* () {
        yield* failing.begin
        const ended = yield* send(dispatch([failing.address(0)]), failing.channel)
        if (ended._tag !== "NotDelivered") return holds(`it ended as ${ended._tag}`, false)
        const { detail, message, text } = ended.error
        holds(`not in both languages: ${message}`, /\p{Script=Han}/u.test(text.zh) && /[a-z]/iu.test(text.en))
        holds(`in ${detail.length} characters`, detail.length <= 500)
        const shown = `${inspect(ended.error, { depth: 20, showHidden: true })}\n${message}`
        for (const secret of secrets) holds("it holds a secret", !shown.includes(secret))
      })
  ),

  ofEach("a letter under way to a far side that fails can be called back", ({ holds, patience = inTheEnd }, failing) =>
    Effect.gen(function* () {
      yield* failing.begin
      const fiber = yield* Effect.forkDetach(failing.channel.send(dispatch([failing.address(0)])))
      yield* Effect.yieldNow
      const interrupting = yield* Effect.forkDetach(Fiber.interrupt(fiber))
      const ended = yield* Effect.timeoutOption(Fiber.await(interrupting), patience)
      holds(`it cannot: it was still under way after ${patience} ms`, Option.isSome(ended))
    })
  ),

  ofEach(
    "a letter that did not go out goes when the far side is back, under the id that it had, and is one for who drops repeats",
    ({ same, send }, failing) =>
      Effect.gen(function* () {
        const { begin, channel, end, received } = failing
        const sent = dispatch([failing.address(0)])
        same("before", nameOf(yield* send(dispatch([failing.address(0)]), channel)), "Accepted")
        const before = (yield* received).length
        yield* begin
        same("meanwhile", nameOf(yield* send(sent, channel)), expected(failing))
        yield* end
        same("after", nameOf(yield* send(sent, channel)), "Accepted")
        const ids = (yield* received).slice(before).map(({ id }) => id)
        same("letters at the far side", new Set(ids).size, 1)
        const other = yield* send(dispatch([failing.address(0)]), channel)
        same("another one", nameOf(other), "Accepted")
        same(
          "letters at the far side with another one",
          new Set((yield* received).slice(before).map(({ id }) => id)).size,
          2
        )
      })
  )
]
