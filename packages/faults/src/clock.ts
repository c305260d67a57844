import { isDeepStrictEqual } from "node:util"
import type { Command } from "@banfa/core/docket"
import { EventStore } from "@banfa/core/port/EventStore"
import { commandOf } from "./commandOf.ts"
import { holdsAtLast } from "./holds.ts"
import { casesOf, momentOf } from "./indexed.ts"
import { ledger } from "./Ledger.ts"
import type { Random } from "./random.ts"
import { type Opened, opening, type Storage } from "./Storage.ts"
import type { Tally } from "./Tally.ts"
import { eventsIn } from "./whole.ts"

const enter = async ({ docket }: Opened, commands: ReadonlyArray<Command>) => {
  const receipts = []
  for (const command of commands) {
    const answer = await docket.record(command)
    if (!answer.ok) throw answer.error
    receipts.push(answer.value.receipt)
  }
  return receipts
}

/** What every case says on a day, as known at an instant: each verdict in a line. */
const said = async ({ docket }: Opened, cases: ReturnType<typeof casesOf>, at: ReturnType<typeof momentOf>) => {
  const lines: Array<string> = []
  for (const one of cases) {
    const answer = await docket.verdicts(one, at)
    if (!answer.ok) throw answer.error
    for (const { due, instance, norm, status } of answer.value.verdicts) {
      lines.push([one.subject, one.id, norm, instance, status, due].join(" "))
    }
  }
  return lines
}

/**
 * Enters commands by a clock that goes back and forth by weeks. Beside all that has to hold anyway, what is answered as known at an instant is what
 * a record answers into which only that was entered which was known then.
 */
export const turnClock = async (
  storage: Storage,
  { commands, moments }: { readonly commands: number; readonly moments: number },
  draw: Random,
  tally: Tally
): Promise<void> => {
  const book = ledger()
  const writing = { writer: "clock", pool: "0", seed: draw.below(2 ** 32) }
  const all = Array.from({ length: commands }, (_, i) => commandOf(writing, i + 1))
  await opening(storage, async (opened) => {
    for (const [i, receipt] of (await enter(opened, all)).entries()) {
      const command = all[i] as Command
      book.sent.set(command.command, command)
      book.receipts.set(command.command, receipt)
    }
  })
  tally.add("clock", commands)
  tally.add("receipts", book.receipts.size)
  await opening(storage, async (opened) => {
    const events = await eventsIn(opened)
    for (let i = 0; i < moments; i++) {
      const { asOf, knownAt } = momentOf(draw, events)
      const known = all.filter(({ at }) => knownAt === undefined || at <= knownAt)
      const cases = casesOf(events)
      const then = await opening({ layer: EventStore.layerMemory }, async (fresh) => {
        await enter(fresh, known)
        return said(fresh, cases, { asOf })
      })
      if (!isDeepStrictEqual(await said(opened, cases, { asOf, knownAt }), then)) {
        tally.lose(`${asOf} 按 ${knownAt} 所知的回答不同`, `${asOf} as known at ${knownAt} is answered otherwise`)
      }
      tally.add("moments")
    }
  })
  await holdsAtLast(storage, book, draw, tally)
  tally.add("sent", book.sent.size)
}
