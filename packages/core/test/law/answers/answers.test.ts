import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { answers, kept } from "./answers.ts"
import { askings } from "./asking.ts"

describe("no answer changes unseen: what is not as recorded is written down anew, and the change is told", () => {
  test.each(askings.map((asking) => [asking.rules.id, asking] as const))("%s", (subject, asking) => {
    const onRecord = readFileSync(new URL(`./${subject}.txt`, import.meta.url), "utf8")
      .trimEnd()
      .split("\n")
    const asked = asking.questions()
    expect(onRecord).toHaveLength(asked.length)
    for (const [i, one] of asked.entries()) {
      const lines = answers(asking, one)
      // the lines of the first question that is answered otherwise, for comparison with another version
      expect(kept(lines), `question ${i}\n${lines.join("\n")}`).toBe(onRecord[i])
    }
  })
})
