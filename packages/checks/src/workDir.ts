import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"

const dirOf = (root: string) => join(root, "packages/checks/.work", String(process.pid))

/** Makes a folder for what this run of the gates generates. Git ignores it, and `removeWork` takes it away. */
export const workDir = (root: string, name: string): string => {
  const dir = join(dirOf(root), name)
  mkdirSync(dir, { recursive: true })
  return dir
}

/** Removes everything that this run generated. */
export const removeWork = (root: string): void => rmSync(dirOf(root), { recursive: true, force: true })
