import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** Runs something with a folder of its own, which is removed after it. */
export const inFolder = async <A>(run: (file: (name: string) => string) => Promise<A>): Promise<A> => {
  const folder = mkdtempSync(join(tmpdir(), "banfa-bench-"))
  try {
    return await run((name) => join(folder, name))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
