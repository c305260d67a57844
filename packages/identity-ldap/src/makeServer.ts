import type { Socket } from "node:net"
import * as Effect from "effect/Effect"
import * as Pool from "effect/Pool"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import * as Semaphore from "effect/Semaphore"
import { AndFilter, type Client, EqualityFilter, type Filter } from "ldapts"
import { type Entry, entryOf } from "./Entry.ts"
import { failed, failureOf, type LdapFailure } from "./LdapFailure.ts"
import type { Where } from "./Options.ts"
import { clientOver, openSocket } from "./openSocket.ts"
import type { ServerSettings } from "./settings.ts"

/** What is looked for. */
export interface Search {
  /** The entry that is looked at, with all below it. */
  readonly base: string
  /** What an entry must have: values as they are, none of them part of a pattern. */
  readonly where: ReadonlyArray<Where>
  /** The attributes that are wanted. */
  readonly attributes: ReadonlyArray<string>
  /** Where only a few are wanted, how many: there may be more. */
  readonly most?: number
}

/** The server, as far as it is asked. */
export interface LdapServer {
  /** The entries that are found, all of them. */
  readonly search: (search: Search) => Effect.Effect<ReadonlyArray<Entry>, LdapFailure>
  /** Whether the password is that of the entry. It must not be empty: servers call that a success without looking. */
  readonly knows: (dn: string, password: Redacted.Redacted<string>) => Effect.Effect<boolean, LdapFailure>
}

/** A filter of exact values. It is built as it goes over the line, never as a text, so that nothing in a value can become part of it. */
export const filterOf = (where: ReadonlyArray<Where>): Filter =>
  new AndFilter({
    filters: where.flatMap((one) =>
      Object.entries(one).map(([attribute, value]) => new EqualityFilter({ attribute, value }))
    )
  })

/** Answers to a wrong password: none, locked, not allowed, no password at all, no such entry (RFC 4511, appendix A). */
const notKnown: ReadonlySet<number | undefined> = new Set([49, 53, 19, 48, 32])

interface Line {
  readonly client: Client
  /** Whether it was used before: then the server may have ended it meanwhile. */
  used: boolean
}

/** A connection that stands, encrypted where it has to be, for as long as the scope lasts. Nobody is logged in on it. */
const opened = Effect.fnUntraced(function* (settings: ServerSettings) {
  const sockets: Array<Socket> = []
  yield* Effect.addFinalizer(() =>
    Effect.sync(() => {
      for (const socket of sockets) socket.destroy()
    })
  )
  const socket = yield* Effect.tryPromise({
    try: () => openSocket(settings, (socket) => sockets.push(socket)),
    catch: failureOf("connect")
  }).pipe(
    Effect.timeoutOrElse({
      duration: settings.connectTimeout,
      orElse: () => failed("connect", `no connection after ${settings.connectTimeout} ms`)
    })
  )
  return clientOver(socket, settings)
})

const bound = (client: Client, dn: string, password: Redacted.Redacted<string>) =>
  Effect.suspend(() => {
    const secret = Redacted.value(password)
    return secret === ""
      ? failed("bind", "an empty password logs nobody in")
      : Effect.tryPromise({ try: () => client.bind(dn, secret), catch: failureOf("bind", [secret]) })
  })

const wholeAnswer = (client: Client, { base, where, attributes, most }: Search, settings: ServerSettings) =>
  Effect.tryPromise({
    try: async () => {
      const { ignoresReferrals, maxEntries, pageSize, timeout } = settings
      const options = {
        scope: "sub" as const,
        filter: filterOf(where),
        attributes: [...attributes],
        timeLimit: Math.ceil(timeout / 1000),
        ...(most === undefined ? { paged: { pageSize } } : { sizeLimit: most })
      }
      const entries: Array<Entry> = []
      const pages = most === undefined ? client.searchPaginated(base, options) : [client.search(base, options)]
      for await (const { searchEntries, searchReferences } of pages) {
        if (searchReferences.length > 0 && !ignoresReferrals)
          throw failed("search", "the answer is not whole: it points to another server")
        for (const found of searchEntries) entries.push(entryOf(found))
        if (entries.length > maxEntries) throw failed("search", `more than ${maxEntries} entries`)
      }
      return entries
    },
    catch: failureOf("search")
  }).pipe(
    Effect.timeoutOrElse({
      duration: settings.timeout * 10,
      orElse: () => failed("search", `no whole answer after ${settings.timeout * 10} ms`)
    })
  )

/** The server, with connections that are opened when they are needed, and ended with the scope. */
export const makeServer = Effect.fnUntraced(function* (
  settings: ServerSettings
): Effect.fn.Return<LdapServer, never, Scope.Scope> {
  const { bind, connections } = settings
  const pool = yield* Pool.makeWithTTL({
    acquire: Effect.gen(function* (): Effect.fn.Return<Line, LdapFailure, Scope.Scope> {
      const client = yield* opened(settings)
      yield* bound(client, bind.dn, bind.password)
      return { client, used: false }
    }),
    min: 0,
    max: connections,
    timeToLive: "1 minute",
    timeToLiveStrategy: "usage"
  })
  const logins = yield* Semaphore.make(connections)

  /** On a line that stands. One that was used before and has ended is left for another; no line is used after a failure. */
  const onLine = <A>(use: (client: Client) => Effect.Effect<A, LdapFailure>): Effect.Effect<A, LdapFailure> =>
    Effect.gen(function* () {
      const line = yield* Pool.get(pool)
      const old = line.used
      line.used = true
      const stood = line.client.isConnected
      if (old && !stood) {
        yield* Pool.invalidate(pool, line)
        return undefined
      }
      return yield* use(line.client).pipe(
        Effect.map((answer) => ({ answer })),
        Effect.onError(() => Pool.invalidate(pool, line)),
        // what was asked may be asked again: it changes nothing
        Effect.catchIf(
          ({ code, detail }) => old && code === undefined && !line.client.isConnected && !detail.endsWith("timed out"),
          () => Effect.undefined
        )
      )
    }).pipe(
      Effect.scoped,
      Effect.flatMap((done) => (done === undefined ? onLine(use) : Effect.succeed(done.answer)))
    )

  return {
    search: (search) => onLine((client) => wholeAnswer(client, search, settings)),
    // a connection of its own: on it nobody else is ever logged in
    knows: (dn, password) =>
      Effect.flatMap(opened(settings), (client) => bound(client, dn, password)).pipe(
        Effect.scoped,
        Effect.as(true),
        Effect.catchIf(
          ({ code, operation }) => operation === "bind" && notKnown.has(code) && code !== undefined,
          () => Effect.succeed(false)
        ),
        Semaphore.withPermit(logins)
      )
  }
})
