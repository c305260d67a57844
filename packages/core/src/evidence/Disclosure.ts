import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type BadInput, badInputs } from "../verdict/BadInput.ts"
import { Checkpoint, Digest, Inclusion } from "./Checkpoint.ts"
import { Algorithm } from "./Hash.ts"

/** Bytes as lower-case hexadecimal text. */
const Hex = Schema.String.check(
  Schema.isPattern(/^(?:[0-9a-f]{2})*$/u, {
    message: "应为偶数位小写十六进制 / must be an even number of lower-case hexadecimal digits"
  })
)

/** A field of an event in an export: kept with everything that its leaf is made of, or withheld, with the leaf alone. */
export const DisclosedField = Schema.Union([
  Schema.Struct({ leaf: Digest, salt: Hex, name: Schema.String, value: Schema.String }),
  Schema.Struct({ leaf: Digest })
])
export type DisclosedField = typeof DisclosedField.Type

/** Events of one stream for somebody who may not see all of them. What is withheld is still committed to. */
export const Disclosure = Schema.Struct({
  /** Version of this format. */
  format: Schema.Literal(1),
  algorithm: Algorithm,
  stream: Schema.String,
  /** Version of the first event; the others follow without a gap. */
  from: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)),
  /** The digest before the first event. */
  prior: Digest,
  /** Each with its digest and its fields in the order of their names, those withheld in their places. */
  events: Schema.NonEmptyArray(Schema.Struct({ digest: Digest, fields: Schema.Array(DisclosedField) })),
  /** The checkpoint that the last event is in, and how. */
  anchor: Schema.optionalKey(Schema.Struct({ checkpoint: Checkpoint, inclusion: Inclusion }))
})
export type Disclosure = typeof Disclosure.Type

const decode = Schema.decodeUnknownResult(Disclosure, { errors: "all", onExcessProperty: "error" })

/** An export from outside, such as a file that was handed in; or everything that is wrong with its form. */
export const parseDisclosure = (input: unknown): Result.Result<Disclosure, ReadonlyArray<BadInput>> =>
  Result.mapError(decode(input), (error) => badInputs(error.issue))
