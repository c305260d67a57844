/** An article as it is recorded beside the source, with its place in it. */
export interface ArticleRow {
  readonly article: number
  readonly label: string
  readonly text: string
  readonly body: string
  readonly offset: readonly [number, number]
  readonly chapter: number
  readonly chapterTitle: string
}

/** The words that carry a norm, with their place in the source. */
export interface ClauseRow {
  readonly id: string
  readonly article: number
  readonly clause: string
  readonly clauseOffset: readonly [number, number]
}

/** What is checked against one another: the text, and the articles and clauses recorded beside it. */
export interface Copies {
  readonly source: string
  readonly articles: ReadonlyArray<ArticleRow>
  readonly norms: ReadonlyArray<ClauseRow>
}

/** A passage that is not as it should be: where it stands, and the words that were expected there. */
export interface SourceFinding {
  readonly where: string
  readonly expected: string
  readonly found: string
}

const letterhead = [
  "广东省印发电子政务建设管理办法",
  "粤府办[2005]11号",
  "各地级以上市人民政府，各县(市、区)人民政府，省政府各部门、各直属机构：",
  "《广东省电子政务建设管理办法》业经省人民政府同意，现印发给你们，请按照执行。",
  "二\u25cb\u25cb五年二月四日",
  "广东省电子政务建设管理办法"
]
const numerals = ["一", "二", "三", "四", "五", "六", "七"]

interface Line {
  readonly where: string
  readonly text: string
}

const linesOf = ({ articles }: Copies): ReadonlyArray<Line> => {
  const lines: Array<Line> = letterhead.map((text, index) => ({ where: `letterhead, line ${index + 1}`, text }))
  let chapter = 0
  for (const article of articles) {
    if (article.chapter !== chapter) {
      chapter = article.chapter
      lines.push({
        where: `chapter ${chapter}, heading`,
        text: `第${numerals[chapter - 1]}章\u3000${article.chapterTitle}`
      })
    }
    lines.push({ where: `article ${article.article}`, text: article.text })
  }
  return lines
}

/** The sentences of a line. */
export const sentencesOf = (line: string): ReadonlyArray<string> => line.match(/[^。]+。?/gu) ?? [line]

/** Every passage of the copies that differs from another copy of it, named; nothing when they agree to the character. */
export const checkSource = (copies: Copies): ReadonlyArray<SourceFinding> => {
  const { articles, norms, source } = copies
  const findings: Array<SourceFinding> = []
  const compare = (where: string, expected: string, found: string) => {
    if (expected !== found) findings.push({ where, expected, found })
  }

  const lines = linesOf(copies)
  let at = 0
  lines.forEach(({ text, where }, index) => {
    sentencesOf(text).forEach((sentence, number) => {
      compare(`${where}, sentence ${number + 1}`, sentence, source.slice(at, at + sentence.length))
      at += sentence.length
    })
    const end = index === lines.length - 1 ? "" : "\n"
    compare(`${where}, end of "${text}"`, end, end === "" ? source.slice(at) : source.slice(at, at + 1))
    at += end.length
  })

  for (const { article, body, label, offset, text } of articles) {
    compare(`article ${article}, place "${text}"`, text, source.slice(...offset))
    compare(`article ${article}, label and body "${text}"`, text, `${label}\u3000${body}`)
  }
  for (const { article, clause, clauseOffset, id } of norms) {
    compare(`${id} "${clause}"`, clause, source.slice(...clauseOffset))
    const home = articles.find((one) => one.article === article)?.offset ?? [0, 0]
    if (clauseOffset[0] < home[0] || clauseOffset[1] > home[1]) {
      findings.push({
        where: `${id} "${clause}"`,
        expected: `within article ${article}`,
        found: clauseOffset.join("-")
      })
    }
  }
  return findings
}

/** The sentence, or the line whose end it is, in which a character of the source stands. */
export const sentenceAt = (copies: Copies, index: number): string => {
  let at = 0
  for (const { text } of linesOf(copies)) {
    for (const sentence of sentencesOf(text)) {
      at += sentence.length
      if (index < at) return sentence
    }
    at += 1
    if (index < at) return text
  }
  throw new RangeError(`no character at ${index}`)
}
