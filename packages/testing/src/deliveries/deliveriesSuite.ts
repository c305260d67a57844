/**
 * The conformance suite of deliveries: one call in the tests of an adapter.
 *
 * @module
 */
import type { Deliveries } from "@banfa/core/port/Deliveries"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import fc from "fast-check"
import { differences } from "./alike.ts"
import type { DeliveriesSupports } from "./Check.ts"
import { checks } from "./checks.ts"
import type { Means } from "./Means.ts"

export { differences, type Met } from "./alike.ts"
export type { Check, DeliveriesSupports, Guarantee, Probe } from "./Check.ts"
export { checks } from "./checks.ts"
export type { Interruption, Means } from "./Means.ts"
export type { Mutant } from "./Mutant.ts"
export { type Entry, type Kept, model, type Rules, rules } from "./model.ts"
export { mutants } from "./mutants.ts"

/** The deliveries that are put to the test. */
export interface DeliveriesSubject extends Means {
  /** Shown before the titles of the tests. */
  readonly name: string
  /** Built anew for every test. Where restart or sharing are supported, all builds are of one storage. */
  readonly layer: Layer.Layer<Deliveries, unknown>
  /** What the adapter says of itself. What it does not support is tested as absent. */
  readonly supports: DeliveriesSupports
  /** How many runs of random questions are put to the model as well; as many as fast-check is set to, or 100, if nothing is said. */
  readonly runs?: number
}

/** A test of the suite has no limit of time: a busy machine is no broken adapter. */
const noLimit = 0

/** Declares one test for every check that applies, and one that puts random questions to the model of the port as well. The storage may hold others. */
export const deliveriesSuite = ({
  layer,
  name,
  runs = fc.readConfigureGlobal()?.numRuns ?? 100,
  supports,
  ...means
}: DeliveriesSubject): void => {
  describe(`Deliveries › ${name}`, () => {
    for (const { applies, findings, guarantee, title } of checks) {
      if (!applies(supports)) continue
      it.live(
        `${guarantee}: ${title}`,
        () => Effect.map(findings(layer, supports, means), (found) => assert.deepStrictEqual(found, [])),
        noLimit
      )
    }
    it.live(
      "whatever dispatchers ask in whatever order, by clocks of their own, is answered as the guarantees say",
      () =>
        Effect.map(differences(layer, runs), ({ difference, met }) => {
          assert.isUndefined(difference, difference)
          if (runs < 20) return
          assert.isAbove(met.handedOut, 2 * runs)
          for (const often of [met.again, met.lost]) assert.isAbove(often, runs / 2)
          assert.isAbove(met.resent, runs / 10)
        }),
      noLimit
    )
  })
}
