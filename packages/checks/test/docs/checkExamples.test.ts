import { resolve } from "node:path"
import { expect, test } from "vitest"
import { checkExamples } from "../../src/docs/checkExamples.ts"
import { fencesInMarkdown } from "../../src/docs/Fence.ts"
import { readWorkspace } from "../../src/Workspace.ts"
import { tree } from "../tree.ts"

const repository = readWorkspace(resolve(import.meta.dirname, "../../../.."))

const calculator = {
  name: "calculator",
  type: "module",
  exports: { ".": { "@banfa/source": "./src/add.ts", default: "./dist/not-built.js" } }
}

/** The problems of a document whose examples may import a package that is not built. */
const problems = (examples: ReadonlyArray<string>) => {
  const dir = tree({
    "package.json": JSON.stringify(calculator),
    "src/add.ts": "export const add = (a: number, b: number): number => a + b\n"
  })
  const text = examples.map((code) => `\`\`\`ts${code}\n\`\`\`\n`).join("")
  return checkExamples(
    fencesInMarkdown("guide.md", text),
    { ...repository, packages: [{ dir, manifest: calculator }] },
    tree({}, resolve(import.meta.dirname, "../../.work"))
  )
}

const imported = `\nimport { add } from "calculator"`

test("examples that give what they state are in order, from source", async () => {
  expect(
    await problems([
      `${imported}\nadd(1, 2) // => 3`,
      `${imported}\nconst sums = [add(1, 2), add(3, 4)]\n// => [3,\n//     7]`,
      ` no-run\nawait new Promise(() => {})`
    ])
  ).toEqual([])
})

test("each problem names the line of the document", async () => {
  const found = await problems([
    `${imported}\n\nadd(1, 2) // => 4`,
    `${imported}\nadd(1, "2") // => 3`,
    `\nthrow new Error("out of paper")`,
    ` no-run\nconst text: string = 1`,
    ` ignored\nconst a = 1`
  ])
  expect(found.map((problem) => problem.split("\n")[0]).sort()).toEqual([
    "guide.md:11: Error: out of paper",
    "guide.md:14: TS2322: Type 'number' is not assignable to type 'string'.",
    "guide.md:16: unknown flag ignored",
    "guide.md:4: AssertionError [ERR_ASSERTION]: Expected values to be strictly deep-equal:",
    "guide.md:8: TS2345: Argument of type 'string' is not assignable to parameter of type 'number'."
  ])
})

test("an example that ends the process is a failure, and is named", async () => {
  expect(await problems([`\nconst a = 1`, `\nprocess.exit(0)`])).toEqual([
    expect.stringMatching(/^guide\.md:5: did not end/)
  ])
})
