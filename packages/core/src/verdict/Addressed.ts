/** Whom an act tells what: written by each subject as a table over its kinds of facts, read in one way for all of them. */
import type { CivilDate } from "../civil/CivilDate.ts"
import type { NormId } from "../regulation/Norm.ts"
import type { Text } from "../regulation/Text.ts"
import type { Out, Rule } from "./Rule.ts"
import type { ActEvent, Bearer } from "./Subject.ts"
import type { Context } from "./Verdict.ts"

/** What somebody is told because of what was done. */
export type ActNoticeKind =
  | "report"
  | "copy"
  | "budget-copy"
  | "opinion-requested"
  | "opinion-given"
  | "decision"
  | "filing-receipt"
  | "inspection"

/** That an act tells something to somebody. */
export interface Addressed {
  /** What it is of. */
  readonly kind: ActNoticeKind
  /** The norm that it rests on. */
  readonly norm: NormId
  /** What of the case it is about, as verdicts name it; empty for the whole. */
  readonly instance: string
  /** Who is told; without an agency it is not known who that is. */
  readonly to: Bearer
  /** Whether the Measures themselves demand that the recipient be told by this very act. */
  readonly demanded: boolean
  /** Of what is demanded the last day on which it is in time; `undefined` where no day is fixed. */
  readonly by?: CivilDate | undefined
  /** Whether that day is fixed by a document of the profile and not by the Measures. */
  readonly localTerm?: true | undefined
}

/** One thing that a kind of fact tells: of what, on which norm, and to whom. */
export interface Telling<S, E> {
  /** What it is of. */
  readonly kind: ActNoticeKind
  /** The norm that it rests on. */
  readonly norm: NormId
  /** The words of the Measures that demand it (抄送, 报送 …); without them it is told because it is useful, and nobody demands it. */
  readonly demanded?: string
  /** What of the case it is about, as verdicts name it; the whole, where nothing is said. */
  readonly instance?: (event: E) => string
  /** Whether it is told at all; it is, where nothing is said. */
  readonly when?: (state: S, event: E, ctx: Context) => boolean
  /** Who is told, as of the day of the act. Nobody, where the list is empty. */
  readonly to: (state: S, event: E, ctx: Context) => ReadonlyArray<Bearer>
}

/** Why a kind of fact tells nobody anything. */
export const silences = {
  record: { zh: "仅为开立或者接管台账", en: "it only opens the record or takes it over" },
  internal: {
    zh: "属办理单位自身的步骤，《办法》未指明告知对象",
    en: "a step of whoever acts; the Measures name nobody who is told"
  },
  unnamed: { zh: "面向社会或者不特定的机关", en: "it is for the public, or for organs that nobody names" },
  reported: { zh: "随其后的报送一并告知", en: "it is told with the report that follows" },
  duty: { zh: "由此产生的办理事项另行提示", en: "what it asks of others they are told as a duty" },
  finding: { zh: "由此得出的情况另行告知", en: "what it shows is told as a finding" },
  copied: { zh: "该记录本身载明已经抄送", en: "it says itself that somebody was told" },
  retraction: { zh: "告知原记录的告知对象", en: "it is told to whom the entry that it takes back was told" }
} as const satisfies { readonly [reason: string]: Text }

/** Why a kind of fact tells nobody anything. */
export type Silence = keyof typeof silences

/** What each kind of fact of a subject tells, or why it tells nobody anything. A kind that is left out does not compile. */
export type Tellings<S, E extends { readonly _tag: string }> = {
  readonly [T in E["_tag"]]: ReadonlyArray<Telling<S, Extract<E, { readonly _tag: T }>>> | Silence
}

/** An act with those who acted with it. */
interface Acted extends ActEvent {
  readonly with?: ReadonlyArray<string> | undefined
}

/** The day by which a norm asks for something, as its own rule says: nothing, where none is fixed or none is known. */
const termOf = <S>(
  rules: ReadonlyArray<Rule<S>>,
  norm: NormId,
  instance: string,
  state: S,
  ctx: Context
): Pick<Addressed, "by" | "localTerm"> => {
  const out: Out = { verdicts: [], shared: new Map() }
  for (const rule of rules) if (rule.norm === norm) rule.evaluate(state, ctx, out)
  const said = out.verdicts.find((v) => v.norm === norm && v.instance === instance)
  if (said?.due === undefined) return {}
  return said.entry === undefined ? { by: said.due } : { by: said.due, localTerm: true }
}

/**
 * Whom an act tells what, by the table of its subject. An agency that was succeeded since is told by its successor; nobody is told of its own
 * act, and nobody twice of the same.
 */
export const addresseesBy =
  <S, E extends Acted>(tellings: Tellings<S, E>, rules: ReadonlyArray<Rule<S>>) =>
  (state: S, event: E, ctx: Context): ReadonlyArray<Addressed> => {
    const told = tellings[event._tag as E["_tag"]] as ReadonlyArray<Telling<S, E>> | Silence
    if (typeof told === "string") return []
    const now = (agency: string): string => ctx.directory.successorOn(agency, ctx.asOf)
    const actors = new Set([event.by ?? [], event.with ?? []].flat().map(now))
    const found = new Map<string, Addressed>()
    for (const { demanded, instance: named, kind, norm, to, when } of told) {
      if (when?.(state, event, ctx) === false) continue
      const instance = named?.(event) ?? ""
      for (const { agency, role } of to(state, event, ctx)) {
        const recipient = agency === undefined ? undefined : now(agency)
        if (recipient !== undefined && actors.has(recipient)) continue
        found.set(JSON.stringify([kind, norm, instance, role, recipient]), {
          kind,
          norm,
          instance,
          to: { role, agency: recipient },
          demanded: demanded !== undefined,
          ...(demanded === undefined ? {} : termOf(rules, norm, instance, state, ctx))
        })
      }
    }
    return [...found.values()]
  }
