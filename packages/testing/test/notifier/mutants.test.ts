import type { Supports } from "@banfa/core/port/Notifier"
import { type Change, checks, type Mutant, mailboxSupports, mutants } from "@banfa/testing/notifier"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { withoutWaiting } from "../jumpingClock.ts"
import { mailboxTested } from "./soundMailbox.ts"

/** The checks that find this channel out, among those that apply to what it says of itself. */
const findingOut = (mutant?: Mutant, supports: Supports = mailboxSupports) =>
  Effect.filter(
    checks.filter(({ applies }) => applies(supports)),
    ({ findings }) =>
      withoutWaiting(Effect.map(findings({ ...mailboxTested(mutant?.change), supports }), (found) => found.length > 0))
  )

describe("the suite of the notifier", () => {
  const biting = new Set<string>()

  it.live("finds nothing in a sound channel", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* findingOut(), [])
    })
  )

  for (const mutant of mutants) {
    it.live(`finds out a channel that ${mutant.name} by the checks of what it breaks alone (${mutant.breaks})`, () =>
      Effect.gen(function* () {
        const found = yield* findingOut(mutant)
        for (const { guarantee, title } of found) if (guarantee === mutant.breaks) biting.add(title)
        assert.deepStrictEqual(
          [...new Set(found.map(({ guarantee }) => guarantee))].toSorted(),
          [mutant.breaks, ...Object.keys(mutant.alsoBreaks)].toSorted()
        )
      })
    )
  }

  it("has no check that finds out no channel that breaks what it is about", () => {
    const idle = checks.filter(({ applies, title }) => applies(mailboxSupports) && !biting.has(title))
    assert.deepStrictEqual(
      idle.map(({ title }) => title),
      []
    )
  })

  it.live("sends no more than 20 letters over a channel in any check", () =>
    Effect.gen(function* () {
      for (const { findings, title } of checks.filter(({ applies }) => applies(mailboxSupports))) {
        let most = 0
        const counting: Change = (sound) => {
          let letters = 0
          return {
            send: (sent) =>
              Effect.tap(
                Effect.suspend(() => sound.send(sent)),
                () =>
                  Effect.sync(() => {
                    most = Math.max(most, ++letters)
                  })
              )
          }
        }
        yield* withoutWaiting(findings(mailboxTested(counting)))
        assert.isAtMost(most, 20, title)
      }
    })
  )

  for (const claim of Object.keys(mailboxSupports)) {
    it.live(`finds out a channel that has what it does not claim (${claim})`, () =>
      Effect.gen(function* () {
        assert.isNotEmpty(yield* findingOut(undefined, { ...mailboxSupports, [claim]: false }))
      })
    )
  }
})
