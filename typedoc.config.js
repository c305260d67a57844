import { join } from "node:path"
import { OptionDefaults } from "typedoc"
import { entries } from "./packages/checks/src/Exports.ts"
import { published, readWorkspace } from "./packages/checks/src/Workspace.ts"

/** The reference of every module that a package publishes, written to `docs/api`. */
export default {
  name: "Banfa",
  entryPoints: published(readWorkspace(import.meta.dirname)).flatMap(({ dir, manifest }) =>
    entries(manifest).map(({ source }) => join(dir, source))
  ),
  tsconfig: "tsconfig.json",
  out: "docs/api",
  /** `@article 12`: the article of the Measures that a symbol comes from. */
  blockTags: [...OptionDefaults.blockTags, "@article"],
  excludeInternal: true,
  excludeExternals: true,
  validation: { invalidLink: false },
  readme: "none"
}
