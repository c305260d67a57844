/** The journal of SQLite (`-wal`), as https://www.sqlite.org/fileformat2.html#the_write_ahead_log describes it. */

/** The bytes of its header. */
export const headerBytes = 32
/** The bytes before the page in each of its frames. */
export const frameHeaderBytes = 24

/** Where its frames are. */
export interface Frames {
  /** The bytes of one frame. */
  readonly size: number
  /** Up to where it holds transactions that were kept; what stands behind is left from before it was begun anew. */
  readonly end: number
}

/** Finds the frames that are of this journal, up to the last that ends a transaction. */
export const framesOf = (journal: Buffer): Frames => {
  if (journal.length < headerBytes) return { size: 0, end: 0 }
  const size = frameHeaderBytes + journal.readUInt32BE(8)
  const salts = journal.subarray(16, 24)
  let end = 0
  for (let at = headerBytes; at + size <= journal.length; at += size) {
    if (!journal.subarray(at + 8, at + 16).equals(salts)) break
    // the size of the database stands in the frame that ends a transaction
    if (journal.readUInt32BE(at + 4) !== 0) end = at + size
  }
  return { size, end }
}
