import type { Directory as AgencyDirectory } from "@banfa/core/agency"
import type { WorkingCalendar as Calendar } from "@banfa/core/civil"
import { applyPolicy, type Letter, letterOf, type Notice, type NoticePolicy } from "@banfa/core/notice"
import type { Delivery } from "@banfa/core/port/Deliveries"
import type { JsonObject, StorageUnavailable } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import type { AddressBook } from "./AddressBook.ts"
import type { Source } from "./asideData.ts"
import { noChannel } from "./ChannelName.ts"
import { dayOf, instantOf } from "./instant.ts"
import { letterJson } from "./letterData.ts"
import { opening, type QuietHours } from "./QuietHours.ts"

type LocalNorms = NonNullable<Parameters<typeof letterOf>[2]>

/** What deliveries are made with: what the host has set, and how things stand now. */
export interface Making {
  readonly book: AddressBook["Service"]
  readonly policy: NoticePolicy
  readonly localNorms: LocalNorms
  readonly quietHours: QuietHours | undefined
  /** The names of the channels that there are; any, where nothing is said. */
  readonly channels: ReadonlySet<string> | undefined
  readonly directory: AgencyDirectory
  readonly calendar: Calendar
  /** Now, in milliseconds since 1970. */
  readonly now: number
}

const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value))

/** A source as it is kept. */
export const sourceJson = (source: Source): JsonObject => json(source)

/** Something that goes over no channel, in a lane of its own: it holds up nobody. */
export const aside = (id: string, data: JsonObject, now: number): Delivery => ({
  id,
  channel: noChannel,
  lane: id,
  data,
  notBefore: instantOf(now)
})

/**
 * In order are kept the letters to one agency on one case. Where there are quiet hours what is held in them must not hold up what is not: what is
 * urgent, and what the Measures demand by a day, have lanes of their own.
 */
const laneOf = (agency: string, notice: Notice, quietHours: QuietHours | undefined): string => {
  const { by, case: of, demanded, kind, on } = notice
  const apart = quietHours?.urgent?.includes(kind) === true ? ["urgent"] : demanded ? [by ?? on] : []
  return JSON.stringify([agency, of.subject, of.id, ...(quietHours === undefined ? [] : apart)])
}

/** The deliveries of a letter: one over each channel over which its agency is reached, or one that says why it is not reached. */
export const routed = Effect.fnUntraced(function* (letter: Letter, source: Source, making: Making) {
  const { book, calendar, channels, now, quietHours } = making
  const { notice } = letter
  const unaddressed = (id: string, reason: "no-agency" | "no-address" | "unknown-channel"): Delivery =>
    aside(
      `~${reason}:${id}`,
      { kind: "unaddressed", reason, letter: letterJson(letter), source: sourceJson(source) },
      now
    )
  const { agency } = notice.to
  if (agency === undefined) return [unaddressed(notice.id, "no-agency")]
  const routes = yield* book.find(agency, notice.kind, dayOf(now))
  if (routes.length === 0) return [unaddressed(notice.id, "no-address")]
  const { at, ...why } = opening(instantOf(now), notice, quietHours, calendar)
  return routes.map(({ channel }): Delivery => {
    const id = `${channel}:${notice.id}`
    if (channels?.has(channel) === false) return unaddressed(id, "unknown-channel")
    const data = { kind: "letter", letter: letterJson(letter), opening: why }
    return { id, channel, lane: laneOf(agency, notice, quietHours), data, notBefore: at }
  })
})

/** The deliveries of a notice under the policy of the host; what the policy keeps back is kept too, and says so. */
export const deliveriesOf = Effect.fnUntraced(function* (
  notice: Notice,
  source: Source,
  making: Making
): Effect.fn.Return<ReadonlyArray<Delivery>, StorageUnavailable> {
  const { directory, localNorms, now, policy } = making
  const { findings, send, silenced } = applyPolicy(notice, policy, directory)
  // a rule that decides about a notice is one: it silences it, or sends it to somebody else, which is told only where that is a finding
  const [{ reason, rule } = {}] = [...silenced, ...findings]
  const finding = findings.map((one) => ({ finding: { ...one, notice: undefined } }))
  const silent =
    rule === undefined
      ? []
      : [aside(`~silenced:${notice.id}`, json({ kind: "silenced", rule, why: reason, notice, ...finding[0] }), now)]
  const sent = yield* Effect.forEach(send, (one) => routed(letterOf(one, directory, localNorms), source, making))
  return [...silent, ...sent.flat()]
})
