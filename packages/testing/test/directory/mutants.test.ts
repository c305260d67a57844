import { directory } from "@banfa/core/agency"
import { Directory } from "@banfa/core/port/Directory"
import { type Check, checks, directorySuite, type Mutant, mutants, type Supports } from "@banfa/testing/directory"
import { assert, describe, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import { soundMeans } from "./soundDirectory.ts"

const supports: Supports = { following: true }

directorySuite({ name: "a source in memory", supports, ...soundMeans })
directorySuite({
  name: "given once",
  supports: { following: false },
  begin: (data) =>
    Effect.map(Layer.build(Directory.layerMemory(Result.getOrThrow(directory(data)))), (context) => ({
      directory: Context.get(context, Directory),
      fill: () => Effect.void,
      readAnew: Effect.void,
      grow: Effect.void,
      takeAway: Effect.void,
      giveBack: Effect.void
    }))
})

const applying = checks.filter(({ applies }) => applies(supports))

/** The checks that find this directory out. */
const findingOut = ({ of }: Pick<Mutant, "of">) =>
  Effect.filter(applying, (each: Check) =>
    Effect.map(each.findings(of(soundMeans), supports), (found) => found.length > 0)
  )

describe("the suite of directories", () => {
  const biting = new Set<string>()

  for (const mutant of mutants) {
    it.live(`finds out a directory that ${mutant.name} by the checks of what it breaks alone (${mutant.breaks})`, () =>
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

  it("has no check that finds out no directory that breaks what it is about", () => {
    assert.deepStrictEqual(
      applying.filter(({ title }) => !biting.has(title)).map(({ title }) => title),
      []
    )
  })

  it.live("finds out a directory that follows a source although it says that it follows none", () =>
    Effect.gen(function* () {
      const claimed: Supports = { following: false }
      const absent = checks.filter(({ applies }) => !applies(supports) && applies(claimed))
      assert.isNotEmpty(absent)
      for (const { findings } of absent) assert.isNotEmpty(yield* findings(soundMeans, claimed))
    })
  )
})
