import type { Source } from "../profile/Parameter.ts"
import { defaultReadings, isNormId, type ReadingId } from "../regulation/Norm.ts"
import { norms } from "../regulation/norms.ts"
import type { Text } from "../regulation/Text.ts"
import { standing } from "../regulation/terms.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"

/** A document of a profile as it is cited: of one that nobody has verified this is said. A sample says itself that it is one. */
export const sourceText = ({ status, title }: Source): Text =>
  status === "unverified" ? { zh: `${title.zh}（来源未核实）`, en: `${title.en} (source not verified)` } : title

/** Readings that a profile chose, by the document that chose them: those that bear on a norm, whether they decide this verdict or not. */
const chosenFor = (norm: string, { profile }: Context): ReadonlyMap<Source | undefined, ReadonlyArray<ReadingId>> => {
  const by = new Map<Source | undefined, ReadonlyArray<ReadingId>>()
  for (const id of isNormId(norm) ? (norms[norm].readings as ReadonlyArray<ReadingId>) : []) {
    const source = profile.chosenBy?.[id]
    if (source !== undefined || profile.readings[id] !== defaultReadings[id])
      by.set(source, [...(by.get(source) ?? []), id])
  }
  return by
}

/**
 * On what a verdict rests: the text of the Measures alone, or documents of the profile: the one that added its norm or fixed its day, and
 * those that chose how a question is read that bears on its norm.
 */
export const restsOn = (v: Verdict, ctx: Context): Text => {
  const local = ctx.profile.localNorms.find((n) => n.id === v.norm)
  const source = v.entry?.source ?? local?.source
  const chosen = [...chosenFor(v.norm, ctx)].map(([by, ids]): Text => {
    const doc = by === undefined ? { zh: "未注明文件", en: "no document is named" } : sourceText(by)
    return { zh: `解释依部署所选（${doc.zh}）：${ids.join("、")}`, en: `read as chosen (${doc.en}): ${ids.join(", ")}` }
  })
  const first = source === undefined ? text(chosen.length === 0) : document(source, v.entry === undefined)
  return { zh: [first, ...chosen].map((t) => t.zh).join("；"), en: [first, ...chosen].map((t) => t.en).join("; ") }
}

const text = (alone: boolean): Text =>
  alone
    ? { zh: "仅据《办法》原文", en: "rests on the text of the Measures alone" }
    : { zh: "据《办法》原文", en: "rests on the text of the Measures" }

const document = (source: Source, norm: boolean): Text => {
  const lead = norm ? { zh: "本地规则", en: "a local rule" } : standing.localTerm
  const doc = sourceText(source)
  return { zh: `${lead.zh}：${doc.zh}`, en: `${lead.en}: ${doc.en}` }
}
