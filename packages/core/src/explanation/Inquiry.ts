/** *Could a fact that nobody stated change the outcome?* Every answer that it may have is put to the rule again; none is guessed. */
import { dayText } from "../civil/dayText.ts"
import type { Text } from "../regulation/Text.ts"
import { statuses } from "../regulation/terms.ts"
import { compare, sameVerdict } from "../verdict/compare.ts"
import { type ActEvent, evaluate, type Subject } from "../verdict/Subject.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import { conclusionText } from "./conclusionText.ts"
import { gateText, instanceText, limitText, type Vocabulary, word } from "./wording.ts"

/** One way in which a missing fact may turn out: the answer in words, and the case, or what is known beside it, as it would then be. */
export interface Supposition<S> {
  /** How the fact turns out, in words. */
  readonly answer: Text
  /** The case as it would then be; absent: as it is. */
  readonly state?: S
  /** What would then be known beside the case; absent: what is known now. */
  readonly ctx?: Context
}

/** The ways in which a fact that a verdict misses may turn out. Total: where nothing is missing there may be none. */
export type Suppose<S> = (state: S, v: Verdict, ctx: Context) => ReadonlyArray<Supposition<S>>

/** What a subject says about its missing facts; a host that asks for no explanation does not load it. */
export interface Suppositions<S> {
  /** By the name under which a rule reports a fact as missing. */
  readonly facts: { readonly [missing: string]: Suppose<S> }
  /** Which facts may leave the gate of a norm open whose status is known: asked in this order. */
  readonly gates: { readonly [norm: string]: ReadonlyArray<string> }
}

/** What the norm says if a missing fact turns out one way. */
export interface Answered {
  /** The answer that is supposed. */
  readonly answer: Text
  /** The verdict in words; not applicable where the norm would say nothing. */
  readonly conclusion: Text
  /** Whether it differs from what the norm says now. */
  readonly changes: boolean
  /** What would be missing still. */
  readonly missing: Text | undefined
}

/** A fact that a verdict misses, and what the verdict would be under each answer. */
export interface Inquiry {
  /** The name under which the rule misses it. */
  readonly name: string
  /** The fact in words. */
  readonly fact: Text
  /** Each answer that it may have, with what the norm would say. */
  readonly answers: ReadonlyArray<Answered>
  /** Whether the answer matters: two of them lead to different conclusions. */
  readonly decides: boolean
}

interface Case<S extends { readonly id: string }, E extends ActEvent> {
  readonly subject: Subject<S, E>
  readonly vocabulary: Vocabulary
  readonly state: S
  readonly v: Verdict
  readonly ctx: Context
}

/** What the norm of a verdict says in a supposed case: of the same instance, or of all where the verdict stands for instances not known yet. */
const again = <S extends { readonly id: string }, E extends ActEvent>(
  { ctx, state, subject, v }: Case<S, E>,
  supposed: Supposition<S>
): ReadonlyArray<Verdict> => {
  const rules = subject.rules.filter((r) => r.norm === v.norm)
  const said = evaluate(subject, supposed.state ?? state, supposed.ctx ?? ctx, rules).filter((w) => w.norm === v.norm)
  const same = said.filter((w) => sameVerdict(w, v))
  return same.length > 0 || v.instance !== "" ? same : said
}

const outcomeText = (v: Verdict, vocabulary: Vocabulary): Text => {
  const parts: Array<Text> = [conclusionText(v)]
  if (v.due !== undefined) parts.push({ zh: `期限${dayText(v.due).zh}`, en: `due ${v.due}` })
  else if (v.limit !== undefined) parts.push(limitText(v.limit))
  if (v.missing !== undefined) {
    const missing = word(vocabulary.missing, v.missing)
    parts.push({ zh: `尚缺${missing.zh}`, en: `still missing: ${missing.en}` })
  }
  if (v.gate !== undefined) parts.push(gateText(v.gate))
  return { zh: parts.map((t) => t.zh).join("，"), en: parts.map((t) => t.en).join(", ") }
}

/** Several verdicts in one sentence: those that read alike together, with their instances. */
const outcomesText = (said: ReadonlyArray<Verdict>, vocabulary: Vocabulary): Text => {
  const [only] = said
  if (only === undefined) return statuses.NotApplicable
  if (said.length === 1) return outcomeText(only, vocabulary)
  const alike = new Map<string, { readonly text: Text; readonly names: Array<Text> }>()
  for (const v of said) {
    const text = outcomeText(v, vocabulary)
    const group = alike.get(text.en) ?? { text, names: [] }
    group.names.push(instanceText(v.instance, vocabulary))
    alike.set(text.en, group)
  }
  const groups = [...alike.values()]
  return {
    zh: groups.map(({ names, text }) => `${names.map((t) => t.zh).join("、")}：${text.zh}`).join("；"),
    en: groups.map(({ names, text }) => `${names.map((t) => t.en).join(", ")}: ${text.en}`).join("; ")
  }
}

const answered = <S extends { readonly id: string }, E extends ActEvent>(
  asked: Case<S, E>,
  supposed: Supposition<S>
): Answered => {
  const said = again(asked, supposed)
  const open = said.find((w) => w.missing !== undefined)?.missing
  return {
    answer: supposed.answer,
    conclusion: outcomesText(said, asked.vocabulary),
    changes: compare([asked.v], said).length > 0,
    missing: open === undefined ? undefined : word(asked.vocabulary.missing, open)
  }
}

const ask = <S extends { readonly id: string }, E extends ActEvent>(
  asked: Case<S, E>,
  name: string,
  suppose: Suppose<S>
): Inquiry => {
  const answers = suppose(asked.state, asked.v, asked.ctx).map((one) => answered(asked, one))
  return {
    name,
    fact: word(asked.vocabulary.missing, name),
    answers,
    decides: new Set(answers.map(({ conclusion }) => conclusion.en)).size > 1
  }
}

/**
 * What a verdict misses, and what it would be under each answer. `undefined` where nothing is missing, or the subject has no answers to
 * suppose. A verdict whose status is known may still leave its gate open: then the first fact that would decide the gate is asked.
 */
export const inquire = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  vocabulary: Vocabulary,
  suppositions: Suppositions<S>,
  state: S,
  v: Verdict,
  ctx: Context
): Inquiry | undefined => {
  const asked: Case<S, E> = { subject, vocabulary, state, v, ctx }
  const of = (name: string): Inquiry | undefined => {
    const suppose = Object.hasOwn(suppositions.facts, name) ? suppositions.facts[name] : undefined
    return suppose === undefined ? undefined : ask(asked, name, suppose)
  }
  if (v.missing !== undefined) return of(v.missing)
  if (v.gate !== "unknown") return undefined
  for (const name of suppositions.gates[v.norm] ?? []) {
    const inquiry = of(name)
    if (inquiry?.decides === true) return inquiry
  }
  return undefined
}
