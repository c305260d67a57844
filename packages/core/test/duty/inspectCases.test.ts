import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { aroseOn, caseOf, inspectCases, type Scope } from "../../src/duty/index.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { fold, subject } from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"
import { fact, upToOpinion } from "../project/story.ts"

const day = (text: string) => text as CivilDate
const ctx = asked(day("2026-12-31"), textOnly)
const approved = fact("Approved", "2026-03-30", { application: "A1", considered: [], builder: "company", by: "drc" })
const unasked = upToOpinion.filter((e) => e._tag !== "OpinionRequested" && e._tag !== "OpinionGiven")
const project = fold("P1", [...unasked, approved])
const here = caseOf(subject, project)
const county = caseOf(subject, { ...fold("P2", [...unasked, approved]), region: "440106" })
const found = (scope: Scope, cases = [here, county]) =>
  inspectCases(cases, scope, ctx).items.map((item) => `${item.case} ${item.verdicts[0]?.norm}`)

describe("an inspection over all cases", () => {
  test("takes in the investment authority, and is narrowed to whoever answers (art. 35)", () => {
    expect(found({ bearer: "drc" }, [here])).toContain("P1 N10.1")
    expect(found({ bearer: "company" }, [here]).every((line) => line.startsWith("P1 N12."))).toBe(true)
    expect(found({ bearer: "company" }, [here]).length).toBeGreaterThan(0)
    expect(found({ bearer: "stranger" })).toEqual([])
  })

  test("is narrowed to a region and all below it, and to a subject (art. 35)", () => {
    expect(new Set(found({ region: "440106" }).map((line) => line.slice(0, 2)))).toEqual(new Set(["P2"]))
    expect(found({ region: "440100" })).toEqual(found({}))
    expect(found({ subject: "planning" })).toEqual([])
  })

  test("of a period writes down what arose in it: the act that was not as provided, or the day that was missed (art. 35)", () => {
    const march = { from: day("2026-03-01"), until: day("2026-03-31") }
    expect(found({ arose: march }, [here])).toContain("P1 N10.1")
    expect(found({ arose: { from: day("2026-03-31") } }, [here])).not.toContain("P1 N10.1")
    const late = inspectCases([here], {}, ctx).items.filter(({ verdicts }) => verdicts[0]?.norm === "N12.1")
    for (const item of late) expect(aroseOn(item)).toBe(item.verdicts[0]?.act?.on ?? item.verdicts[0]?.limit)
    expect(late.length).toBeGreaterThan(0)
  })

  test("counts what falls on norms and bearers within its scope alone (art. 35)", () => {
    const { byBearer, byNorm, items } = inspectCases([here, county], { bearer: "company" }, ctx)
    expect(byNorm.reduce((sum, { breach, late, remark }) => sum + breach + late + remark, 0)).toBe(
      items.reduce((sum, { verdicts }) => sum + new Set(verdicts.map(({ norm }) => norm)).size, 0)
    )
    expect(byBearer.some(({ of }) => of.agency === "company")).toBe(true)
  })
})
