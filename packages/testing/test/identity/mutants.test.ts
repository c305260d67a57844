import type { Supports } from "@banfa/core/port/Identity"
import { type Check, checks, identitySuite, type Mutant, mutants } from "@banfa/testing/identity"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { withoutWaiting } from "../jumpingClock.ts"
import { soundMeans } from "./soundIdentity.ts"

const all: Supports = { tokens: true, logins: true }

identitySuite({ name: "a book in memory, tokens and passwords", supports: all, ...soundMeans(all) })
identitySuite({
  name: "a book in memory, tokens only",
  supports: { tokens: true, logins: false },
  ...soundMeans({ tokens: true, logins: false })
})
identitySuite({
  name: "a book in memory, passwords only",
  supports: { tokens: false, logins: true },
  ...soundMeans({ tokens: false, logins: true })
})

const applying = checks.filter(({ applies }) => applies(all))

/** The checks that find this identity out. */
const findingOut = ({ of }: Pick<Mutant, "of">) =>
  Effect.filter(applying, (each: Check) =>
    withoutWaiting(Effect.map(each.findings(of(soundMeans(all)), all), (found) => found.length > 0))
  )

describe("the suite of identities", () => {
  const biting = new Set<string>()

  for (const mutant of mutants) {
    it.live(`finds out an identity that ${mutant.name} by the checks of what it breaks alone (${mutant.breaks})`, () =>
      Effect.gen(function* () {
        const found = yield* findingOut(mutant)
        for (const { title } of found) biting.add(title)
        assert.deepStrictEqual([...new Set(found.map(({ guarantee }) => guarantee))], [mutant.breaks])
      })
    )
  }

  it("has no check that finds out no identity that breaks what it is about", () => {
    assert.deepStrictEqual(
      applying.filter(({ title }) => !biting.has(title)).map(({ title }) => title),
      []
    )
  })

  for (const claim of ["tokens", "logins"] as const) {
    it.live(`finds out an identity that takes what it does not claim (${claim})`, () =>
      Effect.gen(function* () {
        const claimed = { ...all, [claim]: false }
        const absent = checks.filter(({ applies }) => !applies(all) && applies(claimed))
        assert.isNotEmpty(absent)
        for (const { findings } of absent) assert.isNotEmpty(yield* findings(soundMeans(all), claimed))
      })
    )
  }
})
