import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { isDeepStrictEqual } from "node:util"
import type { StoredEvent } from "@banfa/core/port/EventStore"
import { commandOf } from "./commandOf.ts"
import { indexesHold } from "./indexed.ts"
import { inFile, over } from "./inSqlite.ts"
import { type Ledger, ledger } from "./Ledger.ts"
import type { Random } from "./random.ts"
import { opening } from "./Storage.ts"
import { sealsHold } from "./sealed.ts"
import type { Tally } from "./Tally.ts"
import { type Frames, frameHeaderBytes, framesOf, headerBytes } from "./walFrames.ts"
import { eventsIn, holdsAll } from "./whole.ts"

/** What became of the end of a journal. */
interface Damage {
  /** From which byte on nothing of it can be relied on. */
  readonly from: number
  /** The journal as it is found. */
  readonly journal: Buffer
}

const cut = (journal: Buffer, from: number): Damage => ({ from, journal: journal.subarray(0, from) })

/** Other bytes in the place of some; which frame they are in does not matter, since a frame that is damaged ends the journal. */
const overwritten = (journal: Buffer, from: number, bytes: number, draw: Random): Damage => {
  const changed = Buffer.from(journal)
  for (let at = from; at < Math.min(from + bytes, journal.length); at++) {
    changed[at] = (changed[at] ?? 0) ^ (1 + draw.below(255))
  }
  return { from, journal: changed }
}

/** Cuts and damages of every kind: in the header, before, in and after frames and transactions, and in the last frame. */
const damages = (journal: Buffer, { end, size }: Frames, ends: ReadonlyArray<number>, some: number, draw: Random) => {
  const frame = (): number => headerBytes + size * draw.below((end - headerBytes) / size)
  const commit = (): number => ends[draw.below(ends.length)] ?? end
  const last = end - size
  const kinds: ReadonlyArray<() => Damage> = [
    () => cut(journal, 0),
    () => cut(journal, draw.below(headerBytes)),
    () => cut(journal, headerBytes),
    () => cut(journal, frame()),
    () => cut(journal, frame() + 1 + draw.below(frameHeaderBytes)),
    () => cut(journal, frame() + frameHeaderBytes),
    () => cut(journal, frame() + frameHeaderBytes + draw.below(size - frameHeaderBytes)),
    () => cut(journal, commit()),
    () => cut(journal, commit() - 1),
    () => cut(journal, Math.min(journal.length, commit() + 1)),
    () => cut(journal, headerBytes + draw.below(end - headerBytes)),
    // what is left of an earlier journal behind this one
    () => cut(journal, end + draw.below(journal.length - end + 1)),
    () => overwritten(journal, end, journal.length, draw),
    () => overwritten(journal, draw.below(headerBytes), 1, draw),
    () => overwritten(journal, frame() + draw.below(frameHeaderBytes), 1, draw),
    () => overwritten(journal, last + draw.below(frameHeaderBytes), 1, draw),
    () => overwritten(journal, last + frameHeaderBytes + draw.below(size - frameHeaderBytes), 1, draw),
    () => overwritten(journal, last + draw.below(size), size, draw)
  ]
  return Array.from({ length: some }, (_, i) => (kinds[i % kinds.length] ?? (() => cut(journal, 0)))())
}

/** A file with a journal that is damaged: it opens, holds what the journal still tells and nothing else, and goes on. */
const found = async (
  file: string,
  { sent, receipts }: Ledger,
  events: ReadonlyArray<StoredEvent>,
  kept: ReadonlySet<string>,
  draw: Random,
  tally: Tally
): Promise<void> => {
  const storage = inFile(file)
  const book: Ledger = {
    sent: new Map([...sent].filter(([id]) => kept.has(id))),
    receipts: new Map([...receipts].filter(([id]) => kept.has(id)))
  }
  await opening(storage, async (opened) => {
    const there = await eventsIn(opened)
    const expected = events.filter(({ command }) => kept.has(command))
    if (!isDeepStrictEqual(there, expected)) {
      tally.lose(
        `截断后应有 ${expected.length} 个事件，现有 ${there.length} 个`,
        `after a cut ${expected.length} events were to be there, and ${there.length} are`
      )
    }
    tally.add("kept", await holdsAll(opened, book, tally))
    await indexesHold(opened, draw, tally)
    const next = commandOf({ writer: "after", pool: "0", seed: draw.below(2 ** 32) }, 1)
    const answer = await opened.docket.record(next)
    if (!answer.ok) tally.lose(answer.error.text.zh, answer.error.text.en)
  })
  await sealsHold(storage, tally)
  tally.add("torn")
}

/**
 * Copies a file and its journal under load, cuts and damages the end of the journal in many places, and opens each. The journal is begun anew twice
 * meanwhile, so that what is left of an earlier one stands behind its end.
 */
export const tearTails = async (folder: string, tails: number, draw: Random, tally: Tally): Promise<void> => {
  const filename = join(folder, "torn.sqlite")
  const journalFile = `${filename}-wal`
  await opening(inFile(filename), async () => undefined)
  const db = new DatabaseSync(filename)
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0")
  const book = ledger()
  const writing = { writer: "torn", pool: "0", seed: draw.below(2 ** 32) }
  const kept = new Set<string>()
  const generations = 3
  await opening(over(db, filename), async (opened) => {
    for (let generation = 0, n = 0; generation < generations; generation++) {
      const ends: Array<readonly [command: string, end: number]> = []
      for (const last = n + 12 - 3 * generation; n < last; ) {
        const command = commandOf(writing, ++n)
        const answer = await opened.docket.record(command)
        if (!answer.ok) throw answer.error
        book.sent.set(command.command, command)
        book.receipts.set(command.command, answer.value.receipt)
        ends.push([command.command, framesOf(readFileSync(journalFile)).end])
      }
      const journal = readFileSync(journalFile)
      const events = await eventsIn(opened)
      const some = Math.ceil((tails * (generation + 1)) / generations) - Math.ceil((tails * generation) / generations)
      const places = damages(
        journal,
        framesOf(journal),
        ends.map(([, end]) => end),
        some,
        draw
      )
      for (const [i, damage] of places.entries()) {
        const copy = join(folder, `torn-${generation}-${i}`)
        mkdirSync(copy)
        const file = join(copy, "events.sqlite")
        copyFileSync(filename, file)
        writeFileSync(`${file}-wal`, damage.journal)
        const whole = new Set([...kept, ...ends.flatMap(([command, end]) => (end <= damage.from ? [command] : []))])
        await found(file, book, events, whole, draw, tally)
        rmSync(copy, { recursive: true })
      }
      for (const [command] of ends) kept.add(command)
      db.exec("PRAGMA wal_checkpoint(RESTART)")
    }
  })
  db.close()
}
