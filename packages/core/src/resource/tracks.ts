/** What the tracks of a resource say of a day. Each day is judged by what was stated by then. */
import type { CivilDate } from "../civil/CivilDate.ts"
import { recorded } from "../verdict/Coverage.ts"
import { type Act, known } from "../verdict/Fact.ts"
import type { Classification, Turn } from "./Resource.ts"
import type { View } from "./Rule.ts"

/** The last statement of a track by a day. */
export const lastOf = <T extends Turn>(track: ReadonlyArray<T>, on: CivilDate): T | undefined => {
  let last: T | undefined
  for (const turn of track) {
    if (turn.on > on) break
    last = turn
  }
  return last
}

/** The statements by day and sequence, whichever tracks they are from. */
export const inOrder = <T extends { readonly id: string }>(turns: ReadonlyArray<T>): ReadonlyArray<T> =>
  turns.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** The later of two acts by day and sequence. */
export const laterOf = (a: Turn | undefined, b: Turn | undefined): Turn | undefined =>
  a === undefined ? b : b === undefined ? a : a.id > b.id ? a : b

/** The later of two days. */
export const laterDay = (a: CivilDate, b: CivilDate): CivilDate => [a, b].sort()[1] ?? a

/** The tags that hold or do not. */
export type Tag = "database" | "licensing" | "collaborative" | "crossDept" | "crossRegion"

/** Whether a tag holds on a day; `undefined` while nobody stated it. A tag that a later classification does not state stays as it was. */
export const tagOn = (r: View<"classifications">, tag: Tag, on: CivilDate): boolean | undefined => {
  let holds: boolean | undefined
  for (const c of r.classifications) {
    if (c.on > on) break
    if (c[tag] !== undefined) holds = c[tag] === true
  }
  return holds
}

/** Whether information can be disclosed, as classified last. @article 22 */
interface Disclosable {
  /** Whether it can. */
  readonly is: boolean
  /** The classification since which that holds. */
  readonly since: Classification
  /** Whether a ground is on record; `undefined` where none is stated and the record may be incomplete. */
  readonly ground: boolean | undefined
  /** Whether the opposite held before. */
  readonly before: boolean
}

/** Whether the information can be disclosed on a day, since which classification, and whether a ground is on record why not. @article 22 */
export const disclosableOn = (r: View<"classifications">, on: CivilDate): Disclosable | undefined => {
  let said: Disclosable | undefined
  for (const c of r.classifications) {
    if (c.on > on) break
    if (known(c.disclosable) && c.disclosable !== said?.is)
      said = { is: c.disclosable, since: c, ground: undefined, before: said !== undefined }
    const ground = recorded(c.ground, r.coverage, "listing", c.on)
    if (said !== undefined && ground !== undefined && said.ground !== true) said = { ...said, ground: known(ground) }
  }
  return said
}

/** Whether one of two holds, as far as that is known. */
export const oneOf = (a: boolean | undefined, b: boolean | undefined): boolean | undefined =>
  a === true || b === true ? true : a === undefined || b === undefined ? undefined : false

/** Whether both of two hold, as far as that is known. */
export const bothOf = (a: boolean | undefined, b: boolean | undefined): boolean | undefined =>
  a === false || b === false ? false : a === undefined || b === undefined ? undefined : true

/** The statement since which something has held without a break up to a day; the statements of a track are all that moves it. */
export const sinceWhen = <T extends Turn>(
  track: ReadonlyArray<T>,
  on: CivilDate,
  holds: (day: CivilDate) => boolean
): T | undefined => {
  let since: T | undefined
  for (const turn of track) {
    if (turn.on > on) break
    if (!holds(turn.on)) since = undefined
    else since ??= turn
  }
  return since
}

/** The day on which the information came to be, as an act that nobody has to do; `undefined` where nobody stated it. @article 22 */
export const production = ({ produced }: View): Act | undefined => (known(produced) ? { on: produced } : undefined)

/** The first that is known of a resource by a day: its production, or the opening of the record. */
export const beginning = (r: View, on: CivilDate): Act | undefined => {
  const first = production(r) ?? (known(r.opened) ? r.opened : undefined)
  return first === undefined || first.on > on ? undefined : first
}

/** Whether it is known that the information is produced only after a day. */
export const isToCome = ({ produced }: View, on: CivilDate): boolean => known(produced) && produced > on

/** Whether the resource was retired by a day: with it ends what is owed about it. */
export const isOver = ({ retired }: View, on: CivilDate): boolean => known(retired) && retired.on <= on

/** The retirement, if there was one by now. */
export const end = ({ retired }: View): Act | undefined => (known(retired) ? retired : undefined)
