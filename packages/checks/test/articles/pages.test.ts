import { resolve } from "node:path"
import { describe, expect, test } from "vitest"
import { articleFiles } from "../../src/articles/files.ts"
import { firstDifference, outOfDate } from "../../src/articles/outOfDate.ts"
import { readTrace } from "../../src/articles/Trace.ts"
import { tree } from "../tree.ts"

const root = resolve(import.meta.dirname, "../../../..")
const trace = readTrace(root)
const files = articleFiles(trace)
const page = (name: string): string => files.get(name) ?? ""

describe("the page of an article", () => {
  test("leads from the sentence to its norm, rule, scenarios, properties and readings (art. 10)", () => {
    const text = page("art10.md")
    expect(text).toContain("> 第十条　投资主管部门在审批电子政务项目立项时")
    expect(text).toContain("库内译文，待核")
    for (const part of [
      "## N10.1",
      "> 投资主管部门在审批电子政务项目立项时，应征求信息化主管部门的意见",
      "- 情态 Modality: `shall` 应当",
      "- 约束力 Force: `mandatory` 应当履行 · mandatory",
      "- 承担者 Borne by: `investment.any` 投资主管部门 · investment authority",
      "- 履行 Fulfilled: 已向作出决定的投资主管部门同级",
      "- 未按规定 Not as provided: 此前没有征求意见即作出决定",
      "- 规则 Rule: [packages/core/src/project/art10.ts](../../packages/core/src/project/art10.ts)",
      "- [packages/testing/scenarios/art10.yaml](../../packages/testing/scenarios/art10.yaml)",
      "- [packages/core/test/law/advice.test.ts](../../packages/core/test/law/advice.test.ts)",
      "  - whoever is allowed to decide holds the office for exactly the region, on the day\n",
      "### A10a",
      "**（默认 default）**"
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toMatch(/\.ts:\d/u)
  })

  test("says why a person has to judge a norm, and why a principle is not evaluable (arts 5, 9)", () => {
    expect(page("art09.md")).toMatch(/- 由人判断 Declared as a judgement: \p{Script=Han}.* · [A-Za-z]/u)
    expect(page("art05.md")).toContain("- **不作评价 Not evaluable**: 原则条款")
    expect(page("art01.md")).toContain("- **不作评价 Not evaluable**: 目的条款")
  })

  test("is there for each of the 36 articles, and the index leads to each", () => {
    expect(files.size).toBe(37)
    for (const name of files.keys()) if (name !== "README.md") expect(page("README.md")).toContain(`](${name})`)
  })
})

describe("a committed page", () => {
  const committed = (changes: Readonly<Record<string, string>>) => {
    const texts = Object.entries({ ...Object.fromEntries(files), ...changes })
    return tree(Object.fromEntries(texts.map(([name, text]) => [`docs/articles/${name}`, text])))
  }

  test("that is what would be written today is in order", () => {
    expect(outOfDate(files, committed({}))).toEqual([])
  })

  test("that differs is named with the first sentence that does (art. 36)", () => {
    const text = page("art36.md").replace(
      "第三十六条　本办法自颁布之日起实施。",
      "第三十六条　本办法自公布之日起实施。"
    )
    expect(outOfDate(files, committed({ "art36.md": text }))).toEqual([
      expect.stringMatching(
        /^docs\/articles\/art36\.md:\d+ is not what npm run docs writes\n {2}- > 第三十六条　本办法自公布之日起实施。\n {2}\+ > 第三十六条　本办法自颁布之日起实施。$/u
      )
    ])
  })

  test("that is missing or that nobody would write is named", () => {
    const [, ...rest] = files
    expect(outOfDate(new Map(rest), committed({}))).toEqual([
      "docs/articles/README.md is no page of an article: npm run docs"
    ])
    expect(outOfDate(new Map([["art37.md", ""]]), tree({}))).toEqual([
      "docs/articles/art37.md is missing: npm run docs"
    ])
  })

  test("differs in a sentence, in a line that it lacks, or not at all", () => {
    expect(firstDifference("一。二。三。", "一。贰。三。")).toEqual({ line: 1, written: "二。", committed: "贰。" })
    expect(firstDifference("One. Two", "One. ")).toEqual({ line: 1, written: "Two", committed: "" })
    expect(firstDifference("a\nb", "a")).toEqual({ line: 2, written: "b", committed: "" })
    expect(firstDifference("a", "a")).toBeUndefined()
  })
})
