import { EventStore, type Supports } from "@banfa/core/port/EventStore"
import { type Check, checks, type Guarantee, type Mutant, mutants } from "@banfa/testing/event-store"
import { assert, describe, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { withoutWaiting } from "../jumpingClock.ts"
import { soundFile } from "./soundFile.ts"

const supports: Supports = { restart: true, sharing: true, ownTransaction: true, interruption: true }

/** A memory that all openings share, as a file is. */
const memory = Effect.map(Layer.build(EventStore.layerMemory), (context) =>
  Layer.succeed(EventStore, Context.get(context, EventStore))
)

/** A memory has no host and no rows, so what is asked of those is asked of a file. */
const onFile: ReadonlySet<Guarantee> = new Set<Guarantee>(["own transaction", "raw reader"])

/** Whether a mutant is another store to the checks of a guarantee: one that is broken in a host's transaction only is sound to all others. */
const changes = ({ host, interruption }: Partial<Mutant>, guarantee: Guarantee): boolean =>
  interruption !== undefined
    ? guarantee === "failure"
    : host !== undefined
      ? guarantee === "own transaction"
      : guarantee !== "failure"

/** What is put in by masses, as the checks say. */
const masses = ["10,000", "thousands of events", "1 MiB"]

/** Masses are put into those alone that break the guarantee for which so much is needed. */
const isFor = ({ guarantee, title }: Check, { alsoBreaks = {}, breaks = guarantee }: Partial<Mutant>) =>
  !masses.some((mass) => title.includes(mass)) || [breaks, ...Object.keys(alsoBreaks)].includes(guarantee)

/** The checks among these that find this store out. */
const findingOut = (among: ReadonlyArray<Check>, mutant: Partial<Mutant> = {}) => {
  const { layer, means } = soundFile(mutant)
  const asked = among.filter((one) => isFor(one, mutant))
  return Effect.filter(asked, ({ findings, guarantee }) =>
    Effect.gen(function* () {
      const sound = onFile.has(guarantee) ? layer : yield* memory
      const found = yield* withoutWaiting(findings(mutant.of === undefined ? sound : mutant.of(sound), means))
      return found.length > 0
    })
  )
}

const applying = checks.filter(({ applies }) => applies(supports))

describe("the suite of the event store", () => {
  const biting = new Set<string>()

  it.live("finds nothing in a sound store", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* findingOut(applying), [])
    })
  )

  for (const mutant of mutants) {
    it.live(`finds out a store that ${mutant.name} by the checks of what it breaks alone (${mutant.breaks})`, () =>
      Effect.gen(function* () {
        const found = yield* findingOut(
          applying.filter(({ guarantee }) => changes(mutant, guarantee)),
          mutant
        )
        for (const { guarantee, title } of found) if (guarantee === mutant.breaks) biting.add(title)
        assert.deepStrictEqual(
          [...new Set(found.map(({ guarantee }) => guarantee))].toSorted(),
          [mutant.breaks, ...Object.keys(mutant.alsoBreaks ?? {})].toSorted()
        )
      })
    )
  }

  it("has no check that finds out no store that breaks what it is about", () => {
    const idle = applying.filter(({ title }) => !biting.has(title))
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
        const { layer, means } = soundFile()
        for (const { findings } of absent) assert.isNotEmpty(yield* findings(layer, means))
      })
    )
  }
})
