import { resolve } from "node:path"
import { expect, test } from "vitest"
import { withExports } from "../../src/Exports.ts"
import type { Gate, Outcome } from "../../src/Gate.ts"
import { attw } from "../../src/gates/attw.ts"
import { browser } from "../../src/gates/browser.ts"
import { build } from "../../src/gates/build.ts"
import { consumer } from "../../src/gates/consumer.ts"
import { manifests } from "../../src/gates/manifests.ts"
import { onNode20 } from "../../src/gates/node20.ts"
import { pack } from "../../src/gates/pack.ts"
import { publint } from "../../src/gates/publint.ts"
import { types } from "../../src/gates/types.ts"
import { readWorkspace } from "../../src/Workspace.ts"
import { tree } from "../tree.ts"

const repository = readWorkspace(resolve(import.meta.dirname, "../../../.."))

const manifest = {
  name: "@banfa/core",
  version: "1.0.0",
  license: "Apache-2.0",
  type: "module",
  sideEffects: false,
  engines: { node: ">=20" },
  files: ["dist"],
  exports: {
    "./paper": { "@banfa/source": "./src/paper.ts" },
    "./paper/Size": { "@banfa/source": "./src/paper/Size.ts" }
  }
}

const size = `/** A size of paper. */
export class Size {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}
`

const paper = `import { Size } from "./paper/Size.ts"
/** The usual size. */
export const usual: Size = new Size("A4")
`

/** A workspace of one package, whose module `paper` has the text given. */
const workspaceWith = (text: string, filled: object = withExports(manifest)) =>
  readWorkspace(
    tree(
      {
        "package.json": JSON.stringify({ name: "root", private: true, scripts: repository.manifest.scripts }),
        "pnpm-workspace.yaml": "packages: [packages/*]\n",
        "tsconfig.json": JSON.stringify({ extends: "./tsconfig.base.json", include: ["packages/*/src"] }),
        "tsconfig.base.json": JSON.stringify({
          compilerOptions: {
            target: "es2023",
            module: "nodenext",
            types: [],
            strict: true,
            allowImportingTsExtensions: true
          }
        }),
        "packages/core/package.json": JSON.stringify(filled),
        "packages/core/LICENSE": "Apache-2.0",
        "packages/core/src/paper/Size.ts": size,
        "packages/core/src/paper.ts": text
      },
      resolve(import.meta.dirname, "../../.work")
    )
  )

const run = async (workspace: ReturnType<typeof readWorkspace>, gates: ReadonlyArray<Gate>) => {
  const outcomes: Array<Outcome> = []
  for (const gate of gates) outcomes.push(await gate.run(workspace, () => undefined))
  return outcomes.map(({ problems }) => problems)
}

test("a sound package builds, packs and loads, in a browser and under Node 20 too", async () => {
  const gates = [manifests, types, build, pack, publint, attw, consumer, browser, onNode20]
  expect(await run(workspaceWith(paper), gates)).toEqual(gates.map(() => []))
})

test("what needs Node does not pass for what runs in a browser", async () => {
  const withImport = await run(workspaceWith(`export { readFileSync } from "node:fs"\n`), [types, build, pack, browser])
  expect(withImport.at(-1)).toEqual([expect.stringContaining(`@banfa/core/paper: `)])
  expect(withImport.at(-1)?.[0]).toContain("node:fs")

  const withGlobal = await run(
    workspaceWith(`export const home: string = Reflect.get(globalThis, "process").env.HOME\n`),
    [types, build, pack, browser]
  )
  expect(withGlobal.at(-1)).toEqual([expect.stringContaining("@banfa/core/paper: does not load without Node")])
})

test("what Node 20 cannot load is found", async () => {
  const later = `export const groups: unknown = Reflect.get(Map, "groupBy").call(Map, [1], String)\n`
  expect((await run(workspaceWith(later), [types, build, pack, onNode20])).at(-1)).toEqual([
    expect.stringContaining("TypeError")
  ])
})

test("an export map that would publish something else is found before anything is built", async () => {
  const { publishConfig: _, ...unfilled } = withExports(manifest)
  expect(await run(workspaceWith(paper, unfilled), [manifests])).toEqual([
    ["packages/core/package.json: exports and publishConfig do not agree: pnpm run exports"]
  ])
  const missing = withExports({ ...manifest, exports: { "./ink": { "@banfa/source": "./src/ink.ts" } } })
  expect(await run(workspaceWith(paper, missing), [manifests])).toEqual([
    [`packages/core/package.json: exports["./ink"] names ./src/ink.ts, which does not exist`]
  ])
})

test("a package that names a file that it does not hold fails its own checks", async () => {
  const [problems] = (
    await run(workspaceWith(paper, { ...withExports(manifest), main: "./dist/nowhere.js" }), [
      types,
      build,
      pack,
      publint
    ])
  ).slice(-1)
  expect(problems).toContainEqual(expect.stringContaining("nowhere.js but the file does not exist"))
})
