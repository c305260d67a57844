import { type Hash, same } from "./Hash.ts"
import { hashed } from "./message.ts"

const node = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array => hashed(hash, "node", [left, right])

/** The greatest power of two below a number: so many leaves stand on the left. */
const leftOf = (count: number): number => {
  let left = 1
  while (left * 2 < count) left *= 2
  return left
}

/** The root over leaves, in the shape of RFC 9162: a complete tree on the left, the rest on the right. */
export const rootOf = (hash: Hash, leaves: ReadonlyArray<Uint8Array>): Uint8Array => {
  const [only] = leaves
  if (only === undefined) return hashed(hash, "none", [])
  if (leaves.length === 1) return only
  const left = leftOf(leaves.length)
  return node(hash, rootOf(hash, leaves.slice(0, left)), rootOf(hash, leaves.slice(left)))
}

/** What stands beside the way from a leaf up to the root, the nearest first. */
export const pathOf = (hash: Hash, leaves: ReadonlyArray<Uint8Array>, index: number): ReadonlyArray<Uint8Array> => {
  if (leaves.length < 2) return []
  const left = leftOf(leaves.length)
  const [one, other] = [leaves.slice(0, left), leaves.slice(left)]
  return index < left
    ? [...pathOf(hash, one, index), rootOf(hash, other)]
    : [...pathOf(hash, other, index - left), rootOf(hash, one)]
}

/** Whether a leaf stands at this place under the root of so many leaves. */
export const leadsTo = (
  hash: Hash,
  root: Uint8Array,
  count: number,
  index: number,
  leaf: Uint8Array,
  path: ReadonlyArray<Uint8Array>
): boolean => {
  const climbed = climb(hash, count, index, leaf, path)
  return climbed !== undefined && same(climbed, root)
}

const climb = (
  hash: Hash,
  count: number,
  index: number,
  leaf: Uint8Array,
  path: ReadonlyArray<Uint8Array>
): Uint8Array | undefined => {
  if (count < 2) return path.length === 0 && index === 0 && count === 1 ? leaf : undefined
  const beside = path.at(-1)
  if (beside === undefined) return undefined
  const left = leftOf(count)
  const rest = path.slice(0, -1)
  if (index < left) {
    const below = climb(hash, left, index, leaf, rest)
    return below && node(hash, below, beside)
  }
  const below = climb(hash, count - left, index - left, leaf, rest)
  return below && node(hash, beside, below)
}
