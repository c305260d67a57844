import type { Actor, Post } from "@banfa/core/agency"
import { NotAuthenticated } from "@banfa/core/port/Identity"
import type { Text } from "@banfa/core/regulation"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { type ClaimMapping, type ClaimPath, type PostsMapping, PostsSchema } from "./ClaimMapping.ts"

/** What a token or an answer of the provider says. */
export type Claims = Readonly<Record<string, unknown>>

/** Nobody was found to act. */
export const refuse = (reason: NotAuthenticated["reason"], detail?: string): NotAuthenticated =>
  new NotAuthenticated(detail === undefined ? { reason } : { reason, detail })

const stepsOf = (path: ClaimPath): ReadonlyArray<string> => (typeof path === "string" ? [path] : path)

/** The name of a claim, for people. */
export const nameOf = (path: ClaimPath): string => stepsOf(path).join(".")

/** What stands in a claim; `undefined` where it is missing. Only own members count, so `__proto__` and `constructor` name nothing. */
export const claimAt = (claims: Claims, path: ClaimPath): unknown => {
  let at: unknown = claims
  for (const step of stepsOf(path)) {
    if (typeof at !== "object" || at === null || Array.isArray(at) || !Object.hasOwn(at, step)) return undefined
    at = Object.getOwnPropertyDescriptor(at, step)?.value
  }
  return at
}

/** A text of 1 to `longest` characters, none of them a control character or half of one. */
const isName = (value: unknown, longest: number): value is string =>
  typeof value === "string" && value.length <= longest && /^[^\p{Cc}\p{Cs}]+$/u.test(value)

const personOf = (issuer: string, claims: Claims, { person }: ClaimMapping): string | undefined => {
  if (!isName(claims.sub, 255)) return undefined
  const named = person === "sub" ? claims.sub : `${issuer}#${claims.sub}`
  return named.length <= 190 ? named : undefined
}

const arePosts = Schema.decodeUnknownOption(PostsSchema)

const listed = (value: unknown): ReadonlyArray<string> | undefined => {
  const all: ReadonlyArray<unknown> = Array.isArray(value) ? value : [value]
  return all.every((one) => typeof one === "string") ? [...new Set(all)] : undefined
}

const postsOf = (held: unknown, mapping: PostsMapping): Effect.Effect<ReadonlyArray<Post>, NotAuthenticated> => {
  const unreadable = Effect.fail(refuse("claims", nameOf(mapping.claim)))
  if (held === undefined) return unreadable
  if (!("table" in mapping)) {
    // what a host's schema gives is looked at again: it may promise more than it does
    return Schema.decodeUnknownEffect(mapping.schema ?? PostsSchema)(held).pipe(
      Effect.flatMap((posts) => Effect.fromOption(arePosts(posts))),
      Effect.catchDefect(() => unreadable),
      Effect.catch(() => unreadable)
    )
  }
  const values = listed(held)
  if (values === undefined) return unreadable
  const posts: Array<Post> = []
  for (const value of values) {
    if (Object.hasOwn(mapping.table, value)) posts.push(...(mapping.table[value] ?? []))
    else if (mapping.others !== "ignore") return unreadable
  }
  return Effect.succeed(posts)
}

const calledBy = (claims: Claims, path: ClaimPath | undefined): Option.Option<Text> | undefined => {
  const name = path === undefined ? undefined : claimAt(claims, path)
  if (name === undefined) return Option.none()
  return isName(name, 200) ? Option.some({ zh: name, en: name }) : undefined
}

/** The person with the posts that the claims state. Whether there are such agencies is not looked at. */
export const readActor = Effect.fnUntraced(function* (
  issuer: string,
  claims: Claims,
  mapping: ClaimMapping
): Effect.fn.Return<Actor, NotAuthenticated> {
  const person = personOf(issuer, claims, mapping)
  if (person === undefined) return yield* refuse("claims", "sub")
  const name = calledBy(claims, mapping.name)
  if (name === undefined) return yield* refuse("claims", nameOf(mapping.name ?? "name"))
  const posts = yield* postsOf(claimAt(claims, mapping.posts.claim), mapping.posts)
  return Option.isSome(name) ? { person, name: name.value, posts } : { person, posts }
})
