import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { readTrace } from "../../src/articles/Trace.ts"
import { buildReference } from "../../src/reference/Reference.ts"
import { readWorkspace } from "../../src/Workspace.ts"
import { tree } from "../tree.ts"

/** The norms of the repository, without the files that its pages lead to: none of them is in the package that is built. */
const trace = { ...readTrace(join(import.meta.dirname, "../../../..")), rules: [], scenarios: [], laws: [] }
const compilerOptions = { module: "nodenext", target: "es2023", lib: ["es2023"], strict: true, noEmit: true, types: [] }

/** Builds the reference of one package with one module. */
const build = async (...lines: ReadonlyArray<string>) => {
  const root = tree({
    "package.json": JSON.stringify({ name: "root", private: true, type: "module" }),
    "tsconfig.json": JSON.stringify({ compilerOptions, include: ["packages"] }),
    "docs/lifecycles/one.md": "# One of them\n",
    "packages/one/package.json": JSON.stringify({
      name: "@banfa/one",
      type: "module",
      exports: { "./x": { "@banfa/source": "./src/x.ts" } }
    }),
    "packages/one/src/x.ts": ["/** A module. @module */", ...lines, ""].join("\n")
  })
  const problems = await buildReference(readWorkspace(root), trace, join(root, "site"))
  return { problems, page: (path: string) => readFileSync(join(root, "site", path), "utf8") }
}

test("an article and the exports that name it link to each other", async () => {
  const { page, problems } = await build(
    "/** What it takes.",
    " * @article 6 @article 12 */",
    "export const act = (): number => 1"
  )
  expect(problems).toEqual([])
  expect(page("functions/_banfa_one_x.act.html")).toMatch(/href="\.\.\/articles\/12\.html"[^>]*>第十二条 · art\. 12</)
  expect(page("articles/6.html")).toContain('href="../functions/_banfa_one_x.act.html"')
  expect(page("articles/12.html")).toContain('href="../functions/_banfa_one_x.act.html"')
  expect(page("articles/11.html")).not.toContain("_banfa_one_x.act.html")
  expect(page("articles/index.html")).toMatch(/href="12\.html"[^>]*>第十二条 · art\. 12</)
  expect(page("lifecycles/one.html")).toContain("One of them")
})

test("a tag that is not the number of an article alone stops the reference, and says where it stands", async () => {
  const { problems } = await build(
    ...["0", "37", "twelve", "12 and more"].map((text, i) => `/** A thing. @article ${text} */ export const t${i} = 1`)
  )
  expect(problems).toEqual([
    'packages/one/src/x.ts:2: t0: "@article 0" is not the number of an article, 1 to 36, alone',
    'packages/one/src/x.ts:3: t1: "@article 37" is not the number of an article, 1 to 36, alone',
    'packages/one/src/x.ts:4: t2: "@article twelve" is not the number of an article, 1 to 36, alone',
    'packages/one/src/x.ts:5: t3: "@article 12 and more" is not the number of an article, 1 to 36, alone'
  ])
})

test("every export and every member needs a docstring, and every type that an export names has to be exported", async () => {
  const { problems } = await build(
    "interface Hidden { a: 1 }",
    "export declare const thing: Hidden",
    "/** It has a `named` one. */",
    "export interface Other {",
    "  named: 1",
    "  silent: 2",
    "  /** Said. */",
    "  said: 3",
    "}"
  )
  expect(problems).toEqual([
    expect.stringMatching(/^Hidden, .* is referenced by @banfa\/one\/x\.thing but not included/),
    expect.stringMatching(/^@banfa\/one\/x\.thing .* does not have any documentation/),
    "@banfa/one/x.Other.silent has no docstring, and that of its type does not name it"
  ])
})
