import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { type Checkpoint, headLeaf, type Verify } from "./Checkpoint.ts"
import type { DisclosedField, Disclosure } from "./Disclosure.ts"
import { leafOf } from "./Field.ts"
import { type Finding, finding, type Place } from "./Finding.ts"
import { fromHex, type Hash, toHex } from "./Hash.ts"
import { leadsTo } from "./merkle.ts"
import { digestOf, startOf } from "./Seal.ts"
import { verifySignature } from "./verifyCheckpoint.ts"

/** What the one who was handed an export holds against it. */
export interface Held {
  /** A checkpoint that came another way than the export. */
  readonly checkpoint?: Checkpoint
  /** Asks the keys that checkpoints are signed with. */
  readonly verify?: Verify
}

/** What an export is worth. */
export interface DisclosureCheck {
  /** Everything that is wrong with it. Where there is nothing, what it shows is what was stored. */
  readonly findings: ReadonlyArray<Finding>
  /**
   * What the export was put to: `held`, a checkpoint that came another way; `signed`, a signature of its own checkpoint; `brought`, its own
   * checkpoint, which says no more than whoever made the export; `none`, nothing but itself.
   */
  readonly anchor: "held" | "signed" | "brought" | "none"
}

/** Puts an export to itself, to the checkpoint that it brings and to what is held against it. */
export const verifyDisclosure = (
  hash: Hash,
  disclosure: Disclosure,
  { checkpoint, verify }: Held = {}
): DisclosureCheck => {
  const { algorithm, anchor, stream } = disclosure
  if (algorithm !== hash.algorithm) {
    return { findings: [finding("AlgorithmDiffers", { stream }, { zh: algorithm, en: algorithm })], anchor: "none" }
  }
  const findings = [...eventFindings(hash, disclosure)]
  if (anchor === undefined) {
    // whoever holds something to put it to is not content with an export that lacks its anchor
    const expected = checkpoint !== undefined || verify !== undefined
    return { findings: expected ? [...findings, finding("NotInCheckpoint", { stream })] : findings, anchor: "none" }
  }
  const { inclusion } = anchor
  const at: Place = { checkpoint: anchor.checkpoint.position, stream }
  if (checkpoint !== undefined && !sameCheckpoint(checkpoint, anchor.checkpoint)) {
    findings.push(finding("OtherCheckpoint", at))
  }
  findings.push(...verifySignature(hash, anchor.checkpoint, verify))
  const last = disclosure.events.at(-1)
  const version = disclosure.from + disclosure.events.length - 1
  const leaf = headLeaf(hash, { stream, version, digest: fromHex(last?.digest ?? "") })
  const { root, streams } = anchor.checkpoint
  if (!leadsTo(hash, fromHex(root), streams, inclusion.index, leaf, inclusion.path.map(fromHex))) {
    findings.push(finding("NotInCheckpoint", { ...at, version }))
  }
  return { findings, anchor: checkpoint !== undefined ? "held" : verify !== undefined ? "signed" : "brought" }
}

const sameCheckpoint = (one: Checkpoint, other: Checkpoint): boolean =>
  one.algorithm === other.algorithm &&
  one.position === other.position &&
  one.streams === other.streams &&
  one.root === other.root

function* eventFindings(hash: Hash, { events, from, prior, stream }: Disclosure): Generator<Finding, void> {
  if (from === 1 && prior !== toHex(startOf(hash))) yield finding("LinkBroken", { stream, version: 1 })
  let before = fromHex(prior)
  for (const [i, { digest, fields }] of events.entries()) {
    const at: Place = { stream, version: from + i }
    yield* fieldFindings(hash, at, fields)
    const leaves = fields.map(({ leaf }) => fromHex(leaf))
    if (toHex(digestOf(hash, before, leaves)) !== digest) yield finding("EventChanged", at)
    before = fromHex(digest)
  }
}

function* fieldFindings(hash: Hash, at: Place, fields: ReadonlyArray<DisclosedField>): Generator<Finding, void> {
  const kept = fields.filter((field) => "name" in field)
  for (const { leaf, name, salt, value } of kept) {
    if ((name === "header" && !isHeaderOf(at, value)) || toHex(leafOf(hash, fromHex(salt), { name, value })) !== leaf) {
      yield finding("FieldChanged", { ...at, field: name })
    }
  }
  if (kept.some(({ name }, i) => name <= (kept[i - 1]?.name ?? ""))) yield finding("FieldsDisordered", at)
}

/** Whether a header is that of the event that an export says it is. */
const isHeaderOf = ({ stream, version }: Place, value: string): boolean => {
  const header = Option.getOrUndefined(readHeader(value))
  return header !== undefined && header.stream === stream && header.version === version
}

const readHeader = Schema.decodeUnknownOption(
  Schema.fromJsonString(Schema.Struct({ stream: Schema.String, version: Schema.Number }))
)
