import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import { type Event, subject, verdicts } from "../../src/standard/index.ts"
import { ruling } from "../../src/verdict/ruling.ts"
import { asked, drafted, fact, issued, says, told } from "./story.ts"

describe("the record of an instrument", () => {
  test("keeps what people judged (arts 4, 35)", () => {
    const judged = { norm: "N3.2", instance: "", outcome: "fulfilled", reason: "检查记录", by: "p-supervisor" } as const
    const x = told(drafted("standards"), fact("Judged", "2026-03-05", judged))
    expect(x.judgements).toMatchObject([{ ...judged, id: "Judged-2026-03-05", on: "2026-03-05" }])
  })

  test("that is complete from the drafting on tells that it was not issued, though it was taken over later (arts 3, 36)", () => {
    const taken = (issue: string) =>
      fact("InstrumentTakenOver", "2026-02-01", {
        kind: "standards",
        region: "440000",
        organ: "p-info",
        coverage: { issue: issue as CivilDate }
      })
    expect(says([drafted("standards"), taken("2026-01-05")], "N3.2")).toBe("DueUnspecified")
    expect(says([drafted("standards"), taken("2026-01-06")], "N3.2")).toBe("Undetermined issue")
    expect(says([taken("2026-01-05")], "N3.2")).toBe("Undetermined issue")
  })

  test("a standard of which it is said that it is of no level is province-wide as one of which nothing is said (art. 3)", () => {
    for (const level of [undefined, null, "n/a"] as const) {
      const more = level === undefined ? {} : { level }
      expect(says([drafted("standards", more), issued({ with: ["p-police"] })], "N3.2"), String(level)).toBe(
        "Fulfilled"
      )
    }
  })
})

describe("who bears what is said of an instrument", () => {
  const local = {
    id: "local:sample" as const,
    subject: "standard",
    summary: { zh: "示例", en: "a sample" },
    quote: { zh: "示例", en: "a sample" },
    bearer: ["info.any"] as const,
    source: sampleLayer.source,
    from: "2010-01-01" as CivilDate,
    evaluate: () => [{ instance: "", ruling: ruling("Fulfilled") }]
  }
  const bearers = (norm: string, ...story: ReadonlyArray<Event>) => {
    const x = told(...story)
    const ctx = asked("2026-05-01", { ...textOnly, localNorms: [local] })
    const found = verdicts(x, ctx).verdicts.find((v) => v.norm === norm)
    return found === undefined ? [] : subject.bearers(found, x, ctx)
  }
  const agreement = drafted("exchange-agreement", { region: "440100", organ: "health", by: "health" })

  test("what the province owes is the provincial authority's, wherever the draft comes from (arts 4, 23)", () => {
    const province = [{ role: "info.provincial", agency: "p-info" }]
    expect(bearers("N23.3", agreement)).toEqual(province)
    const { by: _, ...nameless } = issued()
    expect(bearers("N23.3", nameless as Event)).toEqual(province)
  })

  test("what a document asks of another authority is not borne by whoever issued it (arts 4, 23)", () => {
    expect(bearers(local.id, agreement, issued({ with: ["health"] }))).toEqual([{ role: "info.any", agency: "info" }])
  })
})
