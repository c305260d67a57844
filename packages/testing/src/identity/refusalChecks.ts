import { randomUUID } from "node:crypto"
import type { Credential } from "@banfa/core/port/Identity"
import * as Effect from "effect/Effect"
import { ask, type Check, check, ending, type Probe } from "./Check.ts"
import { alteredAt, enrolled, type Kind, madeUp, newPerson, secretOf, withSecret } from "./people.ts"
import { samplePosts } from "./sampleDirectory.ts"

const refused = (probe: Probe, what: string, credential: Credential) =>
  Effect.map(ask(probe.identity, credential, probe), (answer) => {
    const not =
      answer._tag === "Failure" && answer.error._tag === "NotAuthenticated" ? "NotAuthenticated" : ending(answer)
    probe.same(`${credential._tag}: ${what}`, not, "NotAuthenticated")
  })

/** A secret, altered in all the small ways. */
const alterations = (secret: string): Readonly<Record<string, string>> => ({
  "one character at the beginning": alteredAt(secret, 0),
  "one character in the middle": alteredAt(secret, Math.floor(secret.length / 2)),
  "one character at three quarters": alteredAt(secret, Math.floor((secret.length * 3) / 4)),
  "one character at the end": alteredAt(secret, secret.length - 1),
  "cut by a third": secret.slice(0, Math.floor((secret.length * 2) / 3)),
  "without its beginning": secret.slice(2),
  twice: `${secret}${secret}`,
  "with a letter behind it": `${secret}x`,
  "with a NUL behind it": `${secret}\0`
})

/** What no far side has issued, whatever it may be. */
const rubbish: Readonly<Record<string, string>> = {
  nothing: "",
  "a space": " ",
  "a NUL": "\0",
  "a line break": "\r\n",
  "two dots": "..",
  "an empty object": "{}",
  "half a surrogate pair": "\ud800",
  markup: "<script>alert(1)</script>",
  "a quote": "' OR '1'='1' --",
  "a filter": "*)(uid=*",
  "what looks like a token": "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.",
  "what is not percent-encoded": "%ff%00",
  "a megabyte": "A".repeat(1_048_576),
  "a megabyte of dots": ".".repeat(1_048_576)
}

const kindsOf = (probe: Probe): ReadonlyArray<Kind> => [
  ...(probe.supports.tokens ? (["Token"] as const) : []),
  ...(probe.supports.logins ? (["Login"] as const) : [])
]

/** 2. Nobody else. */
export const refusalChecks: ReadonlyArray<Check> = [
  check("nobody else", "what is wrong with a credential is said, each with its reason", (probe) =>
    Effect.gen(function* () {
      const ways = Object.entries(probe.bad)
      probe.holds("nothing that has to be refused was given to the suite", ways.length > 0)
      for (const [what, { credential, reason }] of ways) {
        const answer = yield* ask(probe.identity, yield* credential, probe)
        probe.same(what, ending(answer), `NotAuthenticated (${reason})`)
        if (answer._tag !== "Failure") continue
        const { text } = answer.error
        probe.holds(`${what}: not in both languages`, /\p{Script=Han}/u.test(text.zh) && /[a-z]/u.test(text.en))
      }
    })
  ),

  check("nobody else", "a secret that was altered, cut or lengthened is nobody's", (probe) =>
    Effect.gen(function* () {
      const made = yield* enrolled(probe, newPerson([samplePosts.running]))
      for (const credential of made.credentials) {
        const secret = secretOf(credential)
        const good = yield* ask(probe.identity, credential, probe)
        probe.holds(`${credential._tag}, unaltered: ${ending(good)}`, good._tag === "Actor")
        for (const [how, altered] of Object.entries(alterations(secret)))
          yield* refused(probe, how, withSecret(credential, altered))
      }
    })
  ),

  check(
    "nobody else",
    "a password is of one person only",
    (probe) =>
      Effect.gen(function* () {
        const [one, two] = [
          yield* enrolled(probe, newPerson([samplePosts.running])),
          yield* enrolled(probe, newPerson([samplePosts.acting]))
        ]
        for (const mine of one.credentials) {
          const theirs = two.credentials.find((each) => each._tag === mine._tag)
          if (mine._tag !== "Login" || theirs === undefined) continue
          yield* refused(probe, "the name of one with the password of another", withSecret(mine, secretOf(theirs)))
        }
      }),
    ({ logins }) => logins
  ),

  check("nobody else", "rubbish of any kind and size is nobody, whoever is named with it", (probe) =>
    Effect.gen(function* () {
      const made = yield* enrolled(probe, newPerson([samplePosts.running]))
      for (const kind of kindsOf(probe)) {
        const mine = made.credentials.find(({ _tag }) => _tag === kind)
        for (const [what, text] of Object.entries(rubbish)) {
          yield* refused(probe, what, madeUp(kind, text))
          if (mine?._tag !== "Login") continue
          yield* refused(probe, `${what} with the name of somebody`, withSecret(mine, text))
          yield* refused(probe, `${what} as a name`, madeUp(kind, secretOf(mine), text))
        }
      }
    })
  ),

  check(
    "nobody else",
    "a kind of credential that the adapter does not take is nobody's",
    (probe) =>
      Effect.gen(function* () {
        const taken = new Set(kindsOf(probe))
        for (const kind of ["Token", "Login"] as const) {
          if (taken.has(kind)) continue
          const answer = yield* ask(probe.identity, madeUp(kind, randomUUID()), probe)
          probe.same(kind, ending(answer), "NotAuthenticated (unsupported)")
        }
      }),
    ({ logins, tokens }) => !(logins && tokens)
  )
]
