/**
 * One thing that the suite looks at, as a function that returns what it found: an adapter can be judged without a test runner, and a broken
 * one can be shown to be found out.
 */
import { isDeepStrictEqual } from "node:util"
import type { Actor } from "@banfa/core/agency"
import type { Credential, Identity, Supports } from "@banfa/core/port/Identity"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import type { FarSide, Means } from "./Means.ts"

/** The guarantees of the port, in its order. */
export type Guarantee = "the person" | "nobody else" | "no guess" | "gone" | "silence"

/** An adapter under examination. */
export interface Probe extends FarSide {
  /** What it says of itself. */
  readonly supports: Supports
  /** The ways in which its far side can be gone. */
  readonly interruptions: Means["interruptions"]
  /** Ends when an answer has taken so long that it counts as none. */
  readonly patience: Effect.Effect<void>
  /** Notes a finding if these two differ, keys and types included. */
  readonly same: (what: string, actual: unknown, expected: unknown) => void
  /** Notes a finding if this does not hold. */
  readonly holds: (what: string, condition: boolean) => void
}

/** A sentence about identities, and how to find out whether it is true of one. */
export interface Check {
  /** The guarantee of the port that it looks at. */
  readonly guarantee: Guarantee
  /** The sentence. */
  readonly title: string
  /** Whether it applies to an adapter that says this of itself. */
  readonly applies: (supports: Supports) => boolean
  /** Empty if the sentence is true. `patience` ends when an answer has taken so long that it counts as none: after two minutes, if nothing is said. */
  readonly findings: (
    means: Means,
    supports: Supports,
    patience?: Effect.Effect<void>
  ) => Effect.Effect<ReadonlyArray<string>>
}

/** A check whose body is run against one far side. A failure or a defect of the body is a finding. */
export const check = (
  guarantee: Guarantee,
  title: string,
  body: (probe: Probe) => Effect.Effect<void, unknown, Scope.Scope>,
  applies: Check["applies"] = () => true
): Check => ({
  guarantee,
  title,
  applies,
  findings: ({ begin, interruptions }, supports, patience = Effect.sleep("2 minutes")) =>
    Effect.gen(function* () {
      const found: Array<string> = []
      const holds: Probe["holds"] = (what, condition) => {
        if (!condition) found.push(what)
      }
      const same: Probe["same"] = (what, actual, expected) => {
        // what is the same is not written out
        if (!isDeepStrictEqual(actual, expected)) found.push(`${what}: ${show(actual)} instead of ${show(expected)}`)
      }
      const exit = yield* begin.pipe(
        Effect.flatMap((farSide) => body({ ...farSide, supports, interruptions, patience, same, holds })),
        Effect.scoped,
        Effect.exit
      )
      if (Exit.isFailure(exit)) found.push(`stopped: ${Cause.pretty(exit.cause)}`)
      return found
    })
})

/** How an adapter answered. */
export type Answer =
  | { readonly _tag: "Actor"; readonly actor: Actor }
  | { readonly _tag: "Failure"; readonly error: Effect.Error<ReturnType<Identity["Service"]["actor"]>> }
  | { readonly _tag: "Nothing"; readonly text: string }

/** What an adapter answers to a credential. A defect and an answer that never comes are answers of their own, so that they are told. */
export const ask = (
  identity: Identity["Service"],
  credential: Credential,
  { patience }: Pick<Probe, "patience">
): Effect.Effect<Answer> =>
  Effect.suspend(() => identity.actor(credential)).pipe(
    Effect.exit,
    Effect.map(Option.some),
    Effect.raceFirst(Effect.as(patience, Option.none())),
    Effect.map((ended): Answer => {
      if (Option.isNone(ended)) return { _tag: "Nothing", text: "no answer" }
      const exit = ended.value
      if (Exit.isSuccess(exit)) return { _tag: "Actor", actor: exit.value }
      const failed = exit.cause.reasons.find(Cause.isFailReason)
      return failed === undefined
        ? { _tag: "Nothing", text: `a defect: ${Cause.pretty(exit.cause)}` }
        : { _tag: "Failure", error: failed.error }
    })
  )

/** An answer in a few words. */
export const ending = (answer: Answer): string => {
  if (answer._tag === "Nothing") return answer.text
  if (answer._tag === "Actor") return `the actor ${answer.actor.person}`
  const { error } = answer
  return error._tag === "NotAuthenticated" ? `NotAuthenticated (${error.reason})` : error._tag
}

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
