import { type Checkpoint, rootOfHeads, type StreamHead, signedBytes, type Verify } from "./Checkpoint.ts"
import { type Finding, finding, type Place } from "./Finding.ts"
import { fromHex, type Hash, same, toHex } from "./Hash.ts"

/** What is wrong with a checkpoint by itself: its hash function, and its signature where a key can be asked. */
export const verifySignature = (
  hash: Hash,
  checkpoint: Checkpoint,
  verify: Verify | undefined
): ReadonlyArray<Finding> => {
  const at: Place = { checkpoint: checkpoint.position }
  if (checkpoint.algorithm !== hash.algorithm) {
    return [finding("AlgorithmDiffers", at, { zh: checkpoint.algorithm, en: checkpoint.algorithm })]
  }
  if (verify === undefined) return []
  const { signature } = checkpoint
  if (signature === undefined) return [finding("SignatureMissing", at)]
  return verify(signature.key, signedBytes(checkpoint), fromHex(signature.value))
    ? []
    : [finding("SignatureWrong", at, { zh: `密钥 ${signature.key}`, en: `key ${signature.key}` })]
}

/** Puts all streams, as they stand at its position, to a checkpoint. */
export const verifyCheckpoint = (
  hash: Hash,
  checkpoint: Checkpoint,
  heads: ReadonlyMap<string, StreamHead>,
  verify?: Verify
): ReadonlyArray<Finding> => {
  const own = verifySignature(hash, checkpoint, verify)
  if (checkpoint.algorithm !== hash.algorithm) return own
  const at: Place = { checkpoint: checkpoint.position }
  const listed = checkpoint.heads?.map(({ digest, stream, version }) => ({ stream, version, digest: fromHex(digest) }))
  const consistent = listed === undefined || commits(hash, checkpoint, listed)
  return [
    ...own,
    ...(consistent ? [] : [finding("CheckpointInconsistent", at)]),
    ...(commits(hash, checkpoint, [...heads.values()])
      ? []
      : listed === undefined || !consistent
        ? [finding("CheckpointDiffers", at)]
        : differences(at, listed, heads))
  ]
}

const commits = (hash: Hash, { root, streams }: Checkpoint, heads: ReadonlyArray<StreamHead>): boolean =>
  heads.length === streams && toHex(rootOfHeads(hash, heads)) === root

const differences = (
  at: Place,
  listed: ReadonlyArray<StreamHead>,
  heads: ReadonlyMap<string, StreamHead>
): ReadonlyArray<Finding> => {
  const names = new Set(listed.map(({ stream }) => stream))
  const unknown = [...heads.values()].filter(({ stream }) => !names.has(stream))
  return [
    ...listed.flatMap(({ digest, stream, version }) => {
      const head = heads.get(stream)
      const last = { ...at, stream, version }
      if (head === undefined) return [finding("StreamMissing", { ...last, version: 1, through: version })]
      if (head.version < version) {
        return [finding("StreamShorter", { ...last, version: head.version + 1, through: version })]
      }
      if (head.version > version) {
        return [finding("StreamLonger", { ...last, version: version + 1, through: head.version })]
      }
      return same(head.digest, digest) ? [] : [finding("StreamChanged", last)]
    }),
    ...unknown.map(({ stream, version }) => finding("StreamUnknown", { ...at, stream, version: 1, through: version }))
  ]
}
