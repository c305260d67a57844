import { inspect } from "node:util"
import type { Credential } from "@banfa/core/port/Identity"
import * as Effect from "effect/Effect"
import * as Logger from "effect/Logger"
import * as References from "effect/References"
import { type Answer, ask, type Check, check, type Probe } from "./Check.ts"
import { altered, enrolled, newPerson, type Service, secretOf } from "./people.ts"
import { samplePosts } from "./sampleDirectory.ts"

/** Everything that whoever gets an answer can read of it. */
const readable = (answer: Answer): string => {
  const error = answer._tag === "Failure" ? answer.error : undefined
  return [
    inspect(answer, { depth: 12, showHidden: true, maxStringLength: Number.POSITIVE_INFINITY }),
    JSON.stringify(answer),
    ...(error === undefined ? [] : [error.text.zh, error.text.en, error.message, String(error), error.stack ?? ""])
  ].join("\n")
}

/** An answer, with all that is logged on the way to it. */
const told = (probe: Probe, identity: Service, credential: Credential) =>
  Effect.suspend(() => {
    const lines: Array<string> = []
    const keep = Logger.make((said) => {
      const { cause, message } = said
      lines.push(inspect([message, cause, said.fiber.getRef(References.CurrentLogAnnotations)], { depth: 12 }))
    })
    return ask(identity, credential, probe).pipe(
      Effect.provide(Logger.layer([keep])),
      Effect.provideService(References.MinimumLogLevel, "All"),
      Effect.map((answer) => ({ answer: readable(answer), log: lines.join("\n") }))
    )
  })

/** Of what was shown: of anything shorter it cannot be told whether it is there by chance. */
const telling = 12

const silent = (probe: Probe, what: string, identity: Service, credential: Credential, secret = secretOf(credential)) =>
  Effect.gen(function* () {
    if (secret.length < telling) return
    const { answer, log } = yield* told(probe, identity, credential)
    probe.holds(`${what}: the answer holds the secret of the ${credential._tag}`, !answer.includes(secret))
    probe.holds(`${what}: the log holds the secret of the ${credential._tag}`, !log.includes(secret))
  })

/** 5. Silence. */
export const silenceChecks: ReadonlyArray<Check> = [
  check("silence", "no actor and no error holds a password or a token, and none is logged", (probe) =>
    Effect.gen(function* () {
      const made = yield* enrolled(probe, newPerson([samplePosts.running]))
      for (const credential of made.credentials) {
        probe.holds(`the secret of the ${credential._tag} is too short`, secretOf(credential).length >= telling)
        yield* silent(probe, "a good one", probe.identity, credential)
        yield* silent(probe, "an altered one", probe.identity, altered(credential))
        // What is nearly right gives the right one away as well.
        yield* silent(
          probe,
          "an altered one, of the right one",
          probe.identity,
          altered(credential),
          secretOf(credential)
        )
      }
      for (const [what, { credential }] of Object.entries({ ...probe.bad, ...probe.unreadable }))
        yield* silent(probe, what, probe.identity, yield* credential)
    })
  ),

  check(
    "silence",
    "no error that says that nobody could be asked holds a password or a token, and none is logged",
    (probe) =>
      Effect.forEach(Object.entries(probe.interruptions), ([way, begin]) =>
        Effect.gen(function* () {
          const { enrolled, identity, takeAway } = yield* begin
          yield* takeAway
          for (const credential of enrolled.unasked.credentials) yield* silent(probe, way, identity, credential)
        }).pipe(Effect.scoped)
      )
  )
]
