import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type BadInput, badInputs } from "../verdict/BadInput.ts"
import { Algorithm, fromHex, type Hash, toHex } from "./Hash.ts"
import { pathOf, rootOf } from "./merkle.ts"
import { hashed, message } from "./message.ts"

/** How far a stream has come: its last event and the digest of it. */
export interface StreamHead {
  /** Id of the stream. */
  readonly stream: string
  /** The version of its last event. */
  readonly version: number
  /** The digest of its last event. */
  readonly digest: Uint8Array
}

const Hex = Schema.String.check(
  Schema.isPattern(/^([0-9a-f]{2})*$/u, { message: "应为小写十六进制 / must be lower-case hexadecimal" })
)

/** 32 bytes as lower-case hexadecimal text. */
export const Digest = Schema.String.check(
  Schema.isPattern(/^[0-9a-f]{64}$/u, { message: "应为 64 位小写十六进制 / must be 64 lower-case hexadecimal digits" })
)

/** A whole number of at least 0. */
const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** What all streams held up to a position: kept, or published, outside of the store, it shows later whether they still do. */
export const Checkpoint = Schema.Struct({
  /** Version of this format. */
  format: Schema.Literal(1),
  algorithm: Algorithm,
  /** The last position that it covers. */
  position: Count,
  /** How many streams there are. */
  streams: Count,
  /** The root over the heads of all streams, in order of their names. */
  root: Digest,
  /** The heads themselves: without them it is found that something differs, with them which stream. */
  heads: Schema.optionalKey(Schema.Array(Schema.Struct({ stream: Schema.String, version: Count, digest: Digest }))),
  /** Made with a key of the host over the bytes of `signedBytes`; `key` says which. */
  signature: Schema.optionalKey(Schema.Struct({ key: Schema.String, value: Hex }))
})
export type Checkpoint = typeof Checkpoint.Type

/** How a stream's head stands under the root of a checkpoint. */
export const Inclusion = Schema.Struct({
  /** The place of the stream among all, from 0. */
  index: Count,
  /** What stands beside the way up to the root, the nearest first. */
  path: Schema.Array(Digest)
})
export type Inclusion = typeof Inclusion.Type

const inOrder = (heads: Iterable<StreamHead>): ReadonlyArray<StreamHead> =>
  [...heads].sort((a, b) => (a.stream < b.stream ? -1 : 1))

/** The leaf of a stream's head. */
export const headLeaf = (hash: Hash, { digest, stream, version }: StreamHead): Uint8Array =>
  hashed(hash, "head", [stream, version, digest])

/** The root over the heads of all streams, in whatever order they are handed in. */
export const rootOfHeads = (hash: Hash, heads: Iterable<StreamHead>): Uint8Array =>
  rootOf(
    hash,
    inOrder(heads).map((head) => headLeaf(hash, head))
  )

/** The checkpoint of all streams as they stand at a position. Each stream that holds an event is among the heads, once. */
export const checkpointOf = (hash: Hash, position: number, heads: Iterable<StreamHead>): Checkpoint => {
  const all = inOrder(heads)
  return {
    format: 1,
    algorithm: hash.algorithm,
    position,
    streams: all.length,
    root: toHex(rootOfHeads(hash, all)),
    heads: all.map(({ digest, stream, version }) => ({ stream, version, digest: toHex(digest) }))
  }
}

/** The same checkpoint without the heads: its size does not grow with the number of streams, and it names none. */
export const withoutHeads = ({ heads: _, ...checkpoint }: Checkpoint): Checkpoint => checkpoint

/** Shows of one stream, and of no other, that it is in the checkpoint over these heads. */
export const inclusionOf = (hash: Hash, heads: Iterable<StreamHead>, stream: string): Inclusion | undefined => {
  const all = inOrder(heads)
  const index = all.findIndex((head) => head.stream === stream)
  if (index < 0) return undefined
  const leaves = all.map((head) => headLeaf(hash, head))
  return { index, path: pathOf(hash, leaves, index).map(toHex) }
}

/** The bytes that are signed: what a checkpoint commits to. A time-stamping service can be given the same. */
export const signedBytes = ({ algorithm, position, root, streams }: Checkpoint): Uint8Array =>
  message(algorithm, "checkpoint", [position, streams, fromHex(root)])

/** The checkpoint, signed with a key that the host has under this name. */
export const signed = (checkpoint: Checkpoint, key: string, sign: (bytes: Uint8Array) => Uint8Array): Checkpoint => ({
  ...checkpoint,
  signature: { key, value: toHex(sign(signedBytes(checkpoint))) }
})

/** Whether a signature over these bytes was made with the key of this name. A name that is not known is answered with `false`. */
export type Verify = (key: string, bytes: Uint8Array, signature: Uint8Array) => boolean

const decode = Schema.decodeUnknownResult(Checkpoint, { errors: "all", onExcessProperty: "error" })

/** A checkpoint from outside, such as a file; or everything that is wrong with it. */
export const parseCheckpoint = (input: unknown): Result.Result<Checkpoint, ReadonlyArray<BadInput>> =>
  Result.mapError(decode(input), (error) => badInputs(error.issue))
