/**
 * One thing that the suite looks at, as a function that returns what it found: a directory can be judged without a test runner, and a broken
 * one can be shown to be found out.
 */
import { isDeepStrictEqual } from "node:util"
import type { Directory as AgencyDirectory } from "@banfa/core/agency"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Scope from "effect/Scope"
import type { Means, Source, Supports } from "./Means.ts"

/** The guarantees of the port, in its order. */
export type Guarantee = "answers" | "whole" | "versions" | "age" | "nonsense" | "gone"

/** A directory under examination. */
export interface Probe extends Means {
  /** What the adapter says of itself. */
  readonly supports: Supports
  /** Notes a finding if these two differ, keys and types included. */
  readonly same: (what: string, actual: unknown, expected: unknown) => void
  /** Notes a finding if this does not hold. */
  readonly holds: (what: string, condition: boolean) => void
}

/** A sentence about directories, and how to find out whether it is true of one. */
export interface Check {
  /** The guarantee of the port that it looks at. */
  readonly guarantee: Guarantee
  /** The sentence. */
  readonly title: string
  /** Whether it applies to an adapter that says this of itself. */
  readonly applies: (supports: Supports) => boolean
  /** Empty if the sentence is true. */
  readonly findings: (means: Means, supports: Supports) => Effect.Effect<ReadonlyArray<string>>
}

/** A check. A failure or a defect of the body is a finding. */
export const check = (
  guarantee: Guarantee,
  title: string,
  body: (probe: Probe) => Effect.Effect<void, unknown, Scope.Scope>,
  applies: Check["applies"] = () => true
): Check => ({
  guarantee,
  title,
  applies,
  findings: ({ begin }, supports) =>
    Effect.gen(function* () {
      const found: Array<string> = []
      const holds: Probe["holds"] = (what, condition) => {
        if (!condition) found.push(what)
      }
      const same: Probe["same"] = (what, actual, expected) => {
        // what is the same is not written out
        if (!isDeepStrictEqual(actual, expected)) found.push(`${what}: ${show(actual)} instead of ${show(expected)}`)
      }
      const exit = yield* Effect.exit(Effect.scoped(body({ begin, supports, same, holds })))
      if (Exit.isFailure(exit)) found.push(`stopped: ${Cause.pretty(exit.cause)}`)
      return found
    })
})

/** The directory as it stands now, or how it is not to be had: `StorageUnavailable`, and whether it says what was done and what happened. */
export const current = ({ directory }: Pick<Source, "directory">): Effect.Effect<AgencyDirectory | string> =>
  Effect.map(Effect.exit(directory.current), (exit) =>
    Exit.isSuccess(exit) ? exit.value : exit.cause.reasons.map(ending).join(", ")
  )

/** The same of an adapter that does not open. */
export const opened = (
  source: Effect.Effect<Source, unknown, Scope.Scope>
): Effect.Effect<Source | string, never, Scope.Scope> =>
  Effect.map(Effect.exit(source), (exit) =>
    Exit.isSuccess(exit) ? exit.value : exit.cause.reasons.map(ending).join(", ")
  )

const ending = (reason: Cause.Reason<unknown>): string => {
  if (!Cause.isFailReason(reason)) return `${reason._tag}: ${Cause.pretty(Cause.fromReasons([reason]))}`
  const error = reason.error as { readonly _tag?: unknown; readonly operation?: unknown; readonly cause?: unknown }
  const said = error.operation === undefined || error.operation === "" ? " of nothing" : ""
  return `${error._tag}${said}${error.cause === undefined || error.cause === null ? " without a cause" : ""}`
}

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
