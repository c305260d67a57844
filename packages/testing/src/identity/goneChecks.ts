import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Scope from "effect/Scope"
import { type Answer, ask, type Check, check, ending, type Probe } from "./Check.ts"
import type { Enrolled, Interruption } from "./Means.ts"
import { altered, type Service } from "./people.ts"

type Begin = Effect.Effect<Interruption, unknown, Scope.Scope>

/** A check that is made for each way in which the far side can be gone, and whose findings say for which. */
const ofEach = (title: string, body: (probe: Probe, begin: Begin) => Effect.Effect<void, unknown, Scope.Scope>) =>
  check("gone", title, (probe) =>
    Effect.gen(function* () {
      const ways = Object.entries(probe.interruptions)
      probe.holds("no interruption was given to the suite", ways.length > 0)
      for (const [way, begin] of ways) {
        const same: Probe["same"] = (what, ...rest) => probe.same(`${way}: ${what}`, ...rest)
        const holds: Probe["holds"] = (what, condition) => probe.holds(`${way}: ${what}`, condition)
        const exit = yield* Effect.exit(Effect.scoped(body({ ...probe, holds, same }, begin)))
        if (Exit.isFailure(exit)) holds(`stopped: ${Cause.pretty(exit.cause)}`, false)
      }
    })
  )

/** That an answer says that nobody could be asked, what was asked, and what the driver reported. */
const unavailable = (probe: Probe, what: string, answer: Answer) => {
  probe.same(what, ending(answer), "IdentityUnavailable")
  if (answer._tag !== "Failure" || answer.error._tag !== "IdentityUnavailable") return
  const { cause, operation, text } = answer.error
  probe.holds(`${what}: it does not say what was asked`, operation.length > 0)
  probe.holds(`${what}: it does not bring what the driver reported`, cause !== undefined && cause !== null)
  probe.holds(`${what}: not in both languages`, /\p{Script=Han}/u.test(text.zh) && /[a-z]/u.test(text.en))
}

/** An adapter that finds its way back may need a few attempts, since a connection may have failed meanwhile; that it never does is not allowed. */
const back = (probe: Probe, identity: Service, { credentials, person }: Enrolled) =>
  Effect.forEach(credentials, (credential) =>
    Effect.gen(function* () {
      let answer = yield* ask(identity, credential, probe)
      for (let i = 0; i < 100 && answer._tag !== "Actor"; i++) {
        yield* Effect.sleep("10 millis")
        answer = yield* ask(identity, credential, probe)
      }
      probe.same(`${credential._tag} when it is back`, ending(answer), `the actor ${person}`)
    })
  )

/** 4. Gone. */
export const goneChecks: ReadonlyArray<Check> = [
  ofEach("while nobody vouches nobody new is let through, and it is said that nobody could be asked", (probe, begin) =>
    Effect.gen(function* () {
      const { enrolled, identity, takeAway } = yield* begin
      yield* takeAway
      for (const credential of enrolled.unasked.credentials)
        unavailable(probe, credential._tag, yield* ask(identity, credential, probe))
    })
  ),

  ofEach("who was let through before is let through as the same one at most", (probe, begin) =>
    Effect.gen(function* () {
      const { enrolled, identity, takeAway } = yield* begin
      for (const credential of enrolled.asked.credentials)
        probe.same(
          `${credential._tag} before`,
          ending(yield* ask(identity, credential, probe)),
          `the actor ${enrolled.asked.person}`
        )
      yield* takeAway
      for (const credential of enrolled.asked.credentials) {
        const answer = yield* ask(identity, credential, probe)
        if (answer._tag === "Actor")
          probe.same(`${credential._tag} meanwhile`, answer.actor.person, enrolled.asked.person)
        else unavailable(probe, `${credential._tag} meanwhile`, answer)
      }
    })
  ),

  ofEach("what is altered is nobody's meanwhile either", (probe, begin) =>
    Effect.gen(function* () {
      const { enrolled, identity, takeAway } = yield* begin
      yield* takeAway
      for (const credential of enrolled.unasked.credentials) {
        const answer = yield* ask(identity, altered(credential), probe)
        probe.holds(`${credential._tag}: ${ending(answer)}`, answer._tag === "Failure")
      }
    })
  ),

  ofEach("when it is back everybody is let through again", (probe, begin) =>
    Effect.gen(function* () {
      const { enrolled, giveBack, identity, takeAway } = yield* begin
      yield* takeAway
      for (const credential of enrolled.unasked.credentials) yield* ask(identity, credential, probe)
      const after = yield* giveBack
      yield* back(probe, after, enrolled.unasked)
      yield* back(probe, after, enrolled.asked)
    })
  )
]
