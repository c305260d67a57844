/**
 * Deliveries that are broken in one way: a suite that does not find it out is not worth running.
 */
import { Deliveries } from "@banfa/core/port/Deliveries"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Guarantee } from "./Check.ts"
import type { Interruption } from "./Means.ts"
import { type Kept, model, type Rules, rules } from "./model.ts"

type Service = Deliveries["Service"]

/** One way to break the model of the port. */
export interface Mutant {
  /** What the broken one does, as the end of the sentence "one that …". */
  readonly name: string
  /** The guarantee that it breaks: its checks find it out, and those of no other. */
  readonly breaks: Guarantee
  /** Whether it is broken only where hundreds are asked for. */
  readonly inMasses?: boolean
  /** A storage of its own; every build of the layer is an opening of it. */
  readonly make: () => Layer.Layer<Deliveries>
  /** A sound way in which the storage can be gone, broken. */
  readonly interruption?: (sound: Interruption) => Interruption
}

/**
 * A storage whose openings share what they hold, each as `open` makes it. `closed` is what becomes of it when nobody has it open any more.
 */
export const storage = (
  open: (kept: Kept) => Service,
  closed: (entries: Kept["entries"]) => Kept["entries"] = (entries) => entries
): Layer.Layer<Deliveries> => {
  const kept: Kept = { entries: [] }
  let openings = 0
  const opening = Effect.sync(() => {
    openings++
    return Deliveries.of(open(kept))
  })
  const closing = Effect.sync(() => {
    if (--openings === 0) kept.entries = closed(kept.entries)
  })
  return Layer.effect(
    Deliveries,
    Effect.acquireRelease(opening, () => closing)
  )
}

/** A mutant with some other rules. */
export const otherRules = (breaks: Guarantee, name: string, change: Partial<Rules>): Mutant => ({
  name,
  breaks,
  make: () => storage((kept) => model(kept, { ...rules, ...change }))
})

/** A mutant that replaces some operations; `change` is called once for each opening. */
export const otherOperations = (
  breaks: Guarantee,
  name: string,
  change: (sound: Service, kept: Kept) => Partial<Service>
): Mutant => ({
  name,
  breaks,
  make: () =>
    storage((kept) => {
      const sound = model(kept)
      return { ...sound, ...change(sound, kept) }
    })
})

/** A mutant of the deliveries in memory, which look through nothing: for what is broken in masses only. All openings share what it holds. */
export const inMasses = (breaks: Guarantee, name: string, change: (sound: Service) => Partial<Service>): Mutant => ({
  name,
  breaks,
  inMasses: true,
  make: () => {
    const memory = Effect.runSync(Effect.cached(Effect.scoped(Layer.build(Deliveries.layerMemory))))
    return Layer.effect(
      Deliveries,
      Effect.map(memory, (context) => {
        const sound = Context.get(context, Deliveries)
        return { ...sound, ...change(sound) }
      })
    )
  }
})

/** A mutant that is sound as long as its storage is there. `begin` is called once for each way in which it goes. */
export const gone = (name: string, begin: () => (sound: Service) => Partial<Service>): Mutant => ({
  name,
  breaks: "failure",
  make: () => storage((kept) => model(kept)),
  interruption: ({ deliveries, giveBack, takeAway }) => {
    const change = begin()
    const broken = (sound: Service): Service => ({ ...sound, ...change(sound) })
    return { deliveries: broken(deliveries), takeAway, giveBack: Effect.map(giveBack, broken) }
  }
})
