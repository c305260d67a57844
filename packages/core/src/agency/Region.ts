import type { Brand } from "effect/Brand"
import type { CivilDate } from "../civil/CivilDate.ts"
import { regions } from "./regions.ts"

/** A code of the province, of a city or of a county of Guangdong that the lists know, e.g. `440100`. */
export type RegionCode = string & Brand<"RegionCode">

/** The levels at which the Measures name authorities: the province, a city at or above prefecture level, a county or district. @article 4 */
export type Level = "province" | "city" | "county"

/**
 * A region as the code lists show it. `appeared` and `ceased` are the two months (`YYYY-MM`) of the lists between which
 * the change took place; left out where the region already stood in the first list or still stands in the last. `successors`
 * are inferred, not taken from the lists: a deployment verifies them and may replace them.
 */
export interface Region {
  /** Province, city or county. */
  readonly level: Level
  /** Code of the region above; `null` for the province. */
  readonly parent: string | null
  readonly appeared?: readonly [notYetListed: string, listed: string]
  readonly ceased?: readonly [listed: string, noLongerListed: string]
  readonly successors?: ReadonlyArray<string>
}

/**
 * The legal days of a change, which the lists do not give: the first day on which a code stands, the first day on which
 * it stands no longer, and the region that carries it on.
 */
export interface RegionChange {
  /** The region that changes: six digits. */
  readonly code: string
  /** The first day on which its code stands. */
  readonly appearedOn?: CivilDate
  /** The first day on which it stands no longer. */
  readonly ceasedOn?: CivilDate
  /** Code of the region that carries it on. */
  readonly successor?: string
  /** The document that says so. */
  readonly source?: string
}

/** Changes by code, as a directory keeps them. */
export type RegionChanges = ReadonlyMap<string, RegionChange>

const none: RegionChanges = new Map()

/** The region of a code, whatever the day; `undefined` for a code that the lists do not know. */
export const regionOf = (code: string): Region | undefined => (Object.hasOwn(regions, code) ? regions[code] : undefined)

/** The level of a region; `undefined` for an unknown code. */
export const levelOf = (code: string): Level | undefined => regionOf(code)?.level

/** Whether a code is one of the 160. */
export const isRegionCode = (text: string): text is RegionCode => Object.hasOwn(regions, text)

/**
 * Whether a region has ceased by a day: `undefined` from the month of the last list that has it to the end of the month
 * of the first that has it no longer, unless a deployment dates the change.
 */
export const ceasedBy = (code: string, on: CivilDate, changes: RegionChanges): boolean | undefined => {
  const exact = changes.get(code)?.ceasedOn
  if (exact !== undefined) return on >= exact
  const listed = regionOf(code)?.ceased
  return listed === undefined ? false : between(on, listed)
}

const appearedBy = (code: string, on: CivilDate, changes: RegionChanges): boolean | undefined => {
  const exact = changes.get(code)?.appearedOn
  if (exact !== undefined) return on >= exact
  const listed = regionOf(code)?.appeared
  return listed === undefined ? true : between(on, listed)
}

/** Text order decides: every day of a month sorts behind the month's own name. */
const between = (on: CivilDate, [before, after]: readonly [string, string]): boolean | undefined =>
  on < before ? false : on.startsWith(after) || on < after ? undefined : true

/**
 * The region of a code as it stood on a day: `null` when it did not stand then (or the code is unknown), `undefined`
 * when the lists leave it open and no exact day is given. Regions of the first list count as standing before it.
 */
export const regionOn = (code: string, on: CivilDate, changes: RegionChanges = none): Region | null | undefined => {
  const region = regionOf(code)
  if (region === undefined) return null
  const appeared = appearedBy(code, on, changes)
  const ceased = ceasedBy(code, on, changes)
  if (appeared === false || ceased === true) return null
  return appeared === undefined || ceased === undefined ? undefined : region
}

/**
 * The region that a code has become by a day, through every succession up to then; the code itself while it stands.
 * `undefined` when that cannot be told: the day lies between two lists, or the region was divided among several.
 */
export const regionSuccessorOn = (code: string, on: CivilDate, changes: RegionChanges = none): string | undefined => {
  let current = code
  // A chain longer than the number of regions can only be a circle.
  for (let step = 0; step < 160; step++) {
    const ceased = ceasedBy(current, on, changes)
    if (ceased === undefined) return undefined
    if (!ceased) return current
    const next = successorOf(current, changes)
    if (next === undefined) return undefined
    current = next
  }
  return undefined
}

/** The one successor of a region, if there is one. */
export const successorOf = (code: string, changes: RegionChanges = none): string | undefined => {
  const chosen = changes.get(code)?.successor
  if (chosen !== undefined) return chosen
  const listed = regionOf(code)?.successors
  return listed?.length === 1 ? listed[0] : undefined
}

/** A code and every region that it may have become or may become: one, unless it ceased in the lists or by a change. */
export const lineage = (code: string, changes: RegionChanges = none): ReadonlyArray<string> => {
  const found = [code]
  // The list grows while it is read: each region adds its successors behind itself.
  for (const one of found) {
    const chosen = changes.get(one)?.successor
    const next = chosen === undefined ? (regionOf(one)?.successors ?? []) : [chosen]
    for (const successor of next) if (!found.includes(successor)) found.push(successor)
  }
  return found
}

/**
 * Whether two codes mean one region on a day: the same code, or codes whose successions lead to the same region. Never
 * a matter of the digits that they share. `undefined` when the record does not tell. @article 8
 */
export const sameRegion = (a: string, b: string, on: CivilDate, changes: RegionChanges = none): boolean | undefined => {
  if (a === b) return true
  const other = lineage(b, changes)
  if (!lineage(a, changes).some((one) => other.includes(one))) return false
  const left = regionSuccessorOn(a, on, changes)
  const right = regionSuccessorOn(b, on, changes)
  return left === undefined || right === undefined ? undefined : left === right
}

/** Whether a region lies in another on a day, or is the same one. `undefined` when the record does not tell. */
export const within = (
  code: string,
  ancestor: string,
  on: CivilDate,
  changes: RegionChanges = none
): boolean | undefined => {
  const target = regionSuccessorOn(ancestor, on, changes)
  if (target === undefined) return undefined
  const settled = regionSuccessorOn(code, on, changes)
  const candidates = settled === undefined ? lineage(code, changes) : [settled]
  const inside = candidates.filter((one) => liesIn(one, target)).length
  return inside === candidates.length ? true : inside === 0 ? false : undefined
}

const liesIn = (code: string, ancestor: string): boolean => {
  let current: string | null | undefined = code
  while (current !== ancestor) {
    current = regionOf(current)?.parent
    if (current === null || current === undefined) return false
  }
  return true
}
