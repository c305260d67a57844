import { calendar } from "@banfa/testing/project"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { caseAt as complaintAt, subject as complaints } from "../../src/complaint/index.ts"
import type { Compared, EmbeddedDocket } from "../../src/docket/index.ts"
import { type CaseChanges, caseOf, compareCases } from "../../src/duty/index.ts"
import { caseAt as planAt, subject as plans, plansInForce } from "../../src/planning/index.ts"
import { compose, type Layer, sampleLayer, textOnly } from "../../src/profile/index.ts"
import { caseAt as projectAt, subject as projects } from "../../src/project/index.ts"
import { sample } from "../law/Law.ts"
import { of, plan, resource } from "./cases.ts"
import { act, command, docketOver, failedWith, held, inProject, memory, type Store, value } from "./fixture.ts"

const source = { title: { zh: "某市规定（虚构）", en: "Rules of a city (invented)" }, status: "sample" } as const
const layer: Layer = {
  id: "city",
  version: "1",
  title: source.title,
  source,
  readings: { A09: "never" },
  parameters: { "complaint.within": [{ value: 10, source, from: "2026-01-01" as CivilDate }] }
}
const after = Result.getOrThrow(compose(textOnly, layer))
const asOf = "2026-04-30"
const everything = "9999-12-31T23:59:59Z"

const complaint = { subject: "complaint", id: "P1" } as const
const received = {
  _tag: "ComplaintReceived",
  complaint: "P1",
  on: "2026-03-02",
  region: "440100",
  organ: "health",
  by: "health"
}
const departing = { ...act.approved(), planItem: null, deviation: "应急" }
const facts = [
  act.drafted(),
  act.applied(),
  departing,
  received,
  of.planDrafted(),
  of.planImplemented(),
  of.identified()
]
const cases = [inProject(), complaint, plan(), resource()]

/** A docket that reads the plans in force from those that it keeps. */
const keeping = async (store: Store, options: Parameters<typeof docketOver>[1] = {}): Promise<EmbeddedDocket> => {
  const docket = await docketOver(store, { plansInForce: undefined, surroundedBy: ["planning"], ...options })
  value(await docket.record(command("story", facts, "2026-04-10T01:00:00Z")))
  return docket
}
const norms = (rows: ReadonlyArray<CaseChanges>) =>
  rows.map((row) => [row.subject, row.case, row.changes.map(({ norm }) => norm)])

describe("a comparison of cases of the docket", () => {
  it("is that of the stateless door over the same facts, with the plans of the docket around them (arts 9, 21)", async () => {
    const docket = await keeping(memory())
    const [P1, C1, G1] = [
      projectAt(
        "P1",
        value(await docket.history(inProject())).map(({ fact }) => fact),
        asOf as CivilDate,
        everything
      ),
      complaintAt(
        "P1",
        value(await docket.history(complaint)).map(({ fact }) => fact),
        asOf as CivilDate,
        everything
      ),
      planAt(
        "plan-p",
        value(await docket.history(plan())).map(({ fact }) => fact),
        asOf as CivilDate,
        everything
      )
    ]
    const question = { asOf: asOf as CivilDate, directory: sample, calendar, plansInForce: plansInForce([G1], sample) }
    const stateless = compareCases(
      [caseOf(projects, P1), caseOf(complaints, C1), caseOf(plans, G1)],
      { before: textOnly, after },
      question
    )
    const managed = value(await docket.compare([inProject(), complaint, plan()], { after }, { asOf }))
    expect(managed).toEqual(stateless)
    expect(norms(managed.cases)).toEqual([
      ["project", "P1", ["N9.1"]],
      ["complaint", "P1", ["N21.3"]]
    ])
    expect(managed.bySubject.map(({ changes, subject }) => [subject, changes])).toEqual([
      ["complaint", 1],
      ["project", 1]
    ])
  })

  it("sees of the surroundings what the deployment says that its docket keeps, and what was known at the instant asked (art. 9)", async () => {
    const store = memory()
    const docket = await keeping(store)
    const alone = await docketOver(store, { plansInForce: undefined })
    const changed = async (one: EmbeddedDocket, at = {}) =>
      norms(value(await one.compare(cases, { after }, { asOf, ...at })).cases).map(([subject]) => subject)
    expect(await changed(docket)).toEqual(["project", "complaint"])
    expect(await changed(alone)).toEqual(["complaint"])
    expect(await changed(docket, { knownAt: "2026-04-09T00:00:00Z" })).toEqual([])
    expect(await changed(docket, { asOf: "2026-03-01" })).toEqual([])
  })

  it("sets against each other the profile of the deployment and the one asked about, or any two", async () => {
    const store = memory()
    const under = await keeping(store, { profile: after })
    const basis = async (compared: Compared) => {
      const { basis, total } = value(await under.compare(cases, compared, { asOf }))
      return [basis.before.profile, basis.after.profile, total.changes]
    }
    expect(await basis({ after })).toEqual(["city@1", "city@1", 0])
    expect(await basis({ after: textOnly })).toEqual(["city@1", "text-only@1", 2])
    expect(await basis({ before: textOnly, after })).toEqual(["text-only@1", "city@1", 2])
  })

  it("hands over each case that changes where it is asked to, and stores nothing", async () => {
    const store = memory()
    const docket = await keeping(store)
    const before = await held(store)
    const rows: Array<CaseChanges> = []
    const handed = value(await docket.compare(cases, { after, each: (row) => rows.push(row) }, { asOf }))
    expect(handed.cases).toEqual([])
    expect({ ...handed, cases: rows }).toEqual(value(await docket.compare(cases, { after }, { asOf })))
    expect(await held(store)).toEqual(before)
  })

  it("is refused where a profile is none, with what is wrong with it and where", async () => {
    const docket = await keeping(memory())
    const refused = async (compared: unknown) =>
      failedWith(await docket.compare(cases, compared as Compared, { asOf }), "InvalidQuestion").text
    const witless = { ...textOnly, readings: { ...textOnly.readings, A10a: "maybe" } }
    const { en, zh } = await refused({ after: witless })
    expect([en, zh].every((text) => text.includes("after.readings.A10a"))).toBe(true)
    expect((await refused({ before: witless, after })).en).toContain("before.readings.A10a")
    expect((await refused({ after: sampleLayer })).en).toContain("after.localNorms")
    expect((await refused({ after: "text-only" })).en).toContain("malformed: after ")
    for (const odd of [
      undefined,
      null,
      7,
      [],
      {},
      { before: textOnly },
      { after, each: 7 },
      { after, texts: {} },
      textOnly
    ])
      expect((await refused(odd)).en).toContain("{ after: a profile }")
  })
})
