import { describe, expect, it } from "vitest"
import { readData } from "../../scripts/Data.ts"
import { articleText, clauseText, isArticleNumber, passage } from "../../src/regulation/Article.ts"
import { articles } from "../../src/regulation/articles.ts"
import { isNormId } from "../../src/regulation/Norm.ts"
import { measures } from "../../src/regulation/source.ts"

const data = readData()

describe("the source text", () => {
  it("is made of single UTF-16 units, so that offsets mean characters in every language", () => {
    expect([...data.source].length).toBe(data.source.length)
    expect(data.source.length).toBe(2888)
  })

  it("keeps its traps: circles in the date, ASCII brackets, half-width parentheses in article 12", () => {
    expect(data.source).toContain("二\u25cb\u25cb五年二月四日")
    expect(data.source).toContain("粤府办[2005]11号")
    expect(data.source).not.toContain("〔")
    expect(articleText(12).zh).toContain("按季度(其中纳入省重点项目的，按省投资主管部门的时间要求)报送")
  })

  it("is what the library ships", () => {
    expect(measures).toBe(data.source)
    for (const { article, en, text } of data.articles) {
      expect(isArticleNumber(article) && articleText(article)).toEqual({ zh: text, en })
    }
    for (const { clause, en, id } of data.norms) expect(isNormId(id) && clauseText(id)).toEqual({ zh: clause, en })
    expect(passage(articles[36].at)).toBe("第三十六条　本办法自颁布之日起实施。")
  })
})
