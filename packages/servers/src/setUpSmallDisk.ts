import type { TestProject } from "vitest/node"
import { startServer } from "./startServer.ts"

/** PostgreSQL as Debian packs it, on a disk that is soon full; its tests find the folder of its data by `inject("disk")`. */
export const onSmallDisk =
  (journal: boolean) =>
  async (project: TestProject): Promise<() => Promise<void>> => {
    const { created, folder, stop, url } = await startServer("debian-postgres", { disk: { room: "80m", journal } })
    process.stdout.write(`${created}\n`)
    project.provide("postgres", url)
    project.provide("disk", folder)
    return stop
  }

/** The journal of what the server is doing lies on the disk as well. */
export default onSmallDisk(true)
