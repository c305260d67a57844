import { Deliveries } from "@banfa/core/port/Deliveries"
import { StorageUnavailable } from "@banfa/core/port/EventStore"
import {
  type Check,
  checks,
  type DeliveriesSupports,
  differences,
  type Interruption,
  type Mutant,
  model,
  mutants
} from "@banfa/testing/deliveries"
import { assert, describe, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

const supports: DeliveriesSupports = { restart: true, sharing: true, interruption: true }

/** A memory that all openings share, as a file is. */
const memory = Effect.map(Effect.scoped(Layer.build(Deliveries.layerMemory)), (context) =>
  Layer.succeed(Deliveries, Context.get(context, Deliveries))
)

/** The model behind a door that can be shut. */
const shutting: Effect.Effect<Interruption> = Effect.sync(() => {
  const sound = model()
  let shut = false
  const through = (operation: string, effect: Effect.Effect<unknown, unknown>) =>
    Effect.suspend(() => (shut ? Effect.fail(new StorageUnavailable({ operation, cause: "shut" })) : effect))
  const deliveries = new Proxy(sound, {
    get:
      (target, operation: keyof typeof sound) =>
      (...asked: ReadonlyArray<never>) =>
        through(operation, Reflect.apply(target[operation], undefined, asked))
  })
  const turn = (now: boolean) =>
    Effect.sync(() => {
      shut = now
    })
  return { deliveries, takeAway: turn(true), giveBack: Effect.as(turn(false), deliveries) }
})

/** The model looks through all that it holds each time: ten thousand are put into a sound one, and into what is broken in masses alone. */
const isFor = ({ title }: Check, { breaks, inMasses = breaks === undefined }: Partial<Mutant>) =>
  inMasses || !title.includes("ten thousand")

/** The checks that find this one out. */
const findingOut = (mutant: Partial<Mutant> = {}) => {
  const { interruption, make } = mutant
  const way = interruption === undefined ? shutting : Effect.map(shutting, interruption)
  const asked = applying.filter((one) => isFor(one, mutant))
  return Effect.filter(asked, ({ findings }) =>
    Effect.gen(function* () {
      const layer = make === undefined ? yield* memory : make()
      const found = yield* findings(layer, supports, { interruptions: { "the door is shut": way } })
      return found.length > 0
    })
  )
}

const applying: ReadonlyArray<Check> = checks.filter(({ applies }) => applies(supports))

describe("the suite of deliveries", () => {
  const biting = new Set<string>()

  it.live("finds nothing in sound ones", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* findingOut(), [])
    })
  )

  for (const mutant of mutants) {
    it.live(`finds out one that ${mutant.name} by the checks of what it breaks alone (${mutant.breaks})`, () =>
      Effect.gen(function* () {
        const found = yield* findingOut(mutant)
        for (const { title } of found) biting.add(title)
        assert.deepStrictEqual([...new Set(found.map(({ guarantee }) => guarantee))], [mutant.breaks])
      })
    )
  }

  for (const name of ["knows no lanes", "lets any holder settle, also an earlier one", "lists as many as there are"]) {
    it.live(`finds out one that ${name} by random questions alone`, () =>
      Effect.gen(function* () {
        const mutant = mutants.find((one) => one.name === name)
        assert.isDefined(mutant)
        if (mutant === undefined) return
        const { difference } = yield* differences(mutant.make(), 100, { asFound: true })
        assert.include(difference, " instead of ")
      })
    )
  }

  it("has no check that finds out none that breaks what it is about", () => {
    const idle = applying.filter(({ title }) => !biting.has(title))
    assert.deepStrictEqual(
      idle.map(({ title }) => title),
      []
    )
  })
})
