import { IdentityUnavailable } from "@banfa/core/port/Identity"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Semaphore from "effect/Semaphore"
import { createLocalJWKSet, type JSONWebKeySet } from "jose"
import { askProvider, isProviderAddress, type Operation } from "./askProvider.ts"
import type { Settings } from "./Settings.ts"

/** What is known of the provider at one time. */
export interface Known {
  /** Finds the key with which a token was signed. */
  readonly keys: ReturnType<typeof createLocalJWKSet>
  /** Where it is asked about tokens. */
  readonly introspection: string | undefined
  /** When it was fetched, in milliseconds since 1970. */
  readonly at: number
}

/** The provider, as far as it has to be known. */
export interface Provider {
  /** What is known of it, fetched where that is not known or too old. */
  readonly known: Effect.Effect<Known, IdentityUnavailable>
  /** What is known after a key was not found in `than`; `than` itself where that was looked for a moment ago. */
  readonly newer: (than: Known) => Effect.Effect<Known, IdentityUnavailable>
}

const gone = (operation: Operation, said: string): IdentityUnavailable =>
  new IdentityUnavailable({ operation, cause: new Error(said) })

const isKeySet = (found: object): found is JSONWebKeySet => "keys" in found && Array.isArray(found.keys)

/**
 * Knows the provider by its discovery document and its keys. Both are fetched together and kept: while they are trusted, the provider may be gone.
 * Only one fetch goes on at a time. A token with an unknown key makes them be fetched once and then not again for a while, so that nobody can have
 * the provider hammered.
 */
export const makeProvider = (settings: Settings): Effect.Effect<Provider> =>
  Effect.map(Semaphore.make(1), (lock): Provider => {
    const { cooldown, endpoints, httpOnLoopback, issuer, reach, refreshAfter, retryAfter, trustedFor } = settings
    let latest: Known | undefined
    let failed: { readonly at: number; readonly error: IdentityUnavailable } | undefined
    let soughtAt = Number.NEGATIVE_INFINITY

    const discover = Effect.gen(function* () {
      if (endpoints !== undefined) return endpoints
      const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`
      const { body } = yield* askProvider(reach, "discovery", url)
      const { introspection_endpoint: introspection, issuer: named, jwks_uri: keys } = body
      if (named !== issuer) return yield* gone("discovery", "the document is of another issuer")
      if (typeof keys !== "string" || !isProviderAddress(keys, httpOnLoopback))
        return yield* gone("discovery", "jwks_uri is no address that may be asked")
      if (typeof introspection !== "string") return { keys }
      if (!isProviderAddress(introspection, httpOnLoopback))
        return yield* gone("discovery", "introspection_endpoint is no address that may be asked")
      return { keys, introspection }
    })

    const load = Effect.gen(function* () {
      const { introspection, keys: url } = yield* discover
      const { body: set } = yield* askProvider(reach, "keys", url)
      if (!isKeySet(set)) return yield* gone("keys", "the answer is no set of keys")
      const keys = yield* Effect.try({
        try: () => createLocalJWKSet(set),
        catch: () => gone("keys", "the answer is no set of keys")
      })
      latest = { keys, introspection, at: yield* Clock.currentTimeMillis }
      failed = undefined
      return latest
    })

    /** Fetches, unless that failed less than `pause` ago. */
    const reload = Effect.fnUntraced(function* (pause: number) {
      const now = yield* Clock.currentTimeMillis
      if (failed !== undefined && now - failed.at < pause) return yield* failed.error
      return yield* Effect.tapError(load, (error) =>
        Effect.map(Clock.currentTimeMillis, (at) => {
          failed = { at, error }
        })
      )
    })

    const trusted = (now: number): Known | undefined =>
      latest !== undefined && now - latest.at < trustedFor ? latest : undefined

    return {
      known: Effect.gen(function* () {
        const now = yield* Clock.currentTimeMillis
        const have = trusted(now)
        if (have === undefined) {
          // whoever waited for the one that fetched has what it found
          return yield* lock.withPermit(
            Effect.flatMap(Clock.currentTimeMillis, (later) => {
              const fetched = trusted(later)
              return fetched === undefined ? reload(retryAfter) : Effect.succeed(fetched)
            })
          )
        }
        if (now - have.at < refreshAfter) return have
        // one fetches, and the others go on with what is still trusted; so does this one where the provider is gone
        const fetched = yield* Effect.option(lock.withPermitsIfAvailable(1)(reload(cooldown)))
        return Option.getOrElse(Option.flatten(fetched), () => have)
      }),
      newer: (than) =>
        lock.withPermit(
          Effect.gen(function* () {
            if (latest !== undefined && latest !== than) return latest
            const now = yield* Clock.currentTimeMillis
            if (now - soughtAt < cooldown) return failed === undefined ? than : yield* failed.error
            soughtAt = now
            return yield* reload(retryAfter)
          })
        )
    }
  })
