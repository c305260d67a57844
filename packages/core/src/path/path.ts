import type { LocalNormId } from "../profile/Parameter.ts"
import type { NormId, Status } from "../regulation/Norm.ts"
import { type Advice, advise, type Reason } from "../verdict/Advice.ts"
import { basisOf } from "../verdict/Basis.ts"
import { sameVerdict } from "../verdict/compare.ts"
import type { ActEvent } from "../verdict/Subject.ts"
import type { Context } from "../verdict/Verdict.ts"
import { obstructs, withStandIns } from "./lacks.ts"
import { lawful, seek, type Taken } from "./seek.ts"
import { stepKinds } from "./stepKinds.ts"
import type { Lack, Optional, Step, Way } from "./Way.ts"
import type { Wayfinder } from "./Wayfinder.ts"

type Norm = NormId | LocalNormId

/**
 * The plainest lawful way from a case to a goal, then the shortest; or why there is none.
 *
 * A way tells the order of acts, not how long they take: all steps are on the day asked, or on that of the latest act where it is later, as
 * the same day satisfies an order. Each step starts where it is usual.
 */
export const path = <S extends { readonly id: string }, E extends ActEvent>(
  wayfinder: Wayfinder<S, E>,
  start: S,
  goal: string,
  asked: Context,
  limit = 5_000
): Way<E> => {
  const { position, since, subject, unknown } = wayfinder
  const [last] = since(start)
  const ctx = last !== "" && last > asked.asOf ? { ...asked, asOf: last } : asked
  const answer = { goal, basis: basisOf(ctx) }
  const from = position(start, ctx)
  const none = (lack: Lack): Way<E> => ({ _tag: "None", lacks: [lack], exhausted: true, visited: 0, ...answer })
  const missing = from === goal ? undefined : unknown(start)
  if (missing !== undefined) return none({ _tag: "Fact", missing, norm: undefined, instance: "" })
  const kinds = stepKinds(wayfinder, from, goal)
  if (kinds.length === 0 && from !== goal) {
    const terminal = wayfinder.kinds.every((kind) => subject.row(kind).from?.includes(from) !== true)
    return none({ _tag: "Position", position: from, goal, terminal })
  }
  const { exhausted, found, visited } = seek(wayfinder, kinds, start, goal, ctx, limit)
  if (found === undefined) {
    const assumed = { ...ctx, directory: withStandIns(ctx.directory) }
    const why = seek(wayfinder, kinds, start, goal, ctx, limit, assumed)
    const told = why.found !== undefined || why.exhausted
    return {
      _tag: "None",
      lacks: why.found?.lacks ?? (why.exhausted ? [{ _tag: "Position", position: from, goal, terminal: false }] : []),
      exhausted: exhausted && told,
      visited: visited + why.visited,
      ...answer
    }
  }
  const steps = found.taken.map((_, index) => stepOf(wayfinder, found.taken, index, goal, ctx))
  return { _tag: "Found", steps, optional: beside(wayfinder, start, found.taken, ctx), visited, ...answer }
}

/** The norms of these of which an act makes something fulfilled that they had not spoken of. */
const answered = ({ changes }: Advice, norms: ReadonlySet<string>): ReadonlyArray<Norm> =>
  changes.flatMap(({ after, before }) =>
    before === undefined && after !== undefined && norms.has(after.norm) && done(after.status) ? [after.norm] : []
  )

/** The norms of which an act fulfils what was still wanting. */
const fulfilledBy = ({ changes }: Advice): ReadonlyArray<Norm> =>
  changes.flatMap(({ after, before }) =>
    before !== undefined && !done(before.status) && after !== undefined && done(after.status) ? [after.norm] : []
  )

const done = (status: Status): boolean => status === "Fulfilled" || status === "FulfilledLate" || status === "Qualifies"

const distinct = (norms: ReadonlyArray<Norm>): ReadonlyArray<Norm> => [...new Set(norms)]

/** The reasons of an advice that rest on norms and were not given before. */
const newNorms = (reasons: ReadonlyArray<Reason>, before: ReadonlyArray<Reason>): ReadonlyArray<Norm> =>
  reasons.flatMap((r) =>
    r._tag === "Norm" && !before.some((b) => b._tag === "Norm" && sameVerdict(b.verdict, r.verdict))
      ? [r.verdict.norm]
      : []
  )

/** A step, and what becomes of the rest of the way without it. */
const stepOf = <S extends { readonly id: string }, E extends ActEvent>(
  { position, subject }: Wayfinder<S, E>,
  taken: ReadonlyArray<Taken<S, E>>,
  index: number,
  goal: string,
  ctx: Context
): Step<E> => {
  const { act, advice, before, who } = taken[index] as Taken<S, E>
  const asks = [...fulfilledBy(advice)]
  let state = before
  let goesOn = true
  for (const later of taken.slice(index + 1)) {
    const without = advise(subject, state, later.act, ctx)
    const { from } = subject.row(later.act._tag)
    // Where an earlier act is barred already, what would merely be remarked about this one is no reason.
    const reasons = goesOn ? without.reasons : without.reasons.filter(obstructs)
    asks.push(...newNorms(reasons, later.advice.reasons))
    goesOn &&= lawful(without) && from?.includes(subject.position(state, ctx, later.act)) !== false
    state = subject.evolve(state, later.act)
  }
  return { act, who, advice, asks: distinct(asks), required: !goesOn || position(state, ctx) !== goal }
}

/** What is owed on the way, or bears on an advisory gate of a later step, leaves the case where it stands and is no step. */
const beside = <S extends { readonly id: string }, E extends ActEvent>(
  { exits, kinds, position, propose, subject }: Wayfinder<S, E>,
  start: S,
  taken: ReadonlyArray<Taken<S, E>>,
  ctx: Context
): ReadonlyArray<Optional<E>> => {
  const found = new Map<string, Optional<E>>()
  const steps = new Set(taken.map(({ act }) => act.id))
  const tracks = kinds.filter((kind) => !exits.has(kind) && !taken.some(({ act }) => act._tag === kind))
  const last = taken.at(-1)
  const places = [
    ...taken.map(({ before }) => before),
    last === undefined ? start : subject.evolve(last.before, last.act)
  ]
  for (const [after, state] of places.entries()) {
    const gates = new Set(taken.slice(after).flatMap(({ act }) => Object.keys(subject.row(act._tag).guards ?? {})))
    for (const { act, who } of propose(state, ctx, tracks)) {
      if (found.has(act.id) || steps.has(act.id)) continue
      if (position(subject.evolve(state, act), ctx) !== position(state, ctx)) continue
      const advice = advise(subject, state, act, ctx)
      const asks = distinct([...fulfilledBy(advice), ...answered(advice, gates)])
      if (lawful(advice) && asks.length > 0) found.set(act.id, { act, who, advice, asks, after })
    }
  }
  return [...found.values()]
}
