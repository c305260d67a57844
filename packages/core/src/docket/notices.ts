/** Who has to be told of what: worked out from the record when it is asked, stored nowhere. */
import * as Effect from "effect/Effect"
import { addDays } from "../civil/CivilDate.ts"
import type { DutyList, DutyQuery } from "../duty/dutyList.ts"
import { noticesOf } from "../notice/noticesOf.ts"
import { remindersOf } from "../notice/remindersOf.ts"
import type { Message } from "../port/ReadSide.ts"
import { changing } from "./changed.ts"
import { commandIn } from "./commandIn.ts"
import { type Desk, filed, standing } from "./desk.ts"
import { type Loaded, until } from "./load.ts"
import { changedCase } from "./messages.ts"
import { type At, always, momentOf, refuse } from "./moment.ts"
import { knownReminders } from "./narrowed.ts"

/** Of what is reminded: what is overdue, and what is due within one of the leads. What is left out is not asked about. */
export interface ReminderQuery extends Omit<DutyQuery, "due" | "status"> {
  /** How many days before its day a duty is reminded of, `[14, 3]`; at most 20 of 0 to 366. */
  readonly leads: ReadonlyArray<number>
}

/** The notices of a docket. `owed` is its question over all cases. */
export const noticesIn = <E>(desk: Desk, owed: (query: DutyQuery, at: At) => Effect.Effect<DutyList, E>) => {
  const { gather, question } = desk
  const changesBy = changing(desk)
  return {
    notices: Effect.fn("Docket.notices")(function* (message: Message) {
      const told = yield* Effect.fromResult(changedCase(message))
      if (told === undefined) return []
      const gathered = yield* gather([told.case])
      const stored = commandIn(gathered, told.command)
      const own = stored?.of(told.case) ?? []
      if (stored === undefined || own.length === 0) {
        return yield* Effect.fromResult(
          refuse(
            "消息所指的命令没有在该案件的记录中",
            "the command that the message names is not on the record of the case"
          )
        )
      }
      const changed = yield* changesBy(stored.entered, stored.facts, until(gathered, stored.began))
      const { around, cases } = until(gathered, stored.ended + 1)
      const moment = { asOf: stored.asOf(told.case), knownAt: always }
      const ctx = yield* question(moment, around.map(filed))
      const record = filed(cases[0] as Loaded)
      return noticesOf(
        standing(record, moment),
        own,
        changed.flatMap(({ changes }) => changes),
        ctx,
        record.facts
      )
    }),
    reminders: Effect.fn("Docket.reminders")(function* (asked: ReminderQuery, at: At) {
      const { leads, ...query } = yield* Effect.fromResult(knownReminders(asked))
      const { asOf } = yield* Effect.fromResult(momentOf(at))
      const late = yield* owed({ ...query, status: ["Overdue"] }, at)
      if (leads.length === 0) return remindersOf(late.rows, leads, asOf)
      const due = { from: asOf, until: addDays(asOf, Math.max(...leads)) }
      const soon = yield* owed({ ...query, status: ["Pending", "DueUnspecified"], due }, at)
      return remindersOf([...late.rows, ...soon.rows], leads, asOf)
    })
  }
}
