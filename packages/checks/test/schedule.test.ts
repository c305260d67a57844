import { setTimeout as delay } from "node:timers/promises"
import { expect, test } from "vitest"
import type { Gate } from "../src/Gate.ts"
import { schedule } from "../src/schedule.ts"

const workspace = { root: "/", manifest: { name: "root" }, packages: [] }

/** Runs gates two at a time and tells what happened, in order. */
const run = async (gates: ReadonlyArray<Gate>) => {
  const log: Array<string> = []
  const results = await schedule(gates, workspace, 2, {
    started: (gate) => log.push(`${gate} started`),
    progress: (gate, line) => log.push(`${gate}: ${line}`),
    ended: ({ gate, outcome }) => log.push(`${gate} ${outcome.problems.length === 0 ? "held" : "failed"}`)
  })
  return { log, results }
}

const holds = (name: string, rest: Partial<Gate> = {}): Gate => ({
  name,
  run: () => delay(5).then(() => ({ problems: [] })),
  ...rest
})

test("a gate waits for those that it comes after", async () => {
  const { log } = await run([holds("pack", { after: ["build"] }), holds("build")])
  expect(log).toEqual(["build started", "build held", "pack started", "pack held"])
})

test("no more than two gates run at once", async () => {
  const { log } = await run([holds("a"), holds("b"), holds("c")])
  expect(log.slice(0, 2)).toEqual(["a started", "b started"])
  expect(log[2]).toMatch(/held$/)
})

test("a gate that needs the machine for itself runs while no other does", async () => {
  const { log } = await run([holds("a"), holds("tests", { alone: true }), holds("b")])
  const began = log.indexOf("tests started")
  expect(log[began + 1]).toBe("tests held")
})

test("a gate whose forerunner failed is a failure without being run", async () => {
  let ran = false
  const build: Gate = { name: "build", run: async () => ({ problems: ["broken"] }) }
  const pack = holds("pack", {
    after: ["build"],
    run: async () => {
      ran = true
      return { problems: [] }
    }
  })
  const { results } = await run([build, pack])
  expect(results.map(({ outcome }) => outcome.problems)).toEqual([["broken"], ["not run, since this failed: build"]])
  expect(ran).toBe(false)
})

test("a gate that throws has failed, and the others still run", async () => {
  const broken: Gate = { name: "broken", run: () => Promise.reject(new Error("no such tool")) }
  const { log, results } = await run([broken, holds("a")])
  expect(results.find(({ gate }) => gate === "broken")?.outcome.problems[0]).toContain("no such tool")
  expect(log).toContain("a held")
})

test("gates that wait for each other are refused", async () => {
  await expect(run([holds("a", { after: ["b"] }), holds("b", { after: ["a"] })])).rejects.toThrow("a, b")
})
