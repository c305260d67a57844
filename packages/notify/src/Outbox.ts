import { type Answered, type At, Docket, type EmbeddedDocket } from "@banfa/core/docket"
import type { Notice } from "@banfa/core/notice"
import type { Message } from "@banfa/core/port/ReadSide"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

/** Why the docket does not say who has to be told. */
export type OutboxError = Effect.Error<ReturnType<Docket["Service"]["waiting" | "told" | "notices" | "reminders"]>>

/** What of a docket the relay reads: what happened, and who has to be told of it. */
export class Outbox extends Context.Service<
  Outbox,
  {
    /** What nobody has been told of yet, the earliest first, at most so many. */
    readonly waiting: (limit: number) => Effect.Effect<ReadonlyArray<Message>, OutboxError>
    /** Takes messages out, after they were told. */
    readonly told: (ids: ReadonlyArray<string>) => Effect.Effect<void, OutboxError>
    /** Who has to be told of what a message says. */
    readonly notices: (message: Message) => Effect.Effect<ReadonlyArray<Notice>, OutboxError>
    /** Who has to be reminded on a day of what is due within these leads (days), or overdue. */
    readonly reminders: (leads: ReadonlyArray<number>, at: At) => Effect.Effect<ReadonlyArray<Notice>, OutboxError>
  }
>()("@banfa/notify/Outbox") {
  /** The outbox of a docket. */
  static readonly layer: Layer.Layer<Outbox, never, Docket> = Layer.effect(
    Outbox,
    Effect.map(Docket, ({ notices, reminders, told, waiting }) =>
      Outbox.of({ waiting, told, notices, reminders: (leads, at) => reminders({ leads }, at) })
    )
  )
  /** The outbox of an embedded docket. */
  static readonly layerEmbedded = (docket: EmbeddedDocket): Layer.Layer<Outbox> =>
    Layer.succeed(
      Outbox,
      Outbox.of({
        waiting: (limit) => answered(() => docket.waiting(limit)),
        told: (ids) => answered(() => docket.told(ids)),
        notices: (message) => answered(() => docket.notices(message)),
        reminders: (leads, at) => answered(() => docket.reminders({ leads }, at))
      })
    )
}

const answered = <A, E>(ask: () => Promise<Answered<A, E>>): Effect.Effect<A, E> =>
  Effect.flatMap(Effect.promise(ask), (answer) =>
    answer.ok ? Effect.succeed(answer.value) : Effect.fail(answer.error)
  )
