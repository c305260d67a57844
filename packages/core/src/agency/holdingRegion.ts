import type { CivilDate } from "../civil/CivilDate.ts"
import { ceasedBy, lineage, type RegionChanges, regionOf, regionSuccessorOn, successorOf } from "./Region.ts"
import { regions } from "./regions.ts"

/** A region that ceased, or that a deployment says changes: what it may become, and its new code if it only took one. */
interface Movement {
  readonly lineage: ReadonlyArray<string>
  readonly renamed: string | undefined
}

/** The regions that change, worked out once for a directory: asking who is competent then compares and allocates nothing. */
export interface Movements {
  readonly changes: RegionChanges
  readonly of: ReadonlyMap<string, Movement>
}

/** Works out the movements of regions under a deployment's changes. */
export const movementsOf = (changes: RegionChanges): Movements => {
  const successors = Object.keys(regions).map((code) => successorOf(code, changes))
  const renamedTo = (code: string): string | undefined => {
    const next = successorOf(code, changes)
    if (next === undefined) return undefined
    const isNew = regionOf(next)?.appeared !== undefined || changes.get(next)?.appearedOn !== undefined
    return isNew && successors.filter((one) => one === next).length === 1 ? next : undefined
  }
  const moving = Object.keys(regions).filter((code) => changes.has(code) || regionOf(code)?.ceased !== undefined)
  return {
    changes,
    of: new Map(moving.map((code) => [code, { lineage: lineage(code, changes), renamed: renamedTo(code) }]))
  }
}

/**
 * The region for which an office entered for a code is held on a day. A region that merely changed its name and code
 * (a county turned district) carries its offices on; one that was merged into another, or divided, does not: its offices
 * end with it (`null`). `undefined` where the day of such a change is not known.
 */
export const holdingRegionOn = (code: string, on: CivilDate, movements: Movements): string | null | undefined => {
  if (!movements.of.has(code)) return code
  let current = code
  for (;;) {
    const ceased = ceasedBy(current, on, movements.changes)
    if (ceased === false) return current
    const renamed = movements.of.get(current)?.renamed
    if (renamed === undefined) return ceased === undefined ? current : null
    if (ceased === undefined) return undefined
    current = renamed
  }
}

/** The last code under which a region goes on, through every mere change of code, whatever the day. */
export const lastCode = (code: string, movements: Movements): string => {
  let current = code
  for (;;) {
    const renamed = movements.of.get(current)?.renamed
    if (renamed === undefined) return current
    current = renamed
  }
}

/**
 * Whether an office entered for one region is held, on a day, for the region asked about, both through dated
 * succession: exactly that region, never one above or below it. `undefined` when the record does not tell. @article 8
 */
export const heldForRegion = (
  entered: string,
  asked: string,
  on: CivilDate,
  movements: Movements
): boolean | undefined => {
  const from = movements.of.get(entered)
  const to = movements.of.get(asked)
  if (from === undefined && to === undefined) return entered === asked
  const held = holdingRegionOn(entered, on, movements)
  if (held === null) return false
  if (entered === asked) return true
  if (!meet(from?.lineage, entered, to?.lineage, asked)) return false
  const now = regionSuccessorOn(asked, on, movements.changes)
  return held === undefined || now === undefined ? undefined : held === now
}

/** Whether two lines of regions have one in common; a region that does not move is a line by itself. */
const meet = (
  left: ReadonlyArray<string> | undefined,
  entered: string,
  right: ReadonlyArray<string> | undefined,
  asked: string
): boolean => {
  if (left === undefined) return right?.includes(entered) ?? false
  if (right === undefined) return left.includes(asked)
  for (const one of left) if (right.includes(one)) return true
  return false
}
