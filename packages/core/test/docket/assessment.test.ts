import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import type { EventId, JsonObject, StreamId } from "../../src/port/EventStore.ts"
import {
  act,
  assessed,
  assessmentOf,
  command,
  docketOver,
  failedWith,
  held,
  inProject,
  memory,
  P1,
  upToDecision,
  upToOpinion,
  value
} from "./fixture.ts"
import { meeting } from "./meeting.ts"

const at = "2026-03-30T02:00:00Z"
const own = `assessment/${assessmentOf()}`
const planned = (assessment: string, project = P1) => ({
  _tag: "AssessmentPlanned",
  on: "2026-03-30",
  project,
  assessment,
  type: "ex-ante",
  application: "A1",
  by: "info"
})

describe("an assessment in the docket", () => {
  it("has a stream of its own, and the project's stream says that it belongs to it, once (art. 29)", async () => {
    const store = memory()
    const docket = await docketOver(store)
    for (const [i, fact] of upToDecision().entries()) value(await docket.record(command(`c${i}`, [fact])))
    const stored = await held(store)
    expect(stored.filter(({ stream }) => stream === own).map(({ type }) => type)).toEqual([
      "assessment/AssessmentPlanned",
      "assessment/AssessmentCommissioned",
      "assessment/AssessmentStarted",
      "assessment/AssessmentReported",
      "assessment/AssessmentIssued"
    ])
    const links = stored.filter(({ type }) => type === "project/AssessmentLinked")
    expect(links.map(({ data, stream }) => [stream, data])).toEqual([
      [`project/${P1}`, { assessment: assessmentOf(), project: P1 }]
    ])
  })

  it("is judged together with its project: with it the approval is allowed, without it denied (art. 31)", async () => {
    const docket = await docketOver(memory())
    value(await docket.record(command("story", upToOpinion())))
    const approval = command("yes", [act.approved()], at, "drc")
    expect(value(await docket.advise(approval)).outcome).toBe("Denied")
    value(await docket.record(command("assess", assessed())))
    expect(value(await docket.advise(approval)).outcome).toBe("Allowed")
    const { verdicts } = value(await docket.verdicts(inProject(), { asOf: "2026-03-30" }))
    expect(verdicts.some(({ instance, norm }) => norm === "N30.4" && instance === own)).toBe(true)
  })

  it("stands in the history of its project in the order of entry, each fact with its stream (art. 29)", async () => {
    const docket = await docketOver(memory())
    value(await docket.record(command("story", upToOpinion())))
    value(await docket.record(command("assess", assessed())))
    value(await docket.perform(command("yes", [act.approved()], at, "drc")))
    const history = value(await docket.history(inProject()))
    expect(history.map(({ fact, stream, version }) => [stream, version, fact._tag, fact.seq]).slice(3, 7)).toEqual([
      [`project/${P1}`, 4, "OpinionGiven", 4],
      [`project/${P1}`, 6, "SchemeSubmitted", 5],
      [own, 1, "AssessmentPlanned", 6],
      [own, 2, "AssessmentCommissioned", 7]
    ])
    expect(history.map(({ position }) => position)).toEqual(
      history.map(({ position }) => position).toSorted((a, b) => a - b)
    )
  })

  it("is guarded with its project: who decides while it is taken back is told, and decides anew (art. 31)", async () => {
    const store = memory()
    value(await (await docketOver(store)).record(command("story", upToDecision())))
    const { conflicts, raced } = meeting(store, 2)
    const [one, other] = [await docketOver(raced), await docketOver(raced)]
    const assessment = assessmentOf()
    const returned = {
      _tag: "AssessmentReportReturned",
      on: "2026-03-30",
      project: P1,
      assessment,
      defects: "缺项",
      by: "info"
    }
    const [taken, approved] = await Promise.all([
      one.record(command("back", [returned], at)),
      other.perform(command("yes", [act.approved()], at, "drc"))
    ])
    expect(conflicts).toHaveLength(1)
    expect(conflicts[0]?.moved.map(({ stream }) => stream)).toContain(
      value(taken).receipt.position < value(approved).receipt.position ? own : `project/${P1}`
    )
  })

  it("that begins while a decision is taken is noticed by the decision (art. 31)", async () => {
    const store = memory()
    value(await (await docketOver(store)).record(command("story", upToDecision())))
    const { conflicts, raced } = meeting(store, 2)
    const [one, other] = [await docketOver(raced), await docketOver(raced)]
    const [begun, approved] = await Promise.all([
      one.record(command("more", [planned("X9")], at)),
      other.perform(command("yes", [act.approved()], at, "drc"))
    ])
    value(begun)
    value(approved)
    expect(conflicts.map(({ moved }) => moved.map(({ stream }) => stream))).toEqual([[`project/${P1}`]])
  })

  it("belongs to one project: a command that claims it for another is refused and stores nothing", async () => {
    const store = memory()
    const docket = await docketOver(store)
    value(await docket.record(command("story", upToDecision())))
    const before = await held(store)
    const elsewhere = await docket.record(
      command("c", [act.drafted("2026-03-02", "P2"), planned(assessmentOf(), "P2")])
    )
    expect(failedWith(elsewhere, "InvalidCommand").text.zh).toContain(assessmentOf())
    const both = await docket.record(command("d", [planned("X9"), planned("X9", "P2")]))
    expect(failedWith(both, "InvalidCommand").text.en).toContain("X9")
    expect(await held(store)).toEqual(before)
  })

  it("whose stream holds what is no fact of it makes its project unreadable, and says where", async () => {
    const store = memory()
    const docket = await docketOver(store)
    value(await docket.record(command("story", upToDecision())))
    const bad = { ...planned("X9"), id: "smuggled", recordedAt: at } as unknown as JsonObject
    await Effect.runPromise(
      store.append({
        command: "smuggle" as never,
        guards: [{ stream: own as StreamId, version: 5 }],
        events: [
          { stream: own as StreamId, id: "smuggled" as EventId, type: "assessment/x", data: bad, recordedAt: at }
        ]
      })
    )
    const error = failedWith(await docket.verdicts(inProject(), { asOf: "2026-03-30" }), "StoredFactUnreadable")
    expect([error.stream, error.findings[0]?.version]).toEqual([own, 6])
  })

  it("is told once when its command is sent again, its link included", async () => {
    const store = memory()
    const docket = await docketOver(store)
    value(await docket.record(command("story", upToOpinion())))
    const first = value(await docket.record(command("assess", assessed())))
    const before = await held(store)
    expect(value(await docket.record(command("assess", assessed())))).toEqual(first)
    expect(await held(store)).toEqual(before)
  })
})
