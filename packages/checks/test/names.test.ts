import { expect, test } from "vitest"
import { problemsOf } from "../src/gates/changesets.ts"
import { collisions } from "../src/gates/fileNames.ts"

test("two files whose names differ by case alone collide", () => {
  expect(collisions(["src/Text.ts", "src/text.ts", "src/texts.ts"])).toEqual([["src/Text.ts", "src/text.ts"]])
})

test("two folders whose names differ by case alone collide", () => {
  expect(collisions(["src/Port/a.ts", "src/port/b.ts"])).toEqual([["src/Port", "src/port"]])
})

test("a changeset names published packages and says what changes", () => {
  const changeset = (name: string, summary: string) => `---\n"${name}": patch\n---\n\n${summary}\n`
  const problems = (text: string) => problemsOf(text, ["@banfa/core"])
  expect(problems(changeset("@banfa/core", "Article 12 asks for the plan in force."))).toEqual([])
  expect(problems(changeset("@banfa/other", "A change."))).toEqual([
    "names @banfa/other, which is not a published package"
  ])
  expect(problems(changeset("@banfa/core", ""))).toEqual(["says nothing of the change"])
  expect(problems("# Notes")).toHaveLength(1)
})
