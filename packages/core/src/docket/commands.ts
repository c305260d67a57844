import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import type { Actor } from "../agency/Actor.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import { civilDay } from "../civil/civilDay.ts"
import { dayText } from "../civil/dayText.ts"
import { reasonText } from "../explanation/reasonText.ts"
import { CommandReused, Conflict, type Receipt } from "../port/EventStore.ts"
import { type Advice, barring } from "../verdict/Advice.ts"
import { InvalidEvents } from "../verdict/InvalidEvents.ts"
import { again } from "./again.ts"
import { appendRequest, commandId, overtaken, placed, sameFacts } from "./append.ts"
import { type ActorCommand, type Command, enteredBy, eventsOf } from "./Command.ts"
import { type Changed, changing, latestDay } from "./changed.ts"
import { InvalidCommand, NotARecorder, Refused } from "./DocketError.ts"
import { type Desk, filed, standing } from "./desk.ts"
import { indexes } from "./indexes.ts"
import type { CaseFact } from "./keeping.ts"
import { type Gathered, until } from "./load.ts"
import { always } from "./moment.ts"
import { type SpokenFor, speaking } from "./speaking.ts"
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

/** In whose name a person has entered facts, each with what lets the person speak for the agency: the post, or the delegations. */
export interface Entered {
  /** One for each fact and agency that it names. */
  readonly spokenFor: ReadonlyArray<SpokenFor>
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
  const speaksFor = speaking(desk)
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

  /** Acts are performed now: on the day of entry, or on an earlier one for which they are entered late. */
  const byNow = ({ command: { at }, facts }: Decision): Effect.Effect<void, InvalidEvents> => {
    const today = civilDay(at) as CivilDate
    const findings = facts.flatMap(({ on }, index) =>
      on > today
        ? [
            {
              index,
              path: "on",
              zh: `晚于录入之日${dayText(today).zh}：尚未发生的事项不能办理，只能作为将来的事实录入`,
              en: `is after ${today}, the day of entry: what has not happened cannot be performed, only recorded as a fact to come`
            }
          ]
        : []
    )
    return findings.length === 0 ? Effect.void : Effect.fail(new InvalidEvents({ findings }))
  }

  /** Performs acts where whoever enters them `may`, which also answers with what is to be told of that. */
  const performing = <A extends object, E>(may: (decision: Decision) => Effect.Effect<A, E>) =>
    Effect.fnUntraced(function* (command: Command) {
      const decision = yield* read(command)
      yield* byNow(decision)
      const { advice: given, ctx, ref } = yield* advice(decision)
      const told = yield* may(decision)
      if (!decision.replayed && barring(given.outcome)) {
        const { vocabulary } = keepingOf(ref.subject)
        const reasons = given.reasons.map((reason) => reasonText(reason, vocabulary, ctx))
        return yield* new Refused({ case: ref, advice: given, reasons })
      }
      return { ...(yield* write(decision)), advice: given, ...told } satisfies Performed
    })

  /** Stores facts where whoever enters them `may`, which also answers with what is to be told of that. */
  const recording = <A extends object, E>(may: (decision: Decision) => Effect.Effect<A, E>) =>
    Effect.fnUntraced(function* (command: Command) {
      const decision = yield* read(command)
      const told = yield* may(decision)
      return { ...(yield* write(decision)), ...told } satisfies Recorded
    })

  /** Whoever is permitted to enter facts may enter any; acts, whoever has acted. */
  const mayEnter =
    (own: boolean) =>
    ({ command: { at, by }, facts }: Decision): Effect.Effect<object, NotARecorder> => {
      const on = civilDay(at) as CivilDate
      return permitted(by, on) || (own && facts.every((e) => e.by === by))
        ? Effect.succeed({})
        : Effect.fail(new NotARecorder({ by, on }))
    }

  /** Whoever speaks for all agencies in whose name the facts are may enter them. */
  const mayEnterAs =
    (actor: Actor) =>
    ({ command, facts, gathered }: Decision) =>
      Effect.map(speaksFor(actor, command, facts, gathered), (spokenFor): Entered => ({ spokenFor }))

  const performAs = Effect.fnUntraced(function* (actor: Actor, command: ActorCommand) {
    return yield* performing(mayEnterAs(actor))(yield* Effect.fromResult(enteredBy(actor, command)))
  })

  const recordAs = Effect.fnUntraced(function* (actor: Actor, command: ActorCommand) {
    return yield* recording(mayEnterAs(actor))(yield* Effect.fromResult(enteredBy(actor, command)))
  })

  return {
    advise: Effect.fn("Docket.advise")(function* (command: Command) {
      const decision = yield* read(command).pipe(Effect.catchTag("CommandReused", () => stale))
      return (yield* advice(decision)).advice
    }),
    perform: Effect.fn("Docket.perform")(performing(mayEnter(true)), again),
    performAs: Effect.fn("Docket.performAs")(performAs, again),
    record: Effect.fn("Docket.record")(recording(mayEnter(false)), again),
    recordAs: Effect.fn("Docket.recordAs")(recordAs, again)
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
