import type { DeliveryReceipt, Standing } from "@banfa/core/port/Deliveries"
import type { Tally } from "../Tally.ts"
import type { Mail } from "./MailServer.ts"
import { placeOf } from "./notices.ts"

/** What there is at the end: what was taken, in order, how each delivery stands, and what became of some of them. */
export interface Left {
  readonly mails: ReadonlyArray<Mail>
  readonly standings: ReadonlyArray<Standing>
  readonly receipts: ReadonlyArray<DeliveryReceipt>
}

/** What somebody sees who drops every mail whose id came before. */
const withoutRepeats = (mails: ReadonlyArray<Mail>): ReadonlyArray<Mail> => {
  const first = new Map<string, Mail>()
  for (const mail of mails) if (!first.has(mail.messageId)) first.set(mail.messageId, mail)
  return [...first.values()]
}

/** Counts what there is, and notes what is missing, comes twice for its reader, or comes too early. */
export const judge = ({ mails, receipts, standings }: Left, tally: Tally): void => {
  const seen = withoutRepeats(mails)
  tally.add("mails", mails.length)
  tally.add("repeats", mails.length - seen.length)

  const came = new Map<string, number>()
  const next = new Map<number, number>()
  for (const { notice } of seen) {
    came.set(notice, (came.get(notice) ?? 0) + 1)
    const place = placeOf(notice)
    if (place === undefined) {
      tally.lose(`不曾投递的邮件 ${notice}`, `a mail that nobody has put in: ${notice}`)
      continue
    }
    const expected = next.get(place.lane) ?? 0
    if (place.n !== expected) {
      tally.lose(
        `次序有误：${notice} 先于第 ${expected} 件`,
        `out of order: ${notice} came where ${expected} was to come`
      )
    }
    next.set(place.lane, place.n + 1)
  }
  for (const { attempts, id, state } of standings) {
    tally.add("attempts", attempts)
    const times = came.get(id) ?? 0
    if (times === 0) tally.lose(`${id} 未曾送达`, `${id} never came`)
    if (times > 1) tally.lose(`${id} 送达 ${times} 次而标识不同`, `${id} came ${times} times under different ids`)
    if (state !== "end") tally.lose(`${id} 未至终态：${state}`, `${id} is not at its end: ${state}`)
  }
  const known = new Set(standings.map(({ id }) => id))
  for (const id of came.keys()) {
    if (placeOf(id) !== undefined && !known.has(id))
      tally.lose(`${id} 已不在存储中`, `${id} is in the storage no longer`)
  }

  const accepted = new Map(receipts.map(({ id }) => [id, 0]))
  for (const { id, status } of receipts) if (status === "accepted") accepted.set(id, (accepted.get(id) ?? 0) + 1)
  for (const [id, times] of accepted) {
    if (times !== 1) tally.lose(`${id} 有 ${times} 份收讫回执`, `${id} has ${times} receipts of its acceptance`)
    tally.add("looked")
  }
}
