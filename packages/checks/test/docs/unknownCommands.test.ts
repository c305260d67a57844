import { expect, test } from "vitest"
import { fencesInMarkdown } from "../../src/docs/Fence.ts"
import { unknownCommands } from "../../src/docs/unknownCommands.ts"
import { readWorkspace } from "../../src/Workspace.ts"
import { tree } from "../tree.ts"

const problems = (commands: string) => {
  const root = tree({
    "package.json": JSON.stringify({ name: "root", scripts: { start: "", test: "", "test:servers": "" } }),
    "examples/quickstart/package.json": JSON.stringify({ name: "@banfa/quickstart" }),
    "examples/quickstart/main.ts": ""
  })
  return unknownCommands(fencesInMarkdown("README.md", `\`\`\`sh\n${commands}\n\`\`\`\n`), readWorkspace(root))
}

test("commands that the repository has are in order", () => {
  expect(
    problems(`# first
git clone x && cd x
npm start -- --lang en   # in English
$ npm test
npm run test:servers
npm install effect @banfa/quickstart
node --conditions=@banfa/source examples/quickstart/main.ts`)
  ).toEqual([])
})

test.each([
  ["npm run build", "package.json has no script build"],
  ["npm test && npm run lint", "package.json has no script lint"],
  ["pnpm verify", "package.json has no script verify"],
  ["npm install @banfa/nowhere", "there is no package @banfa/nowhere"],
  ["node scripts/go.ts", "there is no file scripts/go.ts"],
  ["make", "make is no command of this repository"]
])("%s names what is not there", (command, problem) => {
  expect(problems(command)).toEqual([`README.md:2: ${command.split("&& ").at(-1)}: ${problem}`])
})
