/** What has to be sent, what is asked about it, and what became of it. */
import type { JsonObject } from "./Json.ts"

/** Something to be sent over one channel to one recipient. Instants are in UTC with milliseconds, `2026-03-01T09:00:00.000Z`. */
export interface Delivery {
  /** Unique; one that is there already is kept as it is. 1 to 1,000 UTF-16 units, no control characters. */
  readonly id: string
  /** The channel over which it goes: 1 to 100 UTF-16 units, no control characters. */
  readonly channel: string
  /**
   * What is kept in order over its channel: the recipient and the case. Of one lane only the first that is not at its end is handed out, and one
   * at a time. Lanes of different channels have nothing to do with each other. 1 to 1,000 UTF-16 units, no control characters.
   */
  readonly lane: string
  /** What is sent, and to which addresses. At most 1 MiB (1,048,576 bytes) as UTF-8 JSON without spaces, nested at most 100 deep. */
  readonly data: JsonObject
  /** The instant before which it is not handed out; of one that failed or was sent again the one before which it is not handed out next. */
  readonly notBefore: string
}

/** One that was handed out to be sent. */
export interface Claimed extends Delivery {
  /** The number of this attempt, the first is 1. Only who holds the latest can say what became of it. */
  readonly attempt: number
}

/** What became of an attempt, or what was told later. */
export const statuses = ["sent", "accepted", "refused", "read", "failed", "dead", "silenced", "resent"] as const

/** What became of an attempt, or what was told later. */
export type Status = (typeof statuses)[number]

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
  /** What the channel said, or why it was silenced: plain data, as large as that of a delivery. */
  readonly detail: JsonObject
}

/** What became of an attempt: at its end, or to be tried again at an instant, or dead until somebody sends it again. */
export interface Settled {
  /** The delivery. */
  readonly id: string
  /** The attempt, as it was handed out. */
  readonly attempt: number
  /** What became of it: `failed` alone is tried again, at `again`; `silenced` is at its end without having been sent. */
  readonly status: "sent" | "accepted" | "refused" | "silenced" | "failed" | "dead"
  /** The instant at which a failed one is handed out again; of no other. */
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
  /** The instant until which nobody else gets what is handed out, unless it is settled before. Later than `at`. */
  readonly until: string
  /** At most so many, from 1 to 1,000. */
  readonly limit: number
}

/** A delivery with how it stands. */
export interface Standing extends Delivery {
  /** `waiting` for its first or next attempt, `claimed`, at its `end`, or `dead`. */
  readonly state: "waiting" | "claimed" | "end" | "dead"
  /** How many attempts were made, the one under way included. */
  readonly attempts: number
}

/** Which deliveries are listed, in the order in which they were put in. */
export interface DeliveryLookup {
  /** Standing so. */
  readonly state?: Standing["state"] | undefined
  /** Over this channel. */
  readonly channel?: string | undefined
  /** Behind this one, however that stands; behind one that is not there nothing is. */
  readonly after?: string | undefined
  /** At most so many; 100 if nothing is said, and never more than 1,000. */
  readonly limit?: number | undefined
}
