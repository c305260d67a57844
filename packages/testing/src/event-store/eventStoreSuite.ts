/**
 * The conformance suite of the event store: one call in the tests of an adapter.
 *
 * @module
 */
import type { EventStore, Supports } from "@banfa/core/port/EventStore"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { checks } from "./checks.ts"
import type { Means } from "./Means.ts"

export type { Check, Guarantee } from "./Check.ts"
export { checks } from "./checks.ts"
export type { Host, Interruption, Means, RawRow, Within } from "./Means.ts"
export type { Mutant } from "./Mutant.ts"
export { mutants } from "./mutants.ts"
export { type HostConnection, sqlHost } from "./sqlHost.ts"

/** The store that is put to the test. */
export interface Subject extends Means {
  /** Shown before the titles of the tests. */
  readonly name: string
  /** Built anew for every test. Where restart or sharing are supported, all builds are of one storage. */
  readonly layer: Layer.Layer<EventStore, unknown>
  /** What the adapter says of itself. What it does not support is tested as absent. */
  readonly supports: Supports
}

/** A test of the suite has no limit of time: a busy machine is no broken adapter. */
const noLimit = 0

/** Declares one test for every check that applies to the store. The storage may hold other events before. */
export const eventStoreSuite = ({ layer, name, supports, ...means }: Subject): void => {
  describe(`EventStore › ${name}`, () => {
    for (const { applies, findings, guarantee, title } of checks) {
      if (!applies(supports)) continue
      it.live(
        `${guarantee}: ${title}`,
        () => Effect.map(findings(layer, means), (found) => assert.deepStrictEqual(found, [])),
        noLimit
      )
    }
  })
}
