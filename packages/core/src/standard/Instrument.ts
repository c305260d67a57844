/**
 * One version of an instrument that is issued separately (另行制定): the province-wide standards, the security norms, the exchange catalogue,
 * the exchange agreement, the assessment standards and their implementation scheme (arts 3, 19, 23, 34). State is dated facts: folding
 * commutes. A new version is a case of its own.
 *
 * Not modelled: what an instrument says, save the items that a catalogue lists; amendments that are no new version.
 */
import type { NormId } from "../regulation/Norm.ts"
import type { Coverage } from "../verdict/Coverage.ts"
import type { Act, Fact } from "../verdict/Fact.ts"
import type { Move } from "../verdict/position.ts"
import type { Event, EventOf, EventTag, RecordSlice } from "./Event.ts"

/** The form of a fact that an event of this kind states. */
export type Said<T extends EventTag, K extends keyof EventOf<T>> = { readonly [P in K]: EventOf<T>[P] }

/** That it was issued: by whom, with whom, and what of it a later rule asks for. @article 3 @article 19 @article 23 @article 34 */
export interface Issue extends Act, Said<"InstrumentIssued", "signed" | "parts" | "items" | "document"> {}

/** What a person judged about a norm that only a person can judge. */
export interface Judgement extends Act, Said<"Judged", "outcome" | "reason"> {
  /** Id of the judgement. */
  readonly id: string
  /** The norm judged. */
  readonly norm: NormId
  /** The instance judged, as verdicts name it. */
  readonly instance: string
}

/** The kinds of facts that open the record of an instrument. */
type Opening = Extract<Event, { readonly region: string }>

/** The case of one version of one instrument as of a day, as then known. */
export interface Instrument {
  /** Id of the version. */
  readonly id: string
  /** As which of the instruments it is issued; `undefined` until the record is opened. */
  readonly kind: Opening["kind"] | undefined
  /** Whose standard it is. @article 14 */
  readonly level: Opening["level"]
  /** Code of the region of whoever drafts it; `undefined` until the record is opened. */
  readonly region: string | undefined
  /** Id of the organ that drafts it. */
  readonly organ: string | undefined
  /** The opening of the record. */
  readonly opened?: Fact<Act>
  /** The version that this one is to replace. */
  readonly former?: Fact<string>
  /** The acts that lead somewhere, in their order: together they say where it stands. */
  readonly moves: ReadonlyArray<Move<Event>>
  /** From which day each slice of the record is complete; `undefined`: from the beginning. */
  readonly coverage: Coverage<RecordSlice> | undefined
  /** That it was issued. */
  readonly issued?: Fact<Issue>
  /** From which day it is in force. */
  readonly effective?: Fact<Act>
  /** That a newer version took its place, and which. */
  readonly replaced?: Fact<Act & Said<"InstrumentReplaced", "successor">>
  /** That it was repealed. */
  readonly repealed?: Fact<Act>
  /** That its drafting was given up. */
  readonly abandoned?: Fact<Act>
  /** What people judged. */
  readonly judgements: ReadonlyArray<Judgement>
}

/** A case of which nothing has been said yet. */
export const unopened = (id: string): Instrument => ({
  id,
  kind: undefined,
  level: undefined,
  region: undefined,
  organ: undefined,
  moves: [],
  coverage: undefined,
  judgements: []
})
