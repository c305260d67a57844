import { describe, expect, it } from "vitest"
import { type Notice, noticesOf } from "../../src/notice/index.ts"
import { compare } from "../../src/verdict/compare.ts"
import { caseAt } from "../../src/verdict/record.ts"
import { evaluate } from "../../src/verdict/Subject.ts"
import { now } from "../law/Law.ts"
import { subjects } from "../law/province.ts"
import { running } from "./examples/projects.ts"
import { caseWith, type Entry, lineOf, onDay, recorded, type Said } from "./telling.ts"

const reported: Said = [
  "ProgressReported",
  "2026-04-08",
  { period: "2026-Q1", to: "drc", amount: "10.00", by: "company" }
]
const record = recorded("project", "C1", [...running, reported])
const report = record.at(-1) as Entry

const entry = (id: string, particulars: object, on = "2026-04-20"): Entry => ({
  ...report,
  id,
  seq: 90,
  recordedAt: `${on}T01:00:00Z`,
  ...particulars
})
const takenBack = (id: string, of: string, on = "2026-04-20"): Entry =>
  ({ _tag: "Retracted", id, project: "C1", on, recordedAt: `${on}T01:00:00Z`, by: "company", of }) as unknown as Entry

/** Whom facts tell what that are entered together on a case after others; both are on the record. */
const telling = (before: ReadonlyArray<Entry>, ...facts: ReadonlyArray<Entry>): ReadonlyArray<Notice> => {
  const all = [...before, ...facts]
  const ctx = onDay(facts.at(-1)?.recordedAt.slice(0, 10) ?? "")
  return noticesOf(caseWith("project", "C1", all, ctx), facts, [], ctx, all)
}
const said = (notices: ReadonlyArray<Notice>): ReadonlyArray<string> =>
  notices.map((one) => `${one.act} ${one.fact} ${one.replaces ?? "-"}: ${lineOf(one)}`)

describe("what was corrected or taken back", () => {
  it("a correction is told anew, under its own entry, and names the one whose place it takes", () => {
    expect(said(telling(record, entry("fix", { corrects: report.id, amount: "12.00" })))).toEqual([
      `ProgressReported fix ${report.id}: report N12.1 quarter/2026-Q1 investment.any drc demanded`,
      `ProgressReported fix ${report.id}: copy N12.2 quarter/2026-Q1 info.any info demanded`
    ])
  })

  it("whoever was told and is no longer addressed after a correction is told that it stands no longer", () => {
    expect(said(telling(record, entry("fix", { corrects: report.id, to: "p-drc" })))).toEqual([
      `ProgressReported fix ${report.id}: report N12.1 quarter/2026-Q1 investment.any p-drc demanded`,
      `ProgressReported fix ${report.id}: copy N12.2 quarter/2026-Q1 info.any info demanded`,
      `Retracted fix ${report.id}: report N12.1 quarter/2026-Q1 investment.any drc`
    ])
  })

  it("a retraction is told to whom the entry was told that it takes back, and nobody demands that", () => {
    expect(said(telling(record, takenBack("back", report.id)))).toEqual([
      `Retracted back ${report.id}: report N12.1 quarter/2026-Q1 investment.any drc`,
      `Retracted back ${report.id}: copy N12.2 quarter/2026-Q1 info.any info`
    ])
  })

  it("whoever takes an entry back is not told of that", () => {
    expect(said(telling(record, { ...takenBack("back", report.id), by: "drc" }))).toEqual([
      `Retracted back ${report.id}: copy N12.2 quarter/2026-Q1 info.any info`
    ])
  })

  it("a retraction that is taken back makes the entry stand again, and that is told as the entry was", () => {
    const gone = [...record, takenBack("back", report.id)]
    expect(said(telling(gone, takenBack("again", "back", "2026-04-21")))).toEqual([
      "ProgressReported again back: report N12.1 quarter/2026-Q1 investment.any drc demanded",
      "ProgressReported again back: copy N12.2 quarter/2026-Q1 info.any info demanded"
    ])
  })

  it("a correction that is taken back makes the entry before it stand again", () => {
    const fixed = [...record, entry("fix", { corrects: report.id, to: "p-drc" })]
    expect(said(telling(fixed, takenBack("back", "fix", "2026-04-21")))).toEqual([
      "ProgressReported back fix: report N12.1 quarter/2026-Q1 investment.any drc demanded",
      "ProgressReported back fix: copy N12.2 quarter/2026-Q1 info.any info demanded",
      "Retracted back fix: report N12.1 quarter/2026-Q1 investment.any p-drc"
    ])
  })

  it("what is entered and taken back together tells nobody", () => {
    const before = record.slice(0, -1)
    expect(telling(before, report, takenBack("back", report.id))).toEqual([])
  })

  it("what takes back an entry that nobody knows, or one that stood no longer, tells nobody", () => {
    expect(telling(record, takenBack("back", "nowhere"))).toEqual([])
    const gone = [...record, takenBack("back", report.id)]
    expect(telling(gone, takenBack("more", report.id, "2026-04-21"))).toEqual([])
  })

  it("entries that take each other back in a circle tell nobody and end", () => {
    expect(telling(record, takenBack("a", "b"), takenBack("b", "a"))).toEqual([])
  })

  it("without the record a retraction is known to concern nobody", () => {
    const ctx = onDay("2026-04-20")
    const back = takenBack("back", report.id)
    expect(noticesOf(caseWith("project", "C1", [...record, back], ctx), [back], [], ctx)).toEqual([])
  })
})

/** Whom a command tells how things stand since. */
const since = (before: ReadonlyArray<Entry>, facts: ReadonlyArray<Entry>, asOf: string): ReadonlyArray<Notice> => {
  const ctx = onDay(asOf)
  const subject = subjects.project
  const says = (entries: ReadonlyArray<Entry>) =>
    evaluate(subject, caseAt(subject, "C1", entries as never, ctx.asOf, now), ctx)
  const all = [...before, ...facts]
  const changes = compare(says(before), says(all))
  return noticesOf(caseWith("project", "C1", all, ctx), facts, changes, ctx, all).filter(
    ({ fact }) => fact === undefined
  )
}
const standing = (notices: ReadonlyArray<Notice>): ReadonlyArray<string> =>
  notices.map((one) => `${lineOf(one)} ${one.status} ${one.due ?? "-"}`)

describe("how things stand since", () => {
  it("an application opens duties of the organ and of the authorities, and each of them is told of its own", () => {
    const all = recorded("project", "C1", running)
    expect(standing(since(all.slice(0, 1), all.slice(1, 2), "2026-03-10"))).toEqual([
      "duty-opened N10.1 application/A1 investment.any drc Pending -",
      "duty-opened N31.2 application/A1 organ.any health Pending 2026-03-10",
      "duty-opened N31.3 application/A1 info.any info Pending -"
    ])
  })

  it("a duty that goes on is not opened again, and one that ended tells nobody", () => {
    const all = recorded("project", "C1", [...running, reported])
    expect(
      since(all.slice(0, -1), all.slice(-1), "2026-04-08").map(({ kind, norm }) => `${kind} ${norm}`)
    ).not.toContain("duty-opened N12.1")
  })

  it("what is not as provided since is a finding for whoever bears it", () => {
    const decided: Said = ["Approved", "2026-03-30", { application: "A1", builder: "company", by: "drc" }]
    const all = recorded("project", "C1", [...running.slice(0, 2), decided])
    const found = standing(since(all.slice(0, -1), all.slice(-1), "2026-03-30")).filter((one) =>
      one.startsWith("finding")
    )
    expect(found).toEqual([
      "finding N10.1 application/A1 investment.any drc Breached -",
      "finding N31.2 application/A1 organ.any health Breached -"
    ])
  })

  it("a duty that opens again at another time is told again", () => {
    const ofReport = (notices: ReadonlyArray<Notice>) => notices.filter(({ norm }) => norm === "N12.1")
    const back = takenBack("back", report.id)
    const second = entry("second", {}, "2026-04-21")
    const first = ofReport(since(record, [back], "2026-04-20"))
    const again = ofReport(
      since([...record, back, second], [takenBack("back-2", "second", "2026-04-25")], "2026-04-25")
    )
    expect([standing(first), standing(again)]).toEqual([
      ["duty-opened N12.1 quarter/2026-Q1 builder company DueUnspecified -"],
      ["duty-opened N12.1 quarter/2026-Q1 builder company DueUnspecified -"]
    ])
    expect(first[0]?.id).not.toBe(again[0]?.id)
  })

  it("the order in which facts and changes are handed in makes no difference", () => {
    const ctx = onDay("2026-04-08")
    const all = recorded("project", "C1", [...running, reported])
    const one = caseWith("project", "C1", all, ctx)
    const changes = compare(
      [],
      one.duties(ctx).duties.map(({ verdict }) => verdict)
    )
    const told = noticesOf(one, all, changes, ctx, all)
    expect(noticesOf(one, all.toReversed(), changes.toReversed(), ctx, all.toReversed())).toEqual(told)
    expect(told.length).toBeGreaterThan(5)
  })
})
