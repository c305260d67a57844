import { type Actor, type ActorFinding, type Directory, readActors } from "@banfa/core/agency"
import { NotAuthenticated } from "@banfa/core/port/Identity"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { ClaimMapping, ClaimPath, PostsMapping } from "./ClaimMapping.ts"

/** What a token or an answer of the provider says. */
export type Claims = Readonly<Record<string, unknown>>

/** Nobody was found to act. */
export const refuse = (reason: NotAuthenticated["reason"], detail?: string): NotAuthenticated =>
  new NotAuthenticated(detail === undefined ? { reason } : { reason, detail })

const stepsOf = (path: ClaimPath): ReadonlyArray<string> => (typeof path === "string" ? [path] : path)

/** The name of a claim, for people. */
const nameOf = (path: ClaimPath): string => stepsOf(path).join(".")

/** What stands in a claim; `undefined` where it is missing. Only own members count, so `__proto__` and `constructor` name nothing. */
const claimAt = (claims: Claims, path: ClaimPath): unknown => {
  let at: unknown = claims
  for (const step of stepsOf(path)) {
    if (typeof at !== "object" || at === null || Array.isArray(at) || !Object.hasOwn(at, step)) return undefined
    at = Object.getOwnPropertyDescriptor(at, step)?.value
  }
  return at
}

/** The texts that a claim holds, each once. */
const textsIn = (held: unknown): ReadonlyArray<string> | undefined => {
  const all: ReadonlyArray<unknown> = Array.isArray(held) ? held : [held]
  return all.every((one) => typeof one === "string") ? [...new Set(all)] : undefined
}

/** What a claim states as posts, whatever it may be. */
const statedIn = (held: unknown, mapping: PostsMapping): Effect.Effect<unknown, NotAuthenticated> => {
  const unreadable = Effect.suspend(() => refuse("claims", nameOf(mapping.claim)))
  if (held === undefined) return unreadable
  if (!("table" in mapping)) {
    if (mapping.schema === undefined) return Effect.succeed(held)
    return Schema.decodeUnknownEffect(mapping.schema)(held).pipe(
      Effect.catchDefect(() => unreadable),
      Effect.catch(() => unreadable)
    )
  }
  const values = textsIn(held)
  if (values === undefined) return unreadable
  const posts: Array<unknown> = []
  for (const value of values) {
    if (Object.hasOwn(mapping.table, value)) posts.push(...(mapping.table[value] ?? []))
    else if (mapping.others !== "ignore") return unreadable
  }
  return Effect.succeed(posts)
}

/** Where in the claims something is wrong that stands elsewhere in the actor: `posts.0.from` for `0.posts.0.from`. */
const claimOf = ({ at }: ActorFinding, { name, posts }: ClaimMapping): string => {
  const [, member, ...rest] = at.split(".")
  if (member === "person") return "sub"
  if (member === "name") return nameOf(name ?? "name")
  // a member that is no part of a post may be called anything
  const known = rest.every((step) => /^\w{1,20}$/.test(step))
  return [nameOf(posts.claim), ...(known ? rest : [])].join(".")
}

const unknown: ReadonlySet<string> = new Set<ActorFinding["kind"]>(["UnknownAgency", "ResemblesAgency"])

/** The person with the posts that the claims state, all of them in agencies of the directory; or what cannot be read. */
export const readActor = Effect.fnUntraced(function* (
  issuer: string,
  claims: Claims,
  mapping: ClaimMapping,
  directory: Directory
): Effect.fn.Return<Actor, NotAuthenticated> {
  const { sub } = claims
  if (typeof sub !== "string" || sub === "") return yield* refuse("claims", "sub")
  const person = mapping.person === "sub" ? sub : `${issuer}#${sub}`
  const name = mapping.name === undefined ? undefined : claimAt(claims, mapping.name)
  const posts = yield* statedIn(claimAt(claims, mapping.posts.claim), mapping.posts)
  const read = readActors(directory, [
    { person, ...(name === undefined ? {} : { name: { zh: name, en: name } }), posts }
  ])
  const [actor] = Result.getOrElse(read, () => [])
  if (actor !== undefined) return actor
  const findings = Result.isFailure(read) ? read.failure.findings : []
  const worst = findings.find(({ kind }) => !unknown.has(kind)) ?? findings[0]
  if (worst === undefined) return yield* refuse("claims")
  return yield* refuse(unknown.has(worst.kind) ? "unknown-agency" : "claims", claimOf(worst, mapping))
})
