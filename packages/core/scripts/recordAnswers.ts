/** Records what the library answers to the questions of `test/law/answers`. Run it when answers change on purpose, and say in the changeset which. */
import { writeFileSync } from "node:fs"
import { answers, kept } from "../test/law/answers/answers.ts"
import { askings } from "../test/law/answers/asking.ts"

for (const asking of askings) {
  const lines = asking.questions().map((one) => kept(answers(asking, one)))
  writeFileSync(new URL(`../test/law/answers/${asking.rules.id}.txt`, import.meta.url), `${lines.join("\n")}\n`)
}
