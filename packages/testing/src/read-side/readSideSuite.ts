/**
 * The conformance suite of the read side: one call in the tests of an adapter that keeps one.
 *
 * @module
 */
import { EventStore } from "@banfa/core/port/EventStore"
import { ReadSide } from "@banfa/core/port/ReadSide"
import { assert, describe, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import fc from "fast-check"
import { readSideChecks } from "./checks.ts"
import { owedAlike } from "./owedAlike.ts"

export { type Both, type ReadSideCheck, readSideChecks } from "./checks.ts"
export { owedAlike } from "./owedAlike.ts"

/** The read side that is put to the test. */
export interface ReadSideSubject {
  /** Shown before the titles of the tests. */
  readonly name: string
  /** A storage of its own for each test, with nothing in it. */
  readonly storage: () => Promise<Layer.Layer<EventStore | ReadSide, unknown>>
  /** How many small provinces are entered and asked about; a fifth of what fast-check is set to, or 20, if nothing is said. */
  readonly runs?: number
}

/** A test of the suite has no limit of time: a busy machine is no broken adapter. */
const noLimit = 0

/** Declares one test for every check, and one that a docket over the storage finds what every case says. */
export const readSideSuite = ({
  name,
  runs = Math.ceil((fc.readConfigureGlobal()?.numRuns ?? 100) / 5),
  storage
}: ReadSideSubject): void => {
  describe(`ReadSide › ${name}`, () => {
    for (const { findings, title } of readSideChecks) {
      it.live(
        title,
        () =>
          Effect.gen(function* () {
            const context = yield* Layer.build(yield* Effect.promise(storage))
            const both = { store: Context.get(context, EventStore), side: Context.get(context, ReadSide) }
            assert.deepStrictEqual(yield* findings(both), [])
          }).pipe(Effect.scoped),
        noLimit
      )
    }
    it(
      "what the index of duties finds is what every case says, on any day and as known at any instant, also made anew",
      () => owedAlike(storage, runs),
      noLimit
    )
  })
}
