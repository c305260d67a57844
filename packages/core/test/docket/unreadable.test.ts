import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { describe, expect, it } from "vitest"
import { type AppendRequest, type JsonObject, StorageUnavailable } from "../../src/port/EventStore.ts"
import {
  type AnyAnswer,
  act,
  command,
  docketOver,
  errorOf,
  failedWith,
  held,
  inProject,
  memory,
  P1,
  type Store,
  value
} from "./fixture.ts"

/** Puts something under a project that no docket would have put there. */
const smuggle = (store: Store, data: JsonObject, version: number) =>
  Effect.runPromise(
    store.append({
      command: `smuggled-${version}`,
      guards: [{ stream: `project/${P1}`, version }],
      events: [
        {
          stream: `project/${P1}`,
          id: `smuggled-${version}`,
          type: "project/Applied",
          data,
          recordedAt: "2026-03-10T01:00:00Z"
        }
      ]
    } as unknown as AppendRequest)
  )

const asOf = "2026-03-31"

describe("a stored event that is no fact", () => {
  it.each<[string, JsonObject]>([
    ["nothing", {}],
    ["of an unknown kind", { _tag: "Applauded", id: "x", project: P1, on: "2026-03-10" }],
    ["named after a method", { _tag: "toString" }],
    [
      "with a day that does not exist",
      { ...act.applied("2026-02-30"), id: "x", recordedAt: "2026-03-10T01:00:00Z" } as JsonObject
    ],
    [
      "with a key too many",
      { ...act.applied(), id: "x", recordedAt: "2026-03-10T01:00:00Z", remark: "?" } as JsonObject
    ],
    ["deep", { _tag: "Applied", to: [[[[{ a: [] }]]]] }]
  ])("(%s) is told with its place, whatever is asked, and is never a defect", async (_, data) => {
    const store = memory()
    const docket = await docketOver(store)
    value(await docket.record(command("c", [act.drafted()])))
    await smuggle(store, data, 1)
    const before = await held(store)
    const answers: ReadonlyArray<AnyAnswer> = [
      await docket.verdicts(inProject(), { asOf }),
      await docket.duties(inProject(), { asOf }),
      await docket.next(inProject(), { asOf }),
      await docket.path(inProject(), "approved", { asOf }),
      await docket.history(inProject()),
      await docket.explain(inProject(), { norm: "N10.1", instance: "application/A1" }, { asOf }),
      await docket.advise(command("a", [act.applied()])),
      await docket.perform(command("p", [act.applied()])),
      await docket.record(command("r", [act.drafted("2026-03-02", "P2"), act.applied()]))
    ]
    for (const answer of answers) {
      const error = failedWith(answer, "StoredFactUnreadable")
      expect(error.stream).toBe(`project/${P1}`)
      expect(error.findings.length).toBeGreaterThan(0)
      for (const { en, version, zh } of error.findings) {
        expect(version).toBe(2)
        expect(zh).toMatch(/\p{Script=Han}/u)
        expect(en).toMatch(/[a-z]/u)
      }
    }
    expect(await held(store)).toEqual(before)
  })

  it("leaves every other project as it was", async () => {
    const store = memory()
    const docket = await docketOver(store)
    await smuggle(store, {}, 0)
    value(await docket.record(command("c", [act.drafted("2026-03-02", "P2"), act.applied("2026-03-10", "P2")])))
    expect(value(await docket.verdicts(inProject("P2"), { asOf })).verdicts.length).toBeGreaterThan(0)
  })
})

describe("a store that does not do its work", () => {
  const down = (operation: string) => new StorageUnavailable({ operation, cause: new Error("disk is gone") })

  it("is told as such by every question and every command", async () => {
    const docket = await docketOver({ ...memory(), readStream: () => Stream.fail(down("readStream")) })
    const answers: ReadonlyArray<AnyAnswer> = [
      await docket.verdicts(inProject(), { asOf }),
      await docket.history(inProject()),
      await docket.record(command("r", [act.drafted()]))
    ]
    for (const answer of answers) {
      expect(failedWith(answer, "StorageUnavailable").operation).toBe("readStream")
    }
  })

  it("may have stored a command although it said that it could not: the retry is answered, and nothing is stored twice", async () => {
    const store = memory()
    let lost = true
    const flaky = await docketOver({
      ...store,
      append: (request) =>
        Effect.tap(store.append(request), () => {
          if (!lost) return Effect.void
          lost = false
          return Effect.fail(down("append"))
        })
    })
    const draft = command("r", [act.drafted()])
    expect(errorOf(await flaky.record(draft))._tag).toBe("StorageUnavailable")
    expect(value(await flaky.record(draft)).receipt).toEqual(
      value(await (await docketOver(store)).record(draft)).receipt
    )
    expect(await held(store)).toHaveLength(1)
  })
})
