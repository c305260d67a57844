import { anybody, type History, histories } from "@banfa/testing/project"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { maxFacts } from "../../src/docket/index.ts"
import type { Event } from "../../src/project/index.ts"
import { runs } from "../law/Law.ts"
import {
  act,
  clerk,
  command,
  docketOver,
  errorOf,
  failedWith,
  held,
  inProject,
  memory,
  type Sent,
  upToApproval,
  upToOpinion,
  value
} from "./fixture.ts"

/** What the docket fills in is left out. */
const sent = ({ recordedAt: _, recordedBy: __, seq: ___, ...fact }: Event): Sent => fact as unknown as Sent

/** The facts of a history under other names, by other agencies, on other days and against their order: next to nothing of it is lawful. */
const disorder = fc
  .record({
    history: histories as fc.Arbitrary<History>,
    shift: fc.integer({ min: -12_000, max: 30_000 }),
    by: fc.array(fc.constantFrom(undefined, ...anybody), { minLength: 1, maxLength: 5 }),
    reversed: fc.boolean()
  })
  .map(({ by, history, reversed, shift }) => {
    const facts = history.events.map((e, i): Sent => {
      const { by: _, ...fact } = sent(e)
      const actor = by[i % by.length]
      const day = new Date(Date.parse(e.on) + (i % 3 === 0 ? shift : 0) * 86_400_000).toISOString().slice(0, 10)
      return { ...fact, _tag: e._tag, on: day, ...(actor === undefined ? {} : { by: actor }) }
    })
    return reversed ? facts.reverse() : facts
  })

describe("facts that are recorded", () => {
  it("are never refused for a legal reason, whatever happened, by whomever, and in whatever order it is entered", async () => {
    let adverse = 0
    await fc.assert(
      fc.asyncProperty(disorder, fc.integer({ min: 1, max: 9 }), async (facts, size) => {
        const docket = await docketOver(memory())
        for (let i = 0; i < facts.length; i += size) {
          const recorded = value(await docket.record(command(`c${i}`, facts.slice(i, i + size))))
          for (const { after } of recorded.changes.flatMap(({ changes }) => changes))
            if (after?.status === "Breached" || after?.status === "Overdue") adverse++
        }
        expect(value(await docket.history(inProject(String(facts[0]?.project))))).toHaveLength(facts.length)
      }),
      { numRuns: Math.ceil(runs / 5) }
    )
    expect(adverse).toBeGreaterThan(runs / 10)
  })

  it("that would never have been allowed are stored with their finding (art. 10)", async () => {
    const docket = await docketOver(memory())
    const unheard = [act.drafted(), act.applied(), { ...act.approved(), considered: null }]
    const { changes } = value(await docket.record(command("c", unheard)))
    expect(changes[0]?.case).toEqual(inProject())
    expect(changes[0]?.changes.map(({ after }) => [after?.norm, after?.status])).toContainEqual(["N10.1", "Breached"])
  })

  it("that come late change what was said before, and the answer says so (art. 10)", async () => {
    const docket = await docketOver(memory())
    const [drafted, applied, requested, ...later] = upToApproval()
    value(await docket.record(command("c1", [drafted, applied, ...later])))
    const { changes } = value(await docket.record(command("c2", [requested], "2026-05-01T01:00:00Z")))
    expect(
      changes[0]?.changes.map(({ after, before }) => [after?.norm, after?.instance, before?.status, after?.status])
    ).toEqual([
      ["N10.1", "application/A1", "Breached", "Fulfilled"],
      ["N10.3", "request/R1", undefined, "Fulfilled"]
    ])
  })

  it("of several projects are stored together, and each project's changes are told", async () => {
    const store = memory()
    const docket = await docketOver(store)
    const facts = [...upToApproval("P1"), ...upToApproval("P2")]
    const recorded = value(await docket.record(command("both", facts)))
    expect(recorded.changes.map((one) => one.case)).toEqual([inProject("P1"), inProject("P2")])
    expect(recorded.receipt.versions).toEqual([
      { stream: "project/P1", version: 7 },
      { stream: "project/P2", version: 7 },
      { stream: "assessment/X-P1", version: 5 },
      { stream: "assessment/X-P2", version: 5 }
    ])
  })

  it("of several projects are stored all or none", async () => {
    const store = memory()
    const docket = await docketOver(store)
    value(await docket.record(command("c1", [{ ...act.drafted(), id: "taken" }])))
    const before = await held(store)
    const facts = [act.drafted("2026-03-02", "P2"), { ...act.applied(), id: "taken" }]
    expect(failedWith(await docket.record(command("c2", facts)), "DuplicateEvent").events).toEqual([
      { id: "taken", command: "c1" }
    ])
    failedWith(
      await docket.record(command("c3", [act.drafted("2026-03-02", "P2"), { _tag: "Applied" }])),
      "InvalidEvents"
    )
    expect(await held(store)).toEqual(before)
    expect(value(await docket.history(inProject("P2")))).toEqual([])
  })

  it("may be dated before the Measures took force, out of order, or in the future (art. 36)", async () => {
    const docket = await docketOver(memory())
    const facts = [
      act.approved("2087-03-30"),
      act.given("2004-12-20"),
      act.drafted("2004-03-02"),
      act.requested("2004-12-12"),
      act.applied("2003-03-10")
    ]
    for (const [i, fact] of facts.entries()) value(await docket.record(command(`c${i}`, [fact])))
    const today = value(await docket.verdicts(inProject(), { asOf: "2026-03-10" })).verdicts
    expect(today.some((v) => v.norm === "N12.1")).toBe(false)
    expect(value(await docket.verdicts(inProject(), { asOf: "2005-02-03" })).verdicts).toEqual([])
    const then = value(await docket.verdicts(inProject(), { asOf: "2087-12-31" })).verdicts
    expect(then.some((v) => v.norm === "N12.1")).toBe(true)
  })
})

describe("a recorder", () => {
  const recorders = [{ id: "term", from: "2026-03-01", until: "2026-03-31" }]

  it("may enter facts from the first to the last day granted, in Asia/Shanghai, and on no other", async () => {
    const store = memory()
    const docket = await docketOver(store, { recorders })
    const enter = (id: string, at: string) => docket.record(command(id, [act.drafted()], at, "term"))
    for (const [at, on] of [
      ["2026-02-28T15:59:59Z", "2026-02-28"],
      ["2026-03-31T16:00:00Z", "2026-04-01"]
    ] as const) {
      expect(failedWith(await enter("no", at), "NotARecorder")).toMatchObject({ by: "term", on })
    }
    expect(await held(store)).toEqual([])
    value(await enter("first", "2026-02-28T16:00:00Z"))
    value(await enter("last", "2026-03-31T15:59:59Z"))
  })

  it("who was never granted anything is told so, by default everybody", async () => {
    const store = memory()
    const closed = await docketOver(store, { recorders: [] })
    expect(failedWith(await closed.record(command("c", [act.drafted()])), "NotARecorder").text.zh).toContain(clerk)
    const open = await docketOver(store)
    failedWith(await open.record(command("c", [act.drafted()], "2026-03-02T01:00:00Z", "health")), "NotARecorder")
    expect(await held(store)).toEqual([])
  })

  it("may act for himself, and is judged as an actor", async () => {
    const docket = await docketOver(memory(), { recorders: [] })
    value(await docket.perform(command("c1", [act.drafted()], "2026-03-02T01:00:00Z", "health")))
    failedWith(await docket.perform(command("c2", [act.requested()], "2026-03-12T01:00:00Z", "health")), "NotARecorder")
  })
})

describe("what is no command", () => {
  const refused = async (facts: ReadonlyArray<unknown>, at?: string) => {
    const store = memory()
    const docket = await docketOver(store)
    const error = errorOf(await docket.record(command("c", facts, at)))
    expect(await held(store)).toEqual([])
    expect(error.message.length).toBeLessThan(2_000)
    return error
  }

  it("is refused whole when one fact among good ones is malformed, and every finding has its place", async () => {
    const facts = [...upToOpinion(), { ...act.approved("2026-02-30"), bulider: "company" }, act.withdrawn(), 7, null]
    const error = await refused(facts)
    expect(error._tag === "InvalidEvents" && error.findings.map(({ index, path }) => [index, path])).toEqual([
      [4, "bulider"],
      [4, "on"],
      [6, ""],
      [7, ""]
    ])
  })

  it("is refused when it brings what only the docket may fill in", async () => {
    const error = await refused([
      { ...act.drafted(), recordedAt: "2026-01-01T00:00:00Z", recordedBy: "somebody", seq: 1 }
    ])
    expect(error._tag === "InvalidEvents" && error.findings.map(({ path }) => path)).toEqual([
      "recordedAt",
      "recordedBy",
      "seq"
    ])
  })

  it("is refused when it holds no facts, or more than can be decided at once", async () => {
    expect(await refused([])).toMatchObject({ _tag: "InvalidCommand" })
    const many = Array.from({ length: maxFacts + 1 }, () => act.drafted())
    expect((await refused(many)).text.en).toContain("10000")
  })

  it("may hold as many facts as are allowed", async () => {
    const docket = await docketOver(memory())
    const many = Array.from({ length: maxFacts }, (_, i) => act.requested("2026-03-12", `R${i % 50}`))
    expect(value(await docket.record(command("c", many))).receipt.versions[0]?.version).toBe(maxFacts)
  })

  it("is refused when a text is endless", async () => {
    const error = await refused([{ ...act.withdrawn(), reason: "改".repeat(2_000_000) }])
    expect(error._tag === "InvalidEvents" && error.findings.map(({ path }) => path)).toEqual(["reason"])
    await refused([{ ...act.withdrawn(), project: "P".repeat(2_000_000) }])
    await refused([{ ...act.withdrawn(), _tag: "W".repeat(2_000_000) }])
  })

  it.each([
    "",
    "yesterday",
    "2026-03-01",
    "2026-02-30T09:00:00Z",
    "2026-03-01T24:00:00Z",
    "2026-03-01T09:00:00+08:00",
    "2".repeat(2_000_000)
  ])("is refused when it was entered at no instant (%#)", async (at) => {
    expect(await refused([act.drafted()], at)).toMatchObject({ _tag: "InvalidCommand" })
  })

  it("is refused, not fallen over, when a caller without types sends what is of another kind", async () => {
    const docket = await docketOver(memory())
    const odd = [
      { at: new Date(0) },
      { at: undefined },
      { facts: undefined },
      { facts: "facts" },
      { facts: [Object.create(null), Symbol("fact"), () => 1, 1n, new Map()] },
      { by: undefined },
      { by: 7 },
      { command: undefined },
      { command: "" },
      { command: "c".repeat(300) },
      { command: { id: 1 } }
    ]
    for (const part of odd) {
      const whole = { ...command("c", [act.drafted()]), ...part } as ReturnType<typeof command>
      errorOf(await docket.record(whole))
      errorOf(await docket.perform(whole))
      errorOf(await docket.advise(whole))
    }
  })
})
