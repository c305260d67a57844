import { describe, expect, test } from "vitest"
import { directionProblems } from "../src/gates/direction.ts"
import { readWorkspace } from "../src/Workspace.ts"
import { tree } from "./tree.ts"

const manifest = (name: string, exports = {}) => JSON.stringify({ name, exports })

const port = { "./port/Store": { "@banfa/source": "./src/port/Store.ts" } }
const evidence = { "./evidence": { "@banfa/source": "./src/evidence/index.ts" } }
const subject = { "./project": { "@banfa/source": "./src/project/Project.ts" } }

/** The problems of a workspace whose packages hold these files, beside an Effect of three modules. */
const problems = (files: Readonly<Record<string, string>>): ReadonlyArray<string> => {
  const effect = "packages/core/node_modules/effect/src"
  const root = tree({
    "package.json": manifest("workspace"),
    "packages/core/package.json": manifest("@banfa/core", { ...port, ...evidence, ...subject }),
    "packages/storage-x/package.json": manifest("@banfa/storage-x"),
    [`${effect}/Schema.ts`]: "/**\n * @stability stable\n */\n",
    [`${effect}/Effect.ts`]: "/** Effects. */\n/** @stability stable */\nexport const succeed = 1\n",
    [`${effect}/sql/SqlClient.ts`]: "/**\n * @stability unstable\n */\n",
    ...files
  })
  return directionProblems(readWorkspace(root))
}

const core = (path: string, text: string) => problems({ [`packages/core/src/${path}`]: text })

describe("what core may import", () => {
  test("its own files and the stable modules of Effect", () => {
    const text = `import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { owed } from "../verdict/owed.ts"
`
    expect(core("project/Project.ts", text)).toEqual([])
  })

  test.each([
    ["node:fs", "core imports nothing of Node"],
    ["fs", "core imports nothing of Node"],
    ["effect", `core imports modules of Effect one by one, such as "effect/Schema"`],
    ["effect/sql/SqlClient", "core imports only the modules that Effect calls stable"],
    ["effect/Nowhere", "core imports only the modules that Effect calls stable"],
    ["zod", "core depends on Effect alone and names its own files by path"],
    ["@banfa/core/project", "core depends on Effect alone and names its own files by path"],
    ["../../data/norms.json", "core imports no file outside its src"]
  ])("not %s", (specifier, rule) => {
    const text = `// first line\nimport * as X from "${specifier}"\n`
    expect(core("project/Project.ts", text)).toEqual([
      `packages/core/src/project/Project.ts:2: imports "${specifier}": ${rule}`
    ])
  })

  test("not even for its types, nor when it is loaded late", () => {
    expect(core("verdict/Verdict.ts", `import type { Stats } from "node:fs"`)).toHaveLength(1)
    expect(core("verdict/Verdict.ts", `const fs = await import("node:fs")`)).toHaveLength(1)
  })
})

describe("the folders of core", () => {
  test.each([
    ["project/Project.ts", "../regulation/Norm.ts"],
    ["project/Project.ts", "./Event.ts"],
    ["duty/Duty.ts", "../project/Project.ts"],
    ["register.ts", "./project/art10.ts"],
    ["scenario/Scenario.ts", "../project/Project.ts"],
    ["port/Store.ts", "../agency/Agency.ts"],
    ["docket/Docket.ts", "../port/Store.ts"],
    ["evidence/Seal.ts", "../port/Store.ts"],
    ["evidence/Seal.ts", "../regulation/Text.ts"],
    ["verdict/Verdict.ts", "../civil/CivilDate.ts"]
  ])("%s may import %s", (file, specifier) => {
    expect(core(file, `import { x } from "${specifier}"`)).toEqual([])
  })

  test.each([
    ["verdict/Verdict.ts", "../project/Project.ts", "verdict (foundation) may not depend on project (subjects)"],
    ["project/Project.ts", "../register.ts", "project (subjects) may not depend on register (derived)"],
    ["duty/Duty.ts", "../port/Store.ts", "duty (derived) may not depend on port (ports)"],
    ["port/Store.ts", "../docket/Docket.ts", "port (ports) may not depend on docket (docket)"],
    ["evidence/Seal.ts", "../project/Project.ts", "evidence (evidence) may not depend on project (subjects)"],
    ["civil/CivilDate.ts", "../helpers/text.ts", "the folder helpers has no place in the layers of core"],
    [
      "project/Project.ts",
      "../planning/Plan.ts",
      "project and planning may not depend on each other: what one subject needs of another arrives in its context"
    ]
  ])("%s may not import %s", (file, specifier, rule) => {
    const text = `import type { X } from "${specifier}"`
    expect(core(file, text)).toEqual([`packages/core/src/${file}:1: imports "${specifier}": ${rule}`])
  })
})

test("a folder that has no place among the layers is named once", () => {
  const text = `import { a } from "./a.ts"\nimport { b } from "./b.ts"\n`
  expect(core("helpers/text.ts", text)).toHaveLength(1)
})

describe("a file of rules", () => {
  const from = (specifier: string) => `import { x } from "${specifier}"`

  test.each(["text", "terms", "normTerms", "readingTexts", "articles", "clauses"])(
    "loads no regulation/%s.ts",
    (name) => {
      const specifier = `../regulation/${name}.ts`
      expect(core("project/art10.ts", from(specifier))).toEqual([
        `packages/core/src/project/art10.ts:1: imports "${specifier}": a rule loads no texts (src/regulation/${name}.ts)`
      ])
    }
  )

  test.each(["art10", "art09-12", "Rule", "owed", "Advice", "Verdict"])(
    "as %s.ts is, loads no schema of events",
    (name) => {
      expect(core(`project/${name}.ts`, from("./Event.ts"))).toEqual([
        `packages/core/src/project/${name}.ts:1: imports "./Event.ts": a rule loads no schemas of events (src/project/Event.ts)`
      ])
    }
  )

  test("may name the types of events", () => {
    expect(core("project/art10.ts", `import type { Event } from "./Event.ts"`)).toEqual([])
  })

  test("may use the type of a bilingual text", () => {
    expect(core("project/art10.ts", from("../regulation/Text.ts"))).toEqual([])
  })

  test("loads none by way of another file either", () => {
    const found = problems({
      "packages/core/src/project/art10.ts": `${from("./Project.ts")}`,
      "packages/core/src/project/Project.ts": from("./Event.ts")
    })
    expect(found).toEqual([
      `packages/core/src/project/art10.ts:1: imports "./Project.ts": a rule loads no schemas of events (src/project/Project.ts → src/project/Event.ts)`
    ])
  })
})

describe("an adapter", () => {
  const adapter = (specifier: string) =>
    problems({ "packages/storage-x/src/Store.ts": `import * as X from "${specifier}"` })

  test.each([
    "@banfa/core/port/Store",
    "@banfa/core/evidence",
    "@banfa/testing/event-store",
    "@banfa/storage-sql/rows",
    "effect",
    "node:fs"
  ])("may import %s", (specifier) => expect(adapter(specifier)).toEqual([]))

  test.each([
    ["@banfa/core/project", "an adapter knows core's ports and no subject"],
    ["@banfa/core/docket", "an adapter knows core's ports and no subject"],
    ["@banfa/notify-smtp", "an adapter knows only core, testing and its own kind"],
    ["../../core/src/port/Store.ts", "a package names another by its name, not by path"]
  ])("may not import %s", (specifier, rule) => {
    expect(adapter(specifier)).toEqual([`packages/storage-x/src/Store.ts:1: imports "${specifier}": ${rule}`])
  })

  test("may not import a subject in its tests", () => {
    expect(problems({ "packages/storage-x/test/a.test.ts": `import "@banfa/core/project"` })).toHaveLength(1)
  })
})
