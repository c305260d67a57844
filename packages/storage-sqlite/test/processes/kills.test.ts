import { once } from "node:events"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { text } from "node:stream/consumers"
import * as Effect from "effect/Effect"
import { assert, describe, it } from "vitest"
import { start } from "../child/start.ts"
import { findingsIn } from "../history.ts"
import { nothingLost } from "../killing.ts"
import { temporaryFolder } from "../temporaryFolder.ts"

const folder = temporaryFolder()

describe("a file of events", () => {
  it("holds every acknowledged append, and no half of one, after its process was killed 24 times", () =>
    nothingLost(join(folder, "killed.sqlite"), 24))

  it("takes the appends of two processes at once without losing or repeating one", async () => {
    const filename = join(folder, "shared.sqlite")
    const children = ["one", "two"].map((prefix) => start("appendTo.ts", filename, prefix, "150"))
    const said = children.map(({ stdout }) => text(stdout))
    await Promise.all(children.map(({ stdout }) => once(stdout, "readable")))
    for (const { stdin } of children) stdin.end("go")
    const conflicts = (await Promise.all(said)).map((out) => Number(out.replace("ready\n", "")))
    assert.isAbove(Math.max(...conflicts), 0, "the processes never met")
    assert.deepEqual(await Effect.runPromise(findingsIn(filename)), [])
    const db = new DatabaseSync(filename)
    const rows = db.prepare("SELECT position, version, event_id FROM banfa_events ORDER BY position").all()
    db.close()
    assert.deepEqual(
      rows.map(({ position, version }) => [position, version]),
      Array.from({ length: 300 }, (_, i) => [i + 1, i + 1])
    )
    for (const prefix of ["one", "two"]) {
      assert.deepEqual(
        rows.map(({ event_id }) => String(event_id)).filter((id) => id.startsWith(prefix)),
        Array.from({ length: 150 }, (_, i) => `${prefix}-${i + 1}`)
      )
    }
  })
})
