import * as Effect from "effect/Effect"
import { type DutyQuery, dutyList } from "../duty/dutyList.ts"
import { inspectCases, type Scope } from "../duty/inspectCases.ts"
import { caseAt } from "../project/caseAt.ts"
import type { Event } from "../project/Event.ts"
import type { Position } from "../project/Lifecycle.ts"
import { nextActs } from "../project/nextActs.ts"
import type { Project } from "../project/Project.ts"
import { path } from "../project/path.ts"
import type { Context } from "../verdict/Verdict.ts"
import { NoSuchVerdict } from "./DocketError.ts"
import { type Desk, filed, standing } from "./desk.ts"
import { historyOf } from "./history.ts"
import type { Standing } from "./keeping.ts"
import type { Loaded } from "./load.ts"
import { type At, instantOf, knownCases, knownProject, momentOf } from "./moment.ts"
import type { CaseRef, CaseSubject } from "./subjects.ts"

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
  const askAll = <A>(answer: (cases: ReadonlyArray<Standing>, ctx: Context) => A) =>
    Effect.fnUntraced(function* (refs: ReadonlyArray<CaseRef>, at: At) {
      const { cases, ctx, moment } = yield* asked(refs, at)
      return answer(
        cases.map((one) => standing(filed(one), moment)),
        ctx
      )
    })
  const askProject = <A>(answer: (p: Project, ctx: Context) => A) =>
    Effect.fnUntraced(function* (ref: CaseRef<"project">, at: At) {
      const project = yield* Effect.fromResult(knownProject(ref))
      const { cases, ctx, moment } = yield* asked([project], at)
      const events = (cases[0] as Loaded).before as ReadonlyArray<unknown> as ReadonlyArray<Event>
      return answer(caseAt(project.id, events, moment.asOf, moment.knownAt), ctx)
    })
  return {
    verdicts: ask((one, ctx) => one.verdicts(ctx)),
    duties: ask((one, ctx) => one.duties(ctx)),
    dutyList: (refs: ReadonlyArray<CaseRef>, query: DutyQuery, at: At) =>
      askAll((cases, ctx) => dutyList(cases, query, ctx))(refs, at),
    inspect: (refs: ReadonlyArray<CaseRef>, scope: Scope, at: At) =>
      askAll((cases, ctx) => inspectCases(cases, scope, ctx))(refs, at),
    next: askProject(nextActs),
    path: (ref: CaseRef<"project">, goal: Position, at: At) => askProject((p, ctx) => path(p, goal, ctx))(ref, at),
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
