import { describe, expect, test } from "vitest"
import { advised, drafted, fact, issued, read } from "./story.ts"

const reasons = ({ reasons: all }: ReturnType<typeof advised>) =>
  all.map((r) => [r._tag, r.outcome, r._tag === "Norm" ? r.verdict.norm : ""])

describe("issuing an instrument", () => {
  test("by the provincial authority together with departments is allowed (arts 3, 19, 23)", () => {
    const { outcome, reasons } = advised([drafted("security-norms")], issued({ with: ["p-police"] }))
    expect([outcome, reasons]).toEqual(["Allowed", []])
  })

  test("by anybody else is denied: who may act, and how it would be issued (arts 3, 19, 23, 34)", () => {
    expect(reasons(advised([drafted("security-norms")], issued({ by: "info", with: ["p-police"] })))).toEqual([
      ["Competence", "Denied", ""],
      ["Norm", "Denied", "N19.3"]
    ])
  })

  test("without one of the four is denied, with nobody stated it cannot be told (art. 34)", () => {
    const story = [drafted("assessment-standards")]
    expect(advised(story, issued({ with: ["p-drc", "p-fin", "p-audit"] })).outcome).toBe("Denied")
    expect(advised(story, issued()).outcome).toBe("Undetermined")
  })

  test("each guard speaks of its own kind of instrument alone (arts 3, 19, 23, 34)", () => {
    const answer = advised([drafted("exchange-catalogue")], issued({ with: [] }))
    expect(reasons(answer)).toEqual([["Norm", "Denied", "N23.2"]])
  })

  test("an agreement read as a contract of a pair may be made by an organ (arts 23, 28, A28c)", () => {
    const story = [drafted("exchange-agreement", { region: "440100", organ: "health", by: "health" })]
    const act = issued({ by: "health", with: ["p-police"] })
    expect(advised(story, act).outcome).toBe("Denied")
    expect(advised(story, act, read("A28c", "bilateral")).outcome).toBe("Allowed")
    expect(advised(story, { ...act, by: "stranger" }, read("A28c", "bilateral")).outcome).toBe("Denied")
  })

  test("of a national standard no sentence says who may issue it (art. 14)", () => {
    const story = [drafted("exchange-standards", { level: "national" })]
    expect(advised(story, issued({ by: "stranger" })).outcome).toBe("Allowed")
  })
})

describe("the other acts on an instrument", () => {
  test("one that was never issued neither takes effect, nor is it replaced or repealed (arts 3, 19, 23, 34)", () => {
    for (const tag of ["InstrumentTookEffect", "InstrumentReplaced", "InstrumentRepealed"] as const)
      expect(advised([drafted("standards")], fact(tag, "2026-03-01", { by: "p-info" })).outcome, tag).toBe("OutOfOrder")
    const story = [drafted("standards"), issued({ with: ["p-police"] })]
    expect(advised(story, fact("InstrumentTookEffect", "2026-03-02", { by: "p-info" })).outcome).toBe("Allowed")
    expect(advised(story, fact("InstrumentTookEffect", "2026-03-01", { by: "p-info" })).outcome).toBe("OutOfOrder")
  })

  test("a record that is not complete does not make them out of order (art. 34)", () => {
    const taken = fact("InstrumentTakenOver", "2026-01-05", {
      kind: "standards",
      region: "440000",
      organ: "p-info",
      coverage: {}
    })
    expect(advised([taken], fact("InstrumentRepealed", "2026-03-01", { by: "p-info" })).outcome).toBe(
      "AllowedWithNotice"
    )
  })

  test("whoever drafts without being an authority or an organ is told so, and retracting is no act (art. 4)", () => {
    expect(advised([], drafted("standards")).outcome).toBe("Allowed")
    expect(advised([], drafted("standards", { by: "p-police" })).outcome).toBe("Allowed")
    expect(advised([], drafted("standards", { by: "stranger" })).outcome).toBe("AllowedWithNotice")
    const story = [drafted("standards")]
    const gone = fact("Retracted", "2026-02-01", { of: "InstrumentDrafted-2026-01-05", by: "p-info" })
    expect(advised(story, gone).outcome).toBe("NotEntitled")
  })

  test("whoever inspects may judge (art. 35)", () => {
    const judged = (by: string) =>
      fact("Judged", "2026-03-01", { norm: "N3.2", instance: "", outcome: "fulfilled", reason: "检查记录", by })
    expect(advised([drafted("standards")], judged("p-supervisor")).outcome).toBe("Allowed")
    expect(advised([drafted("standards")], judged("p-info")).outcome).toBe("Denied")
  })
})
