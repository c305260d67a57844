import * as Arr from "effect/Array"
import { type Checkpoint, inclusionOf, withoutHeads } from "./Checkpoint.ts"
import type { Disclosure } from "./Disclosure.ts"
import { type Field, fieldsOf, leafOf, saltAt } from "./Field.ts"
import { fromHex, type Hash, toHex } from "./Hash.ts"
import { type SealedRow, startOf } from "./Seal.ts"

/** What an export stands on. */
export interface Grounds {
  /** The digest before the first event, where that is not the first of its stream. */
  readonly prior?: Uint8Array
  /** A checkpoint that lists its heads and was taken when the last of the events was the last of its stream. Nothing of other streams is shown. */
  readonly checkpoint?: Checkpoint
}

/**
 * Events of one stream, without a gap, for somebody who may see of each event only the fields that are kept. What is withheld is neither shown
 * nor can it be guessed; not even the names of its fields are told.
 */
export const disclose = (
  hash: Hash,
  rows: Arr.NonEmptyReadonlyArray<SealedRow>,
  keep: (field: Field, row: SealedRow) => boolean,
  { checkpoint, prior = startOf(hash) }: Grounds = {}
): Disclosure => {
  const { stream, version } = rows[0]
  const events = Arr.map(rows, (row) => {
    const fields = fieldsOf(row)
    const shown = fields.map((field, i) => {
      const salt = saltAt(row.salt, i, fields.length)
      const leaf = toHex(leafOf(hash, salt, field))
      return keep(field, row) ? { leaf, salt: toHex(salt), ...field } : { leaf }
    })
    return { digest: toHex(row.digest), fields: shown }
  })
  const heads = checkpoint?.heads?.map((head) => ({ ...head, digest: fromHex(head.digest) }))
  const inclusion = heads && inclusionOf(hash, heads, stream)
  return {
    format: 1,
    algorithm: hash.algorithm,
    stream,
    from: version,
    prior: toHex(prior),
    events,
    ...(checkpoint === undefined || inclusion === undefined
      ? {}
      : { anchor: { checkpoint: withoutHeads(checkpoint), inclusion } })
  }
}
