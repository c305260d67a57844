/**
 * The conformance suite of identities: one call in the tests of an adapter.
 *
 * @module
 */
import type { Directory } from "@banfa/core/port/Directory"
import { Identity, type Supports } from "@banfa/core/port/Identity"
import { assert, describe, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import { checks } from "./checks.ts"
import type { Means } from "./Means.ts"
import { agencies } from "./sampleDirectory.ts"

export { type ToldClock, toldClock } from "../toldClock.ts"
export type { Check, Guarantee } from "./Check.ts"
export { checks } from "./checks.ts"
export type { Bad, Enrolled, FarSide, Interruption, Means, Person } from "./Means.ts"
export type { Mutant } from "./Mutant.ts"
export { mutants } from "./mutants.ts"
export { agencies, lookAlikes, sampleDirectory, samplePosts } from "./sampleDirectory.ts"

/** The identity that is put to the test. */
export interface Subject extends Means {
  /** Shown before the titles of the tests. */
  readonly name: string
  /** What the adapter says of itself. What it does not support is tested as absent. */
  readonly supports: Supports
}

/** A test of the suite has no limit of time: a busy machine is no broken adapter. */
const noLimit = 0

/** Declares one test for every check that applies to the adapter. The far side may know other people before. */
export const identitySuite = ({ name, supports, ...means }: Subject): void => {
  describe(`Identity › ${name}`, () => {
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

/** The adapter of a layer, opened over the directory of the suite for as long as the scope lasts. */
export const identityOf = <E>(
  layer: Layer.Layer<Identity, E, Directory>
): Effect.Effect<Identity["Service"], E, Scope.Scope> =>
  Layer.build(Layer.fresh(Layer.provide(layer, agencies))).pipe(Effect.map(Context.get(Identity)))
