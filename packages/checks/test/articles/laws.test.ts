import { expect, test } from "vitest"
import { commonTitlesIn, lawsIn } from "../../src/articles/laws.ts"

const file = "packages/core/test/law/x.test.ts"
const read = (...lines: ReadonlyArray<string>) => lawsIn(file, lines.join("\n"))

test("a property names its articles at the end of its title, singly and by ranges", () => {
  const laws = read(
    'law("one (art. 31)", 1, {}, () => {})',
    'law("two (arts 4, 9 to 12, 29 to 31)", 1, {}, () => {})',
    'test("three (arts. 32, 33)", () => {})'
  )
  expect(laws).toEqual([
    { file, title: "one", articles: [31] },
    { file, title: "two", articles: [4, 9, 10, 11, 12, 29, 30, 31] },
    { file, title: "three", articles: [32, 33] }
  ])
})

test("a property of no article in particular holds of all, a test of none is no property", () => {
  const laws = read('law("it holds", 1, {}, () => {})', 'test("the material occurs", () => {})', 'expect("a (art. 1)")')
  expect(laws).toEqual([{ file, title: "it holds", articles: [] }])
})

test("each row of the laws of a province is a property", () => {
  const laws = read(
    'provinceLaws(0.1, [{ title: "one (art. 8)", floor: 1, holds }, asksAlone("two (arts 17, 18)", 1, left, [17]),',
    '{ title: "three", floor: 2, holds }])'
  )
  expect(laws).toEqual([
    { file, title: "one", articles: [8] },
    { file, title: "two", articles: [17, 18] },
    { file, title: "three", articles: [] }
  ])
})

test("a title that is filled in is read once for each text that the file has for it", () => {
  const laws = read(
    'for (const { arts } of [{ arts: "arts 9, 10" }, { arts: "art. 12" }])',
    `  law(\`answers differ (\${arts})\`, 1, {}, () => {})`
  )
  expect(laws.map(({ articles, title }) => [title, articles])).toEqual([
    ["answers differ", [9, 10]],
    ["answers differ", [12]]
  ])
})

test("a subject that is asked the common laws holds each of them, under its own articles", () => {
  const common = commonTitlesIn(
    `claim("order", \`order does not matter (\${arts})\`)
     claim("time", \`nothing is owed before 2005-02-04 (\${arts}, 36)\`)`
  )
  const laws = lawsIn(file, 'const known = { arts: "arts 9 to 11" }\ncommonLaws(known)', common)
  expect(laws).toEqual([
    { file, title: "order does not matter", articles: [9, 10, 11] },
    { file, title: "nothing is owed before 2005-02-04", articles: [9, 10, 11, 36] }
  ])
})
