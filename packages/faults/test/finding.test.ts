/** What looks for what is missing finds it. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { EventStore } from "@banfa/core/port/EventStore"
import { ReadSide } from "@banfa/core/port/ReadSide"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { afterAll, assert, describe, it } from "vitest"
import { commandOf } from "../src/commandOf.ts"
import { indexesHold } from "../src/indexed.ts"
import { inFile } from "../src/inSqlite.ts"
import { type Ledger, ledger } from "../src/Ledger.ts"
import { random } from "../src/random.ts"
import { type Opened, opening, type Storage } from "../src/Storage.ts"
import { readerAgrees, sealsHold } from "../src/sealed.ts"
import { tally } from "../src/Tally.ts"
import { holdsAll } from "../src/whole.ts"

const folder = mkdtempSync(join(tmpdir(), "banfa-finding-"))
afterAll(() => rmSync(folder, { recursive: true }))

const writing = { writer: "w", pool: "p", seed: 7 }

const enter = async ({ docket }: Opened, commands: number): Promise<Ledger> => {
  const book = ledger()
  for (let n = 1; n <= commands; n++) {
    const command = commandOf(writing, n)
    const answer = await docket.record(command)
    if (!answer.ok) throw answer.error
    book.sent.set(command.command, command)
    book.receipts.set(command.command, answer.value.receipt)
  }
  return book
}

/** What is found of a file of 20 commands, with what was expected of it and after something was done to its rows. */
const lostOf = async (name: string, sql: string, expecting: (book: Ledger) => void = () => undefined) => {
  const filename = join(folder, `${name}.sqlite`)
  const storage: Storage = inFile(filename)
  const book = await opening(storage, (opened) => enter(opened, 20))
  expecting(book)
  const db = new DatabaseSync(filename)
  for (const { name: trigger } of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()) {
    db.exec(`DROP TRIGGER ${trigger}`)
  }
  db.exec(sql)
  db.close()
  const found = tally()
  await opening(storage, (opened) => holdsAll(opened, book, found))
  await sealsHold(storage, found)
  await readerAgrees(filename, found)
  return found.losses.join("\n")
}

describe("what looks for losses", () => {
  it("finds nothing where nothing is missing", async () => {
    assert.equal(await lostOf("untouched", ""), "")
  })

  it("finds a command that was acknowledged and is not there", async () => {
    const never = commandOf(writing, 99)
    const lost = await lostOf("never", "", ({ receipts, sent }) => {
      sent.set(never.command, never)
      receipts.set(never.command, { ...[...receipts.values()][0], command: never.command } as never)
    })
    assert.equal(lost, "w-99 已答复而不完整 / w-99 was acknowledged and is not whole")
  })

  it("finds a receipt that was another, and a command that nobody sent", async () => {
    const lost = await lostOf("another", "", ({ receipts, sent }) => {
      const receipt = receipts.get("w-3")
      if (receipt !== undefined) receipts.set("w-3", { ...receipt, position: receipt.position + 1 })
      sent.delete("w-4")
    })
    assert.equal(lost, "w-4 未曾发出 / w-4 was never sent\nw-3 的回执不同 / the receipt of w-3 is another")
  })

  it("finds half a command that nobody has heard of, the gap in its stream, and that the seals do not follow", async () => {
    const [large = ""] = Array.from({ length: 20 }, (_, i) => commandOf(writing, i + 1)).flatMap(
      ({ command, facts }) => (facts.length > 3 ? [command] : [])
    )
    const lost = await lostOf("half", `DELETE FROM banfa_events WHERE event_id = '${large}/2'`, ({ receipts }) => {
      receipts.delete(large)
    })
    assert.include(lost, `half of ${large} is stored`)
    assert.match(lost, /: \d+ follows \d+/)
    assert.include(lost, "the reader without this library found something")
  })

  it("finds an index that leaves something out", async () => {
    const memory = await Effect.runPromise(Effect.scoped(Layer.build(EventStore.layerMemory)))
    const side = Context.get(memory as Context.Context<EventStore | ReadSide>, ReadSide)
    const forgetful = Context.add(memory, ReadSide, {
      ...side,
      duties: (lookup) => Effect.map(side.duties(lookup), (said) => ({ ...said, found: [], unknown: [] }))
    })
    const lost = async (context: Context.Context<EventStore>) => {
      const found = tally()
      await opening({ layer: Layer.succeedContext(context) }, (opened) =>
        indexesHold(opened, random(1), found, { anew: true })
      )
      return found
    }
    await opening({ layer: Layer.succeedContext(memory) }, (opened) => enter(opened, 20))
    const whole = await lost(memory)
    assert.deepEqual(whole.losses, [])
    assert.deepEqual([whole.counts.get("indexed"), whole.counts.get("rebuilt")], [6, 1])
    assert.include((await lost(forgetful)).losses.join(), "the index says another thing than every case")
  })
})
