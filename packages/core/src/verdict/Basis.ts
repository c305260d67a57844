import type { NormId } from "../regulation/Norm.ts"
import type { Context } from "./Verdict.ts"

/** The versions of this library's own parts; a change of any of them may change an answer. */
const versions = { library: "0.0.0", text: "2005-02-04", norms: "1", readings: "1" } as const

/** What an answer rests on, and what has to be said wherever it is shown. The same basis and facts give the same bytes. */
export interface Basis {
  /** The version of the text of the Measures. */
  readonly text: string
  /** The version of the register of norms. */
  readonly norms: string
  /** The version of the open questions and their options. */
  readonly readings: string
  /** The version of this library. */
  readonly library: string
  /** Id and version of the profile, `id@version`. */
  readonly profile: string
  /** The version of the agency directory. */
  readonly directory: string
  /** The version of the working calendar. */
  readonly calendar: string
  /** 现行效力未核实 · 结论供检查、考核参考，不作违法认定 */
  readonly standing: ReadonlyArray<"inForceUnverified" | "findingDisclaimer">
}

/** Every answer says which norms it would need that are not evaluated yet. */
export interface Answer {
  /** What the answer rests on. */
  readonly basis: Basis
  /** The norms of the subject that are left out of the answer. */
  readonly notEvaluated: ReadonlyArray<NormId>
}

const standing = ["inForceUnverified", "findingDisclaimer"] as const

/** The basis of what is answered in a context. */
export const basisOf = (ctx: Context): Basis => ({
  ...versions,
  profile: `${ctx.profile.id}@${ctx.profile.version}`,
  directory: ctx.directory.version,
  calendar: ctx.calendar.version,
  standing
})
