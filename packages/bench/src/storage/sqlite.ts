/** SQLite: what the store and the docket get done in the time in which the driver alone executes the same statements with the same values. */
import { DatabaseSync } from "node:sqlite"
import { type EmbeddedDocket, embed } from "@banfa/core/docket"
import { placedOf } from "@banfa/core/evidence"
import { prepare } from "@banfa/core/port/Append"
import { toRows } from "@banfa/core/port/EventRow"
import { EventStore } from "@banfa/core/port/EventStore"
import { digestsOf, sha256 } from "@banfa/storage-sql"
import { layer, layerOver } from "@banfa/storage-sqlite"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Result from "effect/Result"
import { print } from "../ratios.ts"
import { city } from "../world.ts"
import { appendOf, at, by, factOf } from "./facts.ts"
import { inFolder } from "./folder.ts"
import { multiplesOf, type Rounds, type Side, sharesOf, type Turns, turns } from "./shares.ts"
import { type Call, durably, proveSame, RecordingDatabase, replaying } from "./statements.ts"

/** Commands in a block. */
const single = 25
/** Events in a transaction of an import. */
const batch = 1000

/** Does one command after another, by their numbers. */
interface Writer {
  readonly write: (n: number) => Promise<unknown>
  readonly close: () => Promise<void>
}

/** What a writer writes to. */
type Over = { readonly file: string } | { readonly db: DatabaseSync } | "memory"

const layerOf = (over: Over): Layer.Layer<EventStore, { readonly text: { readonly en: string } }> =>
  over === "memory" ? EventStore.layerMemory : "file" in over ? layer({ filename: over.file }) : layerOver(over.db)

const blockOf = (writer: Writer, perBlock: number) => async (round: number) => {
  for (let n = round * perBlock; n < (round + 1) * perBlock; n++) await writer.write(n)
}

/** Appends so many events a command through the store. */
const storeWriter = async (over: Over, size: number): Promise<Writer> => {
  const runtime = ManagedRuntime.make(layerOf(over))
  const store = await runtime.runPromise(EventStore)
  return {
    write: (n) => Effect.runPromise(store.append(appendOf(n * size, (n + 1) * size, "P"))),
    close: () => runtime.dispose()
  }
}

/** Records one fact a command in the docket. */
const docketWriter = async (over: Over): Promise<Writer> => {
  const opened = await embed({ directory: city, recorders: [{ id: by }], store: layerOf(over) })
  if (!opened.ok) throw new Error(opened.error.text.en)
  const docket: EmbeddedDocket = opened.value
  return {
    write: async (n) => {
      const answer = await docket.record({ command: `P${n}`, at, by, facts: [factOf(n, "P")] })
      if (!answer.ok) throw new Error(answer.error.text.en)
    },
    close: () => docket.close()
  }
}

/** Writes down what a writer has the driver do for so many commands, command by command. */
const recorded = async (file: string, make: (over: Over) => Promise<Writer>, commands: number) => {
  const db = durably(new RecordingDatabase(file))
  const writer = await make({ db })
  const parts: Array<ReadonlyArray<Call>> = []
  db.taken()
  for (let n = 0; n < commands; n++) {
    await writer.write(n)
    parts.push(db.taken())
  }
  await writer.close()
  return { db, parts }
}

/** A database with the tables of the store and nothing in it, as the driver alone has it. */
const empty = async (file: string): Promise<DatabaseSync> => {
  const db = durably(new DatabaseSync(file))
  const runtime = ManagedRuntime.make(layerOver(db))
  await runtime.runPromise(EventStore)
  await runtime.dispose()
  return db
}

/** A writer against the driver alone, with what else takes turns with them; the databases are proven to hold the same in the end. */
const against = async (
  file: (name: string) => string,
  {
    make,
    name,
    others = [],
    perBlock
  }: {
    readonly name: string
    readonly make: (over: Over) => Promise<Writer>
    readonly perBlock: number
    readonly others?: ReadonlyArray<Side>
  },
  rounds: Rounds
): Promise<Turns> => {
  const commands = (rounds.rounds + 1) * perBlock
  const { db, parts } = await recorded(file("recorded.sqlite"), make, commands)
  const bare = await empty(file("bare.sqlite"))
  const calls = replaying(bare, parts)
  const measured = file("measured.sqlite")
  const writer = await make({ file: measured })
  const found = await turns(
    [
      {
        name: `node:sqlite alone, the same ${parts.at(-1)?.length} statements`,
        block: (round) => {
          for (let n = round * perBlock; n < (round + 1) * perBlock; n++) for (const call of calls[n] ?? []) call()
        }
      },
      {
        name,
        block: blockOf(writer, perBlock)
      },
      ...others
    ],
    rounds
  )
  await writer.close()
  proveSame(db, bare, true)
  const written = new DatabaseSync(measured)
  proveSame(db, written, false)
  for (const one of [db, bare, written]) one.close()
  return found
}

/** One fact a command, each on the disk before it is answered. */
export const appends = async (rounds: Rounds): Promise<void> => {
  const store = await inFolder((file) =>
    against(file, { name: "EventStore.append", make: (over) => storeWriter(over, 1), perBlock: single }, rounds)
  )
  print("SQLite, one event a command, FULL: done in the same time", sharesOf(store))
  const memory = await docketWriter("memory")
  const inMemory = (round: number) => blockOf(memory, single)(round)
  const docket = await inFolder((file) =>
    against(
      file,
      {
        name: "Docket.record",
        make: docketWriter,
        perBlock: single,
        others: [{ name: "Docket.record in memory, nothing stored", block: inMemory }]
      },
      rounds
    )
  )
  await memory.close()
  print("SQLite, one fact a command through the docket, FULL: done in the same time", sharesOf(docket.slice(0, 2)))
  print("SQLite, one fact a command through the docket: time, of which", multiplesOf(docket.slice(1)))
}

/** Only the seals of the events of a block, which the store makes beside the statements. */
const sealing = (round: number): void => {
  const request = Result.getOrThrow(prepare(appendOf(round * batch, (round + 1) * batch, "P")))
  const rows = toRows(request, round * batch)
  for (const [i, made] of digestsOf(sha256, rows, new Map()).entries())
    if (made !== undefined) placedOf(sha256, made.digest, rows[i]?.position ?? 0)
}

const preparing = (round: number): void => {
  prepare(appendOf(round * batch, (round + 1) * batch, "P"))
}

/** A thousand events a command. */
export const imports = async (rounds: Rounds): Promise<void> => {
  const found = await inFolder((file) =>
    against(
      file,
      {
        name: "EventStore.append",
        make: (over) => storeWriter(over, batch),
        perBlock: 1,
        others: [
          { name: "checked and sealed alone, nothing stored", block: sealing },
          { name: "checked alone, nothing stored", block: preparing }
        ]
      },
      rounds
    )
  )
  print(`SQLite, ${batch} events a command: done in the same time`, sharesOf(found.slice(0, 2)))
  print(`SQLite, ${batch} events a command: time, of which`, multiplesOf(found.slice(1)))
}
