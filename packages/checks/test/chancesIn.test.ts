import { expect, test } from "vitest"
import { chancesIn } from "../src/chancesIn.ts"

test.each([
  "Date.now()",
  "new Date()",
  "Date()",
  "Math.random()",
  "new Intl.DateTimeFormat()",
  "Intl.Collator",
  "new Date(2005, 1, 4)",
  "day.getDate()",
  "day.getTimezoneOffset()",
  "amount.toLocaleString()",
  "a.localeCompare(b)",
  `name.toLocaleLowerCase()`
])("%s differs from one run or one machine to the next", (text) =>
  expect(chancesIn("x.ts", `const a = 1\nconst b = ${text}\n`)).toMatchObject([{ line: 2 }])
)

test.each([
  "new Date(0)",
  "day.getUTCDate()",
  "name.toLowerCase()",
  "Date.UTC(2005, 1, 4)",
  "Math.max(1, 2)",
  "// Math.random()",
  `"Date.now()"`
])("%s is the same in every run", (text) => expect(chancesIn("x.ts", text)).toEqual([]))
