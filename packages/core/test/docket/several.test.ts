import { describe, expect, it } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type CaseRef, describeInspection } from "../../src/docket/index.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { context } from "../../src/verdict/context.ts"
import type { Brought } from "../../src/verdict/Surroundings.ts"
import { sample } from "../law/Law.ts"
import { of, plan, resource } from "./cases.ts"
import {
  act,
  command,
  docketOver,
  errorOf,
  failedWith,
  held,
  inProject,
  memory,
  upToOpinion,
  value
} from "./fixture.ts"
import { meeting } from "./meeting.ts"

const at = "2026-04-01T01:00:00Z"
const asOf = "2026-03-31"
const both = [act.drafted(), of.planDrafted(), of.identified(), act.applied(), of.classified(), of.planImplemented()]

/** Every instrument is in force and every facility in service. */
const established: Brought = { instrumentsInForce: (kind) => [{ id: `${kind}-1`, kind }], inService: () => true }

describe("a plan in the docket", () => {
  it("is judged on what is recorded of it, as of a day and as known at an instant (arts 6, 8)", async () => {
    const docket = await docketOver(memory())
    value(await docket.record(command("c1", [of.planDrafted()], "2025-06-01T01:00:00Z")))
    const { changes } = value(await docket.record(command("c2", [of.planImplemented()], "2025-07-02T01:00:00Z")))
    expect(changes.map((one) => one.case)).toEqual([plan()])
    expect(changes[0]?.changes.map(({ after }) => `${after?.norm} ${after?.status}`)).toContain("N6.2 Breached")
    const said = async (on: string, knownAt?: string) =>
      value(await docket.verdicts(plan(), { asOf: on, knownAt })).verdicts.find(({ norm }) => norm === "N6.2")?.status
    expect(await said("2025-06-30")).not.toBe("Breached")
    expect(await said("2025-07-01", "2025-07-01T01:00:00Z")).not.toBe("Breached")
    expect(await said("2025-07-01")).toBe("Breached")
    const explained = value(await docket.explain(plan(), { norm: "N6.2", instance: "" }, { asOf }))
    expect(explained.article.zh).toBe("第六条")
  })

  it("is performed where the rules allow it, and refused with every reason and no trace where they do not (art. 6)", async () => {
    const store = memory()
    const docket = await docketOver(store)
    const drafted = command("c1", [of.planDrafted()], "2025-06-01T01:00:00Z", "p-info")
    expect(value(await docket.perform(drafted)).advice.outcome).toBe("Allowed")
    const before = await held(store)
    const early = command("c2", [of.planImplemented()], "2025-07-01T01:00:00Z", "p-info")
    const refused = failedWith(await docket.perform(early), "Refused")
    expect(refused.case).toEqual(plan())
    expect(refused.advice).toEqual(value(await docket.advise(early)))
    expect(refused.reasons.map(({ article }) => article?.zh)).toContain("第六条")
    expect(await held(store)).toEqual(before)
    expect(
      value(await docket.history(plan())).map(({ fact, stream, version }) => [stream, version, fact._tag])
    ).toEqual([["planning/plan-p", 1, "PlanDrafted"]])
  })
})

describe("a resource in the docket", () => {
  it("has its duties and its words (arts 22 to 28)", async () => {
    const docket = await docketOver(memory(), established)
    value(await docket.perform(command("c1", [of.identified(), of.classified()], "2026-03-02T01:00:00Z", "health")))
    const { duties } = value(await docket.duties(resource(), { asOf }))
    expect(duties.length).toBeGreaterThan(0)
    const { norm, instance } = duties[0]?.verdict ?? { norm: "", instance: "" }
    expect(value(await docket.explain(resource(), { norm, instance }, { asOf })).norm).toBe(norm)
    const none = failedWith(await docket.explain(resource(), { norm: "N9.1", instance: "" }, { asOf }), "NoSuchVerdict")
    expect([none.case, none.text.zh]).toEqual([resource(), "信息资源 S1 当日没有 N9.1（）的结论。"])
  })

  it("of a record that a host corrects reads as corrected from the entry of the correction on (art. 22)", async () => {
    const docket = await docketOver(memory())
    value(await docket.record(command("c1", [of.identified(), of.classified()], "2026-03-02T01:00:00Z")))
    const right = { ...of.classified(), database: false, corrects: "c1/2" }
    value(await docket.record(command("c2", [right], "2026-03-20T01:00:00Z")))
    value(await docket.record(command("c3", [{ _tag: "Retracted", resource: "S1", on: asOf, of: "c2/1" }], at)))
    const history = value(await docket.history(resource()))
    expect(history.map(({ fact, replacedBy }) => [fact._tag, ...replacedBy])).toEqual([
      ["ResourceIdentified"],
      ["ResourceClassified", "c2/1"],
      ["ResourceClassified", "c3/1"],
      ["Retracted"]
    ])
  })
})

describe("a command about cases of several subjects", () => {
  it("is stored together, and what it changed is told for each case", async () => {
    const store = memory()
    const docket = await docketOver(store)
    const recorded = value(await docket.record(command("all", both)))
    expect(recorded.changes.map((one) => one.case)).toEqual([inProject(), plan(), resource()])
    for (const { changes } of recorded.changes) expect(changes.length).toBeGreaterThan(0)
    expect(recorded.receipt.versions).toEqual([
      { stream: "cases/planning", version: 1 },
      { stream: "project/P1", version: 2 },
      { stream: "planning/plan-p", version: 2 },
      { stream: "resource/S1", version: 2 }
    ])
    const refs: ReadonlyArray<CaseRef> = [inProject(), plan(), resource()]
    for (const ref of refs) expect(value(await docket.history(ref)).map(({ fact }) => fact.seq)).toEqual([1, 2])
    expect((await held(store)).map(({ type }) => type)).toEqual([
      "cases/Listed",
      "project/Drafted",
      "planning/PlanDrafted",
      "resource/ResourceIdentified",
      "project/Applied",
      "resource/ResourceClassified",
      "planning/PlanImplemented"
    ])
  })

  it("is stored all or none: one malformed fact or one id that is taken takes the others with it", async () => {
    const store = memory()
    const docket = await docketOver(store)
    value(await docket.record(command("first", [{ ...of.identified(), id: "taken" }])))
    const before = await held(store)
    failedWith(await docket.record(command("c", [...both, { ...of.classified(), id: "taken" }])), "DuplicateEvent")
    failedWith(await docket.record(command("c", [...both, { ...of.classified(), on: "2026-02-30" }])), "InvalidEvents")
    failedWith(await docket.record(command("c", both, at, "stranger")), "NotARecorder")
    expect(await held(store)).toEqual(before)
    expect(value(await docket.history(plan()))).toEqual([])
  })

  it("is recorded and not performed: acts are performed on one case at a time", async () => {
    const store = memory()
    const docket = await docketOver(store)
    const acts = command("c", [of.planDrafted(), of.identified()])
    expect(failedWith(await docket.perform(acts), "InvalidCommand").text.en).toContain("one case")
    expect(failedWith(await docket.advise(acts), "InvalidCommand").text.zh).toContain("一个案件")
    const namesakes = command("c", [of.planDrafted("P1"), act.drafted()])
    failedWith(await docket.perform(namesakes), "InvalidCommand")
    expect(await held(store)).toEqual([])
  })

  it("that is sent again is done once and answered as the first time, also by a docket that opens later", async () => {
    const store = memory()
    const docket = await docketOver(store)
    const all = command("all", both)
    const first = value(await docket.record(all))
    value(await docket.record(command("more", [of.classified("S1", "2026-03-20"), of.planDrafted("plan-2")])))
    const before = await held(store)
    expect(value(await docket.record(all))).toEqual(first)
    expect(value(await (await docketOver(store)).record(all))).toEqual(first)
    failedWith(await docket.record(command("all", both.slice(1))), "CommandReused")
    failedWith(await docket.record(command("all", [of.identified("S2")])), "CommandReused")
    expect(await held(store)).toEqual(before)
  })

  it("conflicts with another on any of its streams: the one that was beaten decides anew, and nothing is stored in part", async () => {
    const store = memory()
    value(await (await docketOver(store)).record(command("story", [...upToOpinion(), of.identified()])))
    const { conflicts, raced } = meeting(store, 2)
    const [one, other] = [await docketOver(raced), await docketOver(raced)]
    const answers = await Promise.all([
      one.record(command("c1", [of.classified(), act.approved()], at)),
      other.record(command("c2", [of.classified(), of.planDrafted()], at))
    ])
    expect(conflicts).toHaveLength(1)
    expect(conflicts[0]?.moved.map(({ stream }) => stream)).toEqual(["resource/S1"])
    const told = answers.map(value).sort((a, b) => a.receipt.position - b.receipt.position)
    const changed = told.map(({ changes }) => changes.find((c) => c.case.subject === "resource")?.changes.length)
    expect(changed[0]).toBeGreaterThan(0)
    expect(changed[1]).toBe(0)
  })

  it("on two plans that both begin now is listed twice and stored whole", async () => {
    const store = memory()
    const { conflicts, raced } = meeting(store, 2)
    const [one, other] = [await docketOver(raced), await docketOver(raced)]
    await Promise.all([
      one.record(command("c1", [of.planDrafted("a")], at)).then(value),
      other.record(command("c2", [of.planDrafted("b")], at)).then(value)
    ])
    expect(conflicts[0]?.moved.map(({ stream }) => stream)).toEqual(["cases/planning"])
    const listed = (await held(store)).filter(({ stream }) => stream === "cases/planning")
    expect(listed.map(({ data }) => data.id).toSorted()).toEqual(["a", "b"])
  })
})

describe("duties and inspections over cases of all subjects", () => {
  it("are asked for by case, each case once, and say which case each line is about (art. 35)", async () => {
    const docket = await docketOver(memory(), established)
    value(await docket.record(command("all", both)))
    const cases = [resource(), inProject(), plan(), resource()]
    const { rows } = value(await docket.dutyList(cases, {}, { asOf }))
    for (const ref of [resource(), inProject()]) {
      const { duties } = value(await docket.duties(ref, { asOf }))
      const theirs = rows.filter((row) => row.subject === ref.subject && row.case === ref.id)
      expect(theirs.map(({ verdict }) => verdict)).toHaveLength(duties.length)
    }
    const owed = value(await docket.dutyList(cases, { bearer: "health", subject: "resource" }, { asOf })).rows
    expect(owed.length).toBeGreaterThan(0)
    expect(
      owed.every(({ bearers, subject }) => subject === "resource" && bearers.some((b) => b.agency === "health"))
    ).toBe(true)
    const inspected = value(await docket.inspect(cases, {}, { asOf }))
    const { items } = inspected
    expect(items.map((item) => [item.subject, item.case])).toContainEqual(["planning", "plan-p"])
    const words = describeInspection(inspected, context({ asOf: asOf as CivilDate, directory: sample }))
    expect(words.items.map(({ verdicts }) => verdicts[0]?.conclusion.zh)).toEqual(
      expect.arrayContaining([expect.stringContaining("规划")])
    )
    const scoped = value(await docket.inspect(cases, { subject: "project" }, { asOf })).items
    expect(scoped).toEqual(items.filter(({ subject }) => subject === "project"))
    expect(value(await docket.inspect([], {}, { asOf })).items).toEqual([])
  })
})

describe("a case that nobody can name", () => {
  it("is refused as a question, also by a caller without types", async () => {
    const docket = await docketOver(memory())
    const odd = ["P1", undefined, null, 7, {}, { subject: "project" }, { subject: "project", id: 1 }]
    const wrong = [
      ...odd,
      { subject: "toString", id: "P1" },
      { subject: "assessment", id: "X1" },
      { subject: "cases", id: "planning" }
    ]
    for (const one of wrong) {
      const ref = one as CaseRef<"project">
      failedWith(await docket.verdicts(ref, { asOf }), "InvalidQuestion")
      failedWith(await docket.duties(ref, { asOf }), "InvalidQuestion")
      failedWith(await docket.dutyList([ref], {}, { asOf }), "InvalidQuestion")
      failedWith(await docket.inspect([inProject(), ref], {}, { asOf }), "InvalidQuestion")
      failedWith(await docket.compare([ref], { after: textOnly }, { asOf }), "InvalidQuestion")
      failedWith(await docket.next(ref, { asOf }), "InvalidQuestion")
      failedWith(await docket.path(ref, "approved", { asOf }), "InvalidQuestion")
      failedWith(await docket.history(ref), "InvalidQuestion")
      failedWith(await docket.explain(ref, { norm: "N10.1", instance: "" }, { asOf }), "InvalidQuestion")
    }
    failedWith(await docket.inspect("P1" as never, {}, { asOf }), "InvalidQuestion")
  })

  it("is answered that ways are there for cases with steps alone", async () => {
    const docket = await docketOver(memory())
    const ref = { subject: "organ", id: "O1" } as CaseRef as CaseRef<"project">
    const { en, zh } = failedWith(await docket.next(ref, { asOf }), "InvalidQuestion").text
    expect(zh).toContain("有办理步骤的案件")
    expect(en).toContain("project, planning")
    failedWith(await docket.path(ref, "approved", { asOf }), "InvalidQuestion")
  })
})

describe("a fact that is nobody's", () => {
  const findings = async (fact: unknown) => {
    const store = memory()
    const error = errorOf(await (await docketOver(store)).record(command("c", [of.identified(), fact])))
    expect(await held(store)).toEqual([])
    return error._tag === "InvalidEvents" ? error.findings.map(({ index, path }) => [index, path]) : error._tag
  }

  it("is refused with its place where no subject knows its kind", async () => {
    expect(await findings({ ...of.identified(), _tag: "Applauded" })).toEqual([[1, "_tag"]])
    expect(await findings({ ...of.identified(), _tag: "toString" })).toEqual([[1, "_tag"]])
    expect(await findings(7)).toEqual([[1, ""]])
  })

  it("is refused where it does not say which case it is about, or says it in the words of another subject", async () => {
    const { plan: _, ...nameless } = of.planDrafted()
    expect(await findings(nameless)).toEqual([[1, "plan"]])
    expect(await findings({ ...nameless, project: "P1" })).toEqual([
      [1, "project"],
      [1, "plan"]
    ])
    const retraction = { _tag: "Retracted", on: "2026-03-31", of: "c/1" }
    expect(await findings(retraction)).toEqual([[1, ""]])
    expect(await findings({ ...retraction, resource: "S1", plan: "plan-p" })).toEqual([[1, "resource"]])
    expect(await findings({ ...retraction, resource: "" })).toEqual([[1, "resource"]])
  })
})

describe("ids that look like something else", () => {
  const ids = [
    "P1",
    "P1/2",
    "/",
    "a/b",
    "project/P1",
    "../P1",
    "planning",
    "cases/planning",
    "__proto__",
    "项目 一",
    "P1 "
  ]

  it("never make one case's facts another's, in whichever subject", async () => {
    const docket = await docketOver(memory())
    const facts = ids.flatMap((id) => [
      act.drafted("2026-03-02", id),
      of.planDrafted(id),
      of.identified(id),
      { _tag: "AssessmentPlanned", on: "2026-03-11", project: id, assessment: `${id}/X`, type: "ex-ante", by: "info" }
    ])
    value(await docket.record(command("all", facts)))
    for (const id of ids) {
      const kinds = async (ref: CaseRef) => value(await docket.history(ref)).map(({ fact }) => fact._tag)
      expect(await kinds(inProject(id))).toEqual(["Drafted", "AssessmentPlanned"])
      expect(await kinds(plan(id))).toEqual(["PlanDrafted"])
      expect(await kinds(resource(id))).toEqual(["ResourceIdentified"])
    }
    expect(value(await docket.history(resource("P1/")))).toEqual([])
  })

  it("are refused where they are too long for the stream of their case, and nothing is stored", async () => {
    const store = memory()
    const docket = await docketOver(store)
    const id = "P".repeat(190)
    value(await docket.record(command("c1", [act.drafted("2026-03-02", id)])))
    const before = await held(store)
    const assessment = { _tag: "AssessmentPlanned", on: "2026-03-11", project: "P1", assessment: id, type: "ex-ante" }
    const error = failedWith(await docket.record(command("c2", [of.planDrafted("x"), assessment])), "InvalidEvents")
    expect(error.findings.map(({ index, path }) => [index, path])).toEqual([[1, "assessment"]])
    expect(await held(store)).toEqual(before)
  })
})
