/** Which kinds of acts can be steps towards a goal at all: read from the lifecycle rows and from what the rules read, before any search. */
import type { NormId } from "../regulation/Norm.ts"
import type { ActEvent } from "../verdict/Subject.ts"
import type { Wayfinder } from "./Wayfinder.ts"

interface Edge {
  readonly kind: string
  readonly from: string
  readonly to: string
}

/** The positions that can be come to from one without passing another. */
const reached = (edges: ReadonlyArray<Edge>, start: string, avoiding: string): ReadonlySet<string> => {
  const found = new Set([start])
  for (const at of found) for (const { from, to } of edges) if (from === at && to !== avoiding) found.add(to)
  return found
}

/** The moves that lie on a route to the goal on which no position comes twice. */
const onRoute = (edges: ReadonlyArray<Edge>, start: string, goal: string): ReadonlyArray<Edge> =>
  edges.filter(
    ({ from, to }) =>
      from !== to &&
      from !== goal &&
      to !== start &&
      reached(edges, start, to).has(from) &&
      reached(edges, to, from).has(goal)
  )

/**
 * The kinds of acts that may be steps, in the order of the course; none where no route leads to the goal.
 *
 * A kind that moves the case is a step where it leads from one position on a route to another; what breaks off only where
 * nothing but breaking off leads from there to the goal. One that leaves it where it is (a track, or another version of what is
 * there already) is a step only where it writes to what a gate of such a step reads: along the course of any gate, beside the course (no
 * usual position) of a gate that denies. Every other track is idle: it changes nothing that matters on the way, whatever happens on it.
 */
export const stepKinds = <S extends { readonly id: string }, E extends ActEvent>(
  { exits, kinds, moves, openings, subject, touches }: Wayfinder<S, E>,
  start: string,
  goal: string
): ReadonlyArray<E["_tag"]> => {
  const all = kinds.flatMap((kind) => moves(kind).map((move): Edge => ({ kind, ...move })))
  const breaking = all.filter(({ kind }) => exits.has(kind))
  const edges = all.filter(({ kind, to }) => !exits.has(kind) || reached(breaking, to, "").has(goal))
  const route = onRoute(edges, start, goal)
  const positions = new Set(route.flatMap(({ from, to }) => [from, to]))
  const moving = new Set<E["_tag"]>(
    edges
      .filter(({ from, to }) => from !== to && from !== goal && positions.has(from) && positions.has(to))
      .map(({ kind }) => kind)
  )
  const chosen = new Set<E["_tag"]>([...openings, ...moving])
  const readBy = (binding: boolean): ReadonlySet<string> => {
    const norms = new Set<string>()
    for (const kind of chosen) {
      for (const [norm, strength] of Object.entries(subject.row(kind).guards ?? {}) as ReadonlyArray<[NormId, string]>)
        if (!binding || strength === "required" || strength === "competence") norms.add(norm)
    }
    return new Set(subject.rules.filter((rule) => norms.has(rule.norm)).flatMap((rule) => rule.reads))
  }
  for (let before = -1; before < chosen.size; ) {
    before = chosen.size
    const [any, binding] = [readBy(false), readBy(true)]
    for (const kind of kinds) {
      if (chosen.has(kind) || exits.has(kind)) continue
      if (moves(kind).some(({ from, to }) => from !== to && positions.has(from))) continue
      const { from } = subject.row(kind)
      const reads = from?.some((position) => positions.has(position)) ? any : binding
      if (touches(kind).some((slice) => reads.has(slice))) chosen.add(kind)
    }
  }
  return route.length === 0 ? [] : kinds.filter((kind) => chosen.has(kind))
}
