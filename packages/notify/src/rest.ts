import type { Deliveries, Delivery } from "@banfa/core/port/Deliveries"
import type { JsonObject } from "@banfa/core/port/EventStore"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { instantOf } from "./instant.ts"

/**
 * Puts in what is left of a delivery: a letter to those addresses alone that refused it. It stands behind the delivery in its lane, so when it is
 * handed out it is settled what became of that one: what was left by an attempt that did not count is then let go.
 */
export const putRest = (
  deliveries: Pick<Deliveries["Service"], "enqueue">,
  { channel, data, id, lane }: Pick<Delivery, "channel" | "data" | "id" | "lane">,
  dispatch: string,
  receipt: { readonly attempt: number } | { readonly number: number }
) =>
  Effect.flatMap(Clock.currentTimeMillis, (now) => {
    const left = "attempt" in receipt ? `~rest:${receipt.attempt}` : `~late:${receipt.number}`
    const kept: JsonObject = { kind: "rest", letter: data.letter ?? null, of: id, receipt, dispatch }
    return deliveries.enqueue([{ id: `${left}:${id}`, channel, lane, data: kept, notBefore: instantOf(now) }]).pipe(
      // who refused it stands in the receipt of the delivery all the same
      Effect.catchTag("InvalidDelivery", ({ text }) => Effect.logWarning(`${text.zh} ${text.en}`))
    )
  })
