import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { competence as answerOf, type Competence, roleFilled } from "../../src/agency/Competence.ts"
import { competenceText } from "../../src/agency/competenceText.ts"
import { regions } from "../../src/agency/regions.ts"
import { addDays } from "../../src/civil/CivilDate.ts"
import { type RoleId, roles } from "../../src/regulation/roles.ts"
import { agency, build, day, guangdong, holding, succession } from "./sampleDirectory.ts"

const on = day("2010-06-01")
const directory = build(guangdong)

/** The answer with its reason in words. */
const competence = (...asked: Parameters<typeof answerOf>) => {
  const answer: Competence = answerOf(...asked)
  return answer._tag === "Competent" ? answer : { _tag: answer._tag, because: competenceText(asked[0], answer) }
}

describe("competence", () => {
  it("is given by the first role that the agency fills (art. 10)", () => {
    expect(competence(directory, "gz-info", ["info.provincial", "info.any"], "440100", on)).toEqual({
      _tag: "Competent",
      role: "info.any"
    })
  })

  it("is denied with who, what, where and when in both languages (art. 8)", () => {
    expect(competence(directory, "yuexiu-info", ["info.any"], "440100", on)).toEqual({
      _tag: "NotCompetent",
      because: {
        zh: "yuexiu-info（示例）于2010年6月1日不是广州市的（各级）信息化主管部门（机构名录版本sample-1）",
        en: "yuexiu-info（示例） was not, on 2010-06-01, informatization authority (of the same level as the project) for Guangzhou (agency directory, version sample-1)"
      }
    })
  })

  it("does not place a provincial office in the region of the case (art. 3)", () => {
    const denied = competence(directory, "gz-info", ["info.provincial"], "440104", on)
    expect(denied).toMatchObject({ because: { zh: expect.stringContaining("不是省信息化主管部门") } })
  })

  it("is unknown, never given, when the actor, the region or the agency is not known", () => {
    const unknown = [
      competence(directory, undefined, ["info.any"], "440100", on),
      competence(directory, "gz-info", ["info.any"], undefined, on),
      competence(directory, "elsewhere", ["info.any"], "440100", on)
    ]
    expect(unknown.map((one) => one._tag)).toEqual(["Unknown", "Unknown", "Unknown"])
    const reasons = unknown.map((one) => (one._tag === "Unknown" ? one.because.zh : ""))
    expect(reasons[0]).toContain("未载明办理机关")
    expect(reasons[1]).toContain("未载明地区")
    expect(reasons[2]).toContain("未列“elsewhere”")
  })

  it("is unknown between two lists of regions", () => {
    const open = competence(directory, "yuexiu-info", ["info.any"], "440102", day("2005-05-20"))
    expect(open).toMatchObject({ _tag: "Unknown", because: { zh: expect.stringContaining("记载不足") } })
  })

  it("is denied when no role is asked for, whoever acts and wherever", () => {
    const because = { zh: expect.stringContaining("任何机关均不得") }
    for (const [who, where] of [
      ["gz-info", "440100"],
      [undefined, "440100"],
      ["gz-info", undefined]
    ] as const)
      expect(competence(directory, who, [], where, on)).toMatchObject({ _tag: "NotCompetent", because })
  })

  it("is never given to an agency without a holding, whatever it asks for", () => {
    const bare = build({ agencies: [agency("a", "440100")] })
    const ids = Object.keys(roles) as ReadonlyArray<RoleId>
    fc.assert(
      fc.property(
        fc.subarray([...ids]),
        fc.constantFrom(...Object.keys(regions)),
        fc.nat(9000),
        (asked, region, days) => {
          expect(competence(bare, "a", asked, region, addDays(day("2003-01-01"), days))._tag).not.toBe("Competent")
        }
      )
    )
  })
})

describe("a role that the case fills for itself", () => {
  it("belongs to whom the case names, and to nobody else (art. 12)", () => {
    expect(roleFilled(directory, "gz-health", ["builder"], "440100", on, { builder: "gz-health" })).toBe("builder")
    expect(roleFilled(directory, "gz-info", ["builder"], "440100", on, { builder: "gz-health" })).toBeNull()
    expect(roleFilled(directory, "gz-info", ["builder"], "440100", on, { builder: null })).toBeNull()
  })

  it("is unknown when the case does not say", () => {
    expect(roleFilled(directory, "gz-health", ["builder"], "440100", on)).toBeUndefined()
  })

  it("passes to the successor of whom the case names", () => {
    const passed = build({
      agencies: [agency("old", "440100"), agency("new", "440100")],
      successions: [succession("old", "new", "2009-01-01")]
    })
    const who = (when: string, id: string) =>
      roleFilled(passed, id, ["builder"], "440100", day(when), { builder: "old" })
    expect([who("2008-12-31", "old"), who("2008-12-31", "new")]).toEqual(["builder", null])
    expect([who("2009-01-01", "old"), who("2009-01-01", "new")]).toEqual([null, "builder"])
  })

  it("may be granted by the directory where the text names nobody (art. 20)", () => {
    const granted = build({
      agencies: [agency("portal", "440100")],
      holdings: [holding("portal", "portal-host", "440100", "2005-03-01")]
    })
    expect(roleFilled(granted, "portal", ["portal-host"], "440100", on)).toBe("portal-host")
    expect(roleFilled(granted, "portal", ["portal-host"], "440300", on)).toBeUndefined()
  })
})
