import { statSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname } from "node:path"

/** Whether any account may pass through this folder and all above it. */
const passable = (folder: string): boolean =>
  (statSync(folder).mode & 0o001) !== 0 && (dirname(folder) === folder || passable(dirname(folder)))

/** The folder for temporary files, or `/tmp` where only root may pass through the former. */
export const temporaryRoot = (): string => (process.getuid?.() !== 0 || passable(tmpdir()) ? tmpdir() : "/tmp")
