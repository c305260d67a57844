import { writeFileSync } from "node:fs"
import { type Data, readData } from "./Data.ts"
import { normsModule, readingsModule } from "./emit/norms.ts"
import { regionNamesModule, regionsModule } from "./emit/regions.ts"
import { roleNamesModule, rolesModule } from "./emit/roles.ts"
import { lifecycleTermsModule, normTermsModule, termsModule } from "./emit/terms.ts"
import { articlesModule, clausesModule, readingTextsModule, sourceModule } from "./emit/texts.ts"

/** Every generated module by its path under `src/`. */
export const generate = (data: Data): Readonly<Record<string, string>> => ({
  "regulation/source.ts": sourceModule(data),
  "regulation/articles.ts": articlesModule(data),
  "regulation/clauses.ts": clausesModule(data),
  "regulation/norms.ts": normsModule(data),
  "regulation/readings.ts": readingsModule(data),
  "regulation/readingTexts.ts": readingTextsModule(data),
  "regulation/roles.ts": rolesModule(data),
  "regulation/roleNames.ts": roleNamesModule(data),
  "regulation/terms.ts": termsModule(data),
  "regulation/normTerms.ts": normTermsModule(data),
  "regulation/lifecycleTerms.ts": lifecycleTermsModule(data),
  "agency/regions.ts": regionsModule(data),
  "agency/regionNames.ts": regionNamesModule(data)
})

if (import.meta.main) {
  for (const [path, module] of Object.entries(generate(readData()))) {
    writeFileSync(new URL(`../src/${path}`, import.meta.url), module)
  }
}
