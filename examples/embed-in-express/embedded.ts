import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import type { Express } from "express"
import { applyDiff } from "./applyDiff.ts"
import type { Host } from "./host/Host.ts"

/** The diff that adds Banfa to the host. */
export const diff = readFileSync(join(import.meta.dirname, "adding-banfa.diff"), "utf8")

/** A copy of the host to which the diff was applied. */
export interface Embedded {
  readonly folder: string
  /** The files that the diff wrote. */
  readonly files: ReadonlyArray<string>
  readonly app: () => Promise<(host: Host) => Express>
  readonly remove: () => void
}

/** Copies the host as it is, and applies the diff to the copy. The copy stands beside the host, so it finds the same packages. */
export const embedded = (): Embedded => {
  const work = join(import.meta.dirname, ".work")
  mkdirSync(work, { recursive: true })
  const folder = mkdtempSync(join(work, "embedded-"))
  cpSync(join(import.meta.dirname, "host"), join(folder, "host"), { recursive: true })
  const files = applyDiff(diff, folder)
  return {
    folder,
    files,
    app: async () => (await import(join(folder, "host/app.ts"))).app,
    remove: () => rmSync(folder, { recursive: true, force: true })
  }
}
