import { resolve } from "node:path"
import { expect, test } from "vitest"
import { command, tool } from "../src/command.ts"
import { tree } from "./tree.ts"

const watchdog = resolve(import.meta.dirname, "../src/Watchdog.ts")

test("a run in which nothing moves is ended, and names the tests that hang and no others", async () => {
  const root = tree(
    {
      "vitest.config.ts": `import Watchdog from ${JSON.stringify(watchdog)}
export default { test: { reporters: [new Watchdog({ patience: 1_000 })], testTimeout: 0, include: ["*.test.ts"] } }
`,
      "some.test.ts": `import { test } from "vitest"
test("ends", () => {})
test("waits for what never comes", () => new Promise(() => setInterval(() => {}, 1_000)))
`
    },
    resolve(import.meta.dirname, "../.work")
  )
  const { code, output } = await tool("vitest", ["run"], { cwd: root })
  expect(code).toBe(1)
  expect(output).toContain("Nothing has moved for 1 s. Still running:\n  some.test.ts > waits for what never comes\n")
  expect(output).not.toContain("> ends")
})

test("a program of a gate ends with the process that runs the gates", async () => {
  const script = `import { command } from ${JSON.stringify(resolve(import.meta.dirname, "../src/command.ts"))}
const endless = "console.log(process.pid); setInterval(() => {}, 1000)"
command(process.execPath, ["-e", endless], { cwd: ".", onLine: (pid) => { console.log(pid); process.exit(0) } })
`
  const { output } = await command(process.execPath, ["--input-type=module", "-e", script], {
    cwd: import.meta.dirname
  })
  const pid = Number(output)
  expect(pid).toBeGreaterThan(0)
  const lives = () => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  while (lives()) await new Promise((soon) => setTimeout(soon, 20))
})
