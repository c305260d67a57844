import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { type ArticleNumber, articleText, isArticleNumber } from "../../src/regulation/Article.ts"
import { amended } from "../../src/regulation/amended.ts"
import {
  type Amendment,
  amendedArticles,
  articleOn,
  type Regulation,
  regulation,
  versionOn
} from "../../src/regulation/Version.ts"
import { least, runs } from "../law/Law.ts"

const day = (text: string) => text as CivilDate
const promulgation = day("2005-02-04")
const anyDay = fc.integer({ min: 1, max: 9000 }).map((days) => addDays(promulgation, days))
const numbers = Array.from({ length: 36 }, (_, index) => index + 1).filter(isArticleNumber)
const anyArticle = fc.constantFrom(...numbers)

const amendment = (id: string, effectiveFrom: CivilDate, changed: ReadonlyArray<ArticleNumber>): Amendment => ({
  id,
  documentNumber: "粤府〔2010〕1号",
  title: { zh: "修改决定", en: "Decision on amendment" },
  effectiveFrom,
  source: "sample",
  articles: changed.map((article) => ({
    article,
    text: { zh: `${id}修改的第${article}条`, en: `${id}, article ${article}` }
  }))
})
const enter = (text: Regulation, one: Amendment) => Result.getOrThrow(amended(text, one))
const kinds = (text: Regulation, one: Amendment) =>
  Result.getOrThrow(Result.flip(amended(text, one))).findings.map((finding) => finding.kind)

describe("the version of a day", () => {
  it("is none before promulgation and the text of 2005 from that very day (art. 36)", () => {
    expect(versionOn(day("2005-02-03"))).toBeNull()
    expect(articleOn(1, day("2005-02-03"))).toBeNull()
    expect(versionOn(promulgation)?.id).toBe("2005-02-04")
  })

  it("says in both languages that nobody has verified whether it is in force", () => {
    const version = versionOn(day("2026-01-01"))
    expect(version?.status).toBe("unverified")
    expect(version?.standing.zh).toBe("现行效力未核实")
    expect(version?.why.en).toContain("Verify with the issuing office")
  })

  it("names the amendments that made it", () => {
    const text = enter(
      enter(regulation, amendment("b", day("2012-01-01"), [2])),
      amendment("a", day("2010-01-01"), [1])
    )
    expect(versionOn(day("2011-01-01"), text)).toMatchObject({ id: "2005-02-04+a", effectiveFrom: "2010-01-01" })
    expect(versionOn(day("2012-01-01"), text)).toMatchObject({ id: "2005-02-04+a+b", effectiveFrom: "2012-01-01" })
    expect(amendedArticles(day("2011-01-01"), text)).toEqual([1])
    expect(amendedArticles(day("2013-01-01"), text)).toEqual([1, 2])
  })
})

describe("an amendment", () => {
  it("leaves every article as it was before its day, and all others for ever", () => {
    let changes = 0
    fc.assert(
      fc.property(
        anyDay,
        fc.uniqueArray(anyArticle, { minLength: 1 }),
        anyArticle,
        anyDay,
        (from, changed, article, on) => {
          const text = enter(regulation, amendment("a", from, changed))
          const applies = on >= from && changed.includes(article)
          if (applies) changes++
          const expected = applies ? `a修改的第${article}条` : articleText(article).zh
          expect(articleOn(article, on, text)?.zh).toBe(expected)
          expect(articleOn(article, addDays(from, -1), text)).toEqual(articleText(article))
          expect(articleOn(article, on, regulation)).toEqual(articleText(article))
        }
      )
    )
    expect(changes).toBeGreaterThanOrEqual(least(4, runs))
  })

  it("is entered with the same effect before or after another", () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyArticle, anyDay, (first, second, article, on) => {
        fc.pre(first !== second)
        const a = amendment("a", first, [article])
        const b = amendment("b", second, [article])
        const one = enter(enter(regulation, a), b)
        expect(enter(enter(regulation, b), a)).toEqual(one)
        const later = first > second ? a : b
        const expected =
          on >= later.effectiveFrom ? later : on >= (later === a ? b : a).effectiveFrom ? (later === a ? b : a) : null
        const zh = expected === null ? articleText(article).zh : `${expected.id}修改的第${article}条`
        expect(articleOn(article, on, one)?.zh).toBe(zh)
      })
    )
  })

  it("stands until another changes the same article, whatever else is changed meanwhile", () => {
    const first = enter(regulation, amendment("a", day("2010-01-01"), [10]))
    const text = enter(enter(first, amendment("b", day("2012-01-01"), [11])), amendment("c", day("2014-01-01"), [10]))
    const words = ["2010-01-01", "2013-12-31", "2014-01-01"].map((when) => articleOn(10, day(when), text)?.zh)
    expect(words).toEqual(["a修改的第10条", "a修改的第10条", "c修改的第10条"])
  })

  it("is refused when it changes an article twice, or on the day on which another does", () => {
    const text = enter(regulation, amendment("a", day("2010-01-01"), [10]))
    expect(kinds(text, amendment("b", day("2010-01-01"), [9, 10]))).toEqual(["Overlapping"])
    expect(kinds(text, amendment("b", day("2011-01-01"), [9, 9]))).toEqual(["Overlapping"])
    expect(Result.isSuccess(amended(text, amendment("b", day("2010-01-02"), [10])))).toBe(true)
  })

  it("is refused with every reason at once, in both languages", () => {
    const text = enter(regulation, amendment("a", day("2010-01-01"), [10]))
    const wrong = {
      ...amendment("a", day("2004-01-01"), []),
      articles: [{ article: 37 as ArticleNumber, text: { zh: "新", en: "new" } }]
    }
    const error = Result.getOrThrow(Result.flip(amended(text, wrong)))
    expect(error.findings.map((finding) => finding.kind)).toEqual([
      "BeforeTheMeasures",
      "DuplicateId",
      "UnknownArticle"
    ])
    expect(error.message).toContain("《办法》没有第37条 / the Measures have no article 37")
    expect(kinds(regulation, amendment("b", day("2010-02-30"), []))).toEqual(["NotADay", "Empty"])
    const blank = {
      ...amendment("c", day("2010-01-01"), []),
      articles: [{ article: 1, text: { zh: "新", en: " " } }] as const
    }
    expect(kinds(regulation, blank)).toEqual(["Empty"])
  })
})
