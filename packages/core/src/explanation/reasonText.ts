import { competenceText } from "../agency/competenceText.ts"
import { cite } from "../regulation/Citation.ts"
import { roleNames } from "../regulation/roleNames.ts"
import type { Text } from "../regulation/Text.ts"
import type { Reason } from "../verdict/Advice.ts"
import type { Context } from "../verdict/Verdict.ts"
import { conclusionText } from "./conclusionText.ts"
import { citation, remedyText } from "./Explanation.ts"
import { bearerText, precedesText, type Vocabulary, word } from "./wording.ts"

/** One reason of an advice in words. Reasons that rest on a norm carry its article, its quote and what to do. */
export interface ReasonText {
  /** The reason itself. */
  readonly text: Text
  /** The article of the norm. */
  readonly article?: Text
  /** The words of the norm. */
  readonly quote?: Text
  /** What to do about it. */
  readonly remedy?: Text
  /** Whose it is, which need not be the actor. */
  readonly whose?: Text
}

/** Texts one after the other. */
export const list = (texts: ReadonlyArray<Text>): Text => ({
  zh: texts.map((t) => t.zh).join("、"),
  en: texts.map((t) => t.en).join(", ")
})

/** What it is that stands where an act is usual: a part of the case with a lifecycle of its own, or the case. */
const standingOf = (from: ReadonlyArray<string>, { parts = [], positions }: Vocabulary): Standing =>
  parts.find((part) => from.every((position) => Object.hasOwn(part.positions, position))) ?? {
    name: { zh: "", en: "the case" },
    positions
  }

type Standing = NonNullable<Vocabulary["parts"]>[number]

/** Puts a reason of an advice into words. */
export const reasonText = (reason: Reason, vocabulary: Vocabulary, ctx: Context): ReasonText => {
  switch (reason._tag) {
    case "Norm": {
      const { article, quote, summary } = citation(reason.verdict, ctx)
      const conclusion = conclusionText(reason.verdict)
      const remedy = remedyText(reason.verdict.norm)
      const missing =
        reason.verdict.missing === undefined ? undefined : word(vocabulary.missing, reason.verdict.missing)
      const lacks =
        missing === undefined ? { zh: "", en: "" } : { zh: `（缺少：${missing.zh}）`, en: ` (missing: ${missing.en})` }
      return {
        article,
        quote,
        text: { zh: `${summary.zh}：${conclusion.zh}${lacks.zh}`, en: `${summary.en}: ${conclusion.en}${lacks.en}` },
        ...(remedy === undefined ? {} : { remedy }),
        ...(reason.bearers.length === 0
          ? {}
          : { whose: list(reason.bearers.map((bearer) => bearerText(bearer, ctx.directory))) })
      }
    }
    case "Competence": {
      const text = competenceText(ctx.directory, reason.competence)
      if (reason.outcome === "AllowedWithNotice") {
        return {
          text: {
            zh: `${text.zh}；没有条文把该事项专授予他人，故仅作提示`,
            en: `${text.en}; no article gives this to somebody else alone, so it is only noted`
          }
        }
      }
      const needs = list(reason.needs.map((role) => roleNames[role]))
      return {
        ...(reason.reserved === undefined ? {} : cite(reason.reserved)),
        text,
        remedy: {
          zh: needs.zh === "" ? "仅可补录。" : `由${needs.zh}办理。`,
          en: needs.en === "" ? "It can only be recorded." : `To be done by: ${needs.en}.`
        }
      }
    }
    case "Order": {
      if (reason.lacks.length > 0) {
        const lacks = list(reason.lacks.map((fact) => word(forerunners, fact)))
        return {
          text: { zh: `前提事项尚未发生：${lacks.zh}`, en: `what it presupposes has not happened: ${lacks.en}` }
        }
      }
      const { name, positions } = standingOf(reason.from, vocabulary)
      const position = word(positions, reason.position)
      const from = list(reason.from.map((p) => word(positions, p)))
      return {
        text: {
          zh: `与通常次序不同：${name.zh}现处于“${position.zh}”，通常在“${from.zh}”时办理`,
          en: `out of the usual order: ${name.en} stands at "${position.en}"; usual from "${from.en}"`
        }
      }
    }
    case "Missing": {
      const field = word(vocabulary.missing, reason.field)
      return { text: { zh: `未记明：${field.zh}`, en: `not on record: ${field.en}` } }
    }
    case "EnteredAfter":
      return { text: precedesText(reason.on, undefined, reason.decision) }
    case "BeforeCommencement":
      return {
        text: {
          zh: `《办法》自2005年2月4日起实施，此前的行为不作判断`,
          en: `the Measures took force on 2005-02-04; earlier acts are not judged`
        }
      }
  }
}

/** What an act presupposes. */
export const forerunners: { readonly [fact: string]: Text } = {
  request: { zh: "征求意见", en: "the request for the opinion" },
  opinion: { zh: "已出具的意见", en: "an opinion to revise" },
  rejection: { zh: "原申请已不予立项、退回或者撤回", en: "the former application's rejection, return or withdrawal" },
  pause: { zh: "暂停建设", en: "a suspension" },
  report: { zh: "该季度的报送", en: "the report on that quarter" },
  completion: { zh: "建设完成", en: "the completion of the works" },
  failedAcceptance: { zh: "验收未通过", en: "an acceptance that was not passed" },
  operation: { zh: "投入运行", en: "operation" },
  start: { zh: "评估已经开始", en: "the start of the assessment" },
  assessmentReport: { zh: "已提交的评估报告", en: "a report of the assessment" },
  result: { zh: "已出具的评估意见（结果）", en: "the result of the assessment" },
  reply: { zh: "答复投诉", en: "a reply to the complaint" },
  listing: { zh: "列入省重点项目", en: "the listing as a key project" }
}
