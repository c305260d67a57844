import { resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { type Copies, checkSource, type SourceFinding, sentenceAt } from "../../src/articles/checkSource.ts"
import { readTrace } from "../../src/articles/Trace.ts"

const { copies: data } = readTrace(resolve(import.meta.dirname, "../../../.."))
const other = (character: string) => (character === "口" ? "日" : "口")
const changed = (text: string, index: number) =>
  text.slice(0, index) + other(text.charAt(index)) + text.slice(index + 1)
const names = (findings: ReadonlyArray<SourceFinding>, words: string) =>
  findings.some((finding) => finding.expected.includes(words) || finding.where.includes(words))

describe("the source text", () => {
  it("agrees to the character with the 36 articles and the 94 clauses recorded beside it", () => {
    expect(checkSource(data)).toEqual([])
    expect([data.articles.length, data.norms.length]).toEqual([36, 94])
  })
})

describe("a change of one character", () => {
  const edits: ReadonlyArray<[string, (text: string, index: number) => string]> = [
    ["replaced", changed],
    ["left out", (text, index) => text.slice(0, index) + text.slice(index + 1)],
    ["put in", (text, index) => `${text.slice(0, index)}口${text.slice(index)}`]
  ]
  it.each(edits)("%s anywhere in the source is found, and its sentence is named", (_how, edit) => {
    const silent: Array<string> = []
    for (let index = 0; index < data.source.length; index++) {
      const findings = checkSource({ ...data, source: edit(data.source, index) })
      const sentence = sentenceAt(data, index)
      // Leaving out one of two equal neighbours, or putting one in, shows first in the next character.
      if (!names(findings, sentence) && !names(findings, sentenceAt(data, index + 1)))
        silent.push(`${index} ${sentence}`)
    }
    expect(silent).toEqual([])
  })

  it("in the record of an article is found, and the article is named", () => {
    let tried = 0
    for (const row of data.articles) {
      for (const field of ["text", "body", "label"] as const) {
        for (let index = 0; index < row[field].length; index++) {
          const mutant = { ...row, [field]: changed(row[field], index) }
          const articles = data.articles.map((one) => (one === row ? mutant : one))
          const findings = checkSource({ ...data, articles })
          expect(findings.length).toBeGreaterThan(0)
          expect(findings.every((finding) => finding.where.startsWith(`article ${row.article},`))).toBe(true)
          expect(names(findings, mutant.text)).toBe(true)
          tried++
        }
      }
    }
    expect(tried).toBeGreaterThan(5000)
  })

  it("in the record of a clause is found, and its norm is named", () => {
    let tried = 0
    for (const row of data.norms) {
      for (let index = 0; index < row.clause.length; index++) {
        const mutant = { ...row, clause: changed(row.clause, index) }
        const norms: Copies["norms"] = data.norms.map((one) => (one === row ? mutant : one))
        const findings = checkSource({ ...data, norms })
        expect(findings.map((finding) => finding.where)).toEqual([`${row.id} "${mutant.clause}"`])
        tried++
      }
    }
    expect(tried).toBeGreaterThan(2000)
  })

  it("in a chapter's recorded title is found at its heading", () => {
    const articles = data.articles.map((row) =>
      row.chapter === 5 ? { ...row, chapterTitle: "电子政务效果评价" } : row
    )
    expect(checkSource({ ...data, articles }).map((finding) => finding.where)).toEqual([
      "chapter 5, heading, sentence 1"
    ])
  })
})
