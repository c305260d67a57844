import type { TestProject } from "vitest/node"
import { startServer } from "./startServer.ts"

/** The mail server Exim as Debian packs it; its tests find it by `inject("exim")`, and what it holds by `inject("eximFolder")`. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const { created, folder, stop, url } = await startServer("exim")
  process.stdout.write(`${created}\n`)
  project.provide("exim", url)
  project.provide("eximFolder", folder)
  return stop
}
