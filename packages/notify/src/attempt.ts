import { noCalendar } from "@banfa/core/civil"
import type { Claimed, Deliveries, DeliveryReceipt, Settled } from "@banfa/core/port/Deliveries"
import type { Json, JsonObject, StorageUnavailable } from "@banfa/core/port/EventStore"
import { NotDelivered, type Notifier } from "@banfa/core/port/Notifier"
import type { WorkingCalendar } from "@banfa/core/port/WorkingCalendar"
import type { Text } from "@banfa/core/regulation"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import type { AddressBook } from "./AddressBook.ts"
import type { DispatchSettings } from "./DispatchSettings.ts"
import { dayOf, instantOf } from "./instant.ts"
import { letterFrom, Outgoing } from "./letterData.ts"
import { opening } from "./QuietHours.ts"
import { backOff } from "./Retry.ts"
import { because, type Reason } from "./reasons.ts"
import { leftOver, putRest } from "./rest.ts"

/** What became of an attempt. */
export type Outcome = Omit<Settled, "id" | "attempt">

/** What an attempt is made with. */
export interface Desk {
  readonly deliveries: Deliveries["Service"]
  readonly book: AddressBook["Service"]
  readonly calendar: WorkingCalendar["Service"]
  readonly settings: DispatchSettings
}

const read = Schema.decodeUnknownOption(Outgoing)

/** What a far side said, fit to be kept: cut, and without half characters. */
const said = (text: string): string => {
  const [cut = ""] = /^[\s\S]{0,500}/u.exec(text) ?? []
  return cut.replace(/\p{Cs}/gu, "\uFFFD")
}
const saidBoth = ({ en, zh }: Text): { readonly zh: string; readonly en: string } => ({ zh: said(zh), en: said(en) })

/** Attempts that were handed out and not made do not count among those that were made. */
const notMade: ReadonlySet<Json | undefined> = new Set<Reason>(["given-back", "held"])

/** How many attempts were made since somebody last said that it is sent (again), the latest included. */
const madeSince = (receipts: ReadonlyArray<DeliveryReceipt>, attempt: number): number => {
  const resent = receipts.findLastIndex(({ status }) => status === "resent")
  const before = Math.max(0, ...receipts.slice(0, resent + 1).map((one) => one.attempt))
  const handedBack = receipts.slice(resent + 1).filter(({ detail }) => notMade.has(detail.reason))
  return attempt - before - handedBack.length
}

const silenced = (reason: Reason): Outcome => ({ status: "silenced", detail: because(reason) })
const dead = (reason: Reason, more: JsonObject = {}): Outcome => ({
  status: "dead",
  detail: { ...because(reason), ...more }
})
/** Handed out again from an instant on, without having been tried. */
export const handedBack = (reason: "given-back" | "held", again: string): Outcome => ({
  status: "failed",
  again,
  detail: because(reason)
})

/** What one attempt comes to, over a channel; it never waits without end. */
export const attemptOver =
  (notifier: Notifier["Service"], { book, calendar, deliveries, settings }: Desk) =>
  (claimed: Claimed): Effect.Effect<Outcome, StorageUnavailable> =>
    Effect.gen(function* () {
      const { retry } = settings
      const receipts = deliveries.receipts(claimed.id)
      /** What the host brings is not waited for without end. */
      const inTime = <A, E>(ask: Effect.Effect<A, E>) =>
        Effect.exit(Effect.timeout(ask, Duration.times(settings.timeout, 0.5)))

      /** Tried again later, or dead where all attempts are used up. */
      const failed = Effect.fnUntraced(function* (detail: JsonObject, after?: number) {
        const made = madeSince(yield* receipts, claimed.attempt)
        if (made >= retry.attempts) return { status: "dead", detail } satisfies Outcome
        const now = yield* Clock.currentTimeMillis
        return {
          status: "failed",
          again: instantOf(now + (yield* backOff(retry, made, after))),
          detail
        } satisfies Outcome
      })

      // the process that made the attempts may have died of them each time, and never heard of one
      if (claimed.attempt > retry.attempts && madeSince(yield* receipts, claimed.attempt) > retry.attempts)
        return dead("attempts-over")
      const outgoing = Option.getOrUndefined(read(claimed.data))
      const agency = outgoing?.letter.notice.to.agency
      if (outgoing === undefined || agency === undefined) return dead("unreadable")
      const letter = letterFrom(outgoing.letter)

      const left = outgoing.kind === "letter" ? undefined : leftOver(outgoing, yield* deliveries.receipts(outgoing.of))
      if (left === "superseded") return silenced("superseded")
      if (left !== undefined && !left.retry && !(yield* receipts).some(({ status }) => status === "resent"))
        return dead("address-refused", { refused: left.refused })
      const { has = [], others = [] } = left ?? {}

      const now = yield* Clock.currentTimeMillis
      if (settings.quietHours !== undefined) {
        const days = yield* inTime(calendar.current)
        const known = Exit.isSuccess(days) ? days.value : noCalendar
        const open = opening(instantOf(now), letter.notice, settings.quietHours, known)
        if (open.at > instantOf(now)) return handedBack("held", open.at)
      }

      const found = yield* inTime(book.find(agency, letter.notice.kind, dayOf(now)))
      if (Exit.isFailure(found)) return yield* failed(because("book-unavailable"))
      const listed = found.value.find(({ channel }) => channel === claimed.channel)?.addresses ?? []
      const to = listed.filter((address) => !has.includes(address) && !others.includes(address))
      if (listed.length === 0) return dead("no-address")
      if (to.length === 0) return silenced("nobody-left")

      const id = outgoing.kind === "rest" ? outgoing.dispatch : claimed.id
      const exit = yield* Effect.exit(
        Effect.timeoutOption(
          Effect.suspend(() => notifier.send({ id, letter, to })),
          settings.timeout
        )
      )
      if (Exit.isFailure(exit)) {
        const error = Option.getOrUndefined(Cause.findErrorOption(exit.cause))
        if (!(error instanceof NotDelivered)) return yield* failed({ ...because("defect"), to })
        const { after, reason, retry: again, text } = error
        const detail = { reason, text: saidBoth(text), to }
        return again ? yield* failed(detail, after) : ({ status: "dead", detail } satisfies Outcome)
      }
      if (Option.isNone(exit.value)) return yield* failed({ ...because("no-answer"), to })
      const { reference, refused = [], status } = exit.value.value
      const detail = {
        to,
        has: [...has, ...to.filter((address) => !refused.some((one) => one.address === address))],
        refused: refused.map(({ address, retry = false, text }) => ({
          address: said(address),
          text: saidBoth(text),
          retry
        })),
        ...(reference === undefined ? {} : { reference: said(reference) })
      }
      // before it is settled: whoever dies in between leaves one too many, which is found out, and never one too few
      const receipt = { attempt: claimed.attempt }
      const wait = yield* backOff(retry, 1)
      if (refused.some((one) => one.retry !== true)) yield* putRest(deliveries, claimed, { dispatch: id, receipt })
      if (refused.some((one) => one.retry === true))
        yield* putRest(deliveries, claimed, { dispatch: id, receipt, wait })
      return { status, detail }
    })
