import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { InvalidScenarioFile, limits, parseScenario } from "@banfa/testing/scenario"
import * as Result from "effect/Result"
import { expect, it } from "vitest"

const folder = fileURLToPath(new URL("../../scenarios/bad/", import.meta.url))
for (const f of readdirSync(folder)) it(f, () => { const r = parseScenario(readFileSync(folder + f, "utf8"), f); console.log(Result.isFailure(r) ? r.failure.message : "OK?"); expect(limits && InvalidScenarioFile).toBeDefined() })
