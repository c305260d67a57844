import { once } from "node:events"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { text } from "node:stream/consumers"
import * as Effect from "effect/Effect"
import { assert, describe, it } from "vitest"
import { start } from "./child/start.ts"
import { findingsIn } from "./history.ts"
import { temporaryFolder } from "./temporaryFolder.ts"

const folder = temporaryFolder()

/** The commands in the file with their events, in order of position, read without the adapter. */
const commandsIn = (filename: string): ReadonlyMap<string, ReadonlyArray<string>> => {
  const db = new DatabaseSync(filename)
  const commands = new Map<string, ReadonlyArray<string>>()
  for (const { command_id, stream } of db
    .prepare("SELECT command_id, stream FROM banfa_events ORDER BY position")
    .all()) {
    commands.set(String(command_id), [...(commands.get(String(command_id)) ?? []), String(stream)])
  }
  assert.deepEqual(db.prepare("PRAGMA integrity_check").all().map(Object.values), [["ok"]])
  db.close()
  return commands
}

/** Starts a process that appends, kills it after some acknowledgements, and returns those. */
const kill = (filename: string, prefix: string, after: number) =>
  new Promise<ReadonlyArray<string>>((resolve, reject) => {
    const child = start("appendForever.ts", filename, prefix)
    let out = ""
    child.on("error", reject)
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      out += chunk
      if (out.split("\n").length > after) child.kill("SIGKILL")
    })
    child.on("close", (_, signal) => {
      // the last line may have been cut off by the kill
      const acknowledged = out.split("\n").slice(0, -1)
      if (signal === "SIGKILL") resolve(acknowledged)
      else reject(new Error(`the process ended by itself after ${acknowledged.length} appends`))
    })
  })

describe("a file of events", () => {
  it("holds every acknowledged append, and no half of one, after its process was killed 24 times", async () => {
    const filename = join(folder, "killed.sqlite")
    const acknowledged: Array<string> = []
    for (let round = 1; round <= 24; round++) acknowledged.push(...(await kill(filename, `round${round}`, round)))
    const commands = commandsIn(filename)
    assert.deepEqual(await Effect.runPromise(findingsIn(filename)), [])
    assert.isAtLeast(acknowledged.length, (24 * 25) / 2)
    assert.deepEqual(
      acknowledged.filter((command) => !commands.has(command)),
      []
    )
    for (const [command, streams] of commands) assert.deepEqual(streams, ["a", "b", "a"], command)
    // at most the append that was under way at each kill is there without its acknowledgement
    assert.isAtMost(commands.size, acknowledged.length + 24)
  }, 180_000)

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
  }, 60_000)
})
