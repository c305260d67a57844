/**
 * One complaint that came in online (art. 21): whether it was accepted, or refused with a reason, and who has to deal with it. State is dated
 * facts: folding commutes. Whether the organ has a channel for complaints is asked of the record of the organ (`organ`).
 *
 * Not modelled: whether a complaint is well founded, how it is answered on the merits, complaints that came in by other ways.
 */
import type { Directory } from "../agency/Directory.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Coverage } from "../verdict/Coverage.ts"
import type { Act, Fact } from "../verdict/Fact.ts"
import type { Judging } from "../verdict/judged.ts"
import type { Move } from "../verdict/position.ts"
import type { Dated } from "../verdict/stated.ts"
import type { Event, EventOf, EventTag, RecordSlice } from "./Event.ts"

/** The form of particulars that a fact of this kind states. */
export type Said<T extends EventTag, K extends keyof EventOf<T>> = { readonly [P in K]: EventOf<T>[P] }

/** That a complaint was not accepted, and why. @article 21 */
export interface Refusal extends Dated, Said<"ComplaintRefused", "reason"> {}
/** That a complaint was handed on, and to whom. @article 21 */
export interface Redirection extends Dated, Said<"ComplaintRedirected", "to"> {}

/** The case of one complaint as of a day, as then known. */
export interface Complaint {
  /** Id of the complaint. */
  readonly id: string
  /** Code of the region of the organ complained to; `undefined` until the record is opened. */
  readonly region: string | undefined
  /** Id of the organ complained to. */
  readonly organ: string | undefined
  /** The opening of the record. */
  readonly opened?: Fact<Act>
  /** That it came in; `by` is absent where whoever complained is not named. */
  readonly received?: Fact<Act>
  /** The acts that lead somewhere, in their order: together they say where it stands. */
  readonly moves: ReadonlyArray<Move<Event>>
  /** From which day each slice of the record is complete; `undefined`: from the beginning. */
  readonly coverage: Coverage<RecordSlice> | undefined
  /** That it was accepted. */
  readonly accepted?: Fact<Act>
  /** That it was not. */
  readonly refusals: ReadonlyArray<Refusal>
  /** To whom it was handed on. */
  readonly redirections: ReadonlyArray<Redirection>
  /** How it was handled: assigned, replied to, reopened, closed; the kind of each says what. */
  readonly handling: ReadonlyArray<Dated>
  /** That whoever complained took it back. */
  readonly withdrawn?: Fact<Act>
  /** What people judged. */
  readonly judgements: ReadonlyArray<Judging>
}

/** A complaint of which nothing has been said yet. */
export const unopened = (id: string): Complaint => ({
  id,
  region: undefined,
  organ: undefined,
  moves: [],
  coverage: undefined,
  refusals: [],
  redirections: [],
  handling: [],
  judgements: []
})

/**
 * Who has to deal with a complaint at the end of a day: the organ complained to, from the day of a redirection on the one redirected to, each
 * through succession. `undefined`: nobody said. `until` leaves out redirections from that one on.
 */
export const organOn = (
  { organ, redirections }: Pick<Complaint, "organ" | "redirections">,
  { directory }: { readonly directory: Pick<Directory, "successorOn"> },
  on: CivilDate,
  until?: string
): string | undefined => {
  const last = redirections.findLast((r) => r.on <= on && (until === undefined || r.order < until))
  const to = last === undefined ? organ : last.to
  return typeof to === "string" && to !== "n/a" ? directory.successorOn(to, on) : undefined
}
