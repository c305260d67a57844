import type { Settled } from "@banfa/core/port/Deliveries"

/** What a round of a dispatcher came to, in attempts. */
export interface Dispatched {
  /** Handed over, or taken by the far side. */
  readonly sent: number
  /** To be tried again later, or handed back before they were tried. */
  readonly failed: number
  /** Not tried again until somebody sends them again. */
  readonly dead: number
  /** At their end without having been sent. */
  readonly silenced: number
  /** Given up by this dispatcher, since its time with them was over: whoever has them now says what became of them. */
  readonly lost: number
}

/** Nothing was due. */
export const nothing: Dispatched = { sent: 0, failed: 0, dead: 0, silenced: 0, lost: 0 }

/** Both together. */
export const add = (one: Dispatched, other: Dispatched): Dispatched => ({
  sent: one.sent + other.sent,
  failed: one.failed + other.failed,
  dead: one.dead + other.dead,
  silenced: one.silenced + other.silenced,
  lost: one.lost + other.lost
})

/** One attempt by what became of it. */
export const countedAs = (status: Settled["status"] | "lost"): Dispatched => {
  const column = status === "accepted" || status === "refused" ? "sent" : status
  return { ...nothing, [column]: 1 }
}
