/** Writes `docs/scenario.schema.json`; run `pnpm format` on it afterwards. */
import { writeFileSync } from "node:fs"
import { scenarioJsonSchema } from "@banfa/core/scenario"

const file = new URL("../../../docs/scenario.schema.json", import.meta.url)
writeFileSync(file, `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`)
