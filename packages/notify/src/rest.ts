/** What is left of a letter that went to some of its addresses only. */
import type { Deliveries, Delivery, DeliveryReceipt } from "@banfa/core/port/Deliveries"
import type { JsonObject } from "@banfa/core/port/EventStore"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { instantOf } from "./instant.ts"
import { type Rest, WentOut } from "./letterData.ts"

/** Where it is told who refused the letter: by an attempt, or where it was told later under a number. */
type Where = { readonly attempt: number } | { readonly number: number }

/** How what is left is put in. */
interface Left {
  /** The id under which it is sent, the same for all who get it. */
  readonly dispatch: string
  /** The receipt that names who refused it. */
  readonly receipt: Where
  /** In how many milliseconds it is tried again, for those with whom that can help; without it it is dead until somebody sends it again. */
  readonly wait?: number
}

/**
 * Puts in what is left of a delivery. It stands behind the delivery in its lane, so when it is handed out it is settled what became of that one: what
 * was left by an attempt that did not count is then let go.
 */
export const putRest = (
  deliveries: Pick<Deliveries["Service"], "enqueue">,
  { channel, data, id, lane }: Pick<Delivery, "channel" | "data" | "id" | "lane">,
  { dispatch, receipt, wait }: Left
) =>
  Effect.flatMap(Clock.currentTimeMillis, (now) => {
    const retry = wait !== undefined
    const name = "number" in receipt ? `~late:${receipt.number}` : `~${retry ? "again" : "rest"}:${receipt.attempt}`
    const kept: JsonObject = { kind: "rest", letter: data.letter ?? null, of: id, receipt, dispatch, retry }
    const notBefore = instantOf(now + (wait ?? 0))
    return deliveries.enqueue([{ id: `${name}:${id}`, channel, lane, data: kept, notBefore }]).pipe(
      // who refused it stands in the receipt of the delivery all the same
      Effect.catchTag("InvalidDelivery", ({ text }) => Effect.logWarning(`${text.zh} ${text.en}`))
    )
  })

const readWentOut = Schema.decodeUnknownOption(WentOut)

/**
 * Who has the letter already, who of the others is not meant here, and who refused it, as the receipts of the delivery say of which it is left;
 * `superseded`, where the attempt that left it did not count.
 */
export const leftOver = ({ receipt, retry }: Rest, receipts: ReadonlyArray<DeliveryReceipt>) => {
  const left = receipts.find((one) =>
    "number" in receipt
      ? one.number === receipt.number
      : one.attempt === receipt.attempt && (one.status === "sent" || one.status === "accepted")
  )
  if (left === undefined) return "superseded"
  const { has, refused } = Option.getOrElse(
    readWentOut(left.detail),
    (): Pick<WentOut, "has" | "refused"> => ({
      has: [],
      refused: []
    })
  )
  const others = refused.filter((one) => (one.retry === true) !== retry).map(({ address }) => address)
  return { retry, has, others, refused: refused.filter(({ address }) => !others.includes(address)) }
}
