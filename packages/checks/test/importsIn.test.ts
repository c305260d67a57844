import { expect, test } from "vitest"
import { importsIn } from "../src/importsIn.ts"

test("every way of naming another module is found, with its line", () => {
  const text = `import { a } from "./a.ts"
import * as b from "./b.ts"
import "./c.ts"
export { d } from "./d.ts"
export * from "./e.ts"
const f = await import("./f.ts")
const g = require("./g.cjs")
type H = import("./h.ts").H
`
  expect(importsIn("x.ts", text).map(({ specifier, line }) => [specifier, line])).toEqual([
    ["./a.ts", 1],
    ["./b.ts", 2],
    ["./c.ts", 3],
    ["./d.ts", 4],
    ["./e.ts", 5],
    ["./f.ts", 6],
    ["./g.cjs", 7],
    ["./h.ts", 8]
  ])
})

test("an import counts as types alone only if nothing of it is left at run time", () => {
  const typeOnly = (text: string) => importsIn("x.ts", text).map((found) => found.typeOnly)
  expect(typeOnly(`import type { A } from "./a.ts"`)).toEqual([true])
  expect(typeOnly(`export type { A } from "./a.ts"`)).toEqual([true])
  expect(typeOnly(`type A = import("./a.ts").A`)).toEqual([true])
  expect(typeOnly(`import { type A } from "./a.ts"`)).toEqual([false])
  expect(typeOnly(`import { A } from "./a.ts"`)).toEqual([false])
})

test("the text of a comment or of a string is no import", () => {
  expect(importsIn("x.ts", `// import "./a.ts"\nconst text = 'import "./b.ts"'`)).toEqual([])
})
