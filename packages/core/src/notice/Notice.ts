import type { CivilDate } from "../civil/CivilDate.ts"
import type { Text } from "../regulation/Text.ts"
import type { Bearer } from "../verdict/Subject.ts"
import type { Verdict } from "../verdict/Verdict.ts"

/**
 * What a notice is of. What somebody is told because of what was done: a report (报送), a copy (抄送), a copy of a budget, a request for an opinion
 * (征求意见), the opinion given, a decision, the receipt of a filing (备案), an inspection. What somebody is told because of how things stand: a
 * duty that was opened, is soon due or overdue, and a finding.
 */
export const noticeKinds = [
  "report",
  "copy",
  "budget-copy",
  "opinion-requested",
  "opinion-given",
  "decision",
  "filing-receipt",
  "inspection",
  "duty-opened",
  "due-soon",
  "overdue",
  "finding"
] as const

/** What a notice is of. */
export type NoticeKind = (typeof noticeKinds)[number]

/** That somebody has to be told of something, by its codes: the words are made of them. */
export interface Notice {
  /** The same for the same thing told to the same recipient, whenever and however often it is worked out. At most 700 characters, none of them a control character. */
  readonly id: string
  /** What it is of. */
  readonly kind: NoticeKind
  /** The case that it is about. */
  readonly case: { readonly subject: string; readonly id: string }
  /** The norm that it rests on. */
  readonly norm: Verdict["norm"]
  /** What of the case it is about, as verdicts name it; empty for the whole. */
  readonly instance: string
  /** The id of the entry that it tells of, where it tells of what was done. */
  readonly fact?: string | undefined
  /** The kind of that fact; `Retracted` where what the recipient was told before no longer stands, be it taken back or corrected. */
  readonly act?: string | undefined
  /** Id of the agency that acted, where that is stated. */
  readonly actor?: string | undefined
  /** The id of the entry that this one takes back, or whose place it takes. */
  readonly replaces?: string | undefined
  /** Who is told: the role that the norm names, and the agency that fills it. Without an agency nobody can be told until somebody says who it is. */
  readonly to: Bearer
  /** The civil day on which it arose: of the act, or the day asked. */
  readonly on: CivilDate
  /** How the verdict reads now, where it tells of how things stand. */
  readonly status?: Verdict["status"] | undefined
  /** The day by which what it reminds of is due. */
  readonly due?: CivilDate | undefined
  /** Whether `due` or `by` is fixed by a document of the profile and not by the Measures. */
  readonly localTerm?: true | undefined
  /** Whether the Measures themselves demand that the recipient be told. A host cannot silence it without a finding. */
  readonly demanded: boolean
  /** Of what is demanded the last day on which it is in time; `undefined` where no day is fixed. It is never held back beyond it. */
  readonly by?: CivilDate | undefined
}

/** A notice in words, as it is sent. */
export interface Letter {
  /** The notice. */
  readonly notice: Notice
  /** What it is, in a line. */
  readonly title: Text
  /** What it says, paragraph by paragraph. */
  readonly body: ReadonlyArray<Text>
  /** The article that it rests on, `第十二条` and `art. 12`. */
  readonly article: Text
  /** The sentence of the Measures, word for word, with its translation. */
  readonly quote: Text
}
