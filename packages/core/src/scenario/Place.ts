import { isRecord, type Say } from "./Form.ts"
import type { Path } from "./InvalidScenario.ts"

/** A part of the data as written, and the path that leads there: findings about what parts mean together name it. */
export interface Place {
  readonly raw: unknown
  readonly path: Path
}

/** The part under a key, by whichever of its names it was written; the place itself where it was left out. */
export const under = (place: Place, ...names: ReadonlyArray<string>): Place => {
  if (!isRecord(place.raw)) return place
  for (const key of Object.keys(place.raw)) {
    if (names.includes(key.trim())) return { raw: place.raw[key], path: [...place.path, key] }
  }
  return place
}

/** Whether a key was written, by either name. */
export const wrote = (place: Place, ...names: ReadonlyArray<string>): boolean => under(place, ...names) !== place

/** One item of a list; what stands alone is its own first item. */
export const item = (place: Place, index: number): Place =>
  Array.isArray(place.raw) ? { raw: place.raw[index], path: [...place.path, index] } : place

/** The only key of a part: the name of a fact with its particulars. */
export const only = (place: Place): Place => {
  const [key] = isRecord(place.raw) ? Object.keys(place.raw) : []
  return key === undefined || !isRecord(place.raw) ? place : { raw: place.raw[key], path: [...place.path, key] }
}

/** Says something about a place. */
export const about = (say: Say, place: Place, zh: string, en: string): undefined => say(place.path, zh, en)
