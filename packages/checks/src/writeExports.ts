/**
 * Fills in the export maps of every published package: `node packages/checks/src/writeExports.ts`. To export a module,
 * add `"./x": { "@banfa/source": "./src/x.ts" }` to `exports` and run this.
 */
import { writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { withExports } from "./Exports.ts"
import { published, readWorkspace } from "./Workspace.ts"

for (const { dir, manifest } of published(readWorkspace(resolve(import.meta.dirname, "../../..")))) {
  writeFileSync(join(dir, "package.json"), `${JSON.stringify(withExports(manifest), null, 2)}\n`)
  console.log(`${manifest.name}: ${Object.keys(manifest.exports ?? {}).length} exports`)
}
