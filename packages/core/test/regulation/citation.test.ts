import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { isArticleNumber } from "../../src/regulation/Article.ts"
import { articleName, cite, parseArticle } from "../../src/regulation/Citation.ts"
import { documentNumber, parseDocumentNumber } from "../../src/regulation/documentNumber.ts"
import { isNormId } from "../../src/regulation/Norm.ts"
import { norms } from "../../src/regulation/norms.ts"
import { measures } from "../../src/regulation/source.ts"

describe("a citation", () => {
  it("names the article and quotes the words of the text (art. 10)", () => {
    expect(cite("N10.1").article).toEqual({ zh: "第十条", en: "art. 10" })
    expect(cite("N10.1").quote.zh).toBe("投资主管部门在审批电子政务项目立项时，应征求信息化主管部门的意见")
  })

  it("quotes nothing that is not in the text, whichever norm it cites", () => {
    const ids = Object.keys(norms).filter(isNormId)
    expect(ids.filter((id) => !measures.includes(cite(id).quote.zh) || cite(id).quote.en === "")).toEqual([])
    expect(ids.length).toBe(94)
  })
})

describe("the name of an article", () => {
  it("reads back as the article, in every form in which people write it", () => {
    for (let number = 1; number <= 36; number++) {
      if (!isArticleNumber(number)) throw new RangeError(`article ${number}`)
      const name = articleName(number)
      const forms = [
        name.zh,
        name.en,
        `第${number}条`,
        `Article ${number}`,
        `art ${number}`,
        `${number}`,
        ` ${number} `
      ]
      expect(forms.map((form) => parseArticle(form))).toEqual(forms.map(() => Result.succeed(number)))
    }
    expect(parseArticle("第１２条")).toEqual(Result.succeed(12))
  })

  it.each(["", "0", "37", "第三十七条", "第十", "十", "art.", "10.1", "-1", "1e1", "N10.1", "第100条"])(
    "%j is refused in both languages",
    (input) => {
      const error = Result.getOrThrow(Result.flip(parseArticle(input)))
      expect(error._tag).toBe("UnknownArticle")
      expect(error.zh).toContain(`“${input}”`)
      expect(error.en).toContain(`"${input}"`)
    }
  )
})

describe("a document number", () => {
  it("is printed with hexagonal brackets and read with either kind", () => {
    for (const input of ["粤府办[2005]11号", "粤府办〔2005〕11号", "粤府办［2005］11号", "粤府办（2005）11号"]) {
      expect(parseDocumentNumber(input)).toEqual(Result.succeed(documentNumber))
    }
    expect(documentNumber).toBe("粤府办〔2005〕11号")
    expect(measures).toContain("粤府办[2005]11号")
  })

  it.each(["", "粤府办2005年11号", "[2005]11号", "粤府办〔05〕11号", "粤府办〔2005〕号"])("%j is refused", (input) => {
    expect(Result.getOrThrow(Result.flip(parseDocumentNumber(input)))._tag).toBe("NotADocumentNumber")
  })
})
