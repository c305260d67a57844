import type { Script } from "./bundleChild.ts"
import { holds, holdsAtLast } from "./holds.ts"
import { ledger } from "./Ledger.ts"
import type { Random } from "./random.ts"
import type { Storage } from "./Storage.ts"
import type { Tally } from "./Tally.ts"
import { pointOf, startWriter } from "./Writer.ts"

/** Where it is written to, and how. */
export interface Killing {
  /** The process that writes. */
  readonly script: Script
  /** Makes a storage; several are filled one after the other, so that none grows too large to be looked at often. */
  readonly make: (n: number) => Promise<Storage & { readonly place: string }>
  /** How many processes are killed in all. */
  readonly kills: number
  /** How many over one storage. */
  readonly each: number
}

/**
 * Kills processes that write, alone or several at once over the same cases, each at a point of its own, and looks at what is there: mostly after each
 * group, and sometimes only after the next has opened what the one before has left.
 */
export const killWriters = async (
  { each, kills, make, script }: Killing,
  draw: Random,
  tally: Tally
): Promise<void> => {
  for (let killed = 0, n = 0; killed < kills; n++) {
    const storage = await make(n)
    const book = ledger()
    const last = Math.min(kills, killed + each)
    for (let group = 0; killed < last; group++) {
      const together = Math.min(last - killed, 1 + draw.below(4))
      const writers = Array.from({ length: together }, (_, i) => {
        // a group goes on with the cases of the one before, and every fourth begins with new ones
        const told = { writer: `${n}-${group}-${i}`, pool: `${n}-${group >> 2}`, seed: draw.below(2 ** 32) }
        return startWriter(script, { ...told, place: storage.place }, book, pointOf(draw))
      })
      await Promise.all(writers.map(({ gone }) => gone))
      killed += together
      tally.add("kills", together)
      for (const writer of writers) tally.add("receipts", writer.given())
      if (!draw.oneIn(3)) await holds(storage, book, draw, tally)
    }
    await holdsAtLast(storage, book, draw, tally)
    tally.add("sent", book.sent.size)
  }
}
