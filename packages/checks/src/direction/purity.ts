import { existsSync, readFileSync } from "node:fs"
import { isBuiltin } from "node:module"
import { join } from "node:path"
import { isRelative, type Module, target, type Violation } from "./Module.ts"

/** Whether Effect calls a module stable. The tag is in the header or, of a module without one, on its first export. */
const isStable = (effectDir: string, specifier: string): boolean => {
  const file = join(effectDir, "src", `${specifier.slice("effect/".length)}.ts`)
  return existsSync(file) && /@stability (\w+)/.exec(readFileSync(file, "utf8"))?.[1] === "stable"
}

/** Finds what core may not import: Node, the whole of Effect, parts of Effect that are not stable, anything else. */
export const impurities = (modules: ReadonlyArray<Module>, effectDir: string): ReadonlyArray<Violation> => {
  const broken = (specifier: string, path: string | undefined): string | undefined => {
    if (path !== undefined) return path.startsWith("src/") ? undefined : "core imports no file outside its src"
    if (isBuiltin(specifier)) return "core imports nothing of Node"
    if (specifier === "effect") return `core imports modules of Effect one by one, such as "effect/Schema"`
    if (!specifier.startsWith("effect/")) return "core depends on Effect alone and names its own files by path"
    return isStable(effectDir, specifier) ? undefined : "core imports only the modules that Effect calls stable"
  }
  return modules.flatMap((module) =>
    module.imports.flatMap((found) => {
      const rule = broken(found.specifier, isRelative(found) ? target(module, found) : undefined)
      return rule === undefined ? [] : [{ module, found, rule }]
    })
  )
}
