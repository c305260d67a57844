import type { CivilDate } from "../civil/CivilDate.ts"
import type { RoleId } from "../regulation/roles.ts"
import type { Text } from "../regulation/Text.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import type { LocalNormId, Source } from "./Parameter.ts"

/** What a local norm says about one instance of a case, named as the facts name it (`application/A1`); empty for the case as a whole. */
export interface LocalRuling {
  /** The instance, as verdicts name it. */
  readonly instance: string
  /** What the norm says about it. */
  readonly ruling: Ruling
}

/**
 * A norm that a local document adds. It is evaluated beside the norms of the Measures, gates nothing, and every verdict of it
 * names the document on which it rests; leaving the layer out leaves no trace of it.
 *
 * `S` is the state of the subject named in `subject`, which alone hands its cases to `evaluate`. A profile holds norms of any subject, so
 * there it is `never`: nobody but the subject can call them.
 */
export interface LocalNorm<S = never> {
  /** `local:` and a name. */
  readonly id: LocalNormId
  /** The subject whose cases it is evaluated on, e.g. `project`. */
  readonly subject: string
  /** The norm in one line. */
  readonly summary: Text
  /** The words of the document. */
  readonly quote: Text
  /** The roles that it binds. */
  readonly bearer: ReadonlyArray<RoleId>
  /** The document that adds it. */
  readonly source: Source
  /** The first day on which it is in force. */
  readonly from: CivilDate
  /** The last day; absent: without end. */
  readonly until?: CivilDate | undefined
  /** What the norm says about a case, each instance once; nothing where it does not apply. */
  readonly evaluate: (state: S, ctx: Context) => ReadonlyArray<LocalRuling>
}
