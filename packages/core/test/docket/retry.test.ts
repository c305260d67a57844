import { describe, expect, it } from "vitest"
import { act, command, docketOver, failedWith, held, memory, upToDecision, upToOpinion, value } from "./fixture.ts"
import { meeting } from "./meeting.ts"

describe("a command that is sent again", () => {
  it("is done once, and answered as the first time, also after others have been done", async () => {
    const store = memory()
    const docket = await docketOver(store)
    const story = command("story", upToDecision(), "2026-03-25T01:00:00Z")
    const approval = command("yes", [act.approved()], "2026-03-30T02:00:00Z", "drc")
    const recorded = value(await docket.record(story))
    const performed = value(await docket.perform(approval))
    value(await docket.record(command("later", [act.withdrawn("2026-03-31")], "2026-03-31T01:00:00Z")))
    const before = await held(store)
    expect(value(await docket.record(story))).toEqual(recorded)
    expect(value(await docket.perform(approval))).toEqual(performed)
    expect(await held(store)).toEqual(before)
  })

  it("is answered by another docket over the same store, as after a restart", async () => {
    const store = memory()
    const story = command("story", upToOpinion())
    const recorded = value(await (await docketOver(store)).record(story))
    expect(value(await (await docketOver(store)).record(story))).toEqual(recorded)
    expect(await held(store)).toHaveLength(4)
  })

  it("is answered as the first time when its facts come in another order of keys", async () => {
    const docket = await docketOver(memory())
    const recorded = value(await docket.record(command("c", [act.drafted()])))
    const reversed = Object.fromEntries(Object.entries(act.drafted()).reverse())
    expect(value(await docket.record(command("c", [reversed])))).toEqual(recorded)
  })

  it("may not say anything else: another fact, fewer, more, another instant, another recorder, another project", async () => {
    const store = memory()
    const docket = await docketOver(store, { recorders: [{ id: "clerk" }, { id: "other" }] })
    const facts = [act.drafted(), act.applied()]
    value(await docket.record(command("c", facts)))
    const before = await held(store)
    for (const other of [
      command("c", [act.drafted(), act.applied("2026-03-11")]),
      command("c", [act.drafted()]),
      command("c", [...facts, act.requested()]),
      command("c", facts, "2026-04-01T01:00:01Z"),
      command("c", facts, "2026-04-01T01:00:00Z", "other"),
      command("c", [act.drafted("2026-03-02", "P2"), act.applied("2026-03-10", "P2")])
    ]) {
      expect(failedWith(await docket.record(other), "CommandReused").command).toBe("c")
      failedWith(await docket.perform({ ...other, facts: other.facts.slice(0, 1) }), "CommandReused")
    }
    expect(failedWith(await docket.advise(command("c", [act.drafted()])), "InvalidCommand").text.en).toContain(
      "new one"
    )
    expect(await held(store)).toEqual(before)
  })

  it("is done once when it races with itself", async () => {
    const store = memory()
    const { conflicts, raced } = meeting(store, 2)
    const docket = await docketOver(raced)
    const story = command("story", upToOpinion())
    const [first, second] = await Promise.all([docket.record(story), docket.record(story)])
    expect(value(first)).toEqual(value(second))
    expect(conflicts).toEqual([])
    expect(await held(store)).toHaveLength(4)
  })

  it("is done once when another command comes between the two that race", async () => {
    const store = memory()
    const { raced, release } = meeting(store, 3)
    const slow = await docketOver(raced)
    const quick = await docketOver(store)
    value(await quick.record(command("story", upToOpinion().slice(0, 2))))
    const asked = command("ask", [act.requested()])
    const first = slow.record(asked)
    value(await quick.record(command("between", [act.withdrawn()])))
    const again = value(await quick.record(asked))
    release()
    expect(value(await first)).toEqual(again)
    expect(await held(store)).toHaveLength(4)
  })
})
