/** What a docket keeps of what it has read is a cache: it says what the store says, whatever became of it meanwhile. */
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { directory as directoryOf, parseDirectoryData } from "@banfa/core/agency"
import { type Answered, type EmbeddedDocket, embed } from "@banfa/core/docket"
import { EventStore } from "@banfa/core/port/EventStore"
import { layer, layerOver, storeIn } from "@banfa/storage-sqlite"
import { agencies, histories, projectId } from "@banfa/testing/project"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, it } from "vitest"
import { temporaryFolder } from "./temporaryFolder.ts"

const folder = temporaryFolder()
const runs = fc.readConfigureGlobal()?.numRuns ?? 25
const directory = Result.getOrThrow(directoryOf(Result.getOrThrow(parseDirectoryData(agencies))))
const project = { subject: "project", id: projectId } as const
const at = { asOf: "2027-06-30" }

const value = <A, E>(answer: Answered<A, E>): A => {
  if (!answer.ok) throw new Error(String(answer.error))
  return answer.value
}

const open = async (db: DatabaseSync): Promise<EmbeddedDocket> =>
  value(await embed({ directory, store: Layer.succeed(EventStore, storeIn(db)), recorders: [{ id: "clerk" }] }))

it("a docket that stays open answers as one that is opened for the question, also after others have written and the host has rolled back", async () => {
  const met = { rolledBack: 0, others: 0 }
  await fc.assert(
    fc.asyncProperty(
      histories,
      fc.array(fc.constantFrom("own", "other", "rolled back", "rolled back by other"), { minLength: 5, maxLength: 20 }),
      async ({ events }, steps) => {
        const db = new DatabaseSync(":memory:")
        await Effect.runPromise(Effect.provide(Effect.asVoid(EventStore), layerOver(db)))
        await using stays = await open(db)
        await using other = await open(db)
        const entered = events.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
        let next = 0
        for (const [i, step] of steps.entries()) {
          const fact = entered[next]
          if (fact === undefined) break
          const { recordedAt, recordedBy: _, seq: __, ...told } = fact
          const by = step.endsWith("other") ? other : stays
          db.exec("BEGIN IMMEDIATE")
          const again = step.startsWith("rolled") ? entered[next + 1] : undefined
          const command = { command: `c${i}`, at: recordedAt, by: "clerk" }
          value(await by.record({ ...command, facts: [told] }))
          // what is seen in a transaction may never have happened
          value(await stays.verdicts(project, at))
          db.exec(step.startsWith("rolled") ? "ROLLBACK" : "COMMIT")
          if (step.startsWith("rolled")) met.rolledBack++
          else next++
          if (by === other) met.others++
          // what never happened may happen otherwise, under the same command and the same id
          if (again !== undefined) {
            const { recordedAt: _, recordedBy: __, seq: ___, ...otherwise } = again
            value(await other.record({ ...command, facts: [{ ...otherwise, id: told.id }] }))
            next += 2
          }
          await using anew = await open(db)
          expect(await stays.history(project)).toEqual(await anew.history(project))
          expect(await stays.verdicts(project, at)).toEqual(await anew.verdicts(project, at))
        }
        db.close()
      }
    ),
    { numRuns: runs }
  )
  expect(met.rolledBack).toBeGreaterThan(runs)
  expect(met.others).toBeGreaterThan(runs)
})

it("a docket over a file of its own, which keeps what it has read, answers as one that is opened for the question after others have written", async () => {
  let n = 0
  await fc.assert(
    fc.asyncProperty(histories, fc.array(fc.boolean(), { minLength: 5, maxLength: 20 }), async ({ events }, own) => {
      const store = layer({ filename: join(folder, `${n++}.sqlite`) })
      const opens = async () => value(await embed({ directory, store, recorders: [{ id: "clerk" }] }))
      await using stays = await opens()
      await using other = await opens()
      const entered = events.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
      for (const [i, { recordedAt, recordedBy: _, seq: __, ...told }] of entered.slice(0, own.length).entries()) {
        const by = own[i] === true ? stays : other
        value(await by.record({ command: `c${i}`, at: recordedAt, by: "clerk", facts: [told] }))
        await using anew = await opens()
        expect(await stays.history(project)).toEqual(await anew.history(project))
        expect(await stays.verdicts(project, at)).toEqual(await anew.verdicts(project, at))
      }
    }),
    { numRuns: Math.ceil(runs / 3) }
  )
})
