import { readFileSync } from "node:fs"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import type { AppendRequest, NewEvent } from "../../src/port/EventStore.ts"
import { act, command, docketOver, held, inProject, memory, value } from "./fixture.ts"

interface Stored extends NewEvent {
  readonly command: string
}

/** A project with its assessment as the docket stored them before it kept cases of other subjects, and what was then said of it. */
const before: { readonly stored: ReadonlyArray<Stored>; readonly verdicts: ReadonlyArray<string> } = JSON.parse(
  readFileSync(new URL("stored.json", import.meta.url), "utf8")
)

const restored = async () => {
  const store = memory()
  for (const id of new Set(before.stored.map((one) => one.command))) {
    const events = before.stored.filter((one) => one.command === id).map(({ command: _, ...event }) => event)
    const streams = [...new Set(events.map(({ stream }) => stream))]
    const guards = await Effect.runPromise(store.versions(streams))
    await Effect.runPromise(store.append({ command: id, guards, events } as unknown as AppendRequest))
  }
  return store
}

describe("a record that was stored before other subjects were kept", () => {
  it("is read as it was (arts 9 to 12, 29 to 34)", async () => {
    const docket = await docketOver(await restored())
    const { verdicts } = value(await docket.verdicts(inProject(), { asOf: "2026-07-01" }))
    const spoken = new Set(before.verdicts.map((line) => line.split(" ")[0]))
    const said = verdicts.filter(({ norm }) => spoken.has(norm))
    expect(said.map((v) => `${v.norm} ${v.instance} ${v.status}`)).toEqual(before.verdicts)
    expect(value(await docket.history(inProject()))).toHaveLength(before.stored.length - 1)
  })

  it("is what is stored today for the same commands, so that a retry is answered and stores nothing", async () => {
    const [old, store] = [await restored(), memory()]
    const [again, anew] = [await docketOver(old), await docketOver(store)]
    const facts = (id: string) =>
      before.stored
        .filter(({ command, type }) => command === id && type !== "project/AssessmentLinked")
        .map(({ data: { id: _, recordedAt: __, recordedBy: ___, ...fact } }) => fact)
    const story = command("story", facts("story"), "2026-03-25T01:00:00Z")
    const approval = command("yes", [act.approved()], "2026-03-30T02:00:00Z", "drc")
    for (const docket of [again, anew]) {
      value(await docket.record(story))
      value(await docket.perform(approval))
    }
    expect(await held(store)).toEqual(await held(old))
    expect(await held(old)).toHaveLength(before.stored.length)
  })
})
