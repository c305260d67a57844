import { join } from "node:path"
import { entries } from "./Exports.ts"
import { type Package, published, type Workspace } from "./Workspace.ts"
import { workDir } from "./workDir.ts"

/** Where `pnpm pack` puts the tarballs. */
export const tarballDir = (workspace: Workspace): string => workDir(workspace.root, "tarballs")

/** The tarball of a published package, as the gate named pack leaves it. */
export const tarballOf = (workspace: Workspace, { manifest }: Package): string =>
  join(tarballDir(workspace), `${manifest.name.replace("@", "").replace("/", "-")}.tgz`)

/** A project that has installed the published packages from their tarballs and nothing of the workspace's sources. */
export const consumerDir = (workspace: Workspace): string => workDir(workspace.root, "consumer")

/** What a consumer writes to import each module that a package exports, such as `@banfa/core/port/EventStore`. */
export const importsOf = ({ manifest }: Package): ReadonlyArray<string> =>
  entries(manifest).map(({ subpath }) => manifest.name + subpath.slice(1))

/** The packages that need nothing of Node. */
const anywhere: ReadonlySet<string> = new Set(["@banfa/calendar-china", "@banfa/core", "@banfa/hashes"])

/** What a consumer writes to import each module of the packages that run in a browser and on every Node. */
export const importsAnywhere = (workspace: Workspace): ReadonlyArray<string> =>
  published(workspace)
    .filter(({ manifest }) => anywhere.has(manifest.name))
    .flatMap(importsOf)
