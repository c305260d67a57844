/** What filing a fact needs, whatever the case is about: what every act tells, statements in the order of their days. */
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Act } from "./Fact.ts"
import type { ActEvent } from "./Subject.ts"

/** A fact as it is filed: an act with the sequence that orders acts of one day. */
export interface Filed extends ActEvent {
  readonly with?: ReadonlyArray<string> | undefined
  readonly seq?: number | undefined
  readonly recordedAt?: string | undefined
}

/** What every act tells. */
export const statementOf = (e: Filed): Act => ({
  on: e.on,
  by: e.by,
  with: e.with,
  ref: e.id,
  kind: e._tag,
  entered: e.recordedAt
})

/** A statement about a state that can change: `order` sorts the statements by day, sequence and id. */
export interface Dated extends Act {
  readonly order: string
}

/** The day and the sequence of an act, read from the place that `order` gives it; nothing of an act that there is not. */
export const placeOf = (order: string | undefined): readonly [day: CivilDate | "", order: number] => {
  if (order === undefined) return ["", 0]
  const [day, seq] = order.split("#") as [CivilDate, string]
  return [day, Number(seq) - 1_000_000_000]
}

/** The place of an act among those of its case: text that sorts by day, sequence and id. */
export const orderOf = ({ id, on, seq = 0 }: Filed): string =>
  `${on}#${String(seq + 1_000_000_000).padStart(10, "0")}#${id}`

/** A fact as a statement about a state, with what it says. */
export const datedBy = <P extends object>(e: Filed, said: P): Dated & P => ({
  order: orderOf(e),
  ...statementOf(e),
  ...said
})

/** The statements with one more, each told once, in their order. */
export const withDated = <R extends Dated>(list: ReadonlyArray<R>, row: R): ReadonlyArray<R> => {
  let at = list.length
  while (at > 0 && (list[at - 1] as R).order > row.order) at--
  return at > 0 && list[at - 1]?.order === row.order ? list : list.toSpliced(at, 0, row)
}

/** Something that turns on (`to`: true) and off on days. */
export interface Turn extends Dated {
  /** Whether it turned on. */
  readonly to: boolean
}

/** The last statement not after a day. */
export const lastOn = <R extends Dated>(list: ReadonlyArray<R>, on: CivilDate): R | undefined =>
  list.findLast((row) => row.on <= on)
