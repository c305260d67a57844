/** Delegations as they lead from agencies to people. */
import type { Actor, Delegation, Post } from "./Actor.ts"

/** Delegations that lead from an agency to a person, in this order; `posts` are those that make the person one of whom the last entrusts. */
export interface Entrusting {
  readonly chain: ReadonlyArray<Delegation>
  readonly posts: ReadonlyArray<Post> | undefined
}

interface Index {
  readonly byId: ReadonlyMap<string, Delegation>
  readonly toAgency: ReadonlyMap<string, ReadonlyArray<Delegation>>
  readonly toPerson: ReadonlyMap<string, ReadonlyArray<Delegation>>
}

const indexes = new WeakMap<ReadonlyArray<Delegation>, Index>()

/** Made once for a list, which does not change: a decision then looks at nobody else's delegations. */
const indexOf = (delegations: ReadonlyArray<Delegation>): Index => {
  const known = indexes.get(delegations)
  if (known !== undefined) return known
  const [toAgency, toPerson] = [new Map<string, Array<Delegation>>(), new Map<string, Array<Delegation>>()]
  const byId = new Map<string, Delegation>()
  for (const delegation of delegations) {
    if (!byId.has(delegation.id)) byId.set(delegation.id, delegation)
    const [to, key] = "agency" in delegation.to ? [toAgency, delegation.to.agency] : [toPerson, delegation.to.person]
    const others = to.get(key)
    if (others === undefined) to.set(key, [delegation])
    else others.push(delegation)
  }
  const index = { byId, toAgency, toPerson }
  indexes.set(delegations, index)
  return index
}

/** The delegations up to the first one, and behind it: what passes on what nobody has entrusted, or itself, leads from nowhere. */
const chainOf = (last: Delegation, { byId }: Index): ReadonlyArray<Delegation> => {
  const chain = [last]
  for (let first = last; first.of !== undefined; ) {
    const before = byId.get(first.of)
    if (before === undefined || chain.includes(before)) return []
    chain.unshift(before)
    first = before
  }
  return chain
}

/**
 * Every chain of delegations from an agency to a person, whether it holds or not: also where whoever was entrusted has entrusted the person in
 * turn without saying that it was passed on.
 */
export const delegationsOf = (
  delegations: ReadonlyArray<Delegation>,
  actor: Actor,
  agency: string
): ReadonlyArray<Entrusting> => {
  if (delegations.length === 0) return []
  const index = indexOf(delegations)
  const found: Array<Entrusting> = []
  const look = (last: Delegation, posts: ReadonlyArray<Post> | undefined): void => {
    const chain = chainOf(last, index)
    const [first] = chain
    if (first === undefined) return
    if (first.from === agency) return void found.push({ chain, posts })
    for (const of of index.toAgency.get(first.from) ?? []) {
      const before = chainOf(of, index)
      if (before[0]?.from === agency) found.push({ chain: [...before, ...chain], posts })
    }
  }
  for (const delegation of index.toPerson.get(actor.person) ?? []) look(delegation, undefined)
  for (const at of new Set(actor.posts.map((post) => post.agency)))
    for (const delegation of index.toAgency.get(at) ?? [])
      look(
        delegation,
        actor.posts.filter((post) => post.agency === at)
      )
  return found
}
