import type { Text } from "../regulation/Text.ts"
import type { Inspection, Item, Severity, Tally } from "../verdict/Inspection.ts"
import type { Bearer } from "../verdict/Subject.ts"
import type { Context } from "../verdict/Verdict.ts"
import { conclusionText } from "./conclusionText.ts"
import { citation } from "./Explanation.ts"
import { standingTexts } from "./standingTexts.ts"
import { bearerText, instanceText, type Vocabulary } from "./wording.ts"

/** One item in words: each verdict with its article and quote, and who bears it. */
export interface ItemText {
  /** How the item is written down: not as provided, late, or a remark. */
  readonly severity: Text
  /** The verdicts of the item; a conclusion names the norm in one line and the instance. */
  readonly verdicts: ReadonlyArray<{ readonly article: Text; readonly quote: Text; readonly conclusion: Text }>
  /** Who answers for it, by role and agency. */
  readonly bearers: ReadonlyArray<Text>
}

/** An inspection in words, with the two sentences that stand wherever it is shown. */
export interface InspectionText {
  /** The items, breaches first, then what is late, then remarks. */
  readonly items: ReadonlyArray<ItemText>
  /** A line for each norm: how many items fall on it, by severity. */
  readonly byNorm: ReadonlyArray<Text>
  /** A line for each bearer: how many items fall on it, by severity. */
  readonly byBearer: ReadonlyArray<Text>
  /** That findings are for reference, and that the force of the Measures today is not verified. */
  readonly standing: ReadonlyArray<Text>
}

const severities: { readonly [S in Severity]: Text } = {
  breach: { zh: "未按规定", en: "not as provided" },
  late: { zh: "逾期", en: "late" },
  remark: { zh: "提示", en: "remark" }
}

const itemText = ({ bearers, severity, verdicts }: Item, vocabulary: Vocabulary, ctx: Context): ItemText => ({
  severity: severities[severity],
  verdicts: verdicts.map((v) => {
    const { article, quote, summary } = citation(v, ctx)
    const said = conclusionText(v)
    const about = instanceText(v.instance, vocabulary)
    const where = v.instance === "" ? { zh: "", en: "" } : { zh: `（${about.zh}）`, en: ` (${about.en})` }
    return {
      article,
      quote,
      conclusion: { zh: `${summary.zh}${where.zh}：${said.zh}`, en: `${summary.en}${where.en}: ${said.en}` }
    }
  }),
  bearers: bearers.map((bearer) => bearerText(bearer, ctx.directory))
})

const counts = ({ breach, late, remark }: Tally<unknown>): Text => {
  const all = { breach, late, remark }
  const said = (Object.keys(severities) as Array<Severity>).filter((s) => all[s] > 0)
  return {
    zh: said.map((s) => `${severities[s].zh} ${all[s]} 项`).join("，"),
    en: said.map((s) => `${severities[s].en}: ${all[s]}`).join(", ")
  }
}

const tallied = <K>(tallies: ReadonlyArray<Tally<K>>, name: (of: K) => Text): ReadonlyArray<Text> =>
  tallies.map((one) => {
    const [of, said] = [name(one.of), counts(one)]
    return { zh: `${of.zh}：${said.zh}`, en: `${of.en}: ${said.en}` }
  })

/** Puts an inspection into words, in Chinese and in English: in those of one subject, or of each item in those of its own. @article 35 */
export const inspectionText = (
  { byBearer, byNorm, items }: Inspection,
  vocabulary: Vocabulary | ((item: Item) => Vocabulary),
  ctx: Context
): InspectionText => ({
  items: items.map((item) => itemText(item, typeof vocabulary === "function" ? vocabulary(item) : vocabulary, ctx)),
  byNorm: tallied(byNorm, (norm) => {
    const { article, summary } = citation({ norm }, ctx)
    return { zh: `${article.zh} ${summary.zh}（${norm}）`, en: `${article.en} ${summary.en} (${norm})` }
  }),
  byBearer: tallied(byBearer, (bearer: Bearer) => bearerText(bearer, ctx.directory)),
  standing: standingTexts(ctx)
})
