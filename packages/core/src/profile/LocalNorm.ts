import type { CivilDate } from "../civil/CivilDate.ts"
import type { RoleId } from "../regulation/roles.ts"
import type { Text } from "../regulation/Text.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import type { LocalNormId, Source } from "./Parameter.ts"

/**
 * A norm that a local document adds. It is evaluated beside the norms of the Measures, gates nothing, and every verdict of it
 * names the document on which it rests; leaving the layer out leaves no trace of it.
 *
 * `evaluate` is given the case of the named subject and answers once a case, or `undefined` where the norm does not apply.
 */
export interface LocalNorm {
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
  /** What it says of a case on the day of the context. */
  // biome-ignore lint/suspicious/noExplicitAny: a profile is data for every subject; the subject named in `subject` gives the state
  readonly evaluate: (state: any, ctx: Context) => Ruling | undefined
}
