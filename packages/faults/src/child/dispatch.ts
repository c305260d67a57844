import { writeSync } from "node:fs"
import { type Claimed, Deliveries } from "@banfa/core/port/Deliveries"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"

/** One round of a dispatcher: now, and until when what is handed out to it is nobody else's. */
export interface Round {
  /** The channel. */
  readonly channel: string
  /** Now, for as long as the round lasts. */
  readonly at: string
  /** When the time of its holders is over. */
  readonly until: string
}

/** What a dispatcher is told. */
export interface Dispatching extends Round {
  /** The file, or the address of the database. */
  readonly place: string
}

/** One attempt. */
export type Attempt = Pick<Claimed, "id" | "attempt">

/** One line of a dispatcher: that it was handed out something, what it has settled and heard to be written, what was lost, or why it ends. */
export type DispatchLine =
  | { readonly claimed: Attempt }
  | { readonly settled: Attempt & { readonly status: "accepted" | "failed" } }
  | { readonly lost: Attempt }
  | { readonly failed: string }

const say = (line: DispatchLine): void => void writeSync(1, `${JSON.stringify(line)}\n`)

/** Every fourth fails at its first attempt, and is tried again at once. */
const isFailing = ({ attempt, id }: Attempt): boolean => attempt === 1 && Number(id.split("-").at(-1)) % 4 === 0

/** Sends until nothing is left but what others hold. */
const sending = ({ at, channel, until }: Round) =>
  Effect.gen(function* () {
    const { claim, next, settle } = yield* Deliveries
    const settled = ({ attempt, id }: Claimed) =>
      Effect.gen(function* () {
        const status = isFailing({ attempt, id }) ? ("failed" as const) : ("accepted" as const)
        const again = status === "failed" ? { again: at } : {}
        const lost = yield* settle([{ id, attempt, status, detail: {}, ...again }], at)
        say(lost.length > 0 ? { lost: { id, attempt } } : { settled: { id, attempt, status } })
      })
    for (;;) {
      const handedOut = yield* claim({ channel, at, until, limit: 4 })
      for (const { attempt, id } of handedOut) say({ claimed: { id, attempt } })
      yield* Effect.forEach(handedOut, settled, { discard: true })
      const ready = yield* next(channel)
      if (handedOut.length === 0 && (ready === undefined || ready > at)) return
      // what is due is another's at this moment, who may be about to settle it
      if (handedOut.length === 0) yield* Effect.sleep("5 millis")
    }
  })

/** Sends what is due until there is nothing left, or it is killed. */
export const dispatch = async (layerAt: (place: string) => Layer.Layer<Deliveries, unknown>): Promise<void> => {
  const { place, ...round }: Dispatching = JSON.parse(process.argv[2] ?? "")
  await Effect.runPromise(
    sending(round).pipe(
      Effect.provide(layerAt(place)),
      Effect.catchCause((cause) => Effect.sync(() => say({ failed: String(cause) })))
    )
  )
}
