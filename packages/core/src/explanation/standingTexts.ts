import type { Text } from "../regulation/Text.ts"
import { standing } from "../regulation/terms.ts"
import { basisOf } from "../verdict/Basis.ts"
import type { Context } from "../verdict/Verdict.ts"

/** What has to be said wherever an answer is shown: that it determines no illegality, and what is known of the force of the Measures. @article 35 @article 36 */
export const standingTexts = (ctx: Context): ReadonlyArray<Text> => {
  const [force, disclaimer] = basisOf(ctx).standing
  return [standing[disclaimer], standing[force]]
}
