import type { TestProject } from "vitest/node"
import { type KindName, startServer } from "./startServer.ts"

/** One server a run, which its tests find by `inject`: it is started and stopped with the run. */
export const provide =
  (kind: KindName, name: "postgres" | "mariadb") =>
  async (project: TestProject): Promise<() => Promise<void>> => {
    const { created, stop, url } = await startServer(kind)
    process.stdout.write(`${created}\n`)
    project.provide(name, url)
    return stop
  }
