import { indexesHold } from "./indexed.ts"
import type { Ledger } from "./Ledger.ts"
import type { Random } from "./random.ts"
import { opening, type Storage } from "./Storage.ts"
import { readerAgrees, sealsHold } from "./sealed.ts"
import type { Tally } from "./Tally.ts"
import { holdsAll, sendAgain } from "./whole.ts"

/** Everything that has to hold of a storage that nobody writes to; what nobody has heard of is sent again. */
export const holds = async (storage: Storage, book: Ledger, draw: Random, tally: Tally): Promise<void> => {
  await opening(storage, async (opened) => {
    await holdsAll(opened, book, tally)
    await sendAgain(opened, book, tally)
    await indexesHold(opened, draw, tally)
  })
  await sealsHold(storage, tally)
}

/** The same, at the end of a storage: with indexes that are made anew, and the reader that uses nothing of this library. */
export const holdsAtLast = async (storage: Storage, book: Ledger, draw: Random, tally: Tally): Promise<void> => {
  await holds(storage, book, draw, tally)
  await opening(storage, async (opened) => {
    await indexesHold(opened, draw, tally, { anew: true })
    tally.add("found", await holdsAll(opened, book, tally))
  })
  if (storage.place !== undefined) await readerAgrees(storage.place, tally)
}
