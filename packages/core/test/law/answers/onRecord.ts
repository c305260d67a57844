import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { answers, kept } from "./answers.ts"
import { askings } from "./asking.ts"

/** No answer about a subject changes unseen: what is not as recorded is written down anew, and the change is told. */
export const onRecord = (subject: string): void => {
  test(subject, () => {
    const asking = askings.find(({ rules }) => rules.id === subject)
    if (asking === undefined) return expect.fail(`no questions about ${subject}`)
    const recorded = readFileSync(new URL(`./${subject}.txt`, import.meta.url), "utf8")
      .trimEnd()
      .split("\n")
    const asked = asking.questions()
    expect(recorded).toHaveLength(asked.length)
    for (const [i, one] of asked.entries()) {
      const lines = answers(asking, one)
      // the lines of the first question that is answered otherwise, for comparison with another version
      expect(kept(lines), `question ${i}\n${lines.join("\n")}`).toBe(recorded[i])
    }
  })
}
