import { join, posix, relative } from "node:path"
import { adapterKind, beyondPorts, outsidePackage } from "../direction/adapters.ts"
import { againstLayers } from "../direction/layers.ts"
import { type Module, modulesIn, type Violation } from "../direction/Module.ts"
import { impurities } from "../direction/purity.ts"
import { loadedByRules } from "../direction/rulesApart.ts"
import type { Gate } from "../Gate.ts"
import type { Package, Workspace } from "../Workspace.ts"

const inCore = (sources: ReadonlyArray<Module>, { dir }: Package): ReadonlyArray<Violation> => [
  ...impurities(sources, join(dir, "node_modules/effect")),
  ...againstLayers(sources),
  ...loadedByRules(sources)
]

const inPackage = (one: Package, core: Package | undefined): ReadonlyArray<Violation> => {
  const sources = modulesIn(one.dir, ["src"])
  const all = [...sources, ...modulesIn(one.dir, ["test"])]
  const kind = adapterKind(one.manifest.name)
  return [
    ...outsidePackage(all),
    ...(one === core ? inCore(sources, one) : []),
    ...(kind === undefined ? [] : beyondPorts(all, kind, core?.manifest))
  ]
}

/** The problems of a workspace, each with the file, the line, the import and the rule that forbids it. */
export const directionProblems = ({ root, packages }: Workspace): ReadonlyArray<string> => {
  const core = packages.find(({ manifest }) => manifest.name === "@banfa/core")
  return packages.flatMap((one) =>
    inPackage(one, core).map(({ module, found, rule }) => {
      const file = posix.join(relative(root, one.dir).replaceAll("\\", "/"), module.path)
      return `${file}:${found.line}: imports "${found.specifier}": ${rule}`
    })
  )
}

/** Dependencies run one way. */
export const direction: Gate = {
  name: "direction",
  run: async (workspace) => ({ problems: directionProblems(workspace) })
}
