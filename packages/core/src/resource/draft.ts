/** The case while facts are being filed in it, and how each list of it is written. */
import { byId, put } from "../verdict/lists.ts"
import { orderOf, statementOf } from "../verdict/stated.ts"
import type { Event } from "./Event.ts"
import {
  type Falsity,
  type Resource,
  type SharingRequest,
  type StorageException,
  type Turn,
  unasked,
  unrequested
} from "./Resource.ts"

/** A case that is being filled: its own fields are written, the records and lists that it shares are not. */
export type Draft = { -readonly [K in keyof Resource]: Resource[K] }
/** The lists of dated statements. */
type Track =
  | "classifications"
  | "listings"
  | "integrations"
  | "declarations"
  | "interfaces"
  | "openings"
  | "checks"
  | "internal"
  | "fees"
  | "assignments"
  | "placements"
type ListName = Track | "moves" | "exceptions" | "sharings" | "falsities" | "judgements"

/** A list of the draft's own: records are never written to, shared lists are copied before their first change. */
export const own = <K extends ListName>(d: Draft, list: K, shared: boolean): Draft[K] => {
  if (shared) d[list] = (d[list] as ReadonlyArray<unknown>).slice() as unknown as Draft[K]
  return d[list]
}

/** What every act tells, with the place of it among the acts of the case. */
export const turn = (e: Event): Turn => ({ id: orderOf(e), ...statementOf(e), kind: e._tag })

/** A list of statements with one more, each told once, in the order of days. */
export const told = <T extends Turn>(list: ReadonlyArray<T>, row: T): ReadonlyArray<T> => {
  const next = list.slice()
  put(
    next,
    byId(row.id),
    () => row,
    (r) => r
  )
  return next
}

/** Files a statement in its track. */
export const track = <K extends Track>(d: Draft, list: K, shared: boolean, row: Resource[K][number]): void => {
  put<Turn>(
    own(d, list, shared) as ReadonlyArray<Turn>,
    byId(row.id),
    () => row,
    (r) => r
  )
}

/** Changes one finding of falsity. */
export const falsity = (d: Draft, shared: boolean, id: string, change: (f: Falsity) => Falsity): void =>
  put<Falsity>(own(d, "falsities", shared), byId(id), () => ({ id }), change)

/** Changes one request to store oneself. */
export const exception = (
  d: Draft,
  shared: boolean,
  id: string,
  change: (x: StorageException) => StorageException
): void => put(own(d, "exceptions", shared), byId(id), () => unrequested(id), change)

/** Changes one request to share. */
export const sharing = (d: Draft, shared: boolean, id: string, change: (s: SharingRequest) => SharingRequest): void =>
  put(own(d, "sharings", shared), byId(id), () => unasked(id), change)
