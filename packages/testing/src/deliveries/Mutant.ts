/**
 * Deliveries that are broken in one way: a suite that does not find it out is not worth running.
 */
import { Deliveries } from "@banfa/core/port/Deliveries"
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
  /** A storage of its own; every build of the layer is an opening of it. */
  readonly make: () => Layer.Layer<Deliveries>
  /** A sound way in which the storage can be gone, broken. */
  readonly interruption?: (sound: Interruption) => Interruption
}

/** A storage whose openings share what they hold, each as `open` makes it. */
export const storage = (open: (kept: Kept) => Service): Layer.Layer<Deliveries> => {
  const kept: Kept = { entries: [] }
  return Layer.effect(
    Deliveries,
    Effect.sync(() => Deliveries.of(open(kept)))
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

/** A mutant that is sound as long as its storage is there. */
export const gone = (name: string, change: (sound: Service, isGone: () => boolean) => Partial<Service>): Mutant => ({
  name,
  breaks: "failure",
  make: () => storage(model),
  interruption: ({ deliveries, giveBack, takeAway }) => {
    let away = false
    const broken = (sound: Service): Service => ({ ...sound, ...change(sound, () => away) })
    const note = (now: boolean) =>
      Effect.sync(() => {
        away = now
      })
    return {
      deliveries: broken(deliveries),
      takeAway: Effect.andThen(takeAway, note(true)),
      giveBack: Effect.map(
        Effect.tap(giveBack, () => note(false)),
        broken
      )
    }
  }
})
