import type { CivilDate } from "@banfa/core/civil"

/** What every fact on record has, as far as an upset touches it. */
export interface Told {
  /** The kind of fact. */
  readonly _tag: string
  /** Unique among the facts of the case. */
  readonly id: string
  /** The day that counts in law. */
  readonly on: CivilDate
  /** The instant of entry. */
  readonly recordedAt: string
  /** The agency that acted. */
  readonly by?: string | undefined
  /** The order among acts of one day. */
  readonly seq?: number | undefined
}

/** Two kinds of fact of which the second follows the first, and the particular that both name where there are several of them. */
type Turn = readonly [before: string, after: string, names?: string]

/** A decision without its header: its kind and its particulars. */
export interface Decision {
  readonly _tag: string
  readonly [particular: string]: unknown
}

/** What has to be known of the facts of a subject to upset their record. */
export interface Recording<E extends Told> {
  /** The particular that names the case. */
  readonly key: string
  /** Whether a fact opens the record: an upset of an act leaves it as it is. */
  readonly opens: (fact: E) => boolean
  /** The particulars of a fact that may be left unsaid: everything but what names it and its instance. */
  readonly particulars: (fact: E) => ReadonlyArray<string>
  /** The particulars that are lists known to be empty where others are absent. */
  readonly lists: ReadonlyArray<string>
  /** Beginnings and ends, requests and answers. */
  readonly turns: ReadonlyArray<Turn>
  /** The same decision with another outcome; `undefined`: the fact decides nothing. */
  readonly contrary: (fact: E) => Decision | undefined
}

/** Those of some particulars that a fact states. */
export const stated = (fact: Told, ...keys: ReadonlyArray<string>): { readonly [particular: string]: unknown } =>
  Object.fromEntries(Object.entries(fact).filter(([key]) => keys.includes(key)))
