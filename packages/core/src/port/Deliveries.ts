/** The port behind which is kept what has to be sent, what became of it, and what has to be tried again. @module */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Claim, Claimed, Delivery, DeliveryLookup, DeliveryReceipt, Settled, Standing } from "./Delivery.ts"
import type { InvalidDelivery } from "./InvalidDelivery.ts"
import { makeMemoryDeliveries } from "./memoryDeliveries.ts"
import type { StorageUnavailable } from "./StorageUnavailable.ts"

export {
  type Claim,
  type Claimed,
  type Delivery,
  type DeliveryLookup,
  type DeliveryReceipt,
  type Settled,
  type Standing,
  type Status,
  statuses
} from "./Delivery.ts"
export { type DeliveryProblem, InvalidDelivery } from "./InvalidDelivery.ts"

/**
 * Keeps deliveries for any number of dispatchers, in any number of processes where the storage allows it.
 *
 * Guarantees, in the order in which the conformance suite of `@banfa/testing/deliveries` tests them:
 *
 * 1. *Once in.* The same id is kept once, as it was put in first.
 * 2. *One holder.* What is handed out is handed out to nobody else until it is settled, or until its time is over. Dispatchers that claim at once
 *    share the work; none waits for another, and nothing is handed out to two.
 * 3. *Order.* Of one lane the first that is neither at its end nor dead is handed out, and nothing behind it while it waits or is under way. One that
 *    was dead and is sent again has its old place, and waits for what is under way.
 * 4. *Fencing.* An attempt is settled once, by whoever holds the latest; who settles an earlier one is told that it was lost.
 * 5. *Receipts.* What became of an attempt and its receipt are written together. Receipts are numbered, and neither change nor go.
 * 6. *Nothing lost.* What was put in is there until it is at its end, through restarts, and dead ones are listed until they are sent again. What is
 *    at its end or dead stays there with its receipts.
 * 7. *Contract.* What breaks the contract is refused with `InvalidDelivery`, which lists every problem; nothing of it is done.
 * 8. *Failure.* A storage that is gone is `StorageUnavailable`, which names the operation and brings what the driver reported, and nothing else.
 *
 * There is no clock here: now is what the caller says it is. Dispatchers whose clocks differ by more than a lease lasts can hand out to two.
 */
export class Deliveries extends Context.Service<
  Deliveries,
  {
    /** Puts deliveries in, at most 10,000, all or none, and answers with the ids that were not there before, in their order. */
    readonly enqueue: (
      deliveries: ReadonlyArray<Delivery>
    ) => Effect.Effect<ReadonlyArray<string>, InvalidDelivery | StorageUnavailable>
    /** Hands out what is due, first what could have been handed out the longest, and of that what was put in first. */
    readonly claim: (claim: Claim) => Effect.Effect<ReadonlyArray<Claimed>, InvalidDelivery | StorageUnavailable>
    /**
     * Says what became of attempts, at most 10,000, at an instant; answers with the ids whose attempt was lost, of which nothing was written. Whoever
     * does not hear the answer and says it again, is told that the attempt was lost.
     */
    readonly settle: (
      settled: ReadonlyArray<Settled>,
      at: string
    ) => Effect.Effect<ReadonlyArray<string>, InvalidDelivery | StorageUnavailable>
    /** Adds what was told later of deliveries that are there, such as that one was read; answers with the ids that are not there. */
    readonly note: (
      receipts: ReadonlyArray<Pick<DeliveryReceipt, "id" | "status" | "at" | "detail">>
    ) => Effect.Effect<ReadonlyArray<string>, InvalidDelivery | StorageUnavailable>
    /** Everything that became of a delivery, in order; nothing of one that is not there. */
    readonly receipts: (id: string) => Effect.Effect<ReadonlyArray<DeliveryReceipt>, StorageUnavailable>
    /** Lists deliveries. What others put in meanwhile may be left out. */
    readonly list: (lookup: DeliveryLookup) => Effect.Effect<ReadonlyArray<Standing>, StorageUnavailable>
    /** Hands dead ones out again from an instant on, and says so in a receipt; answers with the ids that are not dead. */
    readonly resend: (
      ids: ReadonlyArray<string>,
      at: string
    ) => Effect.Effect<ReadonlyArray<string>, InvalidDelivery | StorageUnavailable>
    /**
     * The earliest instant at which something of a channel can be handed out; `undefined` where everything is at its end or dead. It may be past. Of
     * what is under way it is when the time of its holder is over.
     */
    readonly next: (channel: string) => Effect.Effect<string | undefined, StorageUnavailable>
  }
>()("@banfa/core/port/Deliveries") {
  /** Deliveries that live and die with their layer: for tests and trials. */
  static readonly layerMemory: Layer.Layer<Deliveries> = Layer.effect(Deliveries, makeMemoryDeliveries)
}
