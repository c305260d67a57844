import { existsSync, globSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"

/** The parts of a `package.json` that the gates read. */
export interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly exports?: Readonly<Record<string, unknown>>
  readonly publishConfig?: { readonly access?: string; readonly exports?: Readonly<Record<string, unknown>> }
}

/** A package of the workspace: its folder (absolute) and its manifest. */
export interface Package {
  readonly dir: string
  readonly manifest: Manifest
}

/** The repository on disk: its root folder (absolute) and every package in it, private ones too. */
export interface Workspace {
  readonly root: string
  readonly manifest: Manifest
  readonly packages: ReadonlyArray<Package>
}

const manifestOf = (dir: string): Manifest => JSON.parse(readFileSync(join(dir, "package.json"), "utf8"))

/** Reads the packages under `packages/` and `examples/` of a repository. A folder without a manifest is no package. */
export const readWorkspace = (root: string): Workspace => ({
  root: resolve(root),
  manifest: manifestOf(root),
  packages: globSync(["packages/*", "examples/*"], { cwd: root })
    .sort()
    .map((path) => resolve(root, path))
    .filter((dir) => existsSync(join(dir, "package.json")))
    .map((dir) => ({ dir, manifest: manifestOf(dir) }))
})

const dependsOn = ({ manifest }: Package, name: string): boolean =>
  name in { ...manifest.dependencies, ...manifest.peerDependencies }

/** The packages that go to the registry, each after those that it depends on. */
export const published = (workspace: Workspace): ReadonlyArray<Package> => {
  const rest = workspace.packages.filter((one) => one.manifest.private !== true)
  const ordered: Array<Package> = []
  while (rest.length > 0) {
    const next = rest.findIndex((one) => !rest.some(({ manifest }) => dependsOn(one, manifest.name)))
    if (next < 0) throw new Error(`packages in a circle: ${rest.map(({ manifest }) => manifest.name).join(", ")}`)
    ordered.push(...rest.splice(next, 1))
  }
  return ordered
}
