import { expect, test } from "vitest"
import { exampleModule } from "../../src/docs/exampleModule.ts"

const made = (code: string, line = 1) => exampleModule({ file: "README.md", line, language: "ts", flags: [], code }, "")

test.each([
  ["add(1, 2) // => 3", "shows((add(1, 2)), ( 3));"],
  ["add(1, 2); // => 3", "shows((add(1, 2)), ( 3));"],
  ["await later() // => 3", "shows((await later()), ( 3));"],
  ["const sum = add(1, 2) // => 3", "const sum = add(1, 2); shows(sum, ( 3));"],
  ["add(\n  1,\n  2\n) // => 3", "shows((add(\n  1,\n  2\n)), ( 3));"],
  ["add(1, 2)\n// => 3", "shows((add(1, 2)), (\n 3));"],
  ["pair() // => [1,\n//       2]\n// a remark", "shows((pair()), ( [1,\n       2]));\n// a remark"]
])("%j compares what is given with what is stated", (code, text) => {
  const { text: module, unread } = made(code)
  expect(module.replaceAll(/\n\s*/g, "\n").replaceAll(/ +/g, " ")).toBe(
    `${text.replaceAll(/\n\s*/g, "\n").replaceAll(/ +/g, " ")}\n`
  )
  expect(unread).toEqual([])
})

test("each line keeps the number that it has in the document", () => {
  const { text } = made("const a = 1\na // => 1", 40)
  expect(text.split("\n")[40]).toMatch(/^shows\(\(a\)/)
})

test("a value that is stated of nothing is reported, not passed over", () => {
  expect(made("const { a } = b // => 1", 7).unread).toEqual([7])
  expect(made("if (a) {\n} // => 1", 7).unread).toEqual([8])
})

test("other comments are left alone", () => {
  expect(made("add(1, 2) // three").text).toBe("add(1, 2) // three\n")
})
