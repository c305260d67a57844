import { describe, expect, test } from "vitest"
import { inquire } from "../../src/organ/explain.ts"
import { context, type Event, fold, subject } from "../../src/organ/index.ts"
import type { Verdict } from "../../src/verdict/Verdict.ts"
import { sample } from "../law/Law.ts"
import { advised, fact, inRecordOf, line, recorded, said } from "./story.ts"

const ofProvince = inRecordOf("p-info")
const opened = ofProvince("OrganRecorded", "2026-01-05", { region: "440000", by: "p-info" })
const guided = ofProvince("OrganCoordinated", "2026-03-01", { text: "全省工作指导意见", by: "p-info" })
const at = (...more: ReadonlyArray<Event>): string => line("N3.3", [opened, ...more], "2026-06-01")

describe("coordination and guidance of the whole province (art. 3)", () => {
  test("is for a person to judge, and the last of what is on record is shown (art. 3)", () => {
    expect(at()).toBe("Undetermined judgement declared-judgement")
    expect(at(guided)).toBe("Undetermined judgement declared-judgement")
    const later = { ...guided, id: "later", on: "2026-04-01" } as Event
    expect(said("N3.3", [opened, guided, later], "2026-06-01")[0]?.act?.ref).toBe("later")
    expect(said("N3.3", [opened, guided, later], "2026-03-15")[0]?.act?.ref).toBe(guided.id)
  })
  test("needs no other department: the sentence says 会同 of plan and standards alone (art. 3)", () => {
    expect(at({ ...guided, with: [] })).toBe("Undetermined judgement declared-judgement")
    expect(said("N3.3", [opened, { ...guided, with: [] }], "2026-06-01")[0]?.act?.ref).toBe(guided.id)
  })
  test("what was judged is handed on, and found by the level that inspects the authority (arts 3, 35)", () => {
    const judged = (outcome: "fulfilled" | "not-fulfilled", by: string): Event =>
      ofProvince("Judged", "2026-05-01", { norm: "N3.3", instance: "", outcome, reason: "检查", by })
    expect(at(guided, judged("fulfilled", "p-supervisor"))).toBe("Fulfilled judged")
    expect(at(guided, judged("not-fulfilled", "p-supervisor"))).toBe("Breached judged")
    expect(at(guided, judged("not-fulfilled", "supervisor"))).toBe("Undetermined judgement declared-judgement")
  })
  test("binds the provincial informatization authority alone (art. 3)", () => {
    expect(line("N3.3", [recorded], "2026-06-01")).toBe("")
    const finance = inRecordOf("p-fin")("OrganRecorded", "2026-01-05", { region: "440000", by: "p-fin" })
    expect(line("N3.3", [finance], "2026-06-01")).toBe("")
    const city = inRecordOf("info")("OrganRecorded", "2026-01-05", { region: "440100", by: "info" })
    expect(line("N3.3", [city], "2026-06-01")).toBe("")
    expect(line("N3.3", [guided], "2026-06-01")).toBe("")
  })
  test("of an agency that the directory does not know nobody knows whether it is the authority (art. 3)", () => {
    const unheard = inRecordOf("unheard-of")("OrganRecorded", "2026-01-05", { region: "440000", by: "unheard-of" })
    expect(line("N3.3", [unheard], "2026-06-01")).toBe("Undetermined office")
    const ctx = context({ asOf: unheard.on, directory: sample })
    const o = fold("unheard-of", [unheard])
    const [v] = said("N3.3", [unheard], "2026-06-01")
    expect(inquire(o, v as Verdict, ctx)?.answers.map(({ conclusion }) => conclusion.en)).toEqual([
      expect.stringMatching(/undetermined.*recorded judgement/iu),
      expect.stringMatching(/not applicable/iu)
    ])
    expect(subject.bearers(v as Verdict, o, ctx)).toEqual([{ role: "info.provincial", agency: undefined }])
  })
  test("is an act of the authority on its own record (art. 3)", () => {
    expect(advised([opened], guided).outcome).toBe("Allowed")
    expect(advised([opened], { ...guided, by: "p-fin" }).outcome).toBe("Denied")
    expect(advised([recorded], fact("OrganCoordinated", "2026-03-01", { by: "health" })).outcome).toBe("Denied")
    const { by: _, ...nobody } = guided
    expect(advised([opened], nobody as Event).outcome).toBe("Undetermined")
  })
  test("what was done before the Measures shows nothing (arts 3, 36)", () => {
    const early = { ...guided, on: "2005-02-03" } as Event
    expect(said("N3.3", [opened, early], "2026-06-01")[0]?.act).toBeUndefined()
    const first = { ...guided, on: "2005-02-04" } as Event
    expect(said("N3.3", [opened, first], "2026-06-01")[0]?.act?.ref).toBe(guided.id)
  })
})
