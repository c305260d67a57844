/** Records what the library answers to the questions of `test/law/answers.ts`. Run it when answers change on purpose, and say in the changeset which. */
import { writeFileSync } from "node:fs"
import { answers, kept, questions } from "../test/law/answers.ts"

const lines = questions().map(({ history, n, profile }) => kept(answers(history.events, n, profile)))
writeFileSync(new URL("../test/law/answers.txt", import.meta.url), `${lines.join("\n")}\n`)
