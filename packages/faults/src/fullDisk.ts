import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { commandOf } from "./commandOf.ts"
import { holdsAtLast } from "./holds.ts"
import { inFile, over } from "./inSqlite.ts"
import { ledger } from "./Ledger.ts"
import type { Random } from "./random.ts"
import { opening } from "./Storage.ts"
import { sealsHold } from "./sealed.ts"
import type { Tally } from "./Tally.ts"
import { holdsAll, sendAgain } from "./whole.ts"

/** As many pages as SQLite itself allows. */
const unbounded = 4_294_967_294

/**
 * Fills an SQLite file up to the pages that it may have, again and again: what finds no room is refused as `StorageUnavailable`, what was
 * acknowledged is there meanwhile, and with room again the same commands are stored.
 */
export const fillDisk = async (folder: string, times: number, draw: Random, tally: Tally): Promise<void> => {
  const filename = join(folder, "full.sqlite")
  await opening(inFile(filename), async () => undefined)
  const db = new DatabaseSync(filename)
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
  const storage = over(db, filename)
  const book = ledger()
  let n = 0
  for (let time = 0; time < times; time++) {
    const writing = { writer: "full", pool: `${time >> 2}`, seed: draw.below(2 ** 32) }
    const pages = Number(db.prepare("PRAGMA page_count").get()?.page_count)
    db.exec(`PRAGMA max_page_count = ${pages + draw.below(12)}`)
    await opening(storage, async (opened) => {
      for (let refused = 0; refused < 3; ) {
        const command = commandOf(writing, ++n)
        book.sent.set(command.command, command)
        const answer = await opened.docket.record(command)
        if (answer.ok) {
          book.receipts.set(command.command, answer.value.receipt)
          tally.add("receipts")
        } else {
          refused++
          tally.add("refused")
          if (answer.error._tag !== "StorageUnavailable") tally.lose(answer.error.text.zh, answer.error.text.en)
        }
      }
      tally.add("full")
      await holdsAll(opened, book, tally)
      await sealsHold(storage, tally)
      db.exec(`PRAGMA max_page_count = ${unbounded}`)
      await sendAgain(opened, book, tally)
    })
  }
  await holdsAtLast(storage, book, draw, tally)
  tally.add("sent", book.sent.size)
  db.close()
}
