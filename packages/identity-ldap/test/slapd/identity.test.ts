import { randomUUID } from "node:crypto"
import {
  type Bad,
  type FarSide,
  type Interruption,
  identityOf,
  identitySuite,
  type Means,
  type Person,
  samplePosts
} from "@banfa/testing/identity"
import * as Effect from "effect/Effect"
import { type IdentityOptions, layer, supports } from "../../src/index.ts"
import { type Fault, line } from "./Line.ts"
import {
  type Attributes,
  enter,
  enterPerson,
  enterPost,
  folder,
  login,
  options,
  ownTree,
  port as slapdPort
} from "./tree.ts"

const tree = await ownTree()
const people = Effect.promise(() => folder(tree))

const somebody = (posts: Person["posts"] = [samplePosts.running]): Person => ({
  id: `p-${randomUUID()}`,
  name: { zh: "孙示例", en: "Sun Shili" },
  posts
})

const bad = (base: string): FarSide["bad"] => {
  const shows = (credential: (name: string, password: string) => ReturnType<typeof login>, more: Attributes = {}) =>
    Effect.map(enter(base, somebody(), more), ({ password, uid }) => credential(uid, password))
  return {
    "a password that is none of the person's": {
      reason: "password",
      credential: shows((name) => login(name, "correct horse battery staple"))
    },
    "an empty password": { reason: "password", credential: shows((name) => login(name, "")) },
    "spaces as a password": { reason: "password", credential: shows((name) => login(name, "   ")) },
    "a password with a NUL behind it": {
      reason: "malformed",
      credential: shows((name, password) => login(name, `${password}\0`))
    },
    "a password of a megabyte": {
      reason: "too-large",
      credential: shows((name) => login(name, "x".repeat(1_048_576)))
    },
    "a name that nobody has": {
      reason: "password",
      credential: Effect.succeed(login("p-nobody", "correct horse battery"))
    },
    "a name that two people have": {
      reason: "ambiguous",
      credential: Effect.promise(async () => {
        const person = somebody()
        const { password, uid } = await enterPerson(base, person)
        await enterPerson(await folder(base), person)
        return login(uid, password)
      })
    },
    "the password of a closed account": {
      reason: "revoked",
      credential: shows((name, password) => login(name, password), { banfaActive: "FALSE" })
    }
  }
}

const unreadable = (base: string): FarSide["unreadable"] => {
  const of = (reason: Bad["reason"], post: Attributes): Bad => ({
    reason,
    credential: Effect.promise(async () => {
      const { dn, password, uid } = await enterPerson(base, somebody())
      await enterPost(dn, samplePosts.running, post)
      return login(uid, password)
    })
  })
  return {
    "an office that there is not": of("claims", { banfaOffice: "mayor" }),
    "two agencies in one post": of("claims", { banfaAgency: ["gz-health", "gz-info"] }),
    "a post that ends before it begins": of("claims", { banfaUntil: "20200101000000Z" }),
    "a post for the time being without an end": of("claims", { banfaActive: "TRUE" }),
    "a day in a century that is none of the register's": of("claims", { banfaFrom: "18990101000000Z" }),
    "an agency that nobody knows": of("unknown-agency", { banfaAgency: "gz-nowhere" }),
    "an agency with a line break": of("claims", { banfaAgency: "gz-health\n" }),
    "an agency of a thousand characters": of("claims", { banfaAgency: "x".repeat(1000) })
  }
}

const over = (settings: IdentityOptions) => identityOf(layer(settings))

/** A line that is bad from some moment on, and good again later. */
const interruption = (fault: Fault, more: Partial<IdentityOptions> = {}, keep?: "keep") =>
  Effect.gen(function* () {
    const base = yield* people
    const { become, port } = yield* line(slapdPort)
    const identity = yield* over({ ...options(base, undefined, port), ...more })
    return {
      identity,
      enrolled: {
        asked: yield* enter(base, somebody([samplePosts.running, samplePosts.acting])),
        unasked: yield* enter(base, somebody([samplePosts.over]))
      },
      takeAway: Effect.promise(() => become(fault, keep)),
      giveBack: Effect.as(
        Effect.promise(() => become({ _tag: "None" })),
        identity
      )
    } satisfies Interruption
  })

const means: Means = {
  begin: Effect.gen(function* () {
    const base = yield* people
    return {
      identity: yield* over(options(base)),
      enrol: (person) => enter(base, person),
      bad: bad(base),
      unreadable: unreadable(base)
    }
  }),
  interruptions: {
    "nobody listens": interruption({ _tag: "Refuses" }),
    "it takes connections and never answers": interruption({ _tag: "Silent" }, { connectTimeout: "300 millis" }),
    "it falls silent in the middle of a connection": interruption(
      { _tag: "Silent" },
      { timeout: "300 millis", connectTimeout: "300 millis" },
      "keep"
    ),
    "it breaks off while it is encrypted": interruption({ _tag: "Cut", after: 100 }),
    "it breaks off behind its certificate": interruption({ _tag: "Cut", after: 1200 })
  }
}

identitySuite({ name: "LDAP", supports, ...means })
