import type { StreamHead } from "./Checkpoint.ts"
import { type Field, fieldsOf, leafOf, saltAt, saltLength } from "./Field.ts"
import { type Finding, finding, type Place } from "./Finding.ts"
import { type Hash, same, toHex } from "./Hash.ts"
import { digestOf, isSealed, leavesOf, placedOf, type SealedRow, type StoredRow, startOf } from "./Seal.ts"

/** What was found in a row, and how far its stream has come with it. */
interface Seen {
  readonly findings: ReadonlyArray<Finding>
  readonly head: StreamHead
}

/**
 * Puts a row to what went before it in its stream. What follows is put to what was stored, not to what should have been, so that one change is
 * told once.
 */
export const verifyRow = (hash: Hash, before: StreamHead | undefined, row: StoredRow): Seen =>
  isSealed(row) ? verifySealed(hash, before, row) : unsealed(before, row)

/** What has no seal leads nowhere: what follows it in its stream and has one does not follow from it. */
const unsealed = (before: StreamHead | undefined, { position, stream, version }: StoredRow): Seen => {
  const next = (before?.version ?? 0) + 1
  const gone: Place = { stream, version: next, through: version - 1, position }
  const at: Place = { stream, version, position }
  return {
    findings: [
      ...(version > next ? [finding("EventsMissing", gone)] : []),
      ...(version < next ? [finding("EventRepeated", at)] : []),
      finding("NotSealed", at)
    ],
    head: { stream, version, digest: new Uint8Array() }
  }
}

const verifySealed = (hash: Hash, before: StreamHead | undefined, row: SealedRow): Seen => {
  const { position, stream, version } = row
  const at: Place = { stream, version, position }
  const prior = before?.digest ?? startOf(hash)
  const next = (before?.version ?? 0) + 1
  const fields = fieldsOf(row)
  const leaves = leavesOf(hash, fields, row.salt)
  const computed = digestOf(hash, prior, leaves)
  const follows = same(computed, row.digest)
  // a digest that was changed by itself is not the one that the place speaks for
  const digestChanged = !follows && same(placedOf(hash, computed, position), row.placed)
  const changed = follows || digestChanged ? [] : changedFields(hash, row, fields, leaves)
  const renumbered = changed.includes("header") && row.leaves !== undefined && follow(hash, prior, row.leaves, row)
  const digest = digestChanged ? computed : row.digest

  const findings: Array<Finding> = []
  if (!renumbered && version > next) {
    findings.push(finding("EventsMissing", { stream, version: next, through: version - 1, position }))
  }
  if (!renumbered && version < next) findings.push(finding("EventRepeated", at))
  if (digestChanged) findings.push(finding("DigestChanged", { ...at, field: "digest" }))
  if (!same(placedOf(hash, digest, position), row.placed)) {
    findings.push(finding("PlaceChanged", { ...at, field: "position" }))
  }
  if (follows || digestChanged) {
    if (row.leaves !== undefined && !sameAll(leaves, row.leaves)) {
      findings.push(finding("LeavesChanged", { ...at, field: "leaves" }))
    }
  } else {
    for (const field of changed) {
      findings.push(finding(field === "salt" ? "SaltChanged" : "FieldChanged", { ...at, field }))
    }
    // what does not stand in its place cannot be put to the digest before it
    if (renumbered || version === next) {
      if (row.leaves === undefined) findings.push(finding("EventChanged", at))
      else if (!follow(hash, prior, row.leaves, row)) findings.push(finding("LinkBroken", at))
    }
  }

  const stays = !renumbered && version < next && before !== undefined
  return { findings, head: stays ? before : { stream, version: renumbered ? next : version, digest } }
}

const follow = (hash: Hash, prior: Uint8Array, leaves: ReadonlyArray<Uint8Array>, row: SealedRow): boolean =>
  same(digestOf(hash, prior, leaves), row.digest)

const sameAll = (some: ReadonlyArray<Uint8Array>, others: ReadonlyArray<Uint8Array>): boolean =>
  some.length === others.length && some.every((one, i) => same(one, others[i] ?? new Uint8Array()))

/**
 * The fields that do not have their leaves among those stored: `salt` where none has, `data` where nothing is new and something is gone. Every
 * field is put to every salt, since a key that is new or gone moves those after it.
 */
const changedFields = (
  hash: Hash,
  { leaves: stored, salt }: SealedRow,
  fields: ReadonlyArray<Field>,
  leaves: ReadonlyArray<Uint8Array>
): ReadonlyArray<string> => {
  if (stored === undefined || sameAll(leaves, stored)) return []
  if (salt.length !== saltLength * stored.length) return ["salt"]
  const known = new Set(stored.map(toHex))
  const salts = stored.map((_, i) => saltAt(salt, i, stored.length))
  const changed = fields.filter((field) => !salts.some((one) => known.has(toHex(leafOf(hash, one, field)))))
  if (changed.length === fields.length && fields.length > 1) return ["salt"]
  if (changed.length > 0) return changed.map(({ name }) => name)
  return [stored.length > fields.length ? "data" : "salt"]
}
