import { join } from "node:path"
import { type Answered, type EmbeddedDocket, embed } from "@banfa/core/docket"
import { EventStore } from "@banfa/core/port/EventStore"
import { emptyDirectory } from "@banfa/core/project"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { expect, it } from "vitest"
import { temporaryFolder } from "../temporaryFolder.ts"

const folder = temporaryFolder()
const value = <A, E>(answer: Answered<A, E>): A => {
  if (!answer.ok) throw new Error(String(answer.error))
  return answer.value
}

const open = async (filename: string, indexed = true): Promise<EmbeddedDocket> => {
  const kept = SqliteEventStore.layer({ filename })
  // a docket that sees the store alone brings no index
  const store = indexed ? kept : Layer.effect(EventStore, Effect.service(EventStore)).pipe(Layer.provide(kept))
  return value(await embed({ directory: emptyDirectory, store, recorders: [{ id: "clerk" }] }))
}

const at = { asOf: "2026-06-01" }
const applied = (project: string) => [
  { _tag: "Drafted", project, on: "2026-01-05", by: "health", region: "440100", organ: "health" },
  { _tag: "Applied", project, on: "2026-02-20", by: "health", application: "A1" }
]
const enter = async (docket: EmbeddedDocket, project: string) =>
  value(await docket.record({ command: project, at: "2026-02-20T01:00:00Z", by: "clerk", facts: applied(project) }))

it("what was entered past the indexes is not passed over: nothing is answered until they are made anew, and then everything is", async () => {
  const filename = join(folder, "past.sqlite")
  {
    await using past = await open(filename, false)
    await enter(past, "P1")
    const none = await past.owed({}, at)
    expect(none.ok || [none.error._tag, "reason" in none.error && none.error.reason]).toEqual([
      "NotIndexed",
      "no-read-side"
    ])
  }
  await using docket = await open(filename)
  await enter(docket, "P2")
  for (const asked of [await docket.owed({}, at), await docket.cases()]) {
    expect(asked.ok || [asked.error._tag, "reason" in asked.error && asked.error.reason]).toEqual([
      "NotIndexed",
      "behind"
    ])
    expect(asked.ok || String(asked.error)).toMatch(/重建.*rebuilt/su)
  }
  const told: Array<unknown> = []
  value(await docket.rebuild((rebuilt) => told.push(rebuilt)))
  expect(told).toEqual([
    { done: 1, of: 2 },
    { done: 2, of: 2 }
  ])
  const owed = value(await docket.owed({}, at)).rows.map((row) => row.case)
  expect(new Set(owed)).toEqual(new Set(["P1", "P2"]))
  expect(value(await docket.cases()).map(({ id }) => id)).toEqual(["P1", "P2"])
  expect(value(await docket.waiting()).map(({ id }) => id)).toEqual(["P1#project/P1", "P2#project/P2"])
})

it("the indexes are made anew while others go on entering facts, and nothing that they enter is lost", async () => {
  const filename = join(folder, "meanwhile.sqlite")
  await using docket = await open(filename)
  await using other = await open(filename)
  for (let i = 0; i < 12; i++) await enter(docket, `P${i}`)
  const approved = async (i: number) => {
    const facts = [{ _tag: "Approved", project: `P${i}`, on: "2026-03-01", by: "drc", application: "A1" }]
    value(await other.record({ command: `approve-${i}`, at: "2026-03-01T01:00:00Z", by: "clerk", facts }))
  }
  const entering: Array<Promise<void>> = []
  value(
    await docket.rebuild(({ done }) => {
      entering.push(
        approved(done - 1),
        enter(other, `Q${done}`).then(() => undefined)
      )
    })
  )
  await Promise.all(entering)
  const cases = value(await docket.cases()).map(({ id, subject }) => ({ id, subject }))
  expect(cases).toHaveLength(24)
  const rows = (list: { readonly rows: ReadonlyArray<object> }) => list.rows.map((row) => JSON.stringify(row)).sort()
  expect(rows(value(await docket.owed({}, at)))).toEqual(rows(value(await docket.dutyList(cases, {}, at))))
})
