import { globSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { app } from "../host/app.ts"
import { type Hosting, hosting } from "./hosting.ts"
import { applyFor, procedure } from "./procedure.ts"

describe("the host alone", () => {
  procedure(async () => app)

  let h: Hosting
  beforeAll(async () => {
    h = await hosting(app)
  })
  afterAll(() => h.close())

  test("knows nothing of Banfa and nothing of Effect", () => {
    const files = globSync(resolve(import.meta.dirname, "../host/*.ts"))
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) expect(readFileSync(file, "utf8")).not.toMatch(/banfa|effect/i)
  })

  test("lets an approval pass without a request for an opinion and without an assessment", async () => {
    await applyFor(h, "XM2026-002", "2026-03-02")
    expect(await h.fg("/projects/XM2026-002/decision", { 结果: "批准" })).toEqual({ status: 200, body: { 状态: "30" } })
  })
})
