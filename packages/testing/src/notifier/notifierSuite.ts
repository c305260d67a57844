/**
 * The conformance suite of the notifier: one call in the tests of an adapter.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type { Tested } from "./Check.ts"
import { checks } from "./checks.ts"

export { type ToldClock, toldClock } from "../toldClock.ts"
export type { Check, Guarantee, Tested } from "./Check.ts"
export { checks } from "./checks.ts"
export { sampleLetter } from "./letters.ts"
export type { FarSide, Interruption, Means, Received } from "./Means.ts"
export type { AlsoBreaks, Mutant } from "./Mutant.ts"
export {
  type Change,
  type Fault,
  type Mailbox,
  mailboxSecret,
  mailboxSupports,
  makeMailbox,
  type Wire
} from "./mailbox.ts"
export { mutants } from "./mutants.ts"
export { sentOn } from "./sentOn.ts"

/** The channel that is put to the test. */
export interface Subject extends Tested {
  /** Shown before the titles of the tests. */
  readonly name: string
}

/** A test of the suite has no limit of time: a busy machine is no broken adapter. */
const noLimit = 0

/** Declares one test for every check that applies to the channel. */
export const notifierSuite = ({ name, ...tested }: Subject): void => {
  describe(`Notifier › ${name}`, () => {
    for (const { applies, findings, guarantee, title } of checks) {
      if (!applies(tested.supports)) continue
      it.live(
        `${guarantee}: ${title}`,
        () => Effect.map(findings(tested), (found) => assert.deepStrictEqual(found, [])),
        noLimit
      )
    }
  })
}
