import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import type { CivilDate } from "../civil/CivilDate.ts"
import { reasonText } from "../explanation/reasonText.ts"
import { CommandReused, Conflict, type Receipt } from "../port/EventStore.ts"
import type { Advice } from "../verdict/Advice.ts"
import { again } from "./again.ts"
import { appendRequest, commandId, overtaken, placed, sameFacts } from "./append.ts"
import { type Command, civilDay, eventsOf } from "./Command.ts"
import { type Changed, changing, latestDay } from "./changed.ts"
import { InvalidCommand, NotARecorder, Refused } from "./DocketError.ts"
import { type Desk, filed, standing } from "./desk.ts"
import { indexes } from "./indexes.ts"
import type { CaseFact } from "./keeping.ts"
import { type Gathered, until } from "./load.ts"
import { always } from "./moment.ts"
import { keepingOf } from "./subjects.ts"

/** What storing changed, for each case of the command, during the day of entry or the day of the latest fact, whichever is later. */
export interface Recorded {
  /** What the store answered: the same for a retry. */
  readonly receipt: Receipt
  /**
   * For each case of which the command holds facts, the verdicts that are new, read otherwise or are gone. What a plan, an instrument or a
   * facility changes for the cases that it surrounds is told when they are asked.
   */
  readonly changes: ReadonlyArray<Changed>
}

/** What was performed, with the advice that allowed it. */
export interface Performed extends Recorded {
  /** Allowed, or AllowedWithNotice with its notices. */
  readonly advice: Advice
}

/** What a command is decided on. */
interface Decision {
  readonly command: Command
  readonly facts: ReadonlyArray<CaseFact>
  /** The cases that it speaks of and those around them; where it is already stored, as they stood before it. */
  readonly gathered: Gathered
  readonly replayed: boolean
}

/** The commands that a docket takes. */
export const commands = (desk: Desk) => {
  const { gatherFor, permitted, question, store } = desk
  const { indexOf } = indexes(desk)
  const changesBy = changing(desk)
  const read = Effect.fnUntraced(function* (command: Command) {
    const facts = yield* Effect.fromResult(eventsOf(command))
    const now = yield* gatherFor(facts)
    const stored = now.cases.flatMap(({ kept }) => kept.filter(({ at }) => at.command === command.command))
    const replayed = stored.length > 0
    const those = stored.map(({ fact }) => fact)
    if (replayed && !sameFacts(those, facts)) return yield* new CommandReused({ command: commandId(command.command) })
    const began = stored.reduce((first, { at }) => Math.min(first, at.position), Number.POSITIVE_INFINITY)
    const gathered = replayed ? until(now, began) : now
    return { command, facts: placed(facts, gathered.cases), gathered, replayed } satisfies Decision
  })

  /** Decides on all that was stored before, also by a writer whose clock is ahead. */
  const advice = Effect.fnUntraced(function* ({ facts, gathered }: Decision) {
    const [one, ...others] = gathered.cases
    if (one === undefined || others.length > 0) return yield* severalCases
    const moment = { asOf: latestDay(facts), knownAt: always }
    const ctx = yield* question(moment, gathered.around.map(filed))
    return { ref: one.ref, ctx, advice: standing(filed(one), moment).advise(facts, ctx) }
  })

  const write = Effect.fnUntraced(function* (decision: Decision) {
    const { command, facts, gathered, replayed } = decision
    const told = replayed ? yield* store.receipt(commandId(command.command)) : undefined
    const changes = yield* changesBy(command.at, facts, gathered)
    const request = appendRequest(command, facts, gathered)
    if (told?._tag === "Some") return { receipt: told.value, changes } satisfies Recorded
    const receipt = yield* store.append({
      ...request,
      index: yield* indexOf(command.command, facts, gathered, changes)
    })
    const moved = overtaken(receipt, request)
    if (!replayed && Arr.isReadonlyArrayNonEmpty(moved)) return yield* new Conflict({ moved })
    return { receipt, changes } satisfies Recorded
  })

  const perform = Effect.fnUntraced(function* (command: Command) {
    const decision = yield* read(command)
    const { advice: given, ctx, ref } = yield* advice(decision)
    const on = civilDay(command.at) as CivilDate
    if (!permitted(command.by, on) && decision.facts.some((e) => e.by !== command.by))
      return yield* new NotARecorder({ by: command.by, on })
    if (!decision.replayed && given.outcome !== "Allowed" && given.outcome !== "AllowedWithNotice") {
      const { vocabulary } = keepingOf(ref.subject)
      const reasons = given.reasons.map((reason) => reasonText(reason, vocabulary, ctx))
      return yield* new Refused({ case: ref, advice: given, reasons })
    }
    return { ...(yield* write(decision)), advice: given } satisfies Performed
  })

  const record = Effect.fnUntraced(function* (command: Command) {
    const decision = yield* read(command)
    const on = civilDay(command.at) as CivilDate
    if (!permitted(command.by, on)) return yield* new NotARecorder({ by: command.by, on })
    return yield* write(decision)
  })

  return {
    advise: Effect.fn("Docket.advise")(function* (command: Command) {
      const decision = yield* read(command).pipe(Effect.catchTag("CommandReused", () => stale))
      return (yield* advice(decision)).advice
    }),
    perform: Effect.fn("Docket.perform")(perform, again),
    record: Effect.fn("Docket.record")(record, again)
  }
}

const severalCases = new InvalidCommand({
  text: { zh: "一次只能办理一个案件的事项", en: "acts are performed on one case at a time" }
})
const stale = new InvalidCommand({
  text: {
    zh: "命令编号已用于另一内容，请换新的编号再询问",
    en: "the command id was used with other content; ask with a new one"
  }
})
