/**
 * What the tests of an adapter hand in: only they know whoever vouches for people behind it.
 */
import type { Actor } from "@banfa/core/agency"
import type { Credential, Identity, NotAuthenticated } from "@banfa/core/port/Identity"
import type * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

/** Somebody whom the far side is to know. */
export interface Person {
  /** How the far side calls the person: letters, digits and hyphens. The same one enrolled again is stated anew. */
  readonly id: string
  /** What the person is called. */
  readonly name: NonNullable<Actor["name"]>
  /** The posts that the far side is to state, all of them and no others. */
  readonly posts: Actor["posts"]
}

/** Somebody whom the far side knows. */
export interface Enrolled {
  /** The person of the actor, as the adapter is to name it. */
  readonly person: string
  /** What the person shows: one of each kind that the adapter takes. Each password or token has 12 characters at least, and is of nobody else. */
  readonly credentials: ReadonlyArray<Credential>
}

/** Something that is shown in vain. */
export interface Bad {
  /** Why nobody is found. */
  readonly reason: NotAuthenticated["reason"]
  /** What is shown; made when it is needed. */
  readonly credential: Effect.Effect<Credential, unknown, Scope.Scope>
}

/** An adapter over a far side that the tests control: a server, a table, a key of their own. */
export interface FarSide {
  /** The adapter, over the directory of the suite (`agencies`). */
  readonly identity: Identity["Service"]
  /**
   * Makes the far side know a person with exactly these posts. `undefined` where the far side cannot hold an agency that is written so, or takes
   * it for the agency that it looks like: then there is nothing to be mistaken for. It never is for an agency of the directory.
   */
  readonly enrol: (person: Person) => Effect.Effect<Enrolled | undefined, unknown, Scope.Scope>
  /** What has to be refused, under what is wrong with it: everything that this kind of credential can be wrong with. */
  readonly bad: Readonly<Record<string, Bad>>
  /** What is good but for the agency or the posts, which cannot be read: `claims` or `unknown-agency`. */
  readonly unreadable: Readonly<Record<string, Bad>>
}

/** An adapter whose far side can be taken away and given back. */
export interface Interruption {
  /** The adapter, which has not been asked yet. */
  readonly identity: Identity["Service"]
  /** Two people whom the far side knows; one who is known to the adapter already, as far as it remembers anybody, and one who never was. */
  readonly enrolled: { readonly asked: Enrolled; readonly unasked: Enrolled }
  /** Takes the far side away, really: until it is given back, nothing reaches it. */
  readonly takeAway: Effect.Effect<void, unknown>
  /** Gives it back, with whom it knew, and answers with the adapter to go on with: the same one if that finds its way back by itself. */
  readonly giveBack: Effect.Effect<Identity["Service"], unknown, Scope.Scope>
}

/** What the checks need. */
export interface Means {
  /** A far side for one check. What one check enrols may still be known to the next. */
  readonly begin: Effect.Effect<FarSide, unknown, Scope.Scope>
  /** The ways in which the far side can be gone, under what happens in each ("nobody listens", "it never answers"); at least one. */
  readonly interruptions: Readonly<Record<string, Effect.Effect<Interruption, unknown, Scope.Scope>>>
}
