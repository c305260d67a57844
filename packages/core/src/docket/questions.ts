import * as Effect from "effect/Effect"
import { compareCases } from "../duty/compareCases.ts"
import { type DutyQuery, dutyList } from "../duty/dutyList.ts"
import { inspectCases, type Scope } from "../duty/inspectCases.ts"
import type { Way } from "../path/Way.ts"
import type { Recorded } from "../verdict/record.ts"
import type { Context } from "../verdict/Verdict.ts"
import { type Compared, knownProfiles } from "./compared.ts"
import { NoSuchVerdict } from "./DocketError.ts"
import { type Desk, filed, standing } from "./desk.ts"
import { historyOf } from "./history.ts"
import type { CaseRecord, Moment, Standing } from "./keeping.ts"
import type { Loaded } from "./load.ts"
import { type At, instantOf, knownCases, knownCourse, momentOf } from "./moment.ts"
import { knownQuery, knownScope } from "./narrowed.ts"
import {
  type CaseRef,
  type CaseSubject,
  type FactOf,
  type GoalOf,
  type NextOf,
  type WaySubject,
  waysOf
} from "./subjects.ts"
import type { Ways } from "./ways.ts"

/** Cases at a moment, one after another: each is read from its facts when its turn comes, and let go. */
const inTurn = function* (cases: ReadonlyArray<Loaded>, moment: Moment): Generator<Standing> {
  for (const one of cases) yield standing(filed(one), moment)
}

/** The questions that a docket answers. Each is answered from what stood at one moment in all that it reads. */
export const questions = ({ gather, load, question }: Desk) => {
  /** Cases as of a day and as known at an instant, with the context to ask them in. */
  const asked = Effect.fnUntraced(function* (cases: ReadonlyArray<CaseRef>, at: At) {
    const moment = yield* Effect.fromResult(momentOf(at))
    const gathered = yield* gather(yield* Effect.fromResult(knownCases(cases)))
    return { moment, cases: gathered.cases, ctx: yield* question(moment, gathered.around.map(filed)) }
  })
  const ask = <A>(answer: (one: Standing, ctx: Context) => A) =>
    Effect.fnUntraced(function* (ref: CaseRef, at: At) {
      const { cases, ctx, moment } = yield* asked([ref], at)
      return answer(standing(filed(cases[0] as Loaded), moment), ctx)
    })
  const askAll = <A>(answer: (cases: Iterable<Standing>, ctx: Context) => A) =>
    Effect.fnUntraced(function* (refs: ReadonlyArray<CaseRef>, at: At) {
      const { cases, ctx, moment } = yield* asked(refs, at)
      return answer(inTurn(cases, moment), ctx)
    })
  const askWays = Effect.fnUntraced(function* <A>(
    ref: CaseRef<WaySubject>,
    at: At,
    answer: (ways: Ways<Recorded, string>, record: CaseRecord, moment: Moment, ctx: Context) => A
  ) {
    const one = yield* Effect.fromResult(knownCourse(ref))
    const { cases, ctx, moment } = yield* asked([one], at)
    const { facts } = filed(cases[0] as Loaded)
    return answer(waysOf(one.subject) as Ways<Recorded, string>, { id: one.id, facts }, moment, ctx)
  })
  return {
    verdicts: ask((one, ctx) => one.verdicts(ctx)),
    duties: ask((one, ctx) => one.duties(ctx)),
    dutyList: Effect.fnUntraced(function* (refs: ReadonlyArray<CaseRef>, query: DutyQuery, at: At) {
      yield* Effect.fromResult(knownQuery(query))
      return yield* askAll((cases, ctx) => dutyList(cases, query, ctx))(refs, at)
    }),
    inspect: Effect.fnUntraced(function* (refs: ReadonlyArray<CaseRef>, scope: Scope, at: At) {
      yield* Effect.fromResult(knownScope(scope))
      return yield* askAll((cases, ctx) => inspectCases(cases, scope, ctx))(refs, at)
    }),
    compare: Effect.fnUntraced(function* (refs: ReadonlyArray<CaseRef>, compared: Compared, at: At) {
      const { after, before, each } = yield* Effect.fromResult(knownProfiles(compared))
      return yield* askAll((cases, { profile, ...around }) =>
        compareCases(cases, { before: before ?? profile, after }, { ...around, each })
      )(refs, at)
    }),
    next: <S extends WaySubject>(ref: CaseRef<S>, at: At) =>
      askWays(
        ref,
        at,
        (ways, record, moment, ctx) =>
          ways.next(record, moment, ctx) as ReadonlyArray<unknown> as ReadonlyArray<NextOf<S>>
      ),
    path: <S extends WaySubject>(ref: CaseRef<S>, goal: GoalOf<S>, at: At) =>
      askWays(ref, at, (ways, record, moment, ctx) => ways.path(record, moment, goal, ctx) as Way<FactOf<S>>),
    history: Effect.fnUntraced(function* <S extends CaseSubject>(ref: CaseRef<S>, knownAt?: string) {
      const instant = yield* Effect.fromResult(instantOf(knownAt))
      yield* Effect.fromResult(knownCases([ref]))
      return historyOf<S>(yield* load(ref), instant)
    }),
    explain: Effect.fnUntraced(function* (
      ref: CaseRef,
      { instance, norm }: { readonly norm: string; readonly instance: string },
      at: At
    ) {
      const { cases, ctx, moment } = yield* asked([ref], at)
      const one = standing(filed(cases[0] as Loaded), moment)
      const verdict = one.verdicts(ctx).verdicts.find((v) => v.norm === norm && v.instance === instance)
      return verdict === undefined ? yield* new NoSuchVerdict({ case: ref, norm, instance }) : one.explain(verdict, ctx)
    })
  }
}
