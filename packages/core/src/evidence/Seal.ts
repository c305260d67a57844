import type { EventRow } from "../port/EventRow.ts"
import { type Content, fieldsOf, leafOf, saltOf } from "./Field.ts"
import type { Hash } from "./Hash.ts"
import { hashed } from "./message.ts"

/** What is stored beside an event, so that a change of it can be found. */
export interface Seal {
  /** 32 bytes of randomness that the adapter draws for this event alone. Whoever has them can try values on its leaves. */
  readonly salt: Uint8Array
  /** Commits to the event and, through the digest before it, to all earlier events of its stream. */
  readonly digest: Uint8Array
  /** Commits to the digest and the position. */
  readonly placed: Uint8Array
  /**
   * The leaves of the fields, in the order of {@link fieldsOf}. Storing them is optional: a change is found without them, with them the
   * field is named too.
   */
  readonly leaves?: ReadonlyArray<Uint8Array>
}

/** An event as it is stored together with its seal. */
export interface SealedRow extends EventRow, Seal {}

/** An event as it is stored: without a seal, where it was stored before there were seals. */
export type StoredRow = SealedRow | (EventRow & { readonly [column in keyof Seal]?: undefined })

/** Whether an event has its seal. */
export const isSealed = (row: StoredRow): row is SealedRow => row.digest !== undefined

/** What the first event of a stream has in the place of a digest before it. */
export const startOf = (hash: Hash): Uint8Array => hashed(hash, "start", [])

/** The leaves of an event under a salt, in the order of its fields; `isCanonical` as in {@link fieldsOf}. */
export const leavesOf = (
  hash: Hash,
  event: Content,
  salt: Uint8Array,
  isCanonical?: boolean
): ReadonlyArray<Uint8Array> =>
  fieldsOf(event, isCanonical).map((field) => leafOf(hash, saltOf(hash, salt, field.name), field))

/** The digest of an event: of the digest before it in its stream, and of its leaves. */
export const digestOf = (hash: Hash, prior: Uint8Array, leaves: ReadonlyArray<Uint8Array>): Uint8Array =>
  hashed(hash, "event", [prior, ...leaves])

/** The digest of an event at a position. */
export const placedOf = (hash: Hash, digest: Uint8Array, position: number): Uint8Array =>
  hashed(hash, "place", [digest, position])

/** The seal of an event: `prior` is the digest of the event before it in its stream, {@link startOf} for the first. */
export const seal = (hash: Hash, row: EventRow, salt: Uint8Array, prior: Uint8Array): Required<Seal> => {
  const leaves = leavesOf(hash, row, salt)
  const digest = digestOf(hash, prior, leaves)
  return { salt, digest, placed: placedOf(hash, digest, row.position), leaves }
}
