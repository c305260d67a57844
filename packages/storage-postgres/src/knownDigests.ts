import type { StreamVersion } from "@banfa/core/port/EventStore"

/** Most digests that are remembered. */
const most = 10_000

const known = new Map<string, Uint8Array>()

const keyOf = ({ stream, version }: StreamVersion): string => `${version} ${stream}`

/**
 * What this process believes to be the digest of an event. It may be of another database, or of a transaction that was rolled back: `banfa_reserve`
 * looks whether it is the one that is stored, so that a belief saves a question and is never stored for itself.
 */
export const believed = (place: StreamVersion): Uint8Array | undefined => known.get(keyOf(place))

/** Remembers the digest of an event, in the place of the one that was remembered first. */
export const believe = (place: StreamVersion, digest: Uint8Array): void => {
  const key = keyOf(place)
  known.delete(key)
  known.set(key, digest)
  const [oldest] = known.keys()
  if (known.size > most && oldest !== undefined) known.delete(oldest)
}

/** Forgets what turned out to be wrong. */
export const forget = (place: StreamVersion): void => {
  known.delete(keyOf(place))
}
