/** What the docket answers from what is kept beside the events, and how that is made anew. */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { type DutyQuery, dutyList } from "../duty/dutyList.ts"
import type { CaseLookup, CaseName, Message, ReadSide } from "../port/ReadSide.ts"
import { instant } from "../verdict/record.ts"
import { again } from "./again.ts"
import { changing } from "./changed.ts"
import { commandIn, type Stored } from "./commandIn.ts"
import { NotIndexed } from "./DocketError.ts"
import { type Desk, filed, standing } from "./desk.ts"
import { indexes } from "./indexes.ts"
import { changeOf } from "./indexing.ts"
import { type Gathered, until } from "./load.ts"
import { messageOf } from "./messages.ts"
import { type At, momentOf } from "./moment.ts"
import { knownIds, knownLimit, knownLookup, knownQuery } from "./narrowed.ts"
import { noticesIn } from "./notices.ts"
import { caseOfStream, caseStream } from "./streams.ts"
import type { CaseRef } from "./subjects.ts"

/** How far making the read side anew has come. */
export interface Rebuilt {
  /** How many cases are done. */
  readonly done: number
  /** Of how many. */
  readonly of: number
}

/** A case of the docket as the index of cases has it. */
export interface CaseListed extends CaseRef {
  /** The code of its region as last known; `undefined` where nobody said. */
  readonly region: string | undefined
  /** The instant of its first entry on record, in UTC. */
  readonly entered: string
  /** The instant of its latest. */
  readonly latest: string
}

const refOf = ({ id, subject }: CaseName): CaseRef => ({ subject: subject as CaseRef["subject"], id })

/** What is answered and done with the read side. */
export const readSideOf = (desk: Desk) => {
  const { gather, question, readSide, store } = desk
  const { indexer } = indexes(desk)
  const changesBy = changing(desk)
  const kept: Effect.Effect<ReadSide["Service"], NotIndexed> = Option.isSome(readSide)
    ? Effect.succeed(readSide.value)
    : new NotIndexed({ reason: "no-read-side" })

  /** What every command that is on record of a case changed in it. */
  const messagesOf = Effect.fnUntraced(function* (gathered: Gathered, ref: CaseRef) {
    const own = gathered.cases.flatMap(({ kept }) => kept)
    const commands = [...new Set(own.map(({ at }) => at.command))]
    return yield* Effect.forEach(commands, (command) =>
      Effect.gen(function* () {
        const { began, entered, facts } = commandIn(gathered, command) as Stored
        const changed = yield* changesBy(entered, facts, until(gathered, began))
        return messageOf(
          command,
          ref,
          changed.flatMap(({ changes }) => changes)
        )
      })
    )
  })

  const rebuilt = Effect.fnUntraced(function* (side: ReadSide["Service"], ref: CaseRef) {
    const gathered = yield* gather([ref])
    const [one] = gathered.cases
    if (one === undefined || one.kept.length === 0) return
    const { indexed: _, state } = yield* side.indexed([])
    const working = { ...(yield* indexer), round: state.round }
    const change = changeOf(working, filed(one), gathered.around.map(filed))
    const messages: ReadonlyArray<Message> = yield* messagesOf(gathered, ref)
    yield* side.write(gathered.streams, { cases: [change], surroundings: false, messages })
  }, again)

  const owed = Effect.fn("Docket.owed")(function* (query: DutyQuery, at: At) {
    const moment = yield* Effect.fromResult(momentOf(at))
    yield* Effect.fromResult(knownQuery(query))
    const side = yield* kept
    const { basis } = yield* indexer
    const { found, state, unknown } = yield* side.duties({
      basis,
      asOf: moment.asOf,
      knownAt: instant(moment.knownAt),
      bearer: query.bearer,
      role: query.role,
      subject: query.subject,
      norm: query.norm,
      status: query.status,
      dueFrom: query.due?.from,
      dueUntil: query.due?.until
    })
    if (state.behind) return yield* new NotIndexed({ reason: "behind" })
    const refs = [...found, ...unknown].map(refOf)
    const { around, cases } = yield* gather(refs.toSorted((a, b) => (caseStream(a) < caseStream(b) ? -1 : 1)))
    const ctx = yield* question(moment, around.map(filed))
    return dutyList(
      cases.map((one) => standing(filed(one), moment)),
      query,
      ctx
    )
  })

  return {
    owed,
    ...noticesIn(desk, owed),
    cases: Effect.fn("Docket.cases")(function* (lookup: CaseLookup = {}) {
      yield* Effect.fromResult(knownLookup(lookup))
      const side = yield* kept
      const { state } = yield* side.indexed([])
      if (state.behind) return yield* new NotIndexed({ reason: "behind" })
      return (yield* side.cases(lookup)).map(({ entered, id, latest, region, subject }) => ({
        ...refOf({ id, subject }),
        region: region === "" ? undefined : region,
        entered,
        latest
      }))
    }),
    waiting: Effect.fn("Docket.waiting")(function* (limit = 100) {
      yield* Effect.fromResult(knownLimit(limit))
      return yield* (yield* kept).waiting(limit)
    }),
    told: Effect.fn("Docket.told")(function* (ids: ReadonlyArray<string>) {
      yield* Effect.fromResult(knownIds(ids))
      return yield* (yield* kept).told(ids)
    }),
    rebuild: Stream.unwrap(
      Effect.gen(function* () {
        const side = yield* kept
        const cleared = yield* side.clear
        const cases = new Map<string, CaseRef>()
        yield* Stream.runForEach(store.readAll(), ({ data, stream }) =>
          Effect.sync(() => {
            const ref = caseOfStream(stream, data)
            if (ref !== undefined) cases.set(`${ref.subject}/${ref.id}`, ref)
          })
        )
        const of = cases.size
        return Stream.fromIterable(cases.values()).pipe(
          Stream.mapEffect((ref) => rebuilt(side, ref)),
          Stream.zipWithIndex,
          Stream.map(([_, i]): Rebuilt => ({ done: i + 1, of })),
          Stream.concat(Stream.fromEffectDrain(side.mended(cleared)))
        )
      })
    )
  }
}
