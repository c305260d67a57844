import { sampleLetter } from "@banfa/testing/notifier"
import { assert, describe, it } from "@effect/vitest"
import * as Result from "effect/Result"
import fc from "fast-check"
import { type ContentSettings, contentsOf, cutMark, joiner, writtenId } from "../src/contents.ts"

const numRuns = fc.readConfigureGlobal()?.numRuns ?? 25

const room: ContentSettings = { type: "text", bytes: 2048, long: "parts", maxParts: 5 }
const letterOf = (zh: string, en: string) => sampleLetter({ body: [{ zh, en }] })
const contents = (zh: string, en: string, more: Partial<ContentSettings> = {}, id = "notice/1") =>
  contentsOf({ id, letter: letterOf(zh, en), to: [] }, { ...room, ...more })
const bytes = (text: string) => Buffer.byteLength(text)
const mark = /^（\d+\/\d+ [0-9a-f]{8}）\n/

/** Text in which people see one character where there are many units of one. */
const text = (maxLength: number) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom("文", "𠮷", "👩🏽‍💻", "🇨🇳", "e\u0301", "각", "\n", "<a>", "a "),
        fc.string({ unit: "grapheme" })
      ),
      {
        maxLength,
        size: "max"
      }
    )
    .map((parts) => parts.join(""))

const characters = (whole: string) =>
  [...new Intl.Segmenter("zh", { granularity: "grapheme" }).segment(whole)].map(({ segment }) => segment)

describe("the content of a message", () => {
  it("is a letter as people read it: both languages, article, quote and id", () => {
    const [content] = Result.getOrThrow(contentsOf({ id: "notice/1", letter: sampleLetter(), to: [] }, room))
    assert.strictEqual(
      content,
      `投资进展情况抄送（第一季度）
建设单位已于4月8日报送投资进展情况，现抄送贵单位备案。
请在收到后登记。
依据第十二条：“抄送信息化主管部门备案”

Copy of the investment progress, first quarter
The progress was reported on 8 April.
Please enter it on arrival.
Under art. 12: “sends a copy to the informatization authority for filing”

编号 No. notice/1`
    )
  })

  it("in Markdown has a heading, and the article and the quote as a quote, line by line", () => {
    const letter = sampleLetter({ title: { zh: "标题\n二", en: "a_b" }, quote: { zh: "一\n# 二", en: "<font>" } })
    const [content = ""] = Result.getOrThrow(contentsOf({ id: "n", letter, to: [] }, { ...room, type: "markdown" }))
    assert.deepStrictEqual(
      content.split("\n").filter((line) => /^[#>]/.test(line)),
      ["### 标题 二", "> 依据第十二条：“一", "> ＃ 二”", "### a＿b", "> Under art. 12: “＜font＞”"]
    )
  })

  it("in Markdown holds no sign that makes markup but those of the channel", () => {
    fc.assert(
      fc.property(text(20), (said) => {
        const [content = ""] = Result.getOrThrow(contents(said, "x", { type: "markdown", bytes: 100_000 }))
        assert.notMatch(content.replace(/^(### |> )/gm, ""), /[<>[\]*#`\\~_|]/)
      }),
      { numRuns }
    )
  })

  it("shows a control character by its picture, and half of a character as one that is missing", () => {
    const [content = ""] = Result.getOrThrow(contents("a\0b\u001Bc\u007Fd\uD83De\tf", "x"))
    assert.include(content, "a\u2400b\u241Bc\u2421d\uFFFDe\tf")
  })

  it("has what begins with < with a joiner that nobody sees, so that it is no link and names nobody", () => {
    const [content = ""] = Result.getOrThrow(contents("<@all> <a href='x'>", "x"))
    assert.include(content, `<${joiner}@all> <${joiner}a href='x'>`)
  })
})

describe("a letter that does not fit into one message", () => {
  it("becomes several of at most so many bytes, which together are the whole, none ending within a character", () => {
    let several = 0
    fc.assert(
      fc.property(text(400), text(100), fc.integer({ min: 300, max: 2048 }), (zh, en, most) => {
        const [whole = ""] = Result.getOrThrow(contents(zh, en, { bytes: 10_000_000 }))
        const parts = contents(zh, en, { bytes: most, maxParts: 20 })
        if (Result.isFailure(parts)) {
          assert.isAbove(bytes(whole), 10 * most)
          return
        }
        if (parts.success.length === 1) return
        several++
        for (const part of parts.success) assert.isAtMost(bytes(part), most)
        const read = parts.success.map((part) => part.replace(mark, ""))
        assert.strictEqual(read.join(""), whole)
        assert.deepStrictEqual(read.flatMap(characters), characters(whole))
        for (const [i, part] of parts.success.entries())
          assert.match(part, new RegExp(`^（${i + 1}/${parts.success.length} `))
      }),
      { numRuns }
    )
    assert.isAbove(several, numRuns / 4)
  })

  it("is too large if it would become more than it may, however large it is", () => {
    for (const length of [4000, 10_000_000]) {
      const failed = contents("文".repeat(length), "x")
      assert.isTrue(Result.isFailure(failed))
      if (Result.isFailure(failed))
        assert.deepStrictEqual([failed.failure.reason, failed.failure.retry], ["too-large", false])
    }
  })

  it("is cut where that is chosen: paragraphs alone, at a character and visibly, and the English keeps what the Chinese leaves", () => {
    let cut = 0
    fc.assert(
      fc.property(text(600), text(600), (zh, en) => {
        const [whole = ""] = Result.getOrThrow(contents(zh, en, { bytes: 10_000_000 }))
        const [content = "", ...rest] = Result.getOrThrow(contents(zh, en, { long: "cut" }))
        assert.deepStrictEqual(rest, [])
        assert.isAtMost(bytes(content), 2048)
        if (content === whole) return
        cut++
        assert.include(content, cutMark)
        const { article, quote, title } = sampleLetter()
        for (const each of [title, article, quote]) {
          assert.include(content, each.zh)
          assert.include(content, each.en)
        }
        assert.isTrue(content.endsWith("编号 No. notice/1"))
        // no more is left out than has to be: a character has fewer bytes than this
        assert.isAbove(bytes(content), 2048 - 2 * 100)
        const [kept = ""] = content.split(cutMark)
        assert.isTrue(whole.startsWith(kept) || content.indexOf(cutMark) > whole.indexOf(title.en))
      }),
      { numRuns }
    )
    assert.isAbove(cut, numRuns / 4)
  })

  it("is too large where it is to be cut and title and quote alone fill the message", () => {
    const letter = sampleLetter({ quote: { zh: "文".repeat(700), en: "x" } })
    const failed = contentsOf({ id: "n", letter, to: [] }, { ...room, long: "cut" })
    assert.strictEqual(Result.isFailure(failed) && failed.failure.reason, "too-large")
  })
})

describe("an id as it is written", () => {
  it("is itself where it is short, visible and no markup, and else its SHA-256: two ids are never written alike", () => {
    const [id, key] = ["copy/P1/2026-Q1", "due-soon/N12_1"]
    for (const type of ["text", "markdown"] as const) {
      assert.strictEqual(writtenId(id, type), id)
      for (const each of ["", "项目", "a b", "a<b", "a\n", "x".repeat(129), `sha256:${"0".repeat(64)}`]) {
        assert.match(writtenId(each, type), /^sha256:[0-9a-f]{64}$/)
      }
      fc.assert(
        fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary-ascii" }), (a, b) => {
          assert.strictEqual(writtenId(a, type) === writtenId(b, type), a === b)
        }),
        { numRuns }
      )
    }
    assert.strictEqual(writtenId(key, "text"), key)
    assert.match(writtenId(key, "markdown"), /^sha256:/)
    assert.match(writtenId("[a](https://example.org)", "markdown"), /^sha256:/)
  })
})
