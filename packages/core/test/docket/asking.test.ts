import { describe, expect, it } from "vitest"
import { textOnly } from "../../src/profile/Profile.ts"
import type { Event } from "../../src/project/index.ts"
import { act, clerk, command, docketOver, failedWith, inProject, memory, P1, upToOpinion, value } from "./fixture.ts"

/** Approved without an assessment: facts are never refused. */
const story = [...upToOpinion(), act.approved()]

const entered = async () => {
  const docket = await docketOver(memory())
  for (const [i, fact] of story.entries()) {
    value(await docket.record(command(`c${i + 1}`, [fact], `${fact.on}T10:00:00Z`)))
  }
  return docket
}

const told = (
  verdicts: ReadonlyArray<{ readonly norm: string; readonly instance: string; readonly status: string }>
): ReadonlyArray<string> => verdicts.map(({ instance, norm, status }) => `${norm} ${instance} ${status}`)

/** What is said once the record is opened, whatever the day: nobody stated what kind of work it is, but an organ answers for it. */
const reach = ["N2.1  Undetermined", "N2.2  Undetermined"]
const answeredFor = "N4.4  Fulfilled"
const inForce = "N36.1  Undetermined"

describe("a question about a project", () => {
  it("is answered as of the day asked: what happens later is not seen", async () => {
    const docket = await entered()
    const on = async (asOf: string) => told(value(await docket.verdicts(inProject(), { asOf })).verdicts)
    expect(await on("2026-03-09")).toEqual([...reach, answeredFor, inForce])
    const unassessed = ["N31.2 application/A1 Overdue", "N31.3 application/A1 Pending"]
    expect(await on("2026-03-11")).toEqual([
      ...reach,
      answeredFor,
      "N10.1 application/A1 Pending",
      ...unassessed,
      inForce
    ])
    expect(await on("2026-03-12")).toEqual([
      ...reach,
      answeredFor,
      "N10.1 application/A1 Fulfilled",
      "N10.3 request/R1 DueUnspecified",
      ...unassessed,
      inForce
    ])
    // Whether the implementation is supervised (N4.3) a person judges, once the project is approved.
    expect(await on("2026-03-30")).toEqual([
      ...reach,
      "N4.3  Undetermined",
      answeredFor,
      "N9.1 application/A1 Fulfilled",
      "N9.2 application/A1 Undetermined",
      "N10.1 application/A1 Fulfilled",
      "N10.2 application/A1 Fulfilled",
      "N10.3 request/R1 Fulfilled",
      "N11.1  DueUnspecified",
      "N12.1 quarter/2026-Q1 Pending",
      "N12.2 quarter/2026-Q1 Pending",
      "N14.1 application/A1 Undetermined",
      "N18.1 application/A1 Undetermined",
      "N31.2 application/A1 Breached",
      "N31.3 application/A1 NotApplicable",
      inForce
    ])
  })

  it("is answered as known at the instant asked: what was entered later is not seen, to the millisecond", async () => {
    const docket = await entered()
    const known = async (knownAt: string) =>
      told(value(await docket.verdicts(inProject(), { asOf: "2026-03-31", knownAt })).verdicts)
    expect(await known("2026-03-12T09:59:59Z")).toContain("N10.1 application/A1 Pending")
    expect(await known("2026-03-12T09:59:59.999Z")).toContain("N10.1 application/A1 Pending")
    expect(await known("2026-03-12T10:00:00Z")).toContain("N10.1 application/A1 Fulfilled")
    expect(await known("2026-03-12T10:00:00.000Z")).toContain("N10.1 application/A1 Fulfilled")
  })

  it("about duties tells who owes what at that moment, and until when waiting changes nothing (art. 10)", async () => {
    const docket = await entered()
    const { duties, quietUntil } = value(await docket.duties(inProject(), { asOf: "2026-03-12" }))
    expect(duties.map(({ bearers, verdict }) => [verdict.norm, bearers])).toEqual([
      ["N10.3", [{ role: "info.any", agency: "info" }]],
      ["N31.2", [{ role: "organ.any", agency: "health" }]],
      ["N31.3", [{ role: "info.any", agency: "info" }]]
    ])
    expect(quietUntil).toBeUndefined()
    const later = value(await docket.duties(inProject(), { asOf: "2026-03-30", knownAt: "2026-03-12T10:00:00Z" }))
    expect(told(later.duties.map(({ verdict }) => verdict))).toContain("N10.3 request/R1 DueUnspecified")
    expect(value(await docket.duties(inProject(), { asOf: "2026-03-30" })).quietUntil).toBe("2026-03-31")
  })

  it("about what comes next is answered with acts and with whoever may do them (art. 10)", async () => {
    const docket = await entered()
    const next = value(await docket.next(inProject(), { asOf: "2026-03-25" }))
    const approval = next.find(({ kind }) => kind === "Approved")
    expect(approval?.who).toEqual([{ role: "investment.any", agency: "drc" }])
  })

  it("about the way to a position is answered with lawful steps, or with what is missing (arts 10, 31)", async () => {
    const docket = await entered()
    const way = value(await docket.path(inProject(), "constructing", { asOf: "2026-03-25" }))
    expect(way._tag === "Found" && way.steps.map(({ act }) => `${act._tag} by ${act.by}`)).toEqual([
      "AssessmentPlanned by info",
      "AssessmentCommissioned by info",
      "AssessmentStarted by info",
      "AssessmentReported by …",
      "AssessmentIssued by info",
      "Approved by drc",
      "ConstructionStarted by health"
    ])
    expect(value(await docket.path(inProject("P9"), "approved", { asOf: "2026-03-25" }))).toMatchObject({
      _tag: "None",
      lacks: [
        { _tag: "Fact", missing: "organ" },
        { _tag: "Fact", missing: "region" }
      ]
    })
  })

  it("about one verdict is explained as of the same day and instant, in both languages (art. 10)", async () => {
    const docket = await entered()
    const verdict = { norm: "N10.1", instance: "application/A1" }
    const pending = value(
      await docket.explain(inProject(), verdict, { asOf: "2026-03-31", knownAt: "2026-03-11T00:00:00Z" })
    )
    const fulfilled = value(await docket.explain(inProject(), verdict, { asOf: "2026-03-31" }))
    expect([pending.quote.zh, pending.article.zh]).toEqual([fulfilled.quote.zh, "第十条"])
    expect(pending.conclusion.zh).not.toBe(fulfilled.conclusion.zh)
    expect(fulfilled.conclusion.en).toMatch(/fulfilled/iu)
  })

  it("about a verdict that nobody gives says that there is none", async () => {
    const docket = await entered()
    for (const verdict of [
      { norm: "N10.1", instance: "application/A2" },
      { norm: "N99.9", instance: "" },
      { norm: "toString", instance: "__proto__" }
    ]) {
      const error = failedWith(await docket.explain(inProject(), verdict, { asOf: "2026-03-31" }), "NoSuchVerdict")
      expect(error.text.zh).toContain(verdict.norm)
    }
    failedWith(
      await docket.explain(inProject(), { norm: "N10.1", instance: "application/A1" }, { asOf: "2026-03-09" }),
      "NoSuchVerdict"
    )
  })

  it("about a project of which nothing was ever said has nothing in its answer", async () => {
    const docket = await entered()
    for (const project of ["P2", "", "../P1", "项目"]) {
      expect(value(await docket.verdicts(inProject(project), { asOf: "2026-03-31" })).verdicts).toEqual([])
      expect(value(await docket.history(inProject(project)))).toEqual([])
    }
  })

  it.each([
    { asOf: "2026-02-30" },
    { asOf: "" },
    { asOf: "2026-03-01T00:00:00Z" },
    { asOf: "2026-03-01", knownAt: "2026-03-01" },
    { asOf: "2026-03-01", knownAt: "2026-13-01T00:00:00Z" }
  ])("that names no moment is refused: $asOf $knownAt", async (at) => {
    const docket = await entered()
    failedWith(await docket.verdicts(inProject(), at), "InvalidQuestion")
    failedWith(await docket.duties(inProject(), at), "InvalidQuestion")
    failedWith(await docket.compare([inProject()], { after: textOnly }, at), "InvalidQuestion")
    failedWith(await docket.next(inProject(), at), "InvalidQuestion")
    failedWith(await docket.path(inProject(), "approved", at), "InvalidQuestion")
    failedWith(await docket.explain(inProject(), { norm: "N10.1", instance: "" }, at), "InvalidQuestion")
    if (at.knownAt !== undefined) failedWith(await docket.history(inProject(), at.knownAt), "InvalidQuestion")
  })
})

describe("the history of a project", () => {
  const corrected = async () => {
    const docket = await entered()
    const right = { ...act.approved("2026-03-31"), corrects: "c5/1" }
    value(await docket.record(command("right", [right], "2026-04-10T01:00:00Z")))
    const retraction = { _tag: "Retracted", project: P1, on: "2026-04-20", of: "right/1" }
    value(await docket.record(command("void", [retraction], "2026-04-20T01:00:00Z")))
    return docket
  }

  it("keeps everything in the order of entry, each with its place, its command and who entered it", async () => {
    const history = value(await (await entered()).history(inProject()))
    expect(history.map(({ command, fact, position, version }) => [version, position, command, fact._tag])).toEqual([
      [1, 1, "c1", "Drafted"],
      [2, 2, "c2", "Applied"],
      [3, 3, "c3", "OpinionRequested"],
      [4, 4, "c4", "OpinionGiven"],
      [5, 5, "c5", "Approved"]
    ])
    expect(history[4]?.fact).toEqual({
      ...act.approved(),
      id: "c5/1",
      recordedAt: "2026-03-30T10:00:00Z",
      recordedBy: clerk,
      seq: 5
    })
  })

  it("shows what a correction and a retraction replaced, and only what was known then", async () => {
    const docket = await corrected()
    const replaced = async (knownAt?: string) =>
      value(await docket.history(inProject(), knownAt)).map(({ fact, replacedBy }) => [fact.id, ...replacedBy])
    expect((await replaced()).slice(4)).toEqual([["c5/1", "right/1"], ["right/1", "void/1"], ["void/1"]])
    expect((await replaced("2026-04-10T01:00:00Z")).slice(4)).toEqual([["c5/1", "right/1"], ["right/1"]])
    expect((await replaced("2026-04-09T23:59:59Z")).slice(4)).toEqual([["c5/1"]])
  })

  it("is what verdicts rest on: corrected from its entry on, and as first stated once the correction is retracted", async () => {
    const docket = await corrected()
    const approvedOn = async (knownAt: string) =>
      value(await docket.verdicts(inProject(), { asOf: "2026-04-30", knownAt })).verdicts.find((v) => v.norm === "N9.1")
        ?.trigger?.on
    expect(await approvedOn("2026-04-09T00:00:00Z")).toBe("2026-03-30")
    expect(await approvedOn("2026-04-11T00:00:00Z")).toBe("2026-03-31")
    expect(await approvedOn("2026-04-21T00:00:00Z")).toBe("2026-03-30")
  })

  it("tells a host that a retraction is recorded, not performed", async () => {
    const docket = await entered()
    const retraction = { _tag: "Retracted", project: P1, on: "2026-04-20", of: "c5/1", by: "drc" }
    const refused = failedWith(
      await docket.perform(command("void", [retraction], "2026-04-20T01:00:00Z", "drc")),
      "Refused"
    )
    expect(refused.advice.outcome).toBe("NotEntitled")
    const { changes } = value(await docket.record(command("void", [retraction], "2026-04-20T01:00:00Z")))
    expect(changes[0]?.changes.some(({ after, before }) => before?.norm === "N12.1" && after === undefined)).toBe(true)
  })

  it("holds facts that fold to the same case as they did for the verdicts", async () => {
    const docket = await corrected()
    const facts: ReadonlyArray<Event> = value(await docket.history(inProject())).map(({ fact }) => fact)
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
    expect(facts.every(({ project, seq }, i) => project === P1 && seq === i + 1)).toBe(true)
  })
})
