import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type CompareQuestion, caseOf, compareCases } from "../../src/duty/index.ts"
import { comparisonText } from "../../src/explanation/comparisonText.ts"
import { gd2006No10 } from "../../src/layer/gd2006No10.ts"
import { compose, type Profile, reading, sampleLayer, textOnly } from "../../src/profile/index.ts"
import { fold, subject } from "../../src/project/index.ts"
import { amended, regulation } from "../../src/regulation/index.ts"
import { agencies, facts } from "./sample.ts"

const day = (text: string): CivilDate => text as CivilDate
const later = Result.getOrThrow(compose(textOnly, sampleLayer, gd2006No10({ from: day("2026-01-01") })))
const told = (before: Profile, after: Profile, more: Pick<CompareQuestion, "texts"> = {}, directory = agencies) => {
  const question = { asOf: day("2026-04-30"), directory, plansInForce: () => [], ...more }
  return comparisonText(compareCases([caseOf(subject, fold("P1", facts))], { before, after }, question), directory)
}
const lines = (text: string, start: string): ReadonlyArray<string> =>
  text.split("\n").filter((line) => line.startsWith(start))

describe("a comparison in words", () => {
  test("says in what the rules differ, by which documents, and that one of them is not verified", () => {
    const { en, zh } = told(textOnly, later)
    expect(zh).toContain("加入规则层 gd2006-10@1")
    expect(zh).toContain(
      "- 投资情况备案期限（第十一条）：未定 → 2005年2月4日起30日（依据：示例市电子政务项目管理规定（示例，非现行规定））"
    )
    expect(zh).toContain(
      "- A31b 事前评估是否须在批准立项前完成？“须完成” → “须完成”（依据：粤府办〔2006〕10号（仅见摘录，标题未见）（来源未核实））"
    )
    expect(en).toContain(
      "- Time limit for giving the opinion (art. 10): not fixed → 20 days from 2005-02-04 (by: Sample City"
    )
    expect(en).toContain("plan a government-invested project before it is established: none → ")
  })

  test("counts by norm, by bearer, by region and by subject, each in its row", () => {
    const { en, zh } = told(textOnly, later)
    expect(zh).toContain("查问案件 1 件，其中 1 件的结论有变动，共 7 项。")
    expect(zh).toContain(
      "| 第十一条 信息化主管部门对建设投资情况备案（N11.1） | 1 | 1 | 0 | 0 | 1 | 0 | 0 | 应办，未定期限 → 逾期未办 1 |"
    )
    expect(lines(zh, "| 示例市卫生局（建设单位）")).toEqual([
      "| 示例市卫生局（建设单位） | 1 | 4 | 0 | 0 | 4 | 0 | 0 | 应办，未定期限 → 逾期未办 2 |"
    ])
    expect(lines(en, "| Guangzhou")).toHaveLength(1)
    expect(lines(en, "| total | 1 | 7 |")).toHaveLength(1)
    expect(zh).toContain("## 按案件类别\n\n| 案件类别 | 案件 |")
    expect(lines(zh, "| 项目 | 1 | 7 |")).toHaveLength(1)
    expect(en).toContain("## By subject\n\n| subject | cases |")
    expect(lines(en, "| project | 1 | 7 |")).toHaveLength(1)
  })

  test("calls each subject by its name in both languages, and one that the library does not know by its id", () => {
    const state = fold("P1", facts)
    const cases = [caseOf(subject, state), { ...caseOf(subject, state), subject: "complaint" }]
    const other = { ...caseOf(subject, state), subject: "procurement" }
    const question = { asOf: day("2026-04-30"), directory: agencies, plansInForce: () => [] }
    const { en, zh } = comparisonText(
      compareCases([...cases, other], { before: textOnly, after: later }, question),
      agencies
    )
    for (const name of ["投诉", "项目", "procurement"]) expect(lines(zh, `| ${name} | 1 | 7 |`)).toHaveLength(1)
    for (const name of ["complaint", "project", "procurement"]) expect(lines(en, `| ${name} | 1 | 7 |`)).toHaveLength(1)
  })

  test("has the same rows in both languages, whatever agencies are called", () => {
    const odd = { ...agencies, name: () => ({ zh: "甲|乙\n丙", en: "a|b\nc" }) }
    const { en, zh } = told(textOnly, later, {}, odd)
    expect(lines(zh, "|").length).toBe(lines(en, "|").length)
    for (const line of [...lines(zh, "|"), ...lines(en, "|")]) expect(line.split(/(?<!\\)\|/u)).toHaveLength(11)
    expect(zh).toContain("甲\\|乙 丙")
  })

  test("shows no table where nothing changes, and always says what a finding is not", () => {
    const { zh } = told(textOnly, reading(textOnly, "A11a", "fiscal"))
    expect(lines(zh, "|")).toEqual([])
    expect(zh).toContain("- A11a 投资备案由何者启动？")
    expect(told(textOnly, textOnly).zh).toContain("没有差异。")
    for (const text of ["结论供检查、考核参考，不作违法认定", "现行效力未核实"]) expect(zh).toContain(text)
  })

  test("lists the articles of an amendment with the norms that have to be reviewed", () => {
    const after = Result.getOrThrow(
      amended(regulation, {
        id: "sample-1",
        documentNumber: "示例〔2030〕1号",
        title: { zh: "示例修改", en: "a sample amendment" },
        effectiveFrom: day("2030-01-01"),
        source: "示例，非现行规定",
        articles: [{ article: 11, text: { zh: "第十一条（示例）", en: "Article 11 (a sample)" } }]
      })
    )
    expect(told(textOnly, textOnly, { texts: { before: regulation, after } }).zh).toContain(
      "- 第十一条（仅变更后）：2030年1月1日起由示例修改（示例〔2030〕1号）修改；N11.1、N11.2仍按2005年条文判断，须人工复核"
    )
  })

  test("is the same bytes for the same inputs, and has no empty or broken text", () => {
    const [one, other] = [told(textOnly, later), told(textOnly, later)]
    expect(one).toEqual(other)
    for (const text of [one.zh, one.en]) expect(text).not.toMatch(/undefined|\[object|NaN/u)
  })
})
