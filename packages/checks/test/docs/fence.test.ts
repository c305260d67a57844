import { expect, test } from "vitest"
import { fencesInDocstrings, fencesInMarkdown } from "../../src/docs/Fence.ts"

test("a fence in Markdown has its line, language, flags and code", () => {
  const text = "# Title\n\n```ts no-run\nconst a = 1\n\nconst b = 2\n```\n\n- item\n  ```sh\n  npm start\n  ```\n"
  expect(fencesInMarkdown("README.md", text)).toEqual([
    { file: "README.md", line: 4, language: "ts", flags: ["no-run"], code: "const a = 1\n\nconst b = 2" },
    { file: "README.md", line: 11, language: "sh", flags: [], code: "npm start" }
  ])
})

test("a fence that a longer fence shows is not one of the document's", () => {
  const text = "````md\n```ts\nwrong\n```\n````\n"
  expect(fencesInMarkdown("README.md", text).map(({ language }) => language)).toEqual(["md"])
})

test("a fence in a docstring loses the stars and keeps the line of the file", () => {
  const text =
    "const a = 1\n\n/**\n * Adds.\n *\n * ```ts\n * add(1, 2)\n *   // => 3\n * ```\n */\nexport const add = 1\n"
  expect(fencesInDocstrings("add.ts", text)).toEqual([
    { file: "add.ts", line: 7, language: "ts", flags: [], code: "add(1, 2)\n  // => 3" }
  ])
})

test("a fence in a plain comment or in a string is no example", () => {
  const text = "/*\n * ```ts\n * a\n * ```\n */\nexport const b = `\n/**\n * ```ts\n * c\n * ```\n */`\n"
  expect(fencesInDocstrings("b.ts", text)).toEqual([])
})
