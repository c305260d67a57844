import { randomBytes, randomUUID } from "node:crypto"
import type { Actor } from "@banfa/core/agency"
import {
  type Credential,
  type Identity,
  IdentityUnavailable,
  NotAuthenticated,
  type Supports
} from "@banfa/core/port/Identity"
import {
  type Enrolled,
  type FarSide,
  type Interruption,
  type Means,
  sampleDirectory,
  samplePosts
} from "@banfa/testing/identity"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"

/** Whoever vouches for people: who they are by what they show. */
interface Book {
  readonly tokens: Map<string, Actor>
  readonly passwords: Map<string, { readonly password: string; readonly actor: Actor }>
  readonly revoked: Set<string>
  gone: boolean
}

const newBook = (): Book => ({ tokens: new Map(), passwords: new Map(), revoked: new Set(), gone: false })

const notFound = (reason: NotAuthenticated["reason"]) => Effect.fail(new NotAuthenticated({ reason }))

const identityOver = (book: Book, { logins, tokens }: Supports): Identity["Service"] => ({
  actor: (credential) =>
    Effect.gen(function* () {
      const isToken = credential._tag === "Token"
      if (!(isToken ? tokens : logins)) return yield* notFound("unsupported")
      const secret = Redacted.value(isToken ? credential.token : credential.password)
      if (secret.length > 10_000) return yield* notFound("too-large")
      if (secret === "") return yield* notFound("malformed")
      yield* Effect.yieldNow
      if (book.gone) return yield* new IdentityUnavailable({ operation: "search", cause: new Error("nobody is there") })
      if (book.revoked.has(secret)) return yield* notFound("revoked")
      const login = isToken ? undefined : book.passwords.get(credential.name)
      const actor = isToken ? book.tokens.get(secret) : login?.password === secret ? login.actor : undefined
      if (actor === undefined) return yield* notFound(isToken ? "signature" : "password")
      const unknown = actor.posts.some(({ agency }) => sampleDirectory.name(agency) === undefined)
      return unknown ? yield* notFound("unknown-agency") : actor
    })
})

const enrolIn =
  (book: Book, { logins, tokens }: Supports): FarSide["enrol"] =>
  ({ id, name, posts }) =>
    Effect.sync((): Enrolled => {
      const actor = { person: `book:${id}`, name, posts }
      const [token, password] = [randomBytes(24).toString("base64url"), randomBytes(12).toString("base64url")]
      book.tokens.set(token, actor)
      book.passwords.set(id, { password, actor })
      const credentials: ReadonlyArray<Credential> = [
        ...(tokens ? [{ _tag: "Token", token: Redacted.make(token) } as const] : []),
        ...(logins ? [{ _tag: "Login", name: id, password: Redacted.make(password) } as const] : [])
      ]
      return { person: actor.person, credentials }
    })

/** A sound identity in memory, and its far side. */
export const soundMeans = (supports: Supports): Means => ({
  begin: Effect.sync(() => {
    const book = newBook()
    const enrol = enrolIn(book, supports)
    const one = (agency: string) =>
      Effect.flatMap(
        enrol({
          id: `p-${randomUUID()}`,
          name: { zh: "王示例", en: "Wang Shili" },
          posts: [{ ...samplePosts.running, agency }]
        }),
        (made) => Effect.fromNullishOr(made?.credentials[0])
      )
    const bad: FarSide["bad"] = {
      "it was revoked": {
        reason: "revoked",
        credential: Effect.tap(one("gz-info"), (credential) =>
          Effect.sync(() =>
            book.revoked.add(Redacted.value(credential._tag === "Token" ? credential.token : credential.password))
          )
        )
      },
      "it is empty": {
        reason: "malformed",
        credential: Effect.succeed<Credential>(
          supports.tokens
            ? { _tag: "Token", token: Redacted.make("") }
            : { _tag: "Login", name: "p", password: Redacted.make("") }
        )
      }
    }
    const unreadable: FarSide["unreadable"] = {
      "an agency that is in no directory": { reason: "unknown-agency", credential: one("gz-nowhere") }
    }
    return { identity: identityOver(book, supports), enrol, bad, unreadable }
  }),
  interruptions: {
    "the book is closed": Effect.gen(function* () {
      const book = newBook()
      const enrol = enrolIn(book, supports)
      const one = (id: string) =>
        Effect.flatMap(enrol({ id, name: { zh: "赵示例", en: "Zhao Shili" }, posts: [samplePosts.running] }), (made) =>
          Effect.fromNullishOr(made)
        )
      const identity = identityOver(book, supports)
      const put = (gone: boolean) =>
        Effect.sync(() => {
          book.gone = gone
        })
      return {
        identity,
        enrolled: { asked: yield* one("p-asked"), unasked: yield* one("p-unasked") },
        takeAway: put(true),
        giveBack: Effect.as(put(false), identity)
      } satisfies Interruption
    })
  }
})
