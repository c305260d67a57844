import type { Readings } from "../regulation/Norm.ts"
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
  /** 现行效力未核实, or what the profile takes it to be (A36c) · 结论供检查、考核参考，不作违法认定 @article 36 */
  readonly standing: readonly [Force, "findingDisclaimer"]
}

/** What is known of the force of the Measures: nothing, or that the profile takes them to be in force, or repealed (A36c). @article 36 */
export type Force = "inForceUnverified" | "inForceByProfile" | "repealedByProfile"

const force = {
  unknown: "inForceUnverified",
  "in-force": "inForceByProfile",
  repealed: "repealedByProfile"
} as const satisfies { readonly [O in Readings["A36c"]]: Force }

/** What every answer has. */
export interface Answer {
  /** What the answer rests on. */
  readonly basis: Basis
}

/** The basis of what is answered in a context. */
export const basisOf = (ctx: Context): Basis => ({
  ...versions,
  profile: `${ctx.profile.id}@${ctx.profile.version}`,
  directory: ctx.directory.version,
  calendar: ctx.calendar.version,
  standing: [force[ctx.profile.readings.A36c], "findingDisclaimer"]
})
