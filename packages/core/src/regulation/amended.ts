import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { isCivilDate } from "../civil/CivilDate.ts"
import { isArticleNumber } from "./Article.ts"
import type { Amendment, Regulation } from "./Version.ts"

/** One reason why an amendment cannot be entered. */
export const AmendmentFinding = Schema.Struct({
  kind: Schema.Literals(["UnknownArticle", "Overlapping", "DuplicateId", "BeforeTheMeasures", "NotADay", "Empty"]),
  zh: Schema.String,
  en: Schema.String
})
export type AmendmentFinding = typeof AmendmentFinding.Type

/** An amendment that cannot be entered; every reason is listed. */
export class AmendmentInvalid extends Schema.TaggedError<AmendmentInvalid>()("AmendmentInvalid", {
  /** Every reason, not the first. */
  findings: Schema.Array(AmendmentFinding)
}) {
  override get message(): string {
    return this.findings.map((finding) => `${finding.zh} / ${finding.en}`).join("\n")
  }
}

/**
 * The Measures with one more amendment; the order in which amendments are entered does not matter. Refused when it names
 * an article that does not exist, changes an article twice or on the day on which another amendment changes it, repeats
 * an id, takes effect before the Measures or on no day, or says nothing.
 */
export const amended = (text: Regulation, amendment: Amendment): Result.Result<Regulation, AmendmentInvalid> => {
  const findings = inspect(text, amendment)
  if (findings.length > 0) return Result.fail(new AmendmentInvalid({ findings }))
  const amendments = [...text.amendments, amendment].sort((a, b) =>
    a.effectiveFrom === b.effectiveFrom ? (a.id < b.id ? -1 : 1) : a.effectiveFrom < b.effectiveFrom ? -1 : 1
  )
  return Result.succeed({ base: text.base, amendments })
}

const inspect = (text: Regulation, amendment: Amendment): ReadonlyArray<AmendmentFinding> => {
  const { articles, effectiveFrom, id } = amendment
  const findings: Array<AmendmentFinding> = []
  const report = (kind: AmendmentFinding["kind"], zh: string, en: string) => findings.push({ kind, zh, en })

  if (!isCivilDate(effectiveFrom)) report("NotADay", `“${effectiveFrom}”不是日期`, `"${effectiveFrom}" is not a day`)
  else if (effectiveFrom < text.base.effectiveFrom) {
    report(
      "BeforeTheMeasures",
      `${effectiveFrom}早于《办法》施行之日`,
      `${effectiveFrom} is before the Measures took effect`
    )
  }
  if (text.amendments.some((other) => other.id === id)) {
    report("DuplicateId", `修改“${id}”已经录入`, `amendment "${id}" is already entered`)
  }
  if (articles.length === 0) report("Empty", "未列出修改的条文", "no article is changed")

  const seen = new Set<number>()
  for (const { article, text: words } of articles) {
    if (!isArticleNumber(article)) {
      report("UnknownArticle", `《办法》没有第${article}条`, `the Measures have no article ${article}`)
      continue
    }
    if (words.zh.trim() === "" || words.en.trim() === "") {
      report(
        "Empty",
        `第${article}条修改后的条文缺中文或者英文`,
        `article ${article} lacks its new text in Chinese or English`
      )
    }
    const rival = text.amendments.find(
      (other) => other.effectiveFrom === effectiveFrom && other.articles.some((change) => change.article === article)
    )
    if (seen.has(article)) report("Overlapping", `第${article}条列了两次`, `article ${article} is listed twice`)
    if (rival !== undefined) {
      report(
        "Overlapping",
        `第${article}条同日已由“${rival.id}”修改`,
        `article ${article} is already changed on that day by "${rival.id}"`
      )
    }
    seen.add(article)
  }
  return findings
}
