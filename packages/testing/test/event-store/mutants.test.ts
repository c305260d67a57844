import { EventStore, type Supports } from "@banfa/core/port/EventStore"
import { checks, type Mutant, mutants } from "@banfa/testing/event-store"
import { assert, describe, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

const supports: Supports = { restart: true, sharing: true }

/** A memory that all openings share, as a file is. */
const soundLayer = Effect.map(Layer.build(EventStore.layerMemory), (context) =>
  Layer.succeed(EventStore, Context.get(context, EventStore))
)

/** The titles of the checks that find this store out. */
const foundBy = (layer: Layer.Layer<EventStore>, breaks?: Mutant["breaks"]) =>
  Effect.forEach(
    checks.filter(({ applies, guarantee }) => applies(supports) && (breaks === undefined || guarantee === breaks)),
    ({ findings, title }) => Effect.map(findings(layer), (found) => (found.length > 0 ? [title] : []))
  ).pipe(Effect.map((titles) => titles.flat()))

describe("the suite of the event store", () => {
  const biting = new Set<string>()

  it.live("finds nothing in a sound store", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* foundBy(yield* soundLayer), [])
    })
  )

  for (const { breaks, name, of } of mutants) {
    it.live(
      `finds out a store that ${name} (${breaks})`,
      () =>
        Effect.gen(function* () {
          const titles = yield* foundBy(of(yield* soundLayer), breaks)
          assert.isNotEmpty(titles)
          for (const title of titles) biting.add(title)
        }),
      30_000
    )
  }

  it("has no check that never bites", () => {
    const idle = checks.filter(({ applies, title }) => applies(supports) && !biting.has(title))
    assert.deepStrictEqual(
      idle.map(({ title }) => title),
      []
    )
  })
})
