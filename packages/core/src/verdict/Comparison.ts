import type { ProfileDifferences } from "../profile/differences.ts"
import type { LocalNormId } from "../profile/Parameter.ts"
import type { NormId } from "../regulation/Norm.ts"
import type { ArticleDifference } from "../regulation/textDifferences.ts"
import type { Regulation } from "../regulation/Version.ts"
import type { Basis } from "./Basis.ts"
import type { Change } from "./compare.ts"
import type { Question } from "./context.ts"
import type { Counts } from "./counts.ts"
import type { Bearer } from "./Subject.ts"

/** What one norm would say otherwise about one instance of a case, and who bears it before and after. */
export interface VerdictChange extends Change {
  /** Id of the norm. */
  readonly norm: NormId | LocalNormId
  /** What it speaks of, as verdicts name it; empty for the case as a whole. */
  readonly instance: string
  /** Who bears it under the profile in force; empty where the norm says nothing. */
  readonly bearersBefore: ReadonlyArray<Bearer>
  /** Who would bear it under the other; empty where the norm would say nothing. */
  readonly bearersAfter: ReadonlyArray<Bearer>
}

/** What would change in one case; a case in which nothing changes has none. */
export interface CaseChanges {
  /** The subject, `project`. */
  readonly subject: string
  /** The id of the case. */
  readonly case: string
  /** The region of the case; `undefined` when that is not known. */
  readonly region: string | undefined
  /** In the order of the articles; local norms come last. */
  readonly changes: ReadonlyArray<VerdictChange>
}

/** What another profile would change in live cases, of whichever subjects: plain data. */
export interface Comparison {
  /** How many cases were asked. */
  readonly asked: number
  /** Over all cases. */
  readonly total: Counts
  /** Seen from each norm that says something else. */
  readonly byNorm: ReadonlyArray<Counts & { readonly norm: NormId | LocalNormId }>
  /**
   * Seen from each bearer, role and agency: what it bears before and after. What moves from one to another is no longer said to the one and
   * newly said to the other; a change that several bear stands with each of them.
   */
  readonly byBearer: ReadonlyArray<Counts & Bearer>
  /** Seen from each region in which a case changes. */
  readonly byRegion: ReadonlyArray<Counts & { readonly region: string | undefined }>
  /** Seen from each subject of which a case changes, by its name: `complaint` before `project`. */
  readonly bySubject: ReadonlyArray<Counts & { readonly subject: string }>
  /** The cases that change, in the order asked; empty where they were handed to `each`. */
  readonly cases: ReadonlyArray<CaseChanges>
  /** In what the two profiles differ, and the two texts where they were given. */
  readonly differences: ProfileDifferences & { readonly articles: ReadonlyArray<ArticleDifference> }
  /** What the answers before and after rest on. */
  readonly basis: { readonly before: Basis; readonly after: Basis }
}

/** What both profiles are asked with. */
export interface CompareQuestion extends Omit<Question, "profile"> {
  /**
   * The text of the Measures on either side, where amendments were entered. Verdicts do not depend on them: norms are judged by the words
   * of 2005 on both sides, so an amendment alone changes no verdict. Its articles and their norms are listed among the differences.
   */
  readonly texts?: { readonly before: Regulation; readonly after: Regulation } | undefined
  /** Takes each case that changes as it comes. None is kept then, and memory no longer grows with the number of cases. */
  readonly each?: ((changed: CaseChanges) => void) | undefined
}
