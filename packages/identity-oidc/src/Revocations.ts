import type { IdentityUnavailable } from "@banfa/core/port/Identity"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"

/** That somebody has logged out: of one session, or wherever they were logged in. */
export interface Revocation {
  /** The provider. */
  readonly issuer: string
  /** The person, by the `sub` of the provider. */
  readonly subject?: string | undefined
  /** The session, by `sid`; left out where all of the person's are meant. */
  readonly session?: string | undefined
  /** When the provider said so, in seconds since 1970: what it issues later is not meant. */
  readonly at: number
  /** When this system was told, in milliseconds since 1970: what it had asked before is asked anew. */
  readonly heard: number
  /** Until when it has to be remembered, in milliseconds since 1970: no token of before can then be good any more. */
  readonly until: number
}

/** Whose logouts are looked up. */
export interface Holder {
  /** The provider. */
  readonly issuer: string
  /** The person, by `sub`. */
  readonly subject: string
  /** The session, by `sid`, where the token names one. */
  readonly session?: string | undefined
}

/**
 * Remembers logouts. A host of several processes, or one that restarts, keeps them in a table that all of its processes read; where it cannot
 * be read, it fails, and nobody is let through.
 */
export interface Revocations {
  /** Keeps one; the same one twice is kept once. */
  readonly add: (revocation: Revocation) => Effect.Effect<void, IdentityUnavailable>
  /** Those that are about this person, or about this session; more than that does no harm. */
  readonly about: (holder: Holder) => Effect.Effect<ReadonlyArray<Revocation>, IdentityUnavailable>
}

const personKey = (issuer: string, subject: string): string => JSON.stringify(["sub", issuer, subject])
const sessionKey = (issuer: string, session: string): string => JSON.stringify(["sid", issuer, session])
const none: ReadonlyArray<Revocation> = []

/** Remembers logouts in the memory of this process: a restart forgets them. */
export const memoryRevocations: Effect.Effect<Revocations> = Effect.sync(() => {
  const kept = new Map<string, ReadonlyArray<Revocation>>()
  const keep = (key: string, revocation: Revocation, now: number): void => {
    // of a session, or of all sessions of a person, the last logout says everything that an earlier one said
    const others = (kept.get(key) ?? none).filter(
      ({ at, session, until }) => until > now && (session !== revocation.session || at > revocation.at)
    )
    kept.set(key, [...others, revocation])
  }
  return {
    add: (revocation) =>
      Effect.map(Clock.currentTimeMillis, (now) => {
        for (const [key, revocations] of kept) if (revocations.every(({ until }) => until <= now)) kept.delete(key)
        const { issuer, session, subject } = revocation
        if (subject !== undefined) keep(personKey(issuer, subject), revocation, now)
        if (session !== undefined) keep(sessionKey(issuer, session), revocation, now)
      }),
    about: ({ issuer, session, subject }) =>
      Effect.sync(() => {
        if (kept.size === 0) return none
        const ofPerson = kept.get(personKey(issuer, subject)) ?? none
        return session === undefined ? ofPerson : [...ofPerson, ...(kept.get(sessionKey(issuer, session)) ?? none)]
      })
  }
})

/** A token, as far as it matters whether its holder has logged out. */
export interface Issued extends Holder {
  /** When it was issued, in seconds since 1970. */
  readonly issuedAt?: number | undefined
}

/** Whether a logout ends a token: one of its session, or one of its person after it was issued. A token that names no session may be of any. */
export const ends = (revocation: Revocation, token: Issued): boolean => {
  if (revocation.issuer !== token.issuer) return false
  if (revocation.session !== undefined && token.session !== undefined) return revocation.session === token.session
  return revocation.subject === token.subject && token.issuedAt !== undefined && token.issuedAt <= revocation.at
}
