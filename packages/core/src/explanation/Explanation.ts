import { dayText } from "../civil/dayText.ts"
import { reading as readAs } from "../profile/Profile.ts"
import { cite } from "../regulation/Citation.ts"
import { isNormId, type NormId, type ReadingId, type Readings } from "../regulation/Norm.ts"
import { norms } from "../regulation/norms.ts"
import { normTerms } from "../regulation/normTerms.ts"
import { readings } from "../regulation/readings.ts"
import { readingTexts } from "../regulation/readingTexts.ts"
import type { Text } from "../regulation/Text.ts"
import { forces, standing } from "../regulation/terms.ts"
import { type Basis, basisOf } from "../verdict/Basis.ts"
import { sameVerdict } from "../verdict/compare.ts"
import { type ActEvent, evaluate, type Subject } from "../verdict/Subject.ts"
import { type Context, open, type Verdict } from "../verdict/Verdict.ts"
import { barsText, bindingTexts, localBinding, owedText } from "./bindingTexts.ts"
import { conclusionText } from "./conclusionText.ts"
import { type DocumentUsed, documentUsed } from "./DocumentUsed.ts"
import { type Inquiry, inquire, type Suppositions } from "./Inquiry.ts"
import { restsOn, sourceText } from "./restsOn.ts"
import { standingTexts } from "./standingTexts.ts"
import {
  actText,
  bearerText,
  gateText,
  instanceText,
  intervalText,
  limitText,
  precedesText,
  type Vocabulary,
  word
} from "./wording.ts"

/** What the verdict would be under another option of a reading; asked again, not guessed. */
export interface Alternative {
  /** The option, as profiles name it. */
  readonly option: string
  /** The option in words. */
  readonly text: Text
  /** The verdict under this option; absent where the norm would say nothing. */
  readonly status: Text | undefined
  /** Whether the verdict would have another status or remark, or would not be said at all. */
  readonly changes: boolean
}

/** An open question of the text that bears on a verdict: how it is read, and what the other readings would say. */
export interface ReadingUsed {
  /** The open question, e.g. `A10a`. */
  readonly id: ReadingId
  /** What the text leaves open. */
  readonly question: Text
  /** The option in force; `by` names the document of the profile that chose it, be it the one that the analysis recommends. */
  readonly chosen: { readonly option: string; readonly text: Text; readonly by?: Text }
  /** Every other option. */
  readonly alternatives: ReadonlyArray<Alternative>
}

/** How a norm binds: its force and its wording as the library names them, and a sentence that says what follows. */
export interface Binding {
  /** Absent for a local norm, of which the library knows the words alone. */
  readonly force: Text | undefined
  /** The words that make it binding or leave it open; absent for a local norm. */
  readonly modality: Text | undefined
  /** What follows from it, in one sentence. */
  readonly says: Text
}

/**
 * A verdict put into words: quote and how it binds, facts, reading and alternative, document of the profile, what is missing, versions.
 * Same inputs, same bytes.
 */
export interface Explanation {
  /** Id of the norm. */
  readonly norm: string
  /** What the verdict is about, as verdicts name it; empty for the case as a whole. */
  readonly instance: string
  /** What the instance is called. */
  readonly about: Text
  /** The name of the article, or the title of the local document. */
  readonly article: Text
  /** The words of the norm; the Chinese is the source's, the English the library's. */
  readonly quote: Text
  /** The norm in one line. */
  readonly summary: Text
  /** How the norm binds. */
  readonly binding: Binding
  /** The status, with its remark. */
  readonly conclusion: Text
  /** Whether what is asked for before an act holds, where the norm says so beside its status. */
  readonly gate: Text | undefined
  /** The facts, days and particulars on which the verdict rests, or that it misses. */
  readonly facts: ReadonlyArray<Text>
  /** Who answers for it. */
  readonly bearers: ReadonlyArray<Text>
  /** On what the verdict rests: the Measures alone, or which document of the profile. */
  readonly restsOn: Text
  /** The document of the profile on which it rests beside the Measures: value, status, days and region. */
  readonly document: DocumentUsed | undefined
  /** The open questions that bear on it. */
  readonly readings: ReadonlyArray<ReadingUsed>
  /** The fact that is missing, and what the norm would say under each answer that it may have. */
  readonly inquiry: Inquiry | undefined
  /** What to do; `undefined` where there is nothing to mend. */
  readonly remedy: Text | undefined
  /** What has to be said wherever the verdict is shown. */
  readonly standing: ReadonlyArray<Text>
  /** The versions that it rests on. */
  readonly basis: Basis
}

const bindingOf = (v: Verdict): Binding => {
  if (!isNormId(v.norm)) return { force: undefined, modality: undefined, says: localBinding }
  const { force, modality } = norms[v.norm]
  // A day that no document fixed comes of how the sentence is read: then it is owed, though the text leaves it to need.
  const says =
    force === "discretionary" && v.due !== undefined && v.entry === undefined ? owedText : bindingTexts[force]
  return {
    force: forces[force],
    modality: forces[modality],
    says: v.bars === undefined ? says : { zh: `${says.zh}；${barsText.zh}`, en: `${says.en}; ${barsText.en}` }
  }
}

const leads = {
  trigger: { zh: "起因", en: "set off by" },
  act: { zh: "相关事实", en: "answered by" }
}

/** Where a norm stands and what it says: of the Measures, or of the local document that added it. */
export const citation = (
  v: Pick<Verdict, "norm">,
  ctx: Context
): { readonly article: Text; readonly quote: Text; readonly summary: Text } => {
  if (isNormId(v.norm)) return { ...cite(v.norm), summary: normTerms[v.norm].summary }
  const local = ctx.profile.localNorms.find((n) => n.id === v.norm)
  const unknown = { zh: v.norm, en: v.norm }
  return local === undefined
    ? { article: unknown, quote: unknown, summary: unknown }
    : { article: local.source.title, quote: local.quote, summary: local.summary }
}

/** What to do about a verdict that is not as it should be, or not yet. */
export const remedyText = (norm: string): Text | undefined =>
  isNormId(norm) ? (normTerms[norm].remedy ?? undefined) : undefined

const factTexts = (v: Verdict, ctx: Context, vocabulary: Vocabulary): ReadonlyArray<Text> => {
  const facts: Array<Text> = []
  if (v.trigger !== undefined) facts.push(actText(leads.trigger, v.trigger, ctx.directory, vocabulary))
  if (v.act !== undefined && v.act !== v.trigger) facts.push(actText(leads.act, v.act, ctx.directory, vocabulary))
  if (v.act !== undefined && v.precedes !== undefined) facts.push(precedesText(v.act.on, v.act.entered, v.precedes))
  if (v.due !== undefined) facts.push({ zh: `期限：${dayText(v.due).zh}`, en: `due: ${v.due}` })
  else if (v.limit !== undefined) facts.push(limitText(v.limit))
  else if (open(v)) facts.push(standing.noStatutoryTerm)
  if (v.missing !== undefined) {
    const missing = word(vocabulary.missing, v.missing)
    facts.push({ zh: `缺少的事实：${missing.zh}`, en: `missing fact: ${missing.en}` })
  }
  for (const interval of v.intervals ?? []) facts.push(intervalText(interval))
  return facts
}

/** The gate of a norm, in words. What is only flagged asks for nothing before an act, unless a reading lets it bar. */
const gateOf = (v: Verdict): Text | undefined =>
  v.gate === undefined || (v.status === "Flagged" && v.bars !== true) ? undefined : gateText(v.gate)

/** A status with its remark, and the gate where another reading opens or shuts it. */
const gatedText = (again: Verdict, v: Verdict): Text => {
  const said = conclusionText(again)
  const gate = gateOf(again)
  if (gate === undefined || gate === gateOf(v)) return said
  return { zh: `${said.zh}，${gate.zh}`, en: `${said.en}, ${gate.en}` }
}

/** How a verdict would read under every other option of the readings that bear on its norm. */
export const sensitivity = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  state: S,
  v: Verdict,
  ctx: Context
): ReadonlyArray<ReadingUsed> => {
  if (!isNormId(v.norm)) return []
  const norm: NormId = v.norm
  const rules = subject.rules.filter((r) => r.norm === norm)
  return norms[norm].readings.map((id: ReadingId) => {
    const { options, question } = readingTexts[id]
    const texts = options as { readonly [option: string]: Text }
    const chosen: string = ctx.profile.readings[id]
    const by = ctx.profile.chosenBy?.[id]
    const others = (readings[id].options as ReadonlyArray<string>).filter((option) => option !== chosen)
    return {
      id,
      question,
      chosen: { option: chosen, text: texts[chosen] as Text, ...(by === undefined ? {} : { by: sourceText(by) }) },
      alternatives: others.map((option) => {
        const profile = readAs(ctx.profile, id, option as Readings[typeof id])
        const again = evaluate(subject, state, { ...ctx, profile }, rules).find((other) => sameVerdict(other, v))
        return {
          option,
          text: texts[option] as Text,
          status: again === undefined ? undefined : gatedText(again, v),
          changes:
            again === undefined ||
            again.status !== v.status ||
            again.due !== v.due ||
            again.note !== v.note ||
            again.bars !== v.bars
        }
      })
    }
  })
}

/**
 * Puts a verdict into words, in Chinese and in English. Built when somebody reads it: nothing of it is computed before. Without suppositions
 * it names the missing fact and does not say what its answers would lead to.
 */
export const explain = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  vocabulary: Vocabulary,
  state: S,
  v: Verdict,
  ctx: Context,
  suppositions: Suppositions<S> = { facts: {}, gates: {} }
): Explanation => {
  const excused = v.status === "PresumptionDefeated" && v.note === undefined
  const done = v.status === "Fulfilled" || v.status === "NotApplicable" || v.status === "Qualifies" || excused
  return {
    norm: v.norm,
    instance: v.instance,
    about: instanceText(v.instance, vocabulary),
    ...citation(v, ctx),
    binding: bindingOf(v),
    conclusion: conclusionText(v),
    gate: gateOf(v),
    facts: factTexts(v, ctx, vocabulary),
    bearers: subject.bearers(v, state, ctx).map((bearer) => bearerText(bearer, ctx.directory)),
    restsOn: restsOn(v, ctx),
    document: documentUsed(v, ctx),
    readings: sensitivity(subject, state, v, ctx),
    inquiry: inquire(subject, vocabulary, suppositions, state, v, ctx),
    remedy: done ? undefined : remedyText(v.norm),
    standing: standingTexts(ctx),
    basis: basisOf(ctx)
  }
}
