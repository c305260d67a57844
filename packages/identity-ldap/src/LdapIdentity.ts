import { type Actor, type ActorFinding, readActors } from "@banfa/core/agency"
import { Directory } from "@banfa/core/port/Directory"
import { type Credential, Identity, IdentityUnavailable, type Supports } from "@banfa/core/port/Identity"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { isWithin } from "./distinguishedName.ts"
import type { Entry } from "./Entry.ts"
import { type IdentitySettings, identitySettings } from "./identitySettings.ts"
import type { LdapFailure } from "./LdapFailure.ts"
import type { LdapRejected } from "./LdapRejected.ts"
import { makeServer } from "./makeServer.ts"
import type { AccountState, IdentityOptions } from "./Options.ts"
import { postsReader } from "./readPosts.ts"
import { refuse } from "./refuse.ts"

/** It takes names and passwords; an LDAP server issues no tokens. */
export const supports: Supports = { tokens: false, logins: true }

/** The longest password that is tried, in bytes: what is longer is nobody's, and no server has to look at it. */
const longestPassword = 1024

const gone = (failure: LdapFailure): IdentityUnavailable =>
  new IdentityUnavailable({ operation: failure.operation, cause: failure })

/** What is shown, if it can be a name and a password at all. Nothing else reaches the server. */
const shown = Effect.fnUntraced(function* (credential: Credential) {
  if (credential._tag !== "Login") return yield* refuse("unsupported")
  const { name, password } = credential
  const secret = Redacted.value(password)
  if (Buffer.byteLength(secret) > longestPassword) return yield* refuse("too-large")
  if (!/^[^\p{Cc}\p{Cs}]{1,190}$/u.test(name)) return yield* refuse("malformed")
  // some servers read a password up to its first NUL, and take an empty one for a success
  if (/[\p{Cs}\0]/u.test(secret)) return yield* refuse("malformed")
  return secret === "" ? yield* refuse("password") : { name, password }
})

const lowered = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

const isClosed = ({ values }: Entry, state: AccountState): boolean => {
  const stated = values(state.attribute)
  if (stated === undefined) return true
  if ("open" in state) return !stated.some((value) => state.open.includes(value))
  if ("closed" in state) return stated.some((value) => state.closed.includes(value))
  return stated.some((value) => !/^\d{1,10}$/.test(value) || (Number(value) & state.closedBit) !== 0)
}

/** The only value of an attribute. */
const only = ({ values }: Entry, attribute: string): string | undefined => {
  const [value, ...more] = values(attribute) ?? []
  return more.length === 0 ? value : undefined
}

const unknown: ReadonlySet<string> = new Set<ActorFinding["kind"]>(["UnknownAgency", "ResemblesAgency"])

const unread = (findings: ReadonlyArray<ActorFinding>) => {
  const worst = findings.find(({ kind }) => !unknown.has(kind)) ?? findings[0]
  return refuse(
    worst !== undefined && unknown.has(worst.kind) ? "unknown-agency" : "claims",
    worst?.at.replace(/^0\./, "")
  )
}

const make = Effect.fnUntraced(function* ({ base, decoy, people, server: to, unknownPeople }: IdentitySettings) {
  const directory = yield* Directory
  const server = yield* makeServer(to)
  const posts = postsReader(server, people.posts)
  const { account, login, name: called, person: id, where = { objectClass: "person" } } = people
  const attributes = [
    ...new Set([
      login,
      id,
      ...(called === undefined ? [] : [called.zh]),
      ...(called?.en === undefined ? [] : [called.en]),
      ...(account === undefined ? [] : [account.attribute]),
      ...posts.attributes
    ])
  ]

  /** The one person of that name. The server takes for equal what only looks so; here it is not. */
  const found = Effect.fnUntraced(function* (name: string) {
    const entries = yield* server.search({
      base: people.base,
      where: [where, { [login]: name }],
      attributes,
      most: 2
    })
    if (entries.length > 1) return yield* refuse("ambiguous")
    return entries.find(
      (entry) =>
        entry.name !== undefined &&
        isWithin(entry.name, base) &&
        entry.values(login)?.some((value) => lowered(value) === lowered(name))
    )
  })

  /** Whoever knows the password. A name that nobody has is tried against the decoy, which nobody is, whatever its password. */
  const known = Effect.fnUntraced(function* (name: string, password: Redacted.Redacted<string>) {
    const entry = yield* found(name)
    const right = yield* server.knows(entry?.dn ?? decoy, password)
    if (entry === undefined) return yield* refuse(unknownPeople === "tell" ? "unknown-person" : "password")
    if (!right) return yield* refuse("password")
    return account !== undefined && isClosed(entry, account) ? yield* refuse("revoked") : entry
  })

  /** The person with the posts that the server states, all of them in agencies of the directory. */
  const actorOf = Effect.fnUntraced(function* (entry: Entry) {
    const person = only(entry, id)
    if (person === undefined) return yield* refuse("claims", id)
    const zh = called && only(entry, called.zh)
    const en = (called?.en && only(entry, called.en)) ?? zh
    const stated = { person, ...(zh === undefined ? {} : { name: { zh, en } }), posts: yield* posts.of(entry) }
    const agencies = yield* Effect.mapError(
      directory.current,
      (cause) => new IdentityUnavailable({ operation: "directory", cause })
    )
    const read = readActors(agencies, [stated])
    const [actor] = Result.isSuccess(read) ? read.success : []
    return actor ?? (yield* unread(Result.isFailure(read) ? read.failure.findings : []))
  })

  const actor = Effect.fn("LdapIdentity.actor")(
    function* (
      credential: Credential
    ): Effect.fn.Return<Actor, ReturnType<typeof refuse> | IdentityUnavailable | LdapFailure> {
      const { name, password } = yield* shown(credential)
      return yield* actorOf(yield* known(name, password))
    },
    Effect.catchTag("LdapFailure", (failure) => Effect.fail(gone(failure)))
  )

  return Identity.of({ actor })
})

/**
 * The identity over this server. A person is looked for by an account of the service and then logged in alone, on a connection of its own. The server is
 * asked when somebody logs in for the first time, so a host starts while it is gone. Options with which nobody's identity could be relied on are
 * `LdapRejected`.
 */
export const layer = (options: IdentityOptions): Layer.Layer<Identity, LdapRejected, Directory> =>
  Layer.effect(Identity, Effect.flatMap(Effect.fromResult(identitySettings(options)), make))
