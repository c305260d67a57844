import type { Checkpoint, StreamHead, Verify } from "./Checkpoint.ts"
import { type Finding, finding } from "./Finding.ts"
import type { Hash } from "./Hash.ts"
import type { StoredRow } from "./Seal.ts"
import { verifyCheckpoint } from "./verifyCheckpoint.ts"
import { verifyRow } from "./verifyRow.ts"

/** Looks at rows one after the other. It keeps the head of each stream and no row. */
export interface Verifier {
  /** What is wrong with the next row, and with the checkpoints that it leaves behind. */
  readonly next: (row: StoredRow) => ReadonlyArray<Finding>
  /** What is wrong with the checkpoints that no row has left behind, once there are no more rows. */
  readonly end: () => ReadonlyArray<Finding>
  /** How far each stream has come, in no particular order: of these a checkpoint is made. */
  readonly heads: () => Iterable<StreamHead>
}

/** What rows are put to beside each other. */
export interface Against {
  /** Checkpoints that were taken earlier, in any order. Only they show that the end of a stream was cut off, or everything written anew. */
  readonly checkpoints?: Iterable<Checkpoint>
  /** Asks the keys of the host. If it is given, a checkpoint without a signature is a finding too. */
  readonly verify?: Verify
}

/** Looks at the rows of all streams as they come, in order of position: for readers that wait, such as a cursor over a network. */
export const verifier = (hash: Hash, { checkpoints = [], verify }: Against = {}): Verifier => {
  const heads = new Map<string, StreamHead>()
  const ahead = [...checkpoints].sort((a, b) => a.position - b.position)
  let last = 0

  const passed = (position: number): ReadonlyArray<Finding> => {
    const findings: Array<Finding> = []
    for (let [first] = ahead; first !== undefined && first.position < position; [first] = ahead) {
      findings.push(...verifyCheckpoint(hash, first, heads, verify))
      ahead.shift()
    }
    return findings
  }

  return {
    next: (row) => {
      const before = passed(row.position)
      const { position, stream, version } = row
      const rises = position > last ? [] : [finding("OrderBroken", { stream, version, position })]
      const { findings, head } = verifyRow(hash, heads.get(stream), row)
      last = Math.max(last, position)
      heads.set(stream, head)
      return [...before, ...rises, ...findings]
    },
    end: () => passed(Number.POSITIVE_INFINITY),
    heads: () => heads.values()
  }
}

/**
 * Everything that is wrong with the rows of all streams, in order of position, and with what they come to at each checkpoint. Findings are
 * given as they are found; no more is kept than the head of each stream.
 */
export function* verifyAll(hash: Hash, rows: Iterable<StoredRow>, against: Against = {}): Generator<Finding, void> {
  const { end, next } = verifier(hash, against)
  for (const row of rows) yield* next(row)
  yield* end()
}

/** Everything that is wrong with the rows of one stream, in order of version. Whether its end was cut off, only a checkpoint can tell. */
export function* verifyStream(hash: Hash, stream: string, rows: Iterable<StoredRow>): Generator<Finding, void> {
  const { next } = verifier(hash)
  for (const row of rows) {
    if (row.stream === stream) yield* next(row)
    else yield finding("ForeignEvent", { stream, version: row.version, position: row.position, field: "stream" })
  }
}
