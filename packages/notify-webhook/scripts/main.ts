/** Writes the published schema of what is posted: `node --conditions=@banfa/source packages/notify-webhook/scripts/main.ts`. */
import { writeFileSync } from "node:fs"
import { noticeJsonSchema } from "../src/payload.ts"

writeFileSync(
  new URL("../notice.v1.schema.json", import.meta.url),
  `${JSON.stringify(noticeJsonSchema(), undefined, 2)}\n`
)
