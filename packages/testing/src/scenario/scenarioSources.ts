import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { ScenarioSource } from "./runScenarios.ts"

/** The scenario files of a folder (`*.yaml`, `*.yml`, not its subfolders), by name. */
export const scenarioSources = (folder: string): ReadonlyArray<ScenarioSource> =>
  readdirSync(folder)
    .filter((name) => /\.ya?ml$/u.test(name))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }))
