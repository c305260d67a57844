/** Writes `schema.sql` from the migrations. */
import { writeFileSync } from "node:fs"
import { script } from "../src/migrations.ts"

writeFileSync(new URL("../schema.sql", import.meta.url), script)
