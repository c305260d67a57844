import { resolve } from "node:path"
import { expect, test } from "vitest"
import { command } from "../src/command.ts"

const verify = (...gates: ReadonlyArray<string>) =>
  command(process.execPath, [resolve(import.meta.dirname, "../src/verify.ts"), ...gates], { cwd: import.meta.dirname })

test("the last line counts what passed and what failed, and the exit code agrees with it", async () => {
  const { code, output } = await verify("file names", "changesets")
  const [, passed, failed] = /\n(\d+) passed, (\d+) failed\n$/.exec(output) ?? []
  expect(Number(passed) + Number(failed)).toBe(2)
  expect(code).toBe(Number(failed) > 0 ? 1 : 0)
})

test("a gate that does not exist is refused with the names of those that do", async () => {
  const { code, output } = await verify("spelling")
  expect(code).toBe(2)
  expect(output).toContain("No gate is called spelling. There are: manifests, file names")
})
