import type { Competence } from "../agency/Competence.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { NormId } from "../regulation/Norm.ts"
import type { RoleId } from "../regulation/Role.ts"
import { type Answer, basisOf } from "./Basis.ts"
import { type Change, compare, sameVerdict } from "./compare.ts"
import type { Act } from "./Fact.ts"
import type { Strength } from "./Lifecycle.ts"
import { commencement, type Rule } from "./Rule.ts"
import { type ActEvent, type Bearer, evaluate, precededBy, type Subject } from "./Subject.ts"
import { isOutside } from "./scope.ts"
import { statementOf } from "./stated.ts"
import { adverse, type Context, type Gate, type Note, open, type Verdict } from "./Verdict.ts"

/** What may be said of an intended act, from best to worst. */
export type Outcome = "Allowed" | "AllowedWithNotice" | "Undetermined" | "OutOfOrder" | "NotEntitled" | "Denied"
const rank: { readonly [O in Outcome]: number } = {
  Allowed: 0,
  AllowedWithNotice: 1,
  Undetermined: 2,
  OutOfOrder: 3,
  NotEntitled: 4,
  Denied: 5
}

/** Whether an outcome stands in the way of its act. */
export const barring = (outcome: Outcome): boolean => rank[outcome] >= rank.Undetermined

/** Why: a norm, who acts, the order of acts, a particular that the record lacks, an entry after a decision, or a day before the Measures took force. */
export type Reason =
  | {
      readonly _tag: "Norm"
      readonly outcome: Outcome
      readonly act: string
      readonly strength: Strength | "incidental"
      readonly verdict: Verdict
      /** Whose verdict it is: not always the actor's. */
      readonly bearers: ReadonlyArray<Bearer>
    }
  | {
      readonly _tag: "Competence"
      readonly outcome: Outcome
      readonly act: string
      readonly by: string | undefined
      readonly needs: ReadonlyArray<RoleId>
      /** The norm whose sentence gives the act to these roles; `undefined`: no sentence does, and the act is never denied for it. */
      readonly reserved: NormId | undefined
      readonly competence: Exclude<Competence, { readonly _tag: "Competent" }>
    }
  | {
      readonly _tag: "Order"
      readonly outcome: Outcome
      readonly act: string
      readonly position: string
      readonly from: ReadonlyArray<string>
      readonly lacks: ReadonlyArray<string>
    }
  | { readonly _tag: "Missing"; readonly outcome: Outcome; readonly act: string; readonly field: string }
  | {
      readonly _tag: "EnteredAfter"
      readonly outcome: Outcome
      readonly act: string
      readonly on: CivilDate
      /** The decision that the act precedes in law, and after which it is entered. */
      readonly decision: Act
    }
  | { readonly _tag: "BeforeCommencement"; readonly outcome: Outcome; readonly act: string; readonly on: CivilDate }

/** The answer to *may I?*: all reasons, not the first, and what the acts would change. */
export interface Advice extends Answer {
  /** The worst of the reasons; `Allowed` without one. */
  readonly outcome: Outcome
  /** Every reason, notices too. */
  readonly reasons: ReadonlyArray<Reason>
  /** How the verdicts would read after the acts. */
  readonly changes: ReadonlyArray<Change>
}

/**
 * What acts done together on a day would do. Nothing is recorded; recording is never refused.
 *
 * *Denied* always quotes: an unmet norm, or the sentence that gives the act to somebody else. *NotEntitled* claims no sentence: what the act
 * ends, returns, withdraws, takes over or hands on is another's.
 *
 * Gates are read after the act, changed or not: an unmet gate of one of these acts, of strength required or competence, denies.
 * Everything else that turns adverse is a notice that names whose it is; denial never depends on who bears it.
 *
 * `since` is the case on the day of entry, where that is later than the day of the acts: an act is told of a decision that it precedes.
 */
export const advise = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  state: S,
  acts: E | ReadonlyArray<E>,
  context: Context,
  since: S = state
): Advice => {
  const events = Array.isArray(acts) ? (acts as ReadonlyArray<E>) : [acts as E]
  let day = context.asOf
  for (const [i, e] of events.entries()) if (i === 0 || e.on > day) day = e.on
  const ctx = { ...context, asOf: day }
  const reasons: Array<Reason> = []
  let after = state
  for (const e of events) {
    enteredAfter(subject, since, e, reasons)
    order(subject, after, e, ctx, reasons)
    after = subject.evolve(after, e)
    competent(subject, after, e, ctx, reasons)
  }
  const asked = affected(subject, state, after, ctx)
  const verdicts = evaluate(subject, after, ctx, asked)
  const changes = compare(evaluate(subject, state, ctx, asked), verdicts)
  const trial: Trial<S, E> = { subject, after, ctx, asked, verdicts, changes }
  for (const e of events) {
    reasons.push(...gates(trial, e))
  }
  const last = events.at(-1)?.id ?? ""
  for (const { after: v } of changes) {
    if (v === undefined || !adverse(v.status)) continue
    if (reasons.some((r) => r._tag === "Norm" && sameVerdict(r.verdict, v))) continue
    reasons.push(because(trial, v, last, "incidental", "AllowedWithNotice"))
  }
  let outcome: Outcome = "Allowed"
  for (const r of reasons) if (rank[r.outcome] > rank[outcome]) outcome = r.outcome
  return { outcome, reasons, changes, basis: basisOf(ctx) }
}

/** The rules whose slices are other objects than before; all of them, where the acts bring the case under the Measures or take it out. */
const affected = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  before: S,
  after: S,
  ctx: Context
): ReadonlyArray<Rule<S>> =>
  isOutside(subject.scope, before, ctx) !== isOutside(subject.scope, after, ctx)
    ? subject.rules
    : subject.rules.filter((r) => r.reads.some((slice) => before[slice] !== after[slice]))

/** The case after the acts, and what its rules say of it: those whose slices the acts touched have been asked already. */
interface Trial<S extends { readonly id: string }, E extends ActEvent> {
  readonly subject: Subject<S, E>
  readonly after: S
  readonly ctx: Context
  readonly asked: ReadonlyArray<Rule<S>>
  readonly verdicts: ReadonlyArray<Verdict>
  readonly changes: ReadonlyArray<Change>
}

const because = <S extends { readonly id: string }, E extends ActEvent>(
  { after, ctx, subject }: Trial<S, E>,
  verdict: Verdict,
  act: string,
  strength: Strength | "incidental",
  outcome: Outcome
): Reason => ({ _tag: "Norm", outcome, act, strength, verdict, bearers: subject.bearers(verdict, after, ctx) })

/** What the guards of an act say after it. */
const gates = <S extends { readonly id: string }, E extends ActEvent>(
  trial: Trial<S, E>,
  e: E
): ReadonlyArray<Reason> => {
  const { after, asked, changes, ctx, subject, verdicts } = trial
  const guards = subject.row(e._tag, after).guards ?? {}
  const names = subject.instances(after, e)
  const reasons: Array<Reason> = []
  for (const [norm, strength] of Object.entries(guards) as Array<[NormId, Strength]>) {
    const rules = subject.rules.filter((r) => r.norm === norm)
    const said = asked.some((r) => r.norm === norm) ? verdicts : evaluate(subject, after, ctx, rules)
    for (const v of said) {
      if (v.norm !== norm) continue
      if (v.instance !== "" && !names.includes(v.instance) && !changes.some((c) => c.after === v)) continue
      const binding = v.bars ? "required" : strength
      const outcome = judge(v, binding, e)
      if (outcome !== undefined) reasons.push(because(trial, v, e.id, binding, outcome))
    }
  }
  return reasons
}

/** Whether what a guard asks for holds after the act: the rule says so, or it follows from the status. */
const gateOf = (v: Verdict, on: CivilDate): Gate =>
  v.gate ??
  (v.status === "Breached" ||
  v.status === "Overdue" ||
  v.status === "DoesNotQualify" ||
  (v.status === "Pending" && v.due !== undefined && v.due <= on)
    ? "unmet"
    : v.status === "Undetermined"
      ? "unknown"
      : "met")

/** Remarks that say nothing about the act in hand. */
const passing: ReadonlySet<Note> = new Set<Note>([
  "lapsed",
  "displaced",
  "earlier-breach",
  "declared-judgement",
  "judged"
])

const judge = (v: Verdict, how: Strength, e: ActEvent): Outcome | undefined => {
  const gate = gateOf(v, e.on)
  const binding = how === "required" || how === "competence"
  if (binding && gate === "unmet") return "Denied"
  if (binding && gate === "unknown") return "Undetermined"
  if (gate !== "met" || (v.note !== undefined && !passing.has(v.note))) return "AllowedWithNotice"
  if (binding || v.gate === "met") return undefined
  return open(v) || v.status === "PresumptionDefeated" ? "AllowedWithNotice" : undefined
}

/** An act of a day before a decision that was entered before the act: it is shown, since whoever decided had no entry of it before him. */
const enteredAfter = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  since: S,
  e: E,
  reasons: Array<Reason>
): void => {
  const decisions = subject.instances(since, e).flatMap((instance) => subject.decided(since, instance))
  const decision = precededBy(statementOf(e), decisions)
  if (decision !== undefined)
    reasons.push({ _tag: "EnteredAfter", outcome: "AllowedWithNotice", act: e.id, on: e.on, decision })
}

const competent = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  after: S,
  e: E,
  ctx: Context,
  reasons: Array<Reason>
): void => {
  const answer = subject.competence(after, e, ctx)
  if (answer._tag === "Competent") return
  const { owned, reserved, who } = subject.row(e._tag, after)
  // What nobody can perform is no act, and what is another's is no stranger's; otherwise only a sentence stops somebody.
  const refused: Outcome | undefined =
    reserved !== undefined ? "Denied" : owned || who.length === 0 ? "NotEntitled" : undefined
  const outcome = refused === undefined ? "AllowedWithNotice" : answer._tag === "Unknown" ? "Undetermined" : refused
  reasons.push({ _tag: "Competence", outcome, act: e.id, by: e.by, needs: who, reserved, competence: answer })
}

/** Whether a particular that the record should hold is missing; `findings.norm`: whether the items of a list do not all state it, or there is none. */
const lacking = (said: { readonly [field: string]: unknown }, field: string): boolean => {
  const [name = field, part] = field.split(".")
  const value = said[name]
  if (part === undefined) return value === undefined || value === null
  return (
    Array.isArray(value) && (value.length === 0 || value.some((one) => one[part] === undefined || one[part] === null))
  )
}

const order = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  before: S,
  e: E,
  ctx: Context,
  reasons: Array<Reason>
): void => {
  const { from, needs = [], states = [] } = subject.row(e._tag, before)
  const position = subject.position(before, ctx, e)
  const lacks = subject.lacks(before, e)
  if (lacks.length > 0 || (from !== undefined && !from.includes(position))) {
    reasons.push({
      _tag: "Order",
      outcome: lacks.length > 0 ? "OutOfOrder" : "AllowedWithNotice",
      act: e.id,
      position,
      from: from ?? [],
      lacks
    })
  }
  const said = e as unknown as { readonly [field: string]: unknown }
  const missing = [
    ...needs.filter((field) => lacking(said, field)),
    ...states.filter((field) => said[field] === undefined)
  ]
  for (const field of missing) reasons.push({ _tag: "Missing", outcome: "AllowedWithNotice", act: e.id, field })
  if (e.on < commencement)
    reasons.push({ _tag: "BeforeCommencement", outcome: "AllowedWithNotice", act: e.id, on: e.on })
}
