import { EventStore, type Supports } from "@banfa/core/port/EventStore"
import { type Check, checks, type Guarantee, type Mutant, mutants } from "@banfa/testing/event-store"
import { assert, describe, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { closing, file, hostOf, rows } from "./soundFile.ts"

const supports: Supports = { restart: true, sharing: true, ownTransaction: true, interruption: true }

/** A memory that all openings share, as a file is. */
const memory = Effect.map(Layer.build(EventStore.layerMemory), (context) =>
  Layer.succeed(EventStore, Context.get(context, EventStore))
)

/** A memory has no host and no rows, so what is asked of those is asked of a file. */
const onFile: ReadonlySet<Guarantee> = new Set<Guarantee>(["own transaction", "raw reader"])

const findingsOf = ({ findings, guarantee }: Check, { host, interruption, of }: Partial<Mutant>) =>
  Effect.gen(function* () {
    const sound = onFile.has(guarantee) ? file : yield* memory
    return yield* findings(of === undefined ? sound : of(sound), {
      host: hostOf(host),
      interruptions: { "the file is closed": interruption === undefined ? closing : Effect.map(closing, interruption) },
      rows
    })
  })

/** The checks that find this store out. */
const findingOut = (mutant: Partial<Mutant>) =>
  Effect.filter(
    checks.filter(({ applies }) => applies(supports)),
    (check) => Effect.map(findingsOf(check, mutant), (found) => found.length > 0)
  )

describe("the suite of the event store", () => {
  const biting = new Set<string>()

  it.live("finds nothing in a sound store", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* findingOut({}), [])
    })
  )

  for (const mutant of mutants) {
    it.live(`finds out a store that ${mutant.name} by the checks of what it breaks alone (${mutant.breaks})`, () =>
      Effect.gen(function* () {
        const found = yield* findingOut(mutant)
        assert.deepStrictEqual(
          [...new Set(found.map(({ guarantee }) => guarantee))].toSorted(),
          [mutant.breaks, ...Object.keys(mutant.alsoBreaks ?? {})].toSorted()
        )
        for (const { guarantee, title } of found) if (guarantee === mutant.breaks) biting.add(title)
      })
    )
  }

  it("has no check that finds out no store that breaks what it is about", () => {
    const idle = checks.filter(({ applies, title }) => applies(supports) && !biting.has(title))
    assert.deepStrictEqual(
      idle.map(({ title }) => title),
      []
    )
  })

  for (const claim of Object.keys(supports)) {
    it.live(`finds out a store that has what it does not claim (${claim})`, () =>
      Effect.gen(function* () {
        const absent = checks.filter(({ applies }) => !applies(supports) && applies({ ...supports, [claim]: false }))
        assert.isNotEmpty(absent)
        const means = { host: hostOf(), interruptions: { "the file is closed": closing }, rows }
        for (const { findings } of absent) assert.isNotEmpty(yield* findings(file, means))
      })
    )
  }
})
