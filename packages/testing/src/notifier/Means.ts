/**
 * What the tests of a channel hand in: only they know who receives at its far end.
 */
import type { NotDelivered, Notifier } from "@banfa/core/port/Notifier"
import type { Text } from "@banfa/core/regulation"
import type * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"

/** A letter as the far side holds it, read with nothing of the adapter's: an adapter is not its own witness. */
export interface Received {
  /** With what the far side tells a letter that comes twice from another: the id of the dispatch, or what the channel makes of it. */
  readonly id: string
  /** To whom it came, as `FarSide.address` spells it. */
  readonly to: ReadonlyArray<string>
  /** Everything that somebody reads of it in each language, decoded. Where both stand in one text, that text twice. */
  readonly text: Text
  /**
   * The names of the parts that the channel makes of a letter: header lines, fields, elements of markup, in a fixed order. Two letters with as many
   * paragraphs have the same ones, whatever stands in them.
   */
  readonly shape: ReadonlyArray<string>
}

/** Who receives at the end of a channel, and the channel to it. */
export interface FarSide {
  /** The adapter, built anew for every opening; all openings lead to this far side. */
  readonly layer: Layer.Layer<Notifier, unknown>
  /** Everything that the far side holds, in the order in which it came. It waits itself for what is still on its way. Not asked while the far side fails. */
  readonly received: Effect.Effect<ReadonlyArray<Received>, unknown>
  /** An address that is taken, another one for every number from 0; the suite asks for up to 10,000. */
  readonly address: (number: number) => string
  /** An address that is one, but that the far side refuses for good; for adapters that send to several addresses. */
  readonly refused?: string
}

/** A far side that fails in one way, once it begins to. */
export interface Interruption extends FarSide {
  /** From now on it fails. */
  readonly begin: Effect.Effect<void, unknown>
  /** From now on it takes letters again. */
  readonly end: Effect.Effect<void, unknown>
  /** How a letter that is sent meanwhile does not go out; `after`, in milliseconds, where the far side says when to come again. */
  readonly ends: Pick<NotDelivered, "reason" | "retry"> & { readonly after?: number }
  /** Whether the far side may hold the letter all the same, since only its answer was lost. */
  readonly mayHold?: boolean
}

/** What the checks need to know of a channel. */
export interface Means {
  /** A far side of its own for every check, with nothing in it. */
  readonly farSide: Effect.Effect<FarSide, unknown, Scope.Scope>
  /**
   * The ways in which the far side fails, under what happens in each ("it hangs", "it breaks off in the middle"): gone, refusing the connection, slow,
   * breaking off, refusing for good, refusing for now, throttling, with a certificate that is none.
   */
  readonly interruptions: Readonly<Record<string, Effect.Effect<Interruption, unknown, Scope.Scope>>>
  /** What looks like an address of this channel and is none, beside what is none of any: lists, comments, hosts that do not exist, other protocols. */
  readonly notAddresses: (good: string) => ReadonlyArray<string>
  /** With what the channel shows that it left out the end of a letter; left out where a letter arrives whole or not at all. */
  readonly cutMark?: string
  /** What no error may show: passwords, tokens, keys. */
  readonly secrets?: ReadonlyArray<string>
  /** Milliseconds after which a letter that has not ended counts as waiting without end; 120,000 if nothing is said, as only a channel that is broken is waited for so long. Longer than every time-out of the adapter. */
  readonly patience?: number
}
