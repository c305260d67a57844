/** People for the checks, under names that no far side has seen. */
import { randomUUID } from "node:crypto"
import type { Actor } from "@banfa/core/agency"
import type { Credential, Identity } from "@banfa/core/port/Identity"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { Enrolled, FarSide, Person } from "./Means.ts"

/** Somebody whom no far side has seen, with these posts. */
export const newPerson = (posts: Actor["posts"], zh = "陈示例"): Person => ({
  id: `p-${randomUUID()}`,
  name: { zh, en: "Chen Shili" },
  posts
})

/** Makes somebody known whom the far side has to be able to hold. */
export const enrolled = ({ enrol }: Pick<FarSide, "enrol">, person: Person) =>
  Effect.flatMap(enrol(person), (made) =>
    made === undefined ? Effect.fail(`the far side cannot hold ${person.id}`) : Effect.succeed(made)
  )

/** The kind of a credential. */
export type Kind = Credential["_tag"]

/** The credential of a kind. */
export const credentialOf = (of: Enrolled, kind: Kind): Credential | undefined =>
  of.credentials.find(({ _tag }) => _tag === kind)

/** What of a credential nobody else may know. */
export const secretOf = (credential: Credential): string =>
  Redacted.value(credential._tag === "Token" ? credential.token : credential.password)

/** The credential with another secret. */
export const withSecret = (credential: Credential, secret: string): Credential =>
  credential._tag === "Token"
    ? { ...credential, token: Redacted.make(secret) }
    : { ...credential, password: Redacted.make(secret) }

/** A credential of a kind that nobody has. */
export const madeUp = (kind: Kind, secret: string, name = "p-nobody"): Credential =>
  kind === "Token"
    ? { _tag: "Token", token: Redacted.make(secret) }
    : { _tag: "Login", name, password: Redacted.make(secret) }

type Post = Actor["posts"][number]

/** What of a post makes a difference to what its holder may do, as text: what it is called and where that is written makes none. */
const essence = ({ acting = false, agency, from, offices, until }: Post): string =>
  JSON.stringify([agency, offices === "all" ? offices : offices.toSorted(), from, until ?? null, acting])

/** The posts of an actor in an order of their own, as far as they make a difference. */
export const essences = (posts: Actor["posts"]): ReadonlyArray<string> => posts.map(essence).toSorted()

/** What an actor says of itself beyond that, and nobody has stated: titles, documents, a name. */
export const inventedBy = (actor: Actor, { name, posts }: Person): ReadonlyArray<string> => {
  const stated = new Map(posts.map((post) => [essence(post), post]))
  const beyond = actor.posts.flatMap((post) => {
    const of = stated.get(essence(post))
    return [
      ...(post.title === undefined || post.title === of?.title ? [] : [post.title]),
      ...(post.source === undefined || post.source === of?.source ? [] : [post.source])
    ]
  })
  return actor.name === undefined || actor.name.zh === name.zh || actor.name.zh === name.en
    ? beyond
    : [...beyond, actor.name.zh]
}

/** An adapter. */
export type Service = Identity["Service"]

const base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

/** Another character. Of base64 another first bit, since the last bits of the last character may count for nothing. */
const other = (character: string): string => {
  const at = base64url.indexOf(character)
  return at < 0 ? "x" : (base64url[at ^ 32] ?? "x")
}

/** A text with another character at a place. */
export const alteredAt = (text: string, at: number): string =>
  `${text.slice(0, at)}${other(text.charAt(at))}${text.slice(at + 1)}`

/** The credential with one character of its secret altered. */
export const altered = (credential: Credential): Credential => {
  const secret = secretOf(credential)
  return withSecret(credential, alteredAt(secret, Math.floor((secret.length * 3) / 4)))
}
