import type { Competence } from "../agency/Competence.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { LocalNorm } from "../profile/LocalNorm.ts"
import type { RoleId } from "../regulation/Role.ts"
import type { Addressed } from "./Addressed.ts"
import type { Act } from "./Fact.ts"
import type { Row } from "./Lifecycle.ts"
import type { Rule } from "./Rule.ts"
import { commencement, type Out, say } from "./Rule.ts"
import { instantAfter } from "./record.ts"
import { isOutside } from "./scope.ts"
import type { Context, Verdict } from "./Verdict.ts"

/** What every act has, whatever it is about. */
export interface ActEvent {
  /** The kind of fact, with which its row is found. */
  readonly _tag: string
  /** Unique among the facts of the case. */
  readonly id: string
  /** The day that counts in law. */
  readonly on: CivilDate
  /** The agency that acted. */
  readonly by?: string | undefined
}

/** Who answers for a verdict: the role that the norm names and the agency that fills it, where that is known. */
export interface Bearer {
  /** The role that the norm names. */
  readonly role: RoleId
  /** Id of the agency; `undefined` when that is not known. */
  readonly agency: string | undefined
}

/**
 * A subject of the regulation: its state, its facts, its rules. Advice, duties and explanation are written once over this shape;
 * a new subject supplies one value of it.
 */
export interface Subject<S extends { readonly id: string }, E extends ActEvent> {
  /** Its name, with which a local norm says whose cases it is about. */
  readonly id: string
  /** The particular with which a fact names its case. */
  readonly key: string
  /** In the order of the articles. */
  readonly rules: ReadonlyArray<Rule<S>>
  /** Of them those that say whether the Measures reach the case: they stand before every other. @article 2 @article 36 */
  readonly scope: ReadonlyArray<Rule<S>>
  /** The case with one more fact; the order of facts does not matter. */
  readonly evolve: (state: S, event: E) => S
  /** The case that these facts make, read in any order. */
  readonly fold: (id: string, events: ReadonlyArray<E>) => S
  /** Whether a fact opens the record: that holds on every day, whatever its own. */
  readonly opens: (event: E) => boolean
  /** The row of the lifecycle for a kind of fact; where cases of several kinds have lifecycles of their own, that of the case. */
  readonly row: (tag: E["_tag"], state?: S) => Row
  /** Where the case stands for those who may move it; where a part of it has a lifecycle of its own, as far as the act asks. */
  readonly position: (state: S, ctx: Context, event?: E) => string
  /** The instances of which an act speaks, as verdicts name them. */
  readonly instances: (state: S, event: E) => ReadonlyArray<string>
  /** The decisions of which an instance speaks, in the order of their days: what is entered after them is shown. */
  readonly decided: (state: S, instance: string) => ReadonlyArray<Act>
  /** What the act presupposes and is known to be absent. */
  readonly lacks: (state: S, event: E) => ReadonlyArray<string>
  /** Whether whoever acted may act so in this case. */
  readonly competence: (state: S, event: E, ctx: Context) => Competence
  /** Who answers for a verdict: of a finding whoever bore it when it arose, otherwise whoever does on the day asked. */
  readonly bearers: (verdict: Verdict, state: S, ctx: Context) => ReadonlyArray<Bearer>
  /** Who owes on the day asked what a verdict asks for: after a succession the successor, whoever bore the finding. */
  readonly owing: (verdict: Verdict, state: S, ctx: Context) => ReadonlyArray<Bearer>
  /** Whom an act that stands on the record tells what, as of the day asked. What an act on no norm tells is nothing. */
  readonly addressees: (state: S, event: E, ctx: Context) => ReadonlyArray<Addressed>
  /** The last day on which the periods that are owed stay the same ones. */
  readonly periodsUntil: (state: S, ctx: Context) => CivilDate | undefined
}

/**
 * The first of these decisions that an act precedes in law although it was entered after it. What was entered at one instant, as by one command
 * or with an imported register, was entered together.
 */
export const precededBy = (act: Act, decisions: ReadonlyArray<Act>): Act | undefined =>
  decisions.find(
    ({ entered, on }) =>
      act.on < on && act.entered !== undefined && entered !== undefined && instantAfter(act.entered, entered)
  )

/**
 * What these rules say about a case, in the order of the rules; the local norms of the profile come last. On a day before the Measures took
 * force they say nothing, and where the Measures are known not to reach the case only that is said. @article 2 @article 36
 */
export const evaluate = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  state: S,
  ctx: Context,
  rules: ReadonlyArray<Rule<S>> = subject.rules
): Array<Verdict> => {
  const out: Out = { verdicts: [], shared: new Map() }
  if (ctx.asOf < commencement) return out.verdicts
  const spoken = isOutside(subject.scope, state, ctx) ? subject.scope.filter((rule) => rules.includes(rule)) : rules
  for (const rule of spoken) rule.evaluate(state, ctx, out)
  for (const local of ctx.profile.localNorms) {
    if (local.subject !== subject.id || ctx.asOf < local.from || (local.until !== undefined && ctx.asOf > local.until))
      continue
    const theirs = local as LocalNorm<S>
    for (const { instance, ruling } of theirs.evaluate(state, ctx)) say(out, local.id, state.id, instance, ruling)
  }
  return out.verdicts.map((v) => {
    const precedes = v.act && precededBy(v.act, subject.decided(state, v.instance))
    return precedes === undefined ? v : { ...v, precedes }
  })
}
