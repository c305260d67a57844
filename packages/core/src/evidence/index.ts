/**
 * What makes a changed byte of a stored event findable: digests that follow from each other along a stream, checkpoints over all streams, and
 * exports that withhold fields and can be verified all the same. Nothing here reads, writes or draws lots: the hash function and the salts are
 * handed in.
 *
 * @module
 */
export {
  Checkpoint,
  checkpointOf,
  Inclusion,
  inclusionOf,
  parseCheckpoint,
  type StreamHead,
  signed,
  signedBytes,
  type Verify,
  withoutHeads
} from "./Checkpoint.ts"
export { DisclosedField, Disclosure, parseDisclosure } from "./Disclosure.ts"
export { disclose, type Grounds } from "./disclose.ts"
export { type Content, type Field, fieldsOf, leafOf, saltAt, saltLength } from "./Field.ts"
export type { Finding, FindingKind, Place } from "./Finding.ts"
export { Algorithm, fromHex, type Hash, hashOf, toHex, WrongHash } from "./Hash.ts"
export {
  digestedAfter,
  digestOf,
  isSealed,
  leavesOf,
  placedOf,
  type Random,
  type Seal,
  type SealedRow,
  type StoredRow,
  seal,
  startOf
} from "./Seal.ts"
export { type Against, type Verifier, verifier, verifyAll, verifyStream } from "./verify.ts"
export { type DisclosureCheck, type Held, verifyDisclosure } from "./verifyDisclosure.ts"
