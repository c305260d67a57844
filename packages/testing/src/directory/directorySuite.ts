/**
 * The conformance suite of directories: one call in the tests of an adapter.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { checks } from "./checks.ts"
import type { Means, Supports } from "./Means.ts"

export type { Check, Guarantee } from "./Check.ts"
export { checks } from "./checks.ts"
export type { Means, Source, Supports } from "./Means.ts"
export type { Mutant } from "./Mutant.ts"
export { mutants } from "./mutants.ts"
export * as sampleData from "./sampleData.ts"

/** The directory that is put to the test. */
export interface Subject extends Means {
  /** Shown before the titles of the tests. */
  readonly name: string
  /** What the adapter says of itself. What it does not support is tested as absent. */
  readonly supports: Supports
}

/** A test of the suite has no limit of time: a busy machine is no broken adapter. */
const noLimit = 0

/** Declares one test for every check that applies to the adapter. */
export const directorySuite = ({ name, supports, ...means }: Subject): void => {
  describe(`Directory › ${name}`, () => {
    for (const { applies, findings, guarantee, title } of checks) {
      if (!applies(supports)) continue
      it.live(
        `${guarantee}: ${title}`,
        () => Effect.map(findings(means, supports), (found) => assert.deepStrictEqual(found, [])),
        noLimit
      )
    }
  })
}
