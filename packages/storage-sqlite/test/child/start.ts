import { type ChildProcessByStdio, spawn } from "node:child_process"
import type { Readable, Writable } from "node:stream"
import { fileURLToPath } from "node:url"

/** Runs one of the scripts beside this file in a process of its own, from source. */
export const start = (script: string, ...args: ReadonlyArray<string>): ChildProcessByStdio<Writable, Readable, null> =>
  spawn(
    process.execPath,
    [
      "--conditions=@banfa/source",
      "--disable-warning=ExperimentalWarning",
      fileURLToPath(new URL(script, import.meta.url)),
      ...args
    ],
    { stdio: ["pipe", "pipe", "inherit"] }
  )
