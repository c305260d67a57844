/** The port behind which is kept what has to be sent, what became of it, and what has to be tried again. @module */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { JsonObject } from "./Json.ts"
import type { StorageUnavailable } from "./StorageUnavailable.ts"

/** Something to be sent over one channel to one recipient. Instants are in UTC with milliseconds, `2026-03-01T09:00:00.000Z`. */
export interface Delivery {
  /** Unique; one that is there already is kept as it is. At most 1,000 characters. */
  readonly id: string
  /** The channel over which it goes. */
  readonly channel: string
  /** What is kept in order: the recipient and the case. Of one lane only the first that is not at its end is handed out. */
  readonly lane: string
  /** What is sent, and to which addresses. */
  readonly data: JsonObject
  /** The instant before which it is not handed out. */
  readonly notBefore: string
}

/** One that was handed out to be sent. */
export interface Claimed extends Delivery {
  /** The number of this attempt, the first is 1. Only who holds the latest can say what became of it. */
  readonly attempt: number
}

/** What became of an attempt, or what was told later. */
export type Status = "sent" | "accepted" | "refused" | "read" | "failed" | "dead" | "silenced" | "resent"

/** A fact about a delivery. It is never changed and never deleted. */
export interface DeliveryReceipt {
  /** The delivery. */
  readonly id: string
  /** Its number among those of the delivery, the first is 1. */
  readonly number: number
  /** The attempt that it is about; 0 where it is about none. */
  readonly attempt: number
  /** What became of it. */
  readonly status: Status
  /** The instant. */
  readonly at: string
  /** What the channel said, or why it was silenced: plain data. */
  readonly detail: JsonObject
}

/** What became of an attempt: at its end, or to be tried again at an instant, or dead until somebody sends it again. */
export interface Settled {
  /** The delivery. */
  readonly id: string
  /** The attempt, as it was handed out. */
  readonly attempt: number
  /** What became of it: `failed` alone is tried again, at `again`. */
  readonly status: "sent" | "accepted" | "refused" | "failed" | "dead"
  /** The instant at which a failed one is handed out again. */
  readonly again?: string | undefined
  /** What the channel said: plain data. */
  readonly detail: JsonObject
}

/** What is asked to be handed out. */
export interface Claim {
  /** Over this channel. */
  readonly channel: string
  /** Now. */
  readonly at: string
  /** The instant until which nobody else gets what is handed out, unless it is settled before. */
  readonly until: string
  /** At most so many, from 1 to 1,000. */
  readonly limit: number
}

/** A delivery with how it stands. */
export interface Standing extends Delivery {
  /** `waiting` for its first or next attempt, `claimed`, at its `end`, or `dead`. */
  readonly state: "waiting" | "claimed" | "end" | "dead"
  /** How many attempts were made. */
  readonly attempts: number
}

/** Which deliveries are listed, in the order in which they were put in. */
export interface DeliveryLookup {
  /** Standing so. */
  readonly state?: Standing["state"] | undefined
  /** Over this channel. */
  readonly channel?: string | undefined
  /** Behind this one. */
  readonly after?: string | undefined
  /** At most so many; 100 if nothing is said, and never more than 1,000. */
  readonly limit?: number | undefined
}

/**
 * Keeps deliveries for any number of dispatchers, in any number of processes where the storage allows it.
 *
 * Guarantees, in the order in which the conformance suite of `@banfa/testing/deliveries` tests them:
 *
 * 1. *Once in.* The same id is kept once, as it was put in first.
 * 2. *One holder.* What is handed out is handed out to nobody else until it is settled, or until its time is over. Dispatchers that claim at once
 *    share the work; none waits for another, and nothing is handed out to two.
 * 3. *Order.* Of one lane the first that is neither at its end nor dead is handed out, and nothing behind it while it waits or is under way.
 * 4. *Fencing.* An attempt is settled once, by whoever holds the latest; who settles an earlier one is told that it was lost.
 * 5. *Receipts.* What became of an attempt and its receipt are written together. Receipts are numbered, and neither change nor go.
 * 6. *Nothing lost.* What was put in is there until it is at its end, through restarts, and dead ones are listed until they are sent again.
 */
export class Deliveries extends Context.Service<
  Deliveries,
  {
    /** Puts deliveries in, all or none, and answers with the ids that were not there before. */
    readonly enqueue: (deliveries: ReadonlyArray<Delivery>) => Effect.Effect<ReadonlyArray<string>, StorageUnavailable>
    /** Hands out what is due, the earliest first. */
    readonly claim: (claim: Claim) => Effect.Effect<ReadonlyArray<Claimed>, StorageUnavailable>
    /** Says what became of attempts, at an instant; answers with the ids whose attempt was lost, of which nothing was written. */
    readonly settle: (
      settled: ReadonlyArray<Settled>,
      at: string
    ) => Effect.Effect<ReadonlyArray<string>, StorageUnavailable>
    /** Adds what was told later of deliveries that are there, such as that one was read; answers with the ids that are not there. */
    readonly note: (
      receipts: ReadonlyArray<Pick<DeliveryReceipt, "id" | "status" | "at" | "detail">>
    ) => Effect.Effect<ReadonlyArray<string>, StorageUnavailable>
    /** Everything that became of a delivery, in order. */
    readonly receipts: (id: string) => Effect.Effect<ReadonlyArray<DeliveryReceipt>, StorageUnavailable>
    /** Lists deliveries. */
    readonly list: (lookup: DeliveryLookup) => Effect.Effect<ReadonlyArray<Standing>, StorageUnavailable>
    /** Hands dead ones out again from an instant on, and says so in a receipt; answers with the ids that are not dead. */
    readonly resend: (
      ids: ReadonlyArray<string>,
      at: string
    ) => Effect.Effect<ReadonlyArray<string>, StorageUnavailable>
    /** The earliest instant at which something of a channel can be handed out; `undefined` where nothing waits. It may be past. */
    readonly next: (channel: string) => Effect.Effect<string | undefined, StorageUnavailable>
  }
>()("@banfa/core/port/Deliveries") {}
