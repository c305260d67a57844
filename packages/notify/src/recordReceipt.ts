import { Deliveries, type DeliveryReceipt, type InvalidDelivery, type Standing } from "@banfa/core/port/Deliveries"
import type { JsonObject, StorageUnavailable } from "@banfa/core/port/EventStore"
import type { Text } from "@banfa/core/regulation"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { instantOf } from "./instant.ts"
import { WentOut } from "./letterData.ts"
import { putRest } from "./rest.ts"

/** What a channel tells later of a letter that went out: that it arrived, was refused after all, or was read. */
export interface ToldLater {
  /** The id under which the letter was sent (`Dispatch.id`). */
  readonly id: string
  /** What became of it. */
  readonly status: "accepted" | "refused" | "read"
  /** The instant, in UTC with milliseconds; now, if nothing is said. */
  readonly at?: string | undefined
  /** The addresses of which it is told; all to which it went, if nothing is said. */
  readonly addresses?: ReadonlyArray<string> | undefined
  /** In the words of the far side. */
  readonly text?: Text | undefined
  /** How the far side names it. */
  readonly reference?: string | undefined
}

const readWentOut = Schema.decodeUnknownOption(WentOut)

const refusedLater: Text = { zh: "对方在接收后又退回", en: "the far side sent it back after it had taken it" }

/** To whom a letter went, and who has it, as its receipts say by now. */
const wentOut = (receipts: ReadonlyArray<DeliveryReceipt>): ReadonlyArray<WentOut> =>
  receipts.flatMap(({ detail }) => Option.toArray(readWentOut(detail)))

/** What is new of a letter that was refused after it had been taken: who refused it; nobody, where all of that was told before. */
const refusedBy = ({ addresses, text }: ToldLater, receipts: ReadonlyArray<DeliveryReceipt>): WentOut => {
  const before = wentOut(receipts)
  const { has = [], to = [] } = before.at(-1) ?? {}
  const known = new Set(before.flatMap(({ refused }) => refused.map(({ address }) => address)))
  const whom = (addresses ?? has).filter((address) => !known.has(address))
  return {
    to,
    has: has.filter((address) => !whom.includes(address)),
    refused: whom.map((address) => ({ address, text: { ...(text ?? refusedLater) } }))
  }
}

/** Callbacks come again: what was told once is not told twice. */
const known = (told: ToldLater, receipts: ReadonlyArray<DeliveryReceipt>): boolean => {
  const said = ({ addresses, reference }: { readonly addresses?: unknown; readonly reference?: unknown }) =>
    JSON.stringify([addresses ?? null, reference ?? null])
  return receipts.some(
    ({ at, attempt, detail, status }) =>
      attempt === 0 && status === told.status && (told.at ?? at) === at && said(detail) === said(told)
  )
}

/** How a delivery stands. */
const standing = Effect.fnUntraced(function* (id: string, deliveries: Deliveries["Service"]) {
  const channel = /^(?:~[^:]*:\d+:)*([^:~]+):/u.exec(id)?.[1]
  let after: string | undefined
  for (;;) {
    const page: ReadonlyArray<Standing> = yield* deliveries.list({ channel, after, limit: 1000 })
    const found = page.find((one) => one.id === id)
    after = page.at(-1)?.id
    if (found !== undefined || after === undefined) return found
  }
})

/**
 * Keeps what a channel tells later of a letter, from a callback say; answers whether there is such a letter. Told again, it is kept once. An address
 * that refused the letter after all becomes a dead letter of its own, as one that refused it at once does.
 */
export const recordReceipt = Effect.fn("recordReceipt")(function* (
  told: ToldLater
): Effect.fn.Return<boolean, InvalidDelivery | StorageUnavailable, Deliveries> {
  const deliveries = yield* Deliveries
  const { addresses, id, reference, status, text } = told
  const at = told.at ?? instantOf(yield* Clock.currentTimeMillis)
  const before = yield* deliveries.receipts(id)
  const note = (detail: JsonObject) =>
    Effect.map(deliveries.note([{ id, status, at, detail }]), (missing) => missing.length === 0)
  const named = reference === undefined ? {} : { reference }
  if (status !== "refused") {
    if (known(told, before)) return true
    const words = text === undefined ? {} : { text: { ...text } }
    return yield* note({ ...named, ...words, ...(addresses === undefined ? {} : { addresses }) })
  }
  const { has, refused, to } = refusedBy(told, before)
  if (refused.length > 0 && !(yield* note({ to, has, refused, ...named }))) return false
  const noted = (yield* deliveries.receipts(id)).filter((one) => one.attempt === 0 && one.status === "refused")
  if (noted.length === 0) return before.length > 0
  const delivery = yield* standing(id, deliveries)
  // for every one that was noted: whoever died between the two steps the last time has left nothing out
  if (delivery !== undefined)
    yield* Effect.forEach(noted, ({ number }) => putRest(deliveries, delivery, { dispatch: id, receipt: { number } }))
  return delivery !== undefined
})
