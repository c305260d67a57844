import type { Directory as AgencyDirectory } from "@banfa/core/agency"
import type { WorkingCalendar as Calendar } from "@banfa/core/civil"
import type { Answered, EmbeddedDocket } from "@banfa/core/docket"
import { Deliveries, type DeliveryReceipt } from "@banfa/core/port/Deliveries"
import { Directory } from "@banfa/core/port/Directory"
import type { StorageUnavailable } from "@banfa/core/port/EventStore"
import type { Notifier } from "@banfa/core/port/Notifier"
import { WorkingCalendar } from "@banfa/core/port/WorkingCalendar"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Result from "effect/Result"
import type { AddressBook } from "./AddressBook.ts"
import { Channels } from "./Channels.ts"
import type { Dispatched } from "./Dispatched.ts"
import { Dispatcher } from "./Dispatcher.ts"
import type { DispatchOptions } from "./DispatchSettings.ts"
import { type DeadLetter, type DeadLookup, deadLetters, resend } from "./deadLetters.ts"
import { Outbox } from "./Outbox.ts"
import { Relay, type RelayError, type Relayed } from "./Relay.ts"
import type { RelayOptions } from "./RelaySettings.ts"
import { recordReceipt, type ToldLater } from "./recordReceipt.ts"
import type { SettingsInvalid } from "./SettingsInvalid.ts"

/** What a host brings so that the notices of a docket are sent. */
export interface NoticesOptions<D, B, N> extends DispatchOptions, Omit<RelayOptions, "channels"> {
  /** The docket whose notices these are; it stays the host's, and is closed after this. */
  readonly docket: EmbeddedDocket
  /** The agencies, for their names in letters; as the docket has it. */
  readonly directory: AgencyDirectory
  /** The working days, for quiet hours; by default no year is known, and nothing is held back because of a day off. */
  readonly calendar?: Calendar | undefined
  /** Where is kept what has to be sent; by default it lives and dies with this. */
  readonly deliveries?: Layer.Layer<Deliveries, D> | undefined
  /** The channels over which letters leave here. */
  readonly channels: ReadonlyArray<N>
  /** Where agencies are reached: a table (`AddressBook.layerMemory`), or an address book of the host's. */
  readonly addressBook: Layer.Layer<AddressBook, B>
  /** The names of channels over which others send from the same store. */
  readonly elsewhere?: ReadonlyArray<string> | undefined
  /** Whether it works by itself until it is closed, which it does if nothing is said; without that only when `once` is called, as from a timer of the host's. */
  readonly background?: boolean | undefined
}

/** What one round came to. */
export interface Round extends Relayed, Dispatched {
  /** How many reminders were put in that were not there before. */
  readonly reminders: number
}

/** The sending of notices as promises. Every method answers `Answered`: a value, or the typed error that says why there is none. */
export interface Notices {
  /** One round: what the docket has to tell, the reminders of the day, and everything that is due. What is due is sent also where the docket does not answer. */
  readonly once: () => Promise<Answered<Round, RelayError>>
  /** What is not sent any more until somebody sends it again, and why. */
  readonly dead: (lookup?: DeadLookup) => Promise<Answered<ReadonlyArray<DeadLetter>, StorageUnavailable>>
  /** Sends dead letters again, to the addresses that are entered then; answers with the ids that are not dead. */
  readonly resend: (ids: ReadonlyArray<string>) => Promise<Answered<ReadonlyArray<string>, RelayError>>
  /** Everything that became of a delivery, in order. */
  readonly receipts: (id: string) => Promise<Answered<ReadonlyArray<DeliveryReceipt>, StorageUnavailable>>
  /** Keeps what a channel tells later of a letter; answers whether there is such a letter. */
  readonly record: (told: ToldLater) => Promise<Answered<boolean, RelayError>>
  /** Ends it: what is under way is let end within the grace of the settings, and the rest is given back. */
  readonly close: () => Promise<void>
  /** Closes at the end of an `await using`. */
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** A fresh start of everything that sends the notices of a docket, for hosts that do not speak Effect; or why it could not be started. */
export const startNotices = async <D = never, B = never, N extends Layer.Layer<Notifier, unknown> = never>(
  options: NoticesOptions<D, B, N>
): Promise<Answered<Notices, D | B | Layer.Error<N> | SettingsInvalid>> => {
  const { addressBook, background = true, calendar, channels, directory, docket, elsewhere = [], ...settings } = options
  const deliveries: Layer.Layer<Deliveries, D> = options.deliveries ?? Deliveries.layerMemory
  const around = Layer.mergeAll(
    deliveries,
    addressBook,
    Channels.layer(channels),
    Outbox.layerEmbedded(docket),
    Directory.layerMemory(directory),
    WorkingCalendar.layerMemory(calendar)
  )
  const relay = Layer.unwrap(
    Effect.map(Channels, ({ all }) => Relay.layer({ ...settings, channels: [...all.keys(), ...elsewhere] }))
  )
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(relay, Dispatcher.layer(settings)).pipe(Layer.provideMerge(around))
  )
  type Services = ManagedRuntime.ManagedRuntime.Services<typeof runtime>

  const opened = await Effect.runPromise(Effect.result(runtime.contextEffect))
  if (Result.isFailure(opened)) {
    await runtime.dispose()
    return { ok: false, error: opened.failure }
  }
  const services = opened.success

  const underWay = new Set<Fiber.Fiber<unknown, unknown>>()
  const begun = <A, F>(program: Effect.Effect<A, F, Services>): Fiber.Fiber<A, F> => {
    const fiber = Effect.runFork(Effect.provideContext(program, services))
    underWay.add(fiber)
    fiber.addObserver(() => underWay.delete(fiber))
    return fiber
  }
  const answered = async <A, F>(program: Effect.Effect<A, F, Services>): Promise<Answered<A, F>> => {
    const result = await Effect.runPromise(Fiber.join(begun(Effect.result(program))))
    return Result.isSuccess(result) ? { ok: true, value: result.success } : { ok: false, error: result.failure }
  }
  const close = async (): Promise<void> => {
    await Effect.runPromise(Fiber.interruptAll(underWay))
    await runtime.dispose()
  }
  if (background) {
    begun(Relay.use(({ run }) => run))
    begun(Dispatcher.use(({ run }) => run))
  }
  return {
    ok: true,
    value: {
      once: () => answered(once),
      dead: (lookup) => answered(deadLetters(lookup)),
      resend: (ids) => answered(resend(ids)),
      receipts: (id) => answered(Deliveries.use(({ receipts }) => receipts(id))),
      record: (told) => answered(recordReceipt(told)),
      close,
      [Symbol.asyncDispose]: close
    }
  }
}

const once = Effect.gen(function* () {
  const relay = yield* Relay
  const told = yield* Effect.exit(Effect.all([relay.round, relay.remind]))
  const sent = yield* Dispatcher.use(({ round }) => round)
  const [relayed, reminders] = yield* told
  return { ...relayed, ...sent, reminders } satisfies Round
})
