/** One place on a way: how it was reached, and at what cost. */
export interface Place<A> {
  readonly at: A
  readonly before: Place<A> | undefined
  readonly cost: number
}

/** What came of a search: the cheapest place that is a goal, how many places were looked at, and whether any was left. */
export interface Searched<A> {
  readonly found: Place<A> | undefined
  readonly visited: number
  readonly exhausted: boolean
}

/**
 * Uniform-cost search; every next place costs more than the one before it. Of places with equal keys one is not looked at where a cheaper
 * one `replaces` it; of equal costs the one that was come to first counts as cheaper, so that the same question always gets the same
 * answer. After `limit` places it gives up and says so.
 */
export const cheapest = <A>(
  start: A,
  isGoal: (at: A) => boolean,
  keyOf: (at: A) => string,
  replaces: (cheaper: A, at: A) => boolean,
  next: (place: Place<A>) => Iterable<Place<A>>,
  limit: number
): Searched<A> => {
  const seen = new Map<string, Array<A>>()
  const frontier = new Map<number, Array<Place<A>>>([[0, [{ at: start, before: undefined, cost: 0 }]]])
  let visited = 0
  while (frontier.size > 0) {
    const cost = Math.min(...frontier.keys())
    const places = frontier.get(cost) ?? []
    frontier.delete(cost)
    for (const place of places) {
      const key = keyOf(place.at)
      const others = seen.get(key)
      if (others?.some((one) => replaces(one, place.at))) continue
      if (visited >= limit) return { found: undefined, visited, exhausted: false }
      if (others === undefined) seen.set(key, [place.at])
      else others.push(place.at)
      visited++
      if (isGoal(place.at)) return { found: place, visited, exhausted: false }
      for (const one of next(place)) {
        const same = frontier.get(one.cost)
        if (same === undefined) frontier.set(one.cost, [one])
        else same.push(one)
      }
    }
  }
  return { found: undefined, visited, exhausted: true }
}
