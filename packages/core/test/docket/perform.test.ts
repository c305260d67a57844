import { describe, expect, it } from "vitest"
import {
  act,
  clerk,
  command,
  docketOver,
  failedWith,
  held,
  inProject,
  memory,
  P1,
  upToApproval,
  upToDecision,
  upToOpinion,
  value
} from "./fixture.ts"

const prepared = async (facts = upToDecision()) => {
  const store = memory()
  const docket = await docketOver(store)
  value(await docket.record(command("story", facts, "2026-03-25T01:00:00Z")))
  return { docket, store, before: await held(store) }
}

describe("acts that are performed", () => {
  it("are stored when they are Allowed, with the advice that allowed them", async () => {
    const { before, docket, store } = await prepared(upToOpinion().slice(0, 2))
    const done = value(
      await docket.perform(command("ask", [act.requested("2026-03-26")], "2026-03-26T02:00:00Z", "drc"))
    )
    expect(done.advice.outcome).toBe("Allowed")
    expect(done.advice.reasons).toEqual([])
    expect(done.receipt.versions).toEqual([{ stream: `project/${P1}`, version: before.length + 1 }])
    expect(done.changes[0]?.changes.map(({ after }) => `${after?.norm} ${after?.instance} ${after?.status}`)).toEqual([
      "N10.1 application/A1 Fulfilled",
      "N10.3 request/R1 DueUnspecified"
    ])
    expect((await held(store)).at(-1)).toMatchObject({
      command: "ask",
      id: "ask/1",
      type: "project/OpinionRequested",
      recordedAt: "2026-03-26T02:00:00Z",
      data: { by: "drc", recordedBy: "drc", on: "2026-03-26", request: "R1" }
    })
  })

  it("are stored when they are AllowedWithNotice, and the notice is told", async () => {
    const { docket, store } = await prepared()
    const done = value(await docket.perform(command("no", [act.rejected()], "2026-03-30T02:00:00Z", "drc")))
    expect(done.advice.outcome).toBe("AllowedWithNotice")
    expect(done.advice.reasons).toContainEqual(
      expect.objectContaining({ outcome: "AllowedWithNotice", verdict: expect.objectContaining({ norm: "N10.2" }) })
    )
    expect((await held(store)).at(-1)?.type).toBe("project/Rejected")
  })

  it("are told of a decision that they precede and that was entered before them (art. 10)", async () => {
    const { docket } = await prepared(upToApproval())
    const late = command("late", [act.requested("2026-03-12", "R2")], "2026-04-02T02:00:00Z", "drc")
    const done = value(await docket.perform(late))
    expect(done.advice.outcome).toBe("AllowedWithNotice")
    expect(done.advice.reasons).toContainEqual(
      expect.objectContaining({
        _tag: "EnteredAfter",
        on: "2026-03-12",
        decision: expect.objectContaining({ kind: "Approved" })
      })
    )
  })

  it("are refused when they are Denied: every reason is told with article, quote and remedy, and nothing is stored (art. 10)", async () => {
    const { before, docket, store } = await prepared(upToOpinion().slice(0, 2))
    const approval = { ...act.approved(), by: "info" }
    const refused = failedWith(
      await docket.perform(command("yes", [approval], "2026-03-30T02:00:00Z", "info")),
      "Refused"
    )
    expect(refused.advice.outcome).toBe("Denied")
    expect(refused.case).toEqual(inProject())
    expect(refused.reasons).toHaveLength(refused.advice.reasons.length)
    expect(refused.advice.reasons.map((r) => (r._tag === "Norm" ? r.verdict.norm : r._tag))).toEqual(
      expect.arrayContaining(["Order", "Competence", "N10.1"])
    )
    const consult =
      refused.reasons[refused.advice.reasons.findIndex((r) => r._tag === "Norm" && r.outcome === "Denied")]
    expect(consult?.article?.zh).toBe("第十条")
    expect(consult?.quote?.zh).toContain("征求信息化主管部门的意见")
    for (const text of [consult?.text, consult?.article, consult?.quote, consult?.remedy]) {
      expect(text?.zh).toMatch(/\p{Script=Han}/u)
      expect(text?.en).toMatch(/[a-z]/u)
    }
    for (const { text } of refused.reasons) {
      expect(refused.text.zh).toContain(text.zh)
      expect(refused.text.en).toContain(text.en)
    }
    expect(await held(store)).toEqual(before)
    expect(value(await docket.history(inProject()))).toHaveLength(before.length)
  })

  it("are refused when they are OutOfOrder or Undetermined", async () => {
    const { before, docket, store } = await prepared()
    const resumed = { _tag: "Resumed", project: P1, on: "2026-03-30", by: "health" }
    const early = failedWith(
      await docket.perform(command("go", [resumed], "2026-03-30T02:00:00Z", "health")),
      "Refused"
    )
    expect(early.advice.outcome).toBe("OutOfOrder")
    const unheard = { ...act.approved(), by: "unheard-of" }
    const unknown = failedWith(
      await docket.perform(command("who", [unheard], "2026-03-30T02:00:00Z", "unheard-of")),
      "Refused"
    )
    expect(unknown.advice.outcome).not.toBe("AllowedWithNotice")
    expect(unknown.advice.reasons.map(({ _tag }) => _tag)).toContain("Competence")
    expect(await held(store)).toEqual(before)
  })

  it("are refused when nobody is named as actor, although the recorder is permitted", async () => {
    const { before, docket, store } = await prepared()
    const { by: _, ...anonymous } = act.approved()
    const refused = failedWith(await docket.perform(command("x", [anonymous], "2026-03-30T02:00:00Z")), "Refused")
    expect(refused.advice.outcome).toBe("Undetermined")
    expect(await held(store)).toEqual(before)
  })

  it("are of the actor himself, or entered by a permitted recorder; by nobody else", async () => {
    const { before, docket, store } = await prepared()
    const other = await docket.perform(command("x", [act.approved()], "2026-03-30T02:00:00Z", "info"))
    expect(failedWith(other, "NotARecorder")).toMatchObject({ by: "info", on: "2026-03-30" })
    expect(await held(store)).toEqual(before)
    const entered = value(await docket.perform(command("x", [act.approved()], "2026-03-30T02:00:00Z", clerk)))
    expect(entered.advice.outcome).toBe("Allowed")
  })

  it("are stored all or none: one refused act takes the others with it", async () => {
    const { before, docket, store } = await prepared()
    const acts = [act.approved(), { ...act.approved("2026-03-31"), application: "A2" }]
    failedWith(await docket.perform(command("x", acts, "2026-03-31T02:00:00Z")), "Refused")
    expect(await held(store)).toEqual(before)
  })

  it("are about one project at a time", async () => {
    const { docket } = await prepared()
    const acts = [act.approved(), act.drafted("2026-03-30", "P2")]
    expect(failedWith(await docket.perform(command("x", acts)), "InvalidCommand").message).toContain("一个案件")
    expect(failedWith(await docket.advise(command("x", acts)), "InvalidCommand").message).toContain("one case")
  })

  it("of one day are advised in the order in which they were entered", async () => {
    const store = memory()
    const docket = await docketOver(store)
    const day = "2026-03-10"
    const acts = [act.drafted(day), act.applied(day), act.requested(day), act.given(day)]
    for (const [i, one] of acts.entries()) {
      const done = value(await docket.perform(command(`c${9 - i}`, [one], "2026-03-10T02:00:00Z")))
      expect(done.advice.reasons.filter((r) => r._tag === "Order")).toEqual([])
    }
    const again = { ...act.requested(day, "R2"), request: "R2" }
    expect(value(await docket.advise(command("c0", [again], "2026-03-10T02:00:00Z"))).reasons).not.toContainEqual(
      expect.objectContaining({ _tag: "Order" })
    )
  })

  it("of one command follow one another, however many there are", async () => {
    const docket = await docketOver(memory())
    const day = "2026-03-10"
    const pair = [
      { _tag: "MaterialsRequested", project: P1, on: day, application: "A1", reason: "补充材料", by: "drc" },
      act.applied(day)
    ]
    const acts = [act.drafted(day), act.applied(day), ...Array.from({ length: 6 }, () => pair).flat()]
    const advice = value(await docket.advise(command("all", acts, "2026-03-10T02:00:00Z")))
    expect(advice.reasons.filter((r) => r._tag === "Order")).toEqual([])
  })
})

describe("advice", () => {
  it("is what performing would have said, and leaves no trace", async () => {
    const { before, docket, store } = await prepared()
    const asked = command("x", [act.approved()], "2026-03-30T02:00:00Z", "drc")
    const advice = value(await docket.advise(asked))
    expect(await held(store)).toEqual(before)
    expect(value(await docket.perform(asked)).advice).toEqual(advice)
  })
})
