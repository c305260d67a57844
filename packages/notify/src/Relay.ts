import type { CivilDate } from "@banfa/core/civil"
import { Deliveries } from "@banfa/core/port/Deliveries"
import { Directory } from "@banfa/core/port/Directory"
import { WorkingCalendar } from "@banfa/core/port/WorkingCalendar"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { AddressBook } from "./AddressBook.ts"
import { asideSettled } from "./asides.ts"
import { noChannel } from "./ChannelName.ts"
import type { Making } from "./deliveriesOf.ts"
import { goOn } from "./goOn.ts"
import { dayOf, instantOf } from "./instant.ts"
import { type Maker, making, type PutError } from "./making.ts"
import { Outbox, type OutboxError } from "./Outbox.ts"
import { type RelayOptions, relaySettings } from "./RelaySettings.ts"
import type { SettingsInvalid } from "./SettingsInvalid.ts"

/** What a round of a relay came to. */
export interface Relayed {
  /** How many messages were taken out of the outbox. */
  readonly messages: number
  /** How many deliveries were put in that were not there before, those that go over no channel included. */
  readonly put: number
}

/** Asks once for each source, however many notices have to be worked out of it anew. */
const remembered = (ask: Maker["madeOrWhy"]): Maker["madeOrWhy"] => {
  const known = new Map<string, Effect.Success<ReturnType<typeof ask>>>()
  return (source, now) => {
    const name = "message" in source ? source.message.id : ""
    const found = known.get(name)
    return found === undefined
      ? Effect.tap(ask(source, now), (made) => Effect.sync(() => known.set(name, made)))
      : Effect.succeed(found)
  }
}

/** Why a relay did not get on: nothing is lost by it. */
export type RelayError = OutboxError | PutError

/** How many messages are read at once, and how many asides. */
const page = 100

/** For how long what goes over no channel is a relay's own. */
const lease = 300_000

/**
 * Turns what the docket has to tell into deliveries. A notice and its reminder have the same ids however often they are worked out, and are put in
 * before the message is taken out: whatever it is killed in, nothing is lost, and nothing is put in twice.
 */
export class Relay extends Context.Service<
  Relay,
  {
    /** Puts in what waits in the outbox, until nothing does, and sees to what goes over no channel. */
    readonly round: Effect.Effect<Relayed, RelayError>
    /** Puts in the reminders of the civil day that it is now in Asia/Shanghai; answers how many were not there before. */
    readonly remind: Effect.Effect<number, RelayError>
    /** Does both until it is interrupted, the reminders at its start and on every civil day; a store that is gone is said in the log. */
    readonly run: Effect.Effect<never>
  }
>()("@banfa/notify/Relay") {
  /** A relay with these settings, or everything that is wrong with them. */
  static readonly layer = (
    options?: RelayOptions
  ): Layer.Layer<Relay, SettingsInvalid, AddressBook | Deliveries | Directory | Outbox | WorkingCalendar> =>
    Layer.effect(
      Relay,
      Effect.gen(function* () {
        const { leads, poll, ...settings } = yield* Effect.fromResult(relaySettings(options))
        const outbox = yield* Outbox
        const deliveries = yield* Deliveries
        const book = yield* AddressBook
        const directories = yield* Directory
        const calendars = yield* WorkingCalendar
        const maker = making(outbox, deliveries, leads)

        const standing = Effect.gen(function* () {
          const directory = yield* directories.current
          const calendar = yield* calendars.current
          return { ...settings, book, directory, calendar, now: yield* Clock.currentTimeMillis } satisfies Making
        })

        const relayed = Effect.gen(function* () {
          let [messages, put] = [0, 0]
          for (;;) {
            const waiting = yield* outbox.waiting(page)
            if (waiting.length === 0) return { messages, put }
            const now = yield* standing
            const made = yield* Effect.forEach(waiting, (message) =>
              Effect.map(maker.madeOrWhy({ message }, now), (all) =>
                "text" in all ? [maker.underived(`~underived:${message.id}`, all.text, { message }, now.now)] : all
              )
            )
            put += (yield* maker.put(made.flat(), now)).fresh
            yield* outbox.told(waiting.map(({ id }) => id))
            messages += waiting.length
          }
        })

        const asides = Effect.gen(function* () {
          for (;;) {
            const now = yield* standing
            const at = instantOf(now.now)
            const claimed = yield* deliveries.claim({
              channel: noChannel,
              at,
              until: instantOf(now.now + lease),
              limit: page
            })
            if (claimed.length === 0) return
            const once = { ...maker, madeOrWhy: remembered(maker.madeOrWhy) }
            const settled = yield* Effect.forEach(claimed, (one) =>
              Effect.map(asideSettled(one, deliveries, once, now), (outcome) => ({
                ...outcome,
                id: one.id,
                attempt: one.attempt
              }))
            )
            yield* deliveries.settle(settled, at)
          }
        })

        const round = Effect.tap(relayed, () => asides)
        const remind = Effect.gen(function* () {
          const now = yield* standing
          const made = yield* maker.madeOf({ reminders: true }, now)
          const { fresh } = yield* maker.put(made, now)
          yield* asides
          return fresh
        })

        let reminded: CivilDate | undefined
        const both = Effect.gen(function* () {
          yield* round
          const today = dayOf(yield* Clock.currentTimeMillis)
          if (reminded === today) return
          yield* remind
          reminded = today
        })
        return Relay.of({ round, remind, run: goOn(Effect.andThen(both, Effect.sleep(poll)), poll) })
      })
    )
}
