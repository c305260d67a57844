import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { answers, kept } from "./answers.ts"
import { askings } from "./asking.ts"

/**
 * No answer about a subject changes unseen: what is not as recorded is written down anew, and the change is told. The questions of a subject that
 * takes long are shared out: each file asks every n-th of them.
 */
export const onRecord = (subject: string, [first, step]: readonly [first: number, step: number] = [0, 1]): void => {
  test(subject, () => {
    const asking = askings.find(({ rules }) => rules.id === subject)
    if (asking === undefined) return expect.fail(`no questions about ${subject}`)
    const recorded = readFileSync(new URL(`./${subject}.txt`, import.meta.url), "utf8")
      .trimEnd()
      .split("\n")
    const asked = asking.questions()
    expect(recorded).toHaveLength(asked.length)
    for (const [i, one] of asked.entries()) {
      if (i % step !== first) continue
      const lines = answers(asking, one)
      // the lines of the first question that is answered otherwise, for comparison with another version
      expect(kept(lines), `question ${i}\n${lines.join("\n")}`).toBe(recorded[i])
    }
  })
}
