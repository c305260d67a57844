import type { Letter } from "@banfa/core/notice"
import type { Deliveries, Delivery, InvalidDelivery } from "@banfa/core/port/Deliveries"
import type { StorageUnavailable } from "@banfa/core/port/EventStore"
import type { Text } from "@banfa/core/regulation"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import type { Source } from "./asideData.ts"
import { aside, deliveriesOf, type Making, routed, sourceJson } from "./deliveriesOf.ts"
import { dayOf } from "./instant.ts"
import type { Outbox, OutboxError } from "./Outbox.ts"

/** A delivery, with what it was worked out from. */
export interface Made {
  readonly delivery: Delivery
  readonly source: Source
}

/** What went wrong when notices were put in. */
export type PutError = InvalidDelivery | StorageUnavailable

/** How many deliveries are put in at once. */
const together = 500

/** Something that could not be worked out, or not be kept: it is dead until somebody sends it again, and then it is worked out anew. */
const underived = (id: string, text: Text, source: Source, now: number): Made => ({
  delivery: aside(id, { kind: "underived", text: { zh: text.zh, en: text.en }, source: sourceJson(source) }, now),
  source
})

/** Works deliveries out of what the docket says, and puts them in. */
export const making = (
  outbox: Outbox["Service"],
  deliveries: Pick<Deliveries["Service"], "enqueue">,
  leads: ReadonlyArray<number>
) => {
  const noticesOf = (source: Source, { now }: Making) =>
    "message" in source ? outbox.notices(source.message) : outbox.reminders(leads, { asOf: dayOf(now) })

  /** The deliveries of everything that a source has to tell. */
  const madeOf = Effect.fnUntraced(function* (
    source: Source,
    now: Making
  ): Effect.fn.Return<ReadonlyArray<Made>, OutboxError> {
    const all = yield* Effect.forEach(yield* noticesOf(source, now), (notice) => deliveriesOf(notice, source, now))
    return all.flat().map((delivery) => ({ delivery, source }))
  })

  /** Puts deliveries in, and answers with the ids under which they are there; `fresh` are those that were not there before. */
  const put = Effect.fnUntraced(function* (
    made: ReadonlyArray<Made>,
    { now }: Making
  ): Effect.fn.Return<{ readonly ids: ReadonlyArray<string>; readonly fresh: number }, PutError> {
    const one = ({ delivery, source }: Made) =>
      deliveries.enqueue([delivery]).pipe(
        Effect.map((fresh) => ({ ids: [delivery.id], fresh: fresh.length })),
        Effect.catchTag("InvalidDelivery", ({ text }) => {
          const { delivery: instead } = underived(`~unkept:${delivery.id}`, text, source, now)
          return Effect.map(deliveries.enqueue([instead]), (fresh) => ({ ids: [instead.id], fresh: fresh.length }))
        })
      )
    const all = yield* Effect.forEach(Arr.chunksOf(made, together), (chunk) =>
      deliveries.enqueue(chunk.map(({ delivery }) => delivery)).pipe(
        Effect.map((fresh) => [{ ids: chunk.map(({ delivery: { id } }) => id), fresh: fresh.length }]),
        Effect.catchTag("InvalidDelivery", () => Effect.forEach(chunk, one))
      )
    )
    const parts = all.flat()
    return { ids: parts.flatMap(({ ids }) => ids), fresh: parts.reduce((sum, { fresh }) => sum + fresh, 0) }
  })

  /** The deliveries of a source; where they cannot be worked out the text that says why. A store that is gone is asked again later. */
  const madeOrWhy = (source: Source, now: Making) =>
    madeOf(source, now).pipe(
      Effect.catch((error) =>
        error._tag === "StorageUnavailable" ? Effect.fail(error) : Effect.succeed({ text: error.text })
      )
    )

  /** The deliveries of a letter that has an agency, as the address book stands now. */
  const madeOfLetter = (letter: Letter, source: Source, now: Making) =>
    Effect.map(routed(letter, source, now), (all) => all.map((delivery): Made => ({ delivery, source })))

  return { madeOf, madeOrWhy, madeOfLetter, put, underived }
}

/** Works deliveries out, and puts them in. */
export type Maker = ReturnType<typeof making>
