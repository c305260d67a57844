import { Deliveries } from "@banfa/core/port/Deliveries"
import type { StorageUnavailable } from "@banfa/core/port/EventStore"
import { WorkingCalendar } from "@banfa/core/port/WorkingCalendar"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { AddressBook } from "./AddressBook.ts"
import { Channels } from "./Channels.ts"
import { add, type Dispatched, nothing } from "./Dispatched.ts"
import { type DispatchOptions, dispatchSettings } from "./DispatchSettings.ts"
import { goOn } from "./goOn.ts"
import { over } from "./over.ts"
import type { SettingsInvalid } from "./SettingsInvalid.ts"

/**
 * Sends what is due over every channel that is here. Any number of them, in any number of processes, share the work of one store: nothing is sent by
 * two at once while its lease lasts, and what a dispatcher held when it died is sent by another once that is over. Whoever is sent something twice
 * can tell by its id.
 */
export class Dispatcher extends Context.Service<
  Dispatcher,
  {
    /**
     * Sends until nothing is due any more, and says what that came to. An interruption lets what is under way end within the grace of the settings,
     * and gives the rest back.
     */
    readonly round: Effect.Effect<Dispatched, StorageUnavailable>
    /** Sends whatever becomes due until it is interrupted; a store that is gone is said in the log, and asked again. */
    readonly run: Effect.Effect<never>
  }
>()("@banfa/notify/Dispatcher") {
  /** A dispatcher with these settings, or everything that is wrong with them. */
  static readonly layer = (
    options?: DispatchOptions
  ): Layer.Layer<Dispatcher, SettingsInvalid, AddressBook | Channels | Deliveries | WorkingCalendar> =>
    Layer.effect(
      Dispatcher,
      Effect.gen(function* () {
        const settings = yield* Effect.fromResult(dispatchSettings(options))
        const desk = {
          deliveries: yield* Deliveries,
          book: yield* AddressBook,
          calendar: yield* WorkingCalendar,
          settings
        }
        const channels = [...(yield* Channels).all.values()].map((notifier) => over(notifier, desk))
        const everywhere = { concurrency: "unbounded" } as const
        return Dispatcher.of({
          round: Effect.map(
            Effect.forEach(channels, ({ round }) => round, everywhere),
            (all) => all.reduce(add, nothing)
          ),
          run: Effect.andThen(
            Effect.forEach(channels, ({ run }) => goOn(run, settings.poll), everywhere),
            Effect.never
          )
        })
      })
    )
}
