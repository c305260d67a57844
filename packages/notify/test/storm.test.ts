import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import * as Layer from "effect/Layer"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Broken, storm, storms } from "./storm.ts"

const numRuns = fc.readConfigureGlobal()?.numRuns ?? 25

describe("whatever the channel does and whenever dispatchers are stopped or killed", () => {
  test("each delivery is at its end or dead, none is lost, nobody goes without being told, and a reader that drops repeats sees each lane in order", async () => {
    await fc.assert(
      fc.asyncProperty(storms, async (given) => {
        expect(await storm(given)).toEqual([])
      })
    )
  })

  test("the same holds where deliveries are kept in a file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "banfa-storm-"))
    let files = 0
    try {
      await fc.assert(
        fc.asyncProperty(storms, async (given) => {
          const filename = join(folder, `${files++}.sqlite`)
          expect(await storm(given, undefined, Layer.orDie(SqliteEventStore.layer({ filename })))).toEqual([])
        }),
        { numRuns: Math.ceil(numRuns / 20) }
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  const mutants: Readonly<Record<string, Broken>> = {
    "forgets the order of a lane": ({ enqueue }) => ({
      enqueue: (all) => enqueue(all.map((one) => ({ ...one, lane: one.id })))
    }),
    "takes a failed attempt for a success": ({ settle }) => ({
      settle: (all, at) =>
        settle(
          all.map(({ again: _, ...one }) => (one.status === "failed" ? { ...one, status: "sent" } : one)),
          at
        )
    }),
    "forgets whom a letter did not reach": ({ enqueue }) => ({
      enqueue: (all) => enqueue(all.filter(({ id }) => !id.startsWith("~rest")))
    }),
    "loses what it is given": ({ enqueue }) => ({ enqueue: (all) => enqueue(all.slice(1)) })
  }
  for (const [name, broken] of Object.entries(mutants)) {
    test(`a store that ${name} is found out`, async () => {
      const judged = await fc.check(
        fc.asyncProperty(storms, async (given) => {
          expect(await storm(given, broken)).toEqual([])
        }),
        { numRuns: 100, endOnFailure: true }
      )
      expect(judged.failed).toBe(true)
    })
  }
})
