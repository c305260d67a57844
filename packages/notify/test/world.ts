/** A small world for what sends: letters, a channel that does what a test says and remembers what it was sent, and a table of addresses. */
import { type WorkingCalendar as Calendar, type CivilDate, CivilDateSchema } from "@banfa/core/civil"
import type { Letter, Notice } from "@banfa/core/notice"
import { Deliveries, type Delivery } from "@banfa/core/port/Deliveries"
import { type Accepted, type Dispatch, NotDelivered, Notifier } from "@banfa/core/port/Notifier"
import { WorkingCalendar } from "@banfa/core/port/WorkingCalendar"
import { AddressBook, type AddressBookInvalid, Channels, Dispatcher, type DispatchOptions } from "@banfa/notify"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

/** A day that a test names. */
export const day = (text: string): CivilDate => CivilDateSchema.make(text)

/** A notice of a copy, unless something else is said. @article 12 */
export const noticeOf = (id: string, more: Partial<Notice> = {}): Notice => ({
  id,
  kind: "copy",
  case: { subject: "project", id: "P1" },
  norm: "N12.2",
  instance: "quarter/2026-Q1",
  fact: "F1",
  to: { role: "info.any", agency: "info" },
  on: day("2026-04-08"),
  demanded: true,
  ...more
})

/** A letter of a notice. @article 12 */
export const letterOfNotice = (notice: Notice): Letter => ({
  notice,
  title: { zh: `抄送：${notice.id}`, en: `Copy: ${notice.id}` },
  body: [{ zh: "现将上述事项抄送贵单位备案，请查收。", en: "This is copied to you for filing." }],
  article: { zh: "第十二条", en: "art. 12" },
  quote: { zh: "抄送信息化主管部门备案", en: "sends a copy to the informatization authority for filing" }
})

/** A delivery of a letter as the relay makes one, due at once. */
export const deliveryOf = (id: string, more: Partial<Delivery> = {}, notice: Partial<Notice> = {}): Delivery => ({
  id: `post:${id}`,
  channel: "post",
  lane: id,
  data: { kind: "letter", letter: JSON.parse(JSON.stringify(letterOfNotice(noticeOf(id, notice)))) },
  notBefore: "1970-01-01T00:00:00.000Z",
  ...more
})

/** What a channel does with a letter; `nth` says for the how many-th time that id comes, the first is 1. */
export type Behaviour = (dispatch: Dispatch, nth: number) => Effect.Effect<Accepted, NotDelivered>

/** It takes everything. */
export const takes: Behaviour = () => Effect.succeed({ status: "accepted" })

/** It does not deliver, and says so. */
export const fails =
  (more: Partial<Pick<NotDelivered, "reason" | "retry" | "after" | "detail">> = {}): Behaviour =>
  () =>
    Effect.fail(new NotDelivered({ reason: "unavailable", retry: true, detail: "", ...more }))

/** A channel that does what is said and remembers every letter that reached it, in order. */
export const channelThat = (behaves: Behaviour, channel = "post") => {
  const reached: Array<Dispatch> = []
  const layer = Layer.succeed(
    Notifier,
    Notifier.of({
      channel,
      send: (dispatch) =>
        Effect.suspend(() => {
          reached.push(dispatch)
          return behaves(dispatch, reached.filter(({ id }) => id === dispatch.id).length)
        })
    })
  )
  return { reached, layer }
}

/** Where the agencies of these tests are reached. */
export const table = (
  addresses: ReadonlyArray<string> = ["office@info.example"],
  channel = "post",
  agency = "info"
) => ({
  entries: [{ agency, channel, addresses }]
})

/** What a dispatcher is tried with; deliveries in memory and the table above, if nothing else is said. */
interface Trial extends DispatchOptions {
  readonly book?: Layer.Layer<AddressBook, AddressBookInvalid>
  readonly calendar?: Calendar
  readonly deliveries?: Layer.Layer<Deliveries>
}

/** A dispatcher that sends over one channel. */
export const dispatching = (
  channel: { readonly layer: Layer.Layer<Notifier> },
  { book = AddressBook.layerMemory(table()), calendar, deliveries = Deliveries.layerMemory, ...options }: Trial = {}
) =>
  Dispatcher.layer(options).pipe(
    Layer.provideMerge(
      Layer.mergeAll(deliveries, Channels.layer([channel.layer]), book, WorkingCalendar.layerMemory(calendar))
    ),
    Layer.orDie
  )

/** Begins something with the next step of the clock: the clock of a test follows only what it has woken itself. */
export const begun = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.forkChild(Effect.andThen(Effect.sleep(1), effect))
