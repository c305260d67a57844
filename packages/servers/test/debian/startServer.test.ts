import { readFileSync } from "node:fs"
import { assert, describe, it } from "vitest"
import { startServer } from "../../src/startServer.ts"
import { answers, endsWithItsProcess } from "../leavings.ts"

const disk = { room: "80m", journal: true }

describe("a server of Debian's", () => {
  it.each(["mariadb", "debian-postgres", "exim", "slapd"] as const)(
    "%s is stopped when the process is killed that it was started for",
    (kind) => endsWithItsProcess(kind)
  )

  it("on a disk of its own leaves no disk behind", async () => {
    const mounted = (folder: string) => readFileSync("/proc/mounts", "utf8").includes(folder)
    const { folder, stop, url } = await startServer("debian-postgres", { disk })
    assert.deepEqual([await answers(url), mounted(folder)], [true, true])
    await stop()
    assert.deepEqual([await answers(url), mounted(folder)], [false, false])
    await endsWithItsProcess("debian-postgres", { disk })
  })
})
