import type { Claimed, Deliveries, Settled } from "@banfa/core/port/Deliveries"
import type { JsonObject } from "@banfa/core/port/EventStore"
import type { Text } from "@banfa/core/regulation"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { Aside } from "./asideData.ts"
import type { Making } from "./deliveriesOf.ts"
import { letterFrom } from "./letterData.ts"
import type { Maker, PutError } from "./making.ts"
import { because, type Reason } from "./reasons.ts"

type Outcome = Omit<Settled, "id" | "attempt">

const read = Schema.decodeUnknownOption(Aside)

const dead = (reason: Reason, more: JsonObject = {}): Outcome => ({
  status: "dead",
  detail: { ...because(reason), ...more }
})
const end = (reason: Reason, more: JsonObject = {}): Outcome => ({
  status: "silenced",
  detail: { ...because(reason), ...more }
})
const both = ({ en, zh }: Text): JsonObject => ({ zh, en })

/**
 * What becomes of something that goes over no channel. What a rule silenced is at its end. What has nowhere to go, or could not be worked out, is
 * dead; sent again, it is looked up or worked out anew, and goes out where that is possible now.
 */
export const asideSettled = Effect.fnUntraced(function* (
  claimed: Claimed,
  deliveries: Pick<Deliveries["Service"], "receipts">,
  { madeOfLetter, madeOrWhy, put }: Pick<Maker, "madeOfLetter" | "madeOrWhy" | "put">,
  now: Making
): Effect.fn.Return<Outcome, PutError> {
  const kept = Option.getOrUndefined(read(claimed.data))
  if (kept === undefined) return dead("unreadable")
  if (kept.kind === "silenced") {
    const { finding, rule, why } = kept
    return end("silenced", { rule, why: both(why), ...(finding === undefined ? {} : { finding }) })
  }
  const why = kept.kind === "underived" ? dead("not-derived", { why: both(kept.text) }) : dead(kept.reason)
  const again = (yield* deliveries.receipts(claimed.id)).some(({ status }) => status === "resent")
  if (!again) return why
  const { source } = kept
  const anew = kept.kind === "underived" || kept.reason === "no-agency"
  const made = yield* anew ? madeOrWhy(source, now) : madeOfLetter(letterFrom(kept.letter), source, now)
  if ("text" in made) return dead("not-derived", { why: both(made.text) })
  const { ids } = yield* put(made, now)
  if (ids.includes(claimed.id)) return why
  return ids.length === 0 ? end("gone") : end("forwarded", { to: ids })
})
