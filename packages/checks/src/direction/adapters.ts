import { entries } from "../Exports.ts"
import type { Manifest } from "../Workspace.ts"
import { folderOf, foldersIn } from "./layers.ts"
import { isRelative, type Module, target, type Violation } from "./Module.ts"

/** The kind of an adapter, by the name of its package: `storage` for `@banfa/storage-sqlite`. */
export const adapterKind = (packageName: string): string | undefined =>
  /^@banfa\/(storage|notify|identity|calendar)-/.exec(packageName)?.[1]

/** Finds what an adapter may not import: more of core than its ports, what they stand on, and evidence, or an unlike adapter. */
export const beyondPorts = (
  modules: ReadonlyArray<Module>,
  kind: string,
  core: Manifest | undefined
): ReadonlyArray<Violation> => {
  const allowed = [...foldersIn("foundation"), ...foldersIn("ports"), ...foldersIn("evidence")]
  const sources = new Map(core && entries(core).map(({ subpath, source }) => [core.name + subpath.slice(1), source]))
  const broken = (specifier: string): string | undefined => {
    if (/^@banfa\/core(\/|$)/.test(specifier)) {
      const source = sources.get(specifier)?.slice(2) ?? specifier.replace("@banfa/core", "src")
      return allowed.includes(folderOf(source)) ? undefined : "an adapter knows core's ports and no subject"
    }
    const known = specifier.startsWith("@banfa/testing/") || specifier.startsWith(`@banfa/${kind}-`)
    return known || !specifier.startsWith("@banfa/")
      ? undefined
      : "an adapter knows only core, testing and its own kind"
  }
  return modules.flatMap((module) =>
    module.imports.flatMap((found) => {
      const rule = broken(found.specifier)
      return rule === undefined ? [] : [{ module, found, rule }]
    })
  )
}

/** Finds imports by path that leave the package. */
export const outsidePackage = (modules: ReadonlyArray<Module>): ReadonlyArray<Violation> =>
  modules.flatMap((module) =>
    module.imports
      .filter((found) => isRelative(found) && target(module, found).startsWith("../"))
      .map((found) => ({ module, found, rule: "a package names another by its name, not by path" }))
  )
