import type { EmbeddedDocket } from "@banfa/core/docket"
import { embed } from "@banfa/core/docket"
import type { Finding } from "@banfa/core/evidence"
import type { Deliveries } from "@banfa/core/port/Deliveries"
import { EventStore } from "@banfa/core/port/EventStore"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { world } from "./world.ts"

/** A place where events are kept. */
export interface Storage {
  /** The store in it, and the deliveries beside it. */
  readonly layer: Layer.Layer<Deliveries | EventStore, unknown>
  /** What is wrong with its seals. */
  readonly findings: () => Promise<ReadonlyArray<Finding>>
  /** Where it is for whoever reads it without this library; nowhere, where it cannot be read from outside. */
  readonly place: string | undefined
}

/** A storage that is open: the store, and a docket over it. */
export interface Opened {
  /** The store itself. */
  readonly store: EventStore["Service"]
  /** The docket. */
  readonly docket: EmbeddedDocket
}

/** Opens a storage anew for as long as the body lasts. */
export const opening = <A>(
  { layer }: { readonly layer: Layer.Layer<EventStore, unknown> },
  body: (opened: Opened) => Promise<A>
): Promise<A> =>
  Effect.gen(function* () {
    const context = yield* Layer.build(layer)
    const answer = yield* Effect.promise(() => embed({ ...world, store: Layer.succeedContext(context) }))
    if (!answer.ok) return yield* Effect.die(answer.error)
    return yield* Effect.promise(() => body({ store: Context.get(context, EventStore), docket: answer.value }))
  }).pipe(Effect.scoped, Effect.runPromise)
