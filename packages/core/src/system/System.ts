/**
 * One application system of an organ: how it was built, what it reaches, on which network it stands, what was checked of it, how it is kept
 * (arts 14, 16, 18, 19). State is dated statements, and what a state was on a day is asked of the last statement up to it.
 *
 * Not modelled: a system handed to another organ, several systems built as one, the single services of the security infrastructure as the
 * province lists them (each is known from what the system itself states about it).
 */
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Coverage } from "../verdict/Coverage.ts"
import type { Act, Fact } from "../verdict/Fact.ts"
import type { Judging } from "../verdict/judged.ts"
import type { Move } from "../verdict/position.ts"
import type { Dated, Turn } from "../verdict/stated.ts"
import type { Event, EventOf, EventTag, RecordSlice } from "./Event.ts"

/** The form of particulars that a fact of this kind states. */
export type Said<T extends EventTag, K extends keyof EventOf<T>> = { readonly [P in K]: EventOf<T>[P] }

/** A construction or rebuild (`id`); verdicts name it by `instance`. @article 14 */
export interface Build extends Act, Said<"SystemBuilt", "work"> {
  readonly id: string
  readonly instance: string
}
/** What the system was said to reach. @article 18 */
export interface Reach extends Dated, Said<"SystemReachStated", "crossDept" | "crossRegion"> {}
/** On which network it was said to stand; a consent to stay off the platform is kept and changes nothing. @article 18 */
export interface Network extends Dated, Said<"SystemNetworkStated", "network" | "consent"> {}
/** A check of the system. @article 14 @article 16 @article 19 */
export interface Check extends Dated, Said<"SystemChecked", "what" | "result" | "against" | "occasion" | "build"> {}
/** A cycle in which the organ declared to update the data. @article 16 */
export interface Cycle extends Dated, Said<"SystemCycleDeclared", "cycle"> {}
/** Maintenance that was done. @article 16 */
export interface Maintenance extends Dated, Said<"SystemMaintained", "text"> {}
/** An error (`id`) in the information, once it was confirmed, and what corrected it. @article 16 */
export interface ConfirmedError {
  readonly id: string
  /** The confirmation. */
  readonly confirmed?: Fact<Act>
  /** The corrections, in the order of their days. */
  readonly corrections: ReadonlyArray<Act>
}
/** What was said about one service of the security infrastructure. @article 19 */
export interface SecurityUse extends Dated, Said<"SystemSecurityUseStated", "service" | "used" | "own" | "reason"> {}

/** The case of one application system as of a day, as then known. */
export interface System {
  /** Id of the system. */
  readonly id: string
  /** Code of its region; `undefined` until the record is opened. */
  readonly region: string | undefined
  /** Id of the organ whose system it is. */
  readonly organ: string | undefined
  /** The opening of the record. */
  readonly opened?: Fact<Act>
  /** The system that this one takes the place of. */
  readonly former?: Fact<string>
  /** The acts that lead somewhere, in their order: together they say where it stands. */
  readonly moves: ReadonlyArray<Move<Event>>
  /** From which day each slice of the record is complete; `undefined`: from the beginning. */
  readonly coverage: Coverage<RecordSlice> | undefined
  /** Its construction and every rebuild, by id. */
  readonly builds: ReadonlyArray<Build>
  /** What it was said to reach. */
  readonly reaches: ReadonlyArray<Reach>
  /** On which network it was said to stand. */
  readonly networks: ReadonlyArray<Network>
  /** Every check of it. */
  readonly checks: ReadonlyArray<Check>
  /** When it was in operation. */
  readonly operation: ReadonlyArray<Turn>
  /** Maintenance that was done. */
  readonly maintenance: ReadonlyArray<Maintenance>
  /** Updates of its data. */
  readonly updates: ReadonlyArray<Dated>
  /** Cycles that the organ declared. */
  readonly cycles: ReadonlyArray<Cycle>
  /** Errors that were confirmed, by id. */
  readonly errors: ReadonlyArray<ConfirmedError>
  /** What was said about the services of the security infrastructure. */
  readonly securityUses: ReadonlyArray<SecurityUse>
  /** The end of the system. */
  readonly retired?: Fact<Act>
  /** What people judged. */
  readonly judgements: ReadonlyArray<Judging>
}

/** A case of which nothing has been said yet. */
export const unopened = (id: string): System => ({
  id,
  region: undefined,
  organ: undefined,
  moves: [],
  coverage: undefined,
  builds: [],
  reaches: [],
  networks: [],
  checks: [],
  operation: [],
  maintenance: [],
  updates: [],
  cycles: [],
  errors: [],
  securityUses: [],
  judgements: []
})

/** The construction or rebuild that stood on a day: the latest not after it, of several of one day the last by id. */
export const buildOn = ({ builds }: Pick<System, "builds">, on: CivilDate): Build | undefined => {
  let last: Build | undefined
  for (const build of builds) if (build.on <= on && (last === undefined || build.on >= last.on)) last = build
  return last
}
