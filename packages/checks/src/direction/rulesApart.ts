import type { Import } from "../importsIn.ts"
import { isRelative, type Module, target, type Violation } from "./Module.ts"

const isRule = (path: string): boolean => /\/(art[^/]*|Rule|owed|Advice|Verdict)\.ts$/.test(path)

const isText = (path: string): boolean =>
  /\/regulation\/(text|terms|articles|clauses|\w+Texts|\w+Terms)\.ts$/.test(path)

const isEvent = (path: string): boolean => /\/Event\.ts$/.test(path)

interface Step {
  readonly path: string
  /** The import of the rule file with which the way began. */
  readonly first: Import
  readonly way: ReadonlyArray<string>
}

/**
 * Finds rule files that load a module of texts or a schema of events, themselves or by way of what they import. A host
 * that only asks for verdicts must not pay for either. Imports of types alone do not count.
 */
export const loadedByRules = (modules: ReadonlyArray<Module>): ReadonlyArray<Violation> => {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const steps = (module: Module, from?: Step): ReadonlyArray<Step> =>
    module.imports
      .filter((found) => !found.typeOnly && isRelative(found))
      .map((found) => {
        const path = target(module, found)
        return { path, first: from?.first ?? found, way: [...(from?.way ?? []), path] }
      })

  const violationsOf = (module: Module): ReadonlyArray<Violation> => {
    const seen = new Set<string>()
    const queue = [...steps(module)]
    const violations: Array<Violation> = []
    for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
      if (seen.has(step.path)) continue
      seen.add(step.path)
      if (isText(step.path) || isEvent(step.path)) {
        const what = isText(step.path) ? "texts" : "schemas of events"
        violations.push({ module, found: step.first, rule: `a rule loads no ${what} (${step.way.join(" → ")})` })
      }
      const next = byPath.get(step.path)
      if (next !== undefined) queue.push(...steps(next, step))
    }
    return violations
  }
  return modules.filter(({ path }) => isRule(path)).flatMap(violationsOf)
}
