import { calendar, plansInForce } from "@banfa/testing/project"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type EmbeddedDocket, type Embedding, embed } from "../../src/docket/index.ts"
import { caseOf } from "../../src/duty/index.ts"
import { type Notice, noticesOf } from "../../src/notice/index.ts"
import type { Message } from "../../src/port/ReadSide.ts"
import { compose, sampleLayer, textOnly } from "../../src/profile/index.ts"
import { subject } from "../../src/project/index.ts"
import { compare } from "../../src/verdict/compare.ts"
import { caseAt } from "../../src/verdict/record.ts"
import { evaluate } from "../../src/verdict/Subject.ts"
import { asked, now, sample } from "../law/Law.ts"
import { of } from "./cases.ts"
import { act, clerk, command, failedWith, inProject, P1, type Sent, upToApproval, value } from "./fixture.ts"

/** A docket with its read side, and so with an outbox. */
const opened = async (options: Partial<Embedding<never>> = {}): Promise<EmbeddedDocket> =>
  value(await embed({ directory: sample, calendar, plansInForce, recorders: [{ id: clerk }], ...options }))

const profile = Result.getOrThrow(compose(textOnly, sampleLayer))

/** What a message tells whom, message by message. */
const told = async (docket: EmbeddedDocket): Promise<ReadonlyArray<readonly [string, ReadonlyArray<Notice>]>> => {
  const all: Array<readonly [string, ReadonlyArray<Notice>]> = []
  for (const message of value(await docket.waiting())) all.push([message.id, value(await docket.notices(message))])
  return all
}
const line = ({ act = "-", instance, kind, norm, to }: Notice): string =>
  `${act} ${kind} ${norm} ${instance} ${to.role} ${to.agency ?? "?"}`
const acts = (notices: ReadonlyArray<Notice>): ReadonlyArray<string> =>
  notices.filter(({ fact }) => fact !== undefined).map(line)

const report = act.reported("2026-07-10", "2026-Q2")
const message = (data: Message["data"], topic = "case/changed"): Message => ({ id: "m", topic, data })

describe("the notices of a message of the outbox", () => {
  it("are those of the facts of its command, and of what they changed", async () => {
    const docket = await opened()
    value(await docket.record(command("c", upToApproval())))
    value(await docket.record(command("d", [report], "2026-07-11T01:00:00Z")))
    const [[, first] = ["", []], [id, second] = ["", []]] = await told(docket)
    expect(id).toBe("d#project/P1")
    expect(second.map(line)).toEqual([
      "ProgressReported report N12.1 quarter/2026-Q2 investment.any drc",
      "ProgressReported copy N12.2 quarter/2026-Q2 info.any info"
    ])
    expect(second.map(({ actor, fact, on }) => [fact, actor, on])).toEqual([
      ["d/1", "company", "2026-07-10"],
      ["d/1", "company", "2026-07-10"]
    ])
    expect(acts(first)).toContain("Approved decision N10.1 application/A1 organ.any health")
    expect(first.map(({ kind }) => kind)).toContain("duty-opened")
  })

  it("are the same whatever was entered since, and however often the message is read", async () => {
    const docket = await opened()
    value(await docket.record(command("c", upToApproval())))
    value(await docket.record(command("d", [report], "2026-07-11T01:00:00Z")))
    const before = await told(docket)
    value(
      await docket.record(
        command(
          "e",
          [{ _tag: "Retracted", on: "2026-09-12", project: P1, of: "d/1", by: "company" }],
          "2026-09-12T01:00:00Z"
        )
      )
    )
    const after = await told(docket)
    expect(after.slice(0, 2)).toEqual(before)
    // by September another informatization authority has taken over from the one that was told
    expect(acts(after[2]?.[1] ?? [])).toEqual([
      "Retracted report N12.1 quarter/2026-Q2 investment.any drc",
      "Retracted copy N12.2 quarter/2026-Q2 info.any info-2"
    ])
  })

  it("are the same when the outbox is made anew from the events", async () => {
    const docket = await opened()
    value(await docket.record(command("c", upToApproval())))
    value(await docket.record(command("d", [report], "2026-07-11T01:00:00Z")))
    const before = await told(docket)
    value(await docket.rebuild())
    expect(await told(docket)).toEqual(before)
  })

  it("are those that the stateless door derives from the same facts", async () => {
    const docket = await opened()
    value(await docket.record(command("c", upToApproval())))
    value(await docket.record(command("d", [report], "2026-07-11T01:00:00Z")))
    const facts = value(await docket.history(inProject())).map(({ fact }) => fact)
    const asOf = "2026-07-11" as CivilDate
    const ctx = asked(asOf, textOnly)
    const state = (entries: typeof facts) => caseAt(subject, P1, entries, asOf, now)
    const said = (entries: typeof facts) => evaluate(subject, state(entries), ctx)
    const fresh = facts.filter(({ id }) => id === "d/1")
    const changes = compare(said(facts.filter(({ id }) => id !== "d/1")), said(facts))
    expect((await told(docket)).at(-1)?.[1]).toEqual(
      noticesOf(caseOf(subject, state(facts)), fresh, changes, ctx, facts)
    )
  })

  it("of a command about several cases are told case by case", async () => {
    const docket = await opened()
    const other = "P2"
    value(
      await docket.record(
        command(
          "c",
          [...upToApproval(), ...upToApproval(other), of.planDrafted(), act.reported("2026-07-10", "2026-Q2", other)],
          "2026-07-11T01:00:00Z"
        )
      )
    )
    const messages = await told(docket)
    expect(messages.map(([id]) => id)).toEqual(["c#project/P1", "c#project/P2", "c#planning/plan-p"])
    for (const [id, notices] of messages)
      for (const one of notices) expect(`c#${one.case.subject}/${one.case.id}`).toBe(id)
    expect(new Set(messages.flatMap(([, notices]) => notices.map(({ id }) => id))).size).toBe(
      messages.flatMap(([, notices]) => notices).length
    )
  })

  it("of a correction are told anew under the entry of the correction", async () => {
    const docket = await opened()
    value(await docket.record(command("c", upToApproval())))
    value(await docket.record(command("d", [report], "2026-07-11T01:00:00Z")))
    const corrected: Sent = { ...report, corrects: "d/1", to: "p-drc" }
    value(await docket.record(command("e", [corrected], "2026-07-12T01:00:00Z")))
    const [, notices = []] = (await told(docket)).at(-1) ?? []
    expect(notices.filter(({ fact }) => fact !== undefined).map((one) => [line(one), one.fact, one.replaces])).toEqual([
      ["ProgressReported report N12.1 quarter/2026-Q2 investment.any p-drc", "e/1", "d/1"],
      ["ProgressReported copy N12.2 quarter/2026-Q2 info.any info", "e/1", "d/1"],
      ["Retracted report N12.1 quarter/2026-Q2 investment.any drc", "e/1", "d/1"]
    ])
  })

  it("name the day by which a copy is in time, where the profile fixes one", async () => {
    const docket = await opened({ profile })
    value(await docket.record(command("c", upToApproval())))
    value(await docket.record(command("d", [report], "2026-07-11T01:00:00Z")))
    const [, notices = []] = (await told(docket)).at(-1) ?? []
    expect(notices.map(({ by, demanded, kind, localTerm }) => [kind, demanded, by, localTerm])).toEqual([
      ["report", true, "2026-07-15", true],
      ["copy", true, "2026-07-15", true]
    ])
  })

  it("of a message of another topic are none", async () => {
    const docket = await opened()
    expect(value(await docket.notices(message({}, "library/started")))).toEqual([])
  })

  it.each([
    ["a command that is not on the record", message({ command: "z", subject: "project", case: P1, changes: [] })],
    ["a subject that is none", message({ command: "c", subject: "parliament", case: P1, changes: [] })],
    ["no case", message({ command: "c", subject: "project", changes: [] })],
    ["no command", message({ subject: "project", case: P1 })],
    ["no message", null as never],
    ["no data", { id: "m", topic: "case/changed" } as never],
    ["no topic", { id: "m", data: {} } as never]
  ])("cannot be told of %s, and that is said in both languages", async (_, given) => {
    const docket = await opened()
    value(await docket.record(command("c", upToApproval())))
    failedWith(await docket.notices(given), "InvalidQuestion")
  })
})

describe("the reminders of a day", () => {
  const ids = async (docket: EmbeddedDocket, asOf: string, leads: ReadonlyArray<number> = [14, 3]) =>
    value(await docket.reminders({ leads }, { asOf }))

  it("are found over all cases, in the index of duties", async () => {
    const docket = await opened({ profile })
    value(await docket.record(command("c", [...upToApproval(), ...upToApproval("P2")])))
    const notices = await ids(docket, "2026-07-02")
    expect(new Set(notices.map((one) => one.case.id))).toEqual(new Set([P1, "P2"]))
    expect(
      notices.filter((one) => one.norm === "N12.1").map((one) => `${one.kind} ${one.instance} ${one.due}`)
    ).toEqual([
      "overdue quarter/2026-Q1 2026-04-15",
      "overdue quarter/2026-Q1 2026-04-15",
      "due-soon quarter/2026-Q2 2026-07-15",
      "due-soon quarter/2026-Q2 2026-07-15"
    ])
  })

  it("are the same every day until the next lead, also of a docket that was opened anew", async () => {
    const told = new Set<string>()
    for (const asOf of ["2026-07-01", "2026-07-05", "2026-07-11", "2026-07-12", "2026-07-15"]) {
      const docket = await opened({ profile })
      value(await docket.record(command("c", upToApproval())))
      for (const { id, instance, norm } of await ids(docket, asOf))
        if (norm === "N12.1" && instance === "quarter/2026-Q2") told.add(id)
    }
    expect(told.size).toBe(2)
  })

  it("are narrowed like a list of duties", async () => {
    const docket = await opened({ profile })
    value(await docket.record(command("c", upToApproval())))
    const all = await ids(docket, "2026-07-02")
    const theirs = value(await docket.reminders({ leads: [14, 3], bearer: "company" }, { asOf: "2026-07-02" }))
    expect(theirs.length).toBeGreaterThan(0)
    expect(theirs.length).toBeLessThan(all.length)
    expect(all).toEqual(expect.arrayContaining([...theirs]))
    expect(
      value(await docket.reminders({ leads: [], norm: "N12.2" }, { asOf: "2026-07-02" })).map(({ kind }) => kind)
    ).toEqual(["overdue"])
  })

  it.each([
    [{}, "leads"],
    [{ leads: "14" }, "leads"],
    [{ leads: [-1] }, "leads.0"],
    [{ leads: [1.5] }, "leads.0"],
    [{ leads: Array.from({ length: 21 }, () => 1) }, "leads"],
    [{ leads: [3], status: ["Overdue"] }, "status"],
    [{ leads: [3], role: "mayor" }, "role"],
    [null, ""]
  ])("asked for as %j are refused in both languages, with the place", async (query, place) => {
    const docket = await opened()
    const { text } = failedWith(await docket.reminders(query as never, { asOf: "2026-07-02" }), "InvalidQuestion")
    expect(text.zh).toContain(place)
  })

  it("are refused for a day that is none", async () => {
    const docket = await opened()
    failedWith(await docket.reminders({ leads: [3] }, { asOf: "2026-02-30" }), "InvalidQuestion")
  })
})
