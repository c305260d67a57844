import type { Letter } from "@banfa/core/notice"
import { Deliveries, type Delivery, type DeliveryReceipt, type InvalidDelivery } from "@banfa/core/port/Deliveries"
import type { StorageUnavailable } from "@banfa/core/port/EventStore"
import type { Text } from "@banfa/core/regulation"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { instantOf } from "./instant.ts"
import { LetterSchema, letterFrom, TextSchema } from "./letterData.ts"
import { reasons } from "./reasons.ts"

/** Something that is not sent any more until somebody sends it again. */
export interface DeadLetter {
  /** The delivery. */
  readonly id: string
  /** The channel over which it should have gone; `~` where it had nowhere to go. */
  readonly channel: string
  /** What should have been sent; left out where it could not be worked out or read. */
  readonly letter: Letter | undefined
  /** How many attempts were made. */
  readonly attempts: number
  /** Since when, in UTC. */
  readonly since: string
  /** Why, as a code: what a channel says (`refused`), or what was missing (`no-address`). */
  readonly reason: string
  /** Why, for people. */
  readonly text: Text
  /** Addresses to which it did not go although it went to others, each with the reason. */
  readonly refused: ReadonlyArray<{ readonly address: string; readonly text: Text }>
}

/** Which dead letters are listed, in the order in which they were put in. */
export interface DeadLookup {
  /** Over this channel. */
  readonly channel?: string | undefined
  /** Behind this one. */
  readonly after?: string | undefined
  /** At most so many; 100 if nothing is said, and never more than 1,000. */
  readonly limit?: number | undefined
}

const readLetter = Schema.decodeUnknownOption(LetterSchema)
const readWhy = Schema.decodeUnknownOption(
  Schema.Struct({
    reason: Schema.String,
    text: TextSchema,
    why: Schema.optionalKey(TextSchema),
    refused: Schema.optionalKey(
      Schema.Array(
        Schema.Struct({ address: Schema.String, text: TextSchema, retry: Schema.optionalKey(Schema.Boolean) })
      )
    )
  })
)

const unknown = { reason: "unreadable", text: reasons.unreadable }

const deadLetter = (
  { attempts, channel, data, id }: Delivery & { readonly attempts: number },
  last: DeliveryReceipt
) => {
  const {
    reason,
    refused = [],
    text,
    why
  } = Option.getOrElse(readWhy(last.detail), () => ({
    ...unknown,
    refused: undefined,
    why: undefined
  }))
  return {
    id,
    channel,
    letter: Option.getOrUndefined(Option.map(readLetter(data.letter), letterFrom)),
    attempts,
    since: last.at,
    reason,
    text: why === undefined ? text : { zh: `${text.zh}：${why.zh}`, en: `${text.en}: ${why.en}` },
    refused: refused.map(({ address, text }) => ({ address, text }))
  } satisfies DeadLetter
}

/** What is not sent any more, and why. */
export const deadLetters = Effect.fn("deadLetters")(function* (
  lookup: DeadLookup = {}
): Effect.fn.Return<ReadonlyArray<DeadLetter>, StorageUnavailable, Deliveries> {
  const { list, receipts } = yield* Deliveries
  const found = yield* Effect.forEach(yield* list({ ...lookup, state: "dead" }), (one) =>
    Effect.map(receipts(one.id), (all) => {
      const last = all.findLast(({ status }) => status === "dead")
      return last === undefined ? [] : [deadLetter(one, last)]
    })
  )
  return found.flat()
})

/**
 * Sends dead letters again, to the addresses that are entered then; answers with the ids that are not dead. What goes over no channel is looked up
 * and worked out anew by the next round of a relay.
 */
export const resend = Effect.fn("resend")(function* (
  ids: ReadonlyArray<string>
): Effect.fn.Return<ReadonlyArray<string>, InvalidDelivery | StorageUnavailable, Deliveries> {
  const deliveries = yield* Deliveries
  return yield* deliveries.resend(ids, instantOf(yield* Clock.currentTimeMillis))
})
