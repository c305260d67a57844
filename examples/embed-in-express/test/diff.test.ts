import { spawnSync } from "node:child_process"
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { applyDiff, countLines } from "../applyDiff.ts"
import { diff, type Embedded, embedded } from "../embedded.ts"

const example = resolve(import.meta.dirname, "..")
const text = (...path: ReadonlyArray<string>): string => readFileSync(join(...path), "utf8")

describe("the diff that adds Banfa", () => {
  let e: Embedded
  beforeAll(() => {
    e = embedded()
  })
  afterAll(() => e.remove())

  test("stays under 150 lines, those taken away counted too", () => {
    const { added, removed } = countLines(diff)
    expect(added).toBeGreaterThan(100)
    expect(added + removed).toBeLessThan(150)
  })

  test("fits the host as it stands, adds one file, and changes four", () => {
    expect(e.files).toEqual([
      "banfa.ts",
      "host/consultations.ts",
      "host/decisions.ts",
      "host/inbox.ts",
      "host/projects.ts"
    ])
    const others = globSync("*.ts", { cwd: join(example, "host") }).filter((file) => !e.files.includes(`host/${file}`))
    expect(others.length).toBeGreaterThan(5)
    for (const file of others) expect(text(e.folder, "host", file)).toBe(text(example, "host", file))
  })

  test("adds the very file that stands beside the host", () => {
    expect(text(e.folder, "banfa.ts")).toBe(text(example, "banfa.ts"))
  })

  test("leaves every way to Banfa in that one file, which needs no Effect", () => {
    for (const file of globSync("host/*.ts", { cwd: e.folder }))
      expect(text(e.folder, file).replaceAll('from "../banfa.ts"', "")).not.toMatch(/banfa|effect/i)
    expect(text(e.folder, "banfa.ts")).not.toMatch(/["/]effect/)
  })

  test("turns the host into one that compiles", () => {
    const config = { extends: "../../../../tsconfig.base.json", include: ["."] }
    writeFileSync(join(e.folder, "tsconfig.json"), JSON.stringify(config))
    const compiler = resolve(example, "../../node_modules/typescript/bin/tsc")
    const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", e.folder], { encoding: "utf8" })
    expect([status, stdout]).toEqual([0, ""])
  })

  test("does not fit a host of which a line that it names was changed", () => {
    const folder = mkdtempSync(join(tmpdir(), "banfa-diff-"))
    try {
      cpSync(join(example, "host"), join(folder, "host"), { recursive: true })
      const file = join(folder, "host/inbox.ts")
      writeFileSync(file, readFileSync(file, "utf8").replace("const user =", "const who ="))
      expect(() => applyDiff(diff, folder)).toThrow("host/inbox.ts:20: the diff does not fit")
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe("the README", () => {
  const readme = text(example, "README.md")

  test("shows every line that the diff changes in the host, imports apart", () => {
    const shown = /```diff\n([\s\S]*?)```/.exec(readme)?.[1]
    const [, , ...changed] = diff.split(/^diff --git /mu)
    const lines = changed
      .join("")
      .split("\n")
      .filter((line) => /^[+-](?![+-]{2} )/.test(line))
    const imports = lines.filter((line) => /^[+-]import /.test(line))
    expect(imports.length - 1).toBe(5)
    expect(shown?.trimEnd().split("\n")).toEqual(lines.filter((line) => !imports.includes(line)))
  })

  test("says how many lines the diff has", () => {
    const { added, removed } = countLines(diff)
    expect(readme).toContain(`; ${added + removed} altogether`)
    expect(readme).toContain(`共 ${added + removed} 行`)
  })
})
