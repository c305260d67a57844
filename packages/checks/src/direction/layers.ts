import { isRelative, type Module, target, type Violation } from "./Module.ts"

interface Layer {
  readonly name: string
  readonly folders: ReadonlyArray<string>
  /** Whether its folders know nothing of each other. */
  readonly apart?: boolean
  /** The only layers beside its own that it may import from, where those before it are too many. */
  readonly only?: ReadonlyArray<string>
}

/** The folders of core, those that everything may use first. A folder imports from its own layer and those before it. */
const layers: ReadonlyArray<Layer> = [
  { name: "foundation", folders: ["civil", "regulation", "agency", "profile", "verdict", "subjects"] },
  { name: "path", folders: ["path"] },
  { name: "explanation", folders: ["explanation"] },
  { name: "parts", folders: ["assessment"] },
  {
    name: "subjects",
    folders: ["planning", "project", "system", "organ", "complaint", "resource", "supervision", "standard", "facility"],
    apart: true
  },
  { name: "derived", folders: ["scenario", "duty", "notice", "notEvaluable", "register", "layer"] },
  { name: "ports", folders: ["port"] },
  { name: "evidence", folders: ["evidence"], only: ["foundation", "ports"] },
  { name: "docket", folders: ["docket"] }
]

/** The folder of core that a path is in: `project` for `src/project/art10.ts`, `register` for `src/register.ts`. */
export const folderOf = (path: string): string => path.split("/")[1]?.replace(/\.ts$/, "") ?? path

/** The names of the folders in a layer. */
export const foldersIn = (name: "foundation" | "ports" | "evidence"): ReadonlyArray<string> =>
  layers.find((layer) => layer.name === name)?.folders ?? []

const rankOf = (folder: string): number => layers.findIndex((layer) => layer.folders.includes(folder))

const broken = (from: string, to: string): string | undefined => {
  const [rank, other] = [rankOf(from), rankOf(to)]
  if (rank < 0 || other < 0) return `the folder ${rank < 0 ? from : to} has no place in the layers of core`
  const only = layers[rank]?.only
  const beyond = only !== undefined && other !== rank && !only.includes(layers[other]?.name ?? "")
  if (other > rank || beyond) return `${from} (${layers[rank]?.name}) may not depend on ${to} (${layers[other]?.name})`
  if (rank === other && from !== to && layers[rank]?.apart === true) {
    return `${from} and ${to} may not depend on each other: what one subject needs of another arrives in its context`
  }
  return undefined
}

/** Finds imports between the folders of core that run against the layers. A folder without a place is named once. */
export const againstLayers = (modules: ReadonlyArray<Module>): ReadonlyArray<Violation> => {
  const violations = modules.flatMap((module) =>
    module.imports
      .filter((found) => isRelative(found) && target(module, found).startsWith("src/"))
      .flatMap((found) => {
        const rule = broken(folderOf(module.path), folderOf(target(module, found)))
        return rule === undefined ? [] : [{ module, found, rule }]
      })
  )
  return violations.filter(({ rule }, index) => {
    const first = violations.findIndex((other) => other.rule === rule)
    return first === index || !rule.endsWith("has no place in the layers of core")
  })
}
