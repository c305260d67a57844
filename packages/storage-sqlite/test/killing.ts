/** Processes that append to a file of events and are killed while they do. */
import { DatabaseSync } from "node:sqlite"
import * as Effect from "effect/Effect"
import { assert } from "vitest"
import { start } from "./child/start.ts"
import { findingsIn } from "./history.ts"

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

/** Kills as many processes as there are rounds, one after the other, and finds every acknowledged append in the file, and no half of one. */
export const nothingLost = async (filename: string, rounds: number): Promise<void> => {
  const acknowledged: Array<string> = []
  for (let round = 1; round <= rounds; round++) acknowledged.push(...(await kill(filename, `round${round}`, round)))
  const commands = commandsIn(filename)
  assert.deepEqual(await Effect.runPromise(findingsIn(filename)), [])
  assert.isAtLeast(acknowledged.length, (rounds * (rounds + 1)) / 2)
  assert.deepEqual(
    acknowledged.filter((command) => !commands.has(command)),
    []
  )
  for (const [command, streams] of commands) assert.deepEqual(streams, ["a", "b", "a"], command)
  // at most the append that was under way at each kill is there without its acknowledgement
  assert.isAtMost(commands.size, acknowledged.length + rounds)
}
