import type { RoleId } from "../regulation/Role.ts"
import { type Advice, advise } from "../verdict/Advice.ts"
import type { ActEvent, Bearer } from "../verdict/Subject.ts"
import type { Context } from "../verdict/Verdict.ts"
import { cheapest, type Place } from "./cheapest.ts"
import { lacksOf, obstructs, supposed } from "./lacks.ts"
import type { Lack } from "./Way.ts"
import type { Wayfinder } from "./Wayfinder.ts"

/** An act in the case as it stood before it. */
export interface Taken<S, E> {
  readonly before: S
  readonly act: E
  readonly who: ReadonlyArray<Bearer>
  readonly advice: Advice
}

/** A way as it was found, from the first act to the last, with what it assumes. */
export interface Found<S, E> {
  readonly taken: ReadonlyArray<Taken<S, E>>
  readonly lacks: ReadonlyArray<Lack>
}

interface Stand<S, E> {
  readonly state: S
  readonly taken: Taken<S, E> | undefined
  /** What was assumed to get here, each once, by its name. */
  readonly lacks: ReadonlyMap<string, Lack>
}

/** Whether an act may lawfully be done, and by whoever is to do it. */
export const lawful = ({ reasons }: Advice): boolean => !reasons.some(obstructs)

/** How much is remarked about an act that may be done. */
const noticesOf = ({ reasons }: Advice): number => reasons.filter((reason) => !obstructs(reason)).length

/**
 * A notice outweighs every number of plain steps; a step out of the course weighs as much as three, so that what nobody knows of a finished
 * system sends nobody past its acceptance. An assumption outweighs every number of those. Of as many
 * assumptions vacancies come first: that an act goes to nobody is no fact of the record that somebody could look up.
 */
const weights = { step: 1, noticed: 1_000, unusual: 3_000, vacancy: 1_000_000, other: 1_100_000 }

const weightOf = ({ _tag }: Lack): number => (_tag === "Holder" ? weights.vacancy : weights.other)

/**
 * The cheapest way: with the fewest assumptions, where any are allowed; then with the fewest notices and steps out of the ordinary course (each as three);
 * then with the fewest steps. No act comes twice on one way, so there are finitely many places. Facts make a place, not verdicts: a
 * submission that no norm asks for yet may open the way.
 *
 * With `assumed`, a context that fills what is vacant, an act that is barred may be taken nevertheless; what would have to be there is kept.
 */
export const seek = <S extends { readonly id: string }, E extends ActEvent>(
  wayfinder: Wayfinder<S, E>,
  kinds: ReadonlyArray<E["_tag"]>,
  start: S,
  goal: string,
  ctx: Context,
  limit: number,
  assumed?: Context
): { readonly found: Found<S, E> | undefined; readonly visited: number; readonly exhausted: boolean } => {
  const { position, propose, subject, unusual } = wayfinder
  const slices = [...new Set(kinds.flatMap(wayfinder.touches))]
  const shown = new WeakMap<object, string>()
  // When an act was, among those of its day, is told by the position that it led to.
  const factsOf = (value: unknown): string => {
    if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? ""
    let text = shown.get(value)
    if (text === undefined) {
      text = JSON.stringify(value, (key, part) => (key === "moves" || key === "order" ? undefined : part))
      shown.set(value, text)
    }
    return text
  }
  const keyOf = ({ state }: Stand<S, E>): string =>
    [position(state, assumed ?? ctx), ...slices.map((slice) => factsOf(state[slice]))].join("\n")
  // Where a place was reached assuming no more, whatever leads on from it leads on from there.
  const replaces = (one: Stand<S, E>, other: Stand<S, E>): boolean =>
    [...one.lacks.keys()].every((name) => other.lacks.has(name))

  const next = (place: Place<Stand<S, E>>): ReadonlyArray<Place<Stand<S, E>>> => {
    const { lacks, state } = place.at
    const places: Array<Place<Stand<S, E>>> = []
    const filledBy = (role: RoleId): string | undefined => wayfinder.filledBy(state, role, ctx)
    const proposed =
      assumed === undefined
        ? propose(state, ctx, kinds)
        : propose(state, assumed, kinds).flatMap(({ act, who }) => supposed(act, who).map((one) => ({ act: one, who })))
    for (const { act, who } of proposed) {
      if (done(place, act.id)) continue
      const advice = advise(subject, state, act, assumed ?? ctx)
      if (assumed === undefined && !lawful(advice)) continue
      const all = new Map(lacks)
      let cost = place.cost + weights.step
      for (const lack of assumed === undefined ? [] : lacksOf(act, advice, filledBy)) {
        const name = JSON.stringify(lack)
        if (!all.has(name)) cost += weightOf(lack)
        all.set(name, lack)
      }
      cost += weights.noticed * noticesOf(advice) + (unusual(state, act) ? weights.unusual : 0)
      const taken = { before: state, act, who, advice }
      places.push({ at: { state: subject.evolve(state, act), taken, lacks: all }, before: place, cost })
    }
    return places
  }
  const { exhausted, found, visited } = cheapest<Stand<S, E>>(
    { state: start, taken: undefined, lacks: new Map() },
    ({ state }) => position(state, assumed ?? ctx) === goal,
    keyOf,
    replaces,
    next,
    limit
  )
  return { found: found && { taken: takenTo(found), lacks: [...found.at.lacks.values()] }, visited, exhausted }
}

/** Whether an act was done on the way to a place. */
const done = <S, E extends ActEvent>(place: Place<Stand<S, E>>, id: string): boolean => {
  for (let at: typeof place | undefined = place; at !== undefined; at = at.before)
    if (at.at.taken?.act.id === id) return true
  return false
}

const takenTo = <S, E>(last: Place<Stand<S, E>>): ReadonlyArray<Taken<S, E>> => {
  const taken: Array<Taken<S, E>> = []
  for (let at: typeof last | undefined = last; at !== undefined; at = at.before)
    if (at.at.taken !== undefined) taken.push(at.at.taken)
  return taken.reverse()
}
