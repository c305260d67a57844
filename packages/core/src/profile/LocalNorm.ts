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
  readonly id: LocalNormId
  readonly subject: string
  readonly summary: Text
  readonly quote: Text
  readonly bearer: ReadonlyArray<RoleId>
  readonly source: Source
  readonly from: CivilDate
  readonly until?: CivilDate | undefined
  // biome-ignore lint/suspicious/noExplicitAny: a profile is data for every subject; the subject named in `subject` gives the state
  readonly evaluate: (state: any, ctx: Context) => Ruling | undefined
}
