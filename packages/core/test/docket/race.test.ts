import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { act, command, docketOver, failedWith, held, memory, P1, upToDecision, upToOpinion, value } from "./fixture.ts"
import { meeting } from "./meeting.ts"

const raced = async (story: Parameters<typeof command>[1], writers = 2) => {
  const store = memory()
  value(await (await docketOver(store)).record(command("story", story, "2026-03-25T01:00:00Z")))
  const { conflicts, raced } = meeting(store, writers)
  return { store, conflicts, one: await docketOver(raced), other: await docketOver(raced) }
}

const at = "2026-03-30T02:00:00Z"

describe("two writers at once on one project", () => {
  it("who ask for an opinion twice: the second is told that it was asked for already", async () => {
    const { conflicts, one, other, store } = await raced(upToOpinion().slice(0, 2))
    const answers = await Promise.all([
      one.perform(command("c1", [act.requested("2026-03-30", "R1")], at, "drc")),
      other.perform(command("c2", [act.requested("2026-03-30", "R2")], at, "drc"))
    ])
    expect(conflicts.map(({ moved }) => moved)).toEqual([[{ stream: `project/${P1}`, expected: 2, actual: 3 }]])
    const [first, second] = answers.map(value).sort((a, b) => a.receipt.position - b.receipt.position)
    expect(first?.advice.outcome).toBe("Allowed")
    expect(second?.advice.outcome).toBe("AllowedWithNotice")
    expect(second?.advice.reasons).toContainEqual(
      expect.objectContaining({ _tag: "Order", position: "opinionRequested" })
    )
    expect(await held(store)).toHaveLength(4)
  })

  it("who record one request twice: both entries are kept, and the second changes nothing", async () => {
    const { conflicts, one, other, store } = await raced(upToOpinion().slice(0, 2))
    const answers = await Promise.all([
      one.record(command("c1", [act.requested()], at)),
      other.record(command("c2", [act.requested()], at))
    ])
    expect(conflicts).toHaveLength(1)
    const told = answers.map(value).sort((a, b) => a.receipt.position - b.receipt.position)
    expect(told.map(({ changes }) => changes[0]?.changes.length)).toEqual([2, 0])
    expect(await held(store)).toHaveLength(4)
  })

  it("of whom one approves and the other withdraws: the second decides on what the first stored", async () => {
    const { conflicts, one, other, store } = await raced(upToDecision())
    const answers = await Promise.all([
      one.perform(command("yes", [act.approved()], at, "drc")),
      other.perform(command("back", [act.withdrawn()], at, "health"))
    ])
    expect(conflicts).toHaveLength(1)
    const [first, second] = answers.map(value).sort((a, b) => a.receipt.position - b.receipt.position)
    expect(first?.advice.reasons.some((r) => r._tag === "Order")).toBe(false)
    expect(second?.advice.reasons).toContainEqual(
      expect.objectContaining({ _tag: "Order", position: first?.receipt.command === "yes" ? "approved" : "withdrawn" })
    )
    expect((await held(store)).slice(-2).map((e) => e.command)).toEqual([
      first?.receipt.command,
      second?.receipt.command
    ])
  })

  it("of whom the first takes away what the second's act rests on: the second is refused (art. 10)", async () => {
    const { conflicts, one, other, store } = await raced(upToDecision())
    const answers = await Promise.all([
      one.record(command("void", [{ _tag: "Retracted", project: P1, on: "2026-03-30", of: "story/3" }], at)),
      other.perform(command("yes", [act.approved()], at, "drc"))
    ])
    expect(conflicts).toHaveLength(1)
    value(answers[0])
    const refused = failedWith(answers[1], "Refused")
    expect(refused.advice.reasons).toContainEqual(
      expect.objectContaining({ outcome: "Denied", verdict: expect.objectContaining({ norm: "N10.1" }) })
    )
    expect((await held(store)).at(-1)?.command).toBe("void")
  })

  it("of whom the second's clock is behind: it decides on what the first stored all the same (art. 10)", async () => {
    const { one, other } = await raced(upToOpinion(), 1)
    const retraction = { _tag: "Retracted", project: P1, on: "2026-03-30", of: "story/3" }
    value(await one.record(command("void", [retraction], "2026-03-30T02:00:00.500Z")))
    failedWith(await other.perform(command("yes", [act.approved()], "2026-03-30T02:00:00.200Z", "drc")), "Refused")
    const { changes } = value(await other.record(command("yes", [act.approved()], "2026-03-30T02:00:00.200Z")))
    expect(changes[0]?.changes).toContainEqual(
      expect.objectContaining({ after: expect.objectContaining({ norm: "N10.1", status: "Breached" }) })
    )
  })

  it("who write to several projects: nobody's command is stored in part", async () => {
    const { conflicts, one, other, store } = await raced([act.drafted()])
    const both = (id: string) => command(id, [act.applied("2026-03-10", "P1"), act.drafted("2026-03-10", "P2")], at)
    const answers = await Promise.all([one.record(both("c1")), other.record(both("c2"))])
    expect(conflicts[0]?.moved).toHaveLength(2)
    expect(answers.map(value)).toHaveLength(2)
    expect((await held(store)).map((e) => e.command).slice(1)).toHaveLength(4)
  })
})

describe("many writers at once on one project", () => {
  it("are all served where each is beaten no more than five times", async () => {
    const { one, store } = await raced([act.drafted()], 6)
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) => one.record(command(`c${i}`, [act.reported("2026-07-10", "2026-Q2")], at)))
    )
    for (const answer of answers) value(answer)
    expect(await held(store)).toHaveLength(7)
  })

  it("are told of the sixth defeat, and nothing of it is stored", async () => {
    const store = memory()
    const rival = await docketOver(store)
    let rivals = 0
    const beaten = await docketOver({
      ...store,
      append: (request) =>
        Effect.promise(() => rival.record(command(`rival-${++rivals}`, [act.drafted()]))).pipe(
          Effect.andThen(store.append(request))
        )
    })
    failedWith(await beaten.record(command("mine", [act.applied()])), "Conflict")
    expect(rivals).toBe(6)
    expect((await held(store)).map((e) => e.command)).not.toContain("mine")
  })
})
