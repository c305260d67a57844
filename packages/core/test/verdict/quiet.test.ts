import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import type { LocalNorm } from "../../src/profile/LocalNorm.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import { fold, quietUntil, verdicts } from "../../src/project/index.ts"
import { ruling } from "../../src/verdict/ruling.ts"
import { asked } from "../law/Law.ts"
import { upToOpinion } from "../project/story.ts"

const day = (text: string) => text as CivilDate
const local: LocalNorm = {
  id: "local:weekly-list",
  subject: "project",
  summary: { zh: "示例", en: "a sample" },
  quote: { zh: "示例", en: "a sample" },
  bearer: ["organ.any"],
  source: sampleLayer.source,
  from: day("2026-06-01"),
  until: day("2026-06-30"),
  evaluate: () => [{ instance: "", ruling: ruling("DueUnspecified") }]
}
const profile = { ...textOnly, localNorms: [local] }
const p = fold(projectId, upToOpinion)
const says = (on: string) => verdicts(p, asked(day(on), profile)).verdicts.some((v) => v.norm === local.id)

describe("the last quiet day of a case", () => {
  test("a local norm that comes into force or ends is a change that nobody's act brings about", () => {
    expect(["2026-05-31", "2026-06-01", "2026-06-30", "2026-07-01"].map(says)).toEqual([false, true, true, false])
    const quiet = (on: string) => quietUntil(p, asked(day(on), profile))
    expect(["2026-04-01", "2026-06-01", "2026-06-30", "2026-07-01"].map(quiet)).toEqual([
      "2026-05-31",
      "2026-06-30",
      "2026-06-30",
      undefined
    ])
  })

  test("a local norm that says nothing of the case does not disturb it", () => {
    const silent = { ...textOnly, localNorms: [{ ...local, evaluate: () => [] }] }
    expect(quietUntil(p, asked(day("2026-04-01"), silent))).toBeUndefined()
  })

  test("before the Measures took force a pending case is quiet until their eve (art. 36)", () => {
    const early = fold(
      projectId,
      upToOpinion.map((e) => ({ ...e, on: day(e.on.replace("2026-03", "2005-01")) }))
    )
    expect(quietUntil(early, asked(day("2005-01-31"), textOnly))).toBe("2005-02-03")
    expect(verdicts(early, asked(day("2005-02-03"), textOnly)).verdicts).toEqual([])
    expect(verdicts(early, asked(day("2005-02-04"), textOnly)).verdicts.length).toBeGreaterThan(0)
  })
})
