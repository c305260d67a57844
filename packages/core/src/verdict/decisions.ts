/** What was decided in one matter, in a round, an acceptance or a request: each decision is kept, and each is judged by itself. */
import { type Act, type Fact, known } from "./Fact.ts"
import { told } from "./lists.ts"
import type { Ruling } from "./Verdict.ts"

/** A matter that is decided. */
export interface Decided<D extends Act = Act> {
  /** By which verdicts name it. */
  readonly instance: string
  /** The first decision on it. */
  readonly decision?: Fact<D>
  /** Those that were made of the same matter after the first, in the order of their days. */
  readonly further?: ReadonlyArray<D>
}

type DecisionOf<X extends Decided> = Extract<X["decision"], Act>

/** Every decision on a matter, in the order of their days. */
export const decisionsOn = <X extends Decided>({ decision, further = [] }: X): ReadonlyArray<DecisionOf<X>> =>
  (known(decision) ? [decision, ...further] : []) as ReadonlyArray<unknown> as ReadonlyArray<DecisionOf<X>>

/** The matter with one more decision, each told once. */
export const decided = <X extends Decided>(matter: X, more: DecisionOf<X>): X => {
  const [decision, ...further] = told(decisionsOn(matter), more)
  return further.length === 0 ? { ...matter, decision } : { ...matter, decision, further }
}

/** How verdicts name a further decision. */
export const decisionInstance = (ref: string | undefined): string => `decision/${ref ?? ""}`

/** The matter as each of its decisions has it before it: itself with the first or with none, then once for each further one, named by it. */
export const perDecision = <X extends Decided>(matter: X): ReadonlyArray<X> =>
  matter.further === undefined
    ? [matter]
    : [
        matter,
        ...matter.further.map((decision) => ({
          ...matter,
          instance: decisionInstance(decision.ref),
          decision,
          further: undefined
        }))
      ]

/** The matter with every decision on it changed. */
export const withDecisions = <X extends Decided>(matter: X, change: (decision: DecisionOf<X>) => DecisionOf<X>): X => {
  const [decision, ...further] = decisionsOn(matter).map(change)
  if (decision === undefined) return matter
  return further.length === 0 ? { ...matter, decision } : { ...matter, decision, further }
}

/** A matter with the part changed that bears this name: the whole, or what one of its further decisions has before it. */
export const inDecision = <X extends Decided>(matter: X, instance: string, change: (view: X) => X): X => {
  const view = perDecision(matter).find((one) => one.instance === instance)
  if (view === undefined || view.instance === matter.instance) return change(matter)
  const { decision, further } = matter
  const changed = change(view)
  return {
    ...changed,
    instance: matter.instance,
    decision,
    further: further?.map((one) => (one === view.decision ? changed.decision : one))
  }
}

const sameAct = (a: Act | undefined, b: Act | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.ref !== undefined && a.ref === b.ref)

const sameFinding = (a: Ruling, b: Ruling): boolean =>
  a.status === b.status &&
  a.note === b.note &&
  a.missing === b.missing &&
  a.gate === b.gate &&
  a.bars === b.bars &&
  a.due === b.due &&
  sameAct(a.trigger, b.trigger) &&
  sameAct(a.act, b.act)

/** What a norm finds of a matter, and of every further decision on it; what it found of the same acts already is not said again. */
export const eachFinding = <X extends Decided, R extends Ruling>(
  matter: X,
  rule: (view: X) => R,
  say: (instance: string, found: R) => void
): void => {
  const said: Array<R> = []
  for (const view of perDecision(matter)) {
    const found = rule(view)
    if (said.some((one) => sameFinding(one, found))) continue
    said.push(found)
    say(view.instance, found)
  }
}
