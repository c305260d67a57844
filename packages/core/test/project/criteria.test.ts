import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import { inquire } from "../../src/project/explain.ts"
import { advise, type Event, fold, verdicts } from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"
import { fact, upToOpinion } from "./story.ts"

const waiting = reading(textOnly, "A34", "no")
const planned = upToOpinion.slice(0, 5).map((e, seq): Event => ({ ...e, seq }))
const start = (criteria: string | null | undefined): Event =>
  fact("AssessmentStarted", "2026-03-11", {
    assessment: "X1",
    by: "info",
    scheme: "S1",
    ...(criteria === undefined ? {} : { criteria })
  })

type InForce = ReadonlyArray<string> | undefined
/** What is said of an assessment that begins by some criteria while these standards are in force: the advice, and the verdict on art. 34. */
const said = (criteria: string | null | undefined, inForce: InForce, profile = textOnly) => {
  const ctx = {
    ...asked("2026-03-11" as CivilDate, profile),
    instrumentsInForce: () => inForce?.map((id) => ({ id, kind: "assessment-standards" as const }))
  }
  const act = start(criteria)
  const { outcome } = advise(fold(projectId, planned), act, ctx)
  const v = verdicts(fold(projectId, [...planned, act]), ctx).verdicts.find(({ norm }) => norm === "N34.1")
  return [outcome, v?.status, v?.note, v?.gate].filter((part) => part !== undefined).join(" ")
}

describe("the version of the assessment standards by which an assessment goes (art. 34)", () => {
  test("that there is none is shown and bars nothing: assessments do not wait for the standards (art. 34, A34)", () => {
    for (const inForce of [undefined, [], ["v1"]]) {
      expect(said("标准一", inForce)).toBe("Allowed")
      expect(said(null, inForce)).toBe("AllowedWithNotice NotApplicable no-criteria")
      expect(said(undefined, inForce)).toBe("AllowedWithNotice")
    }
  })

  test("read to wait for the standards, an assessment may not begin before they are in force (art. 34, A34)", () => {
    expect(said("标准一", [], waiting)).toBe("Denied NotApplicable unmet")
    expect(said(null, [], waiting)).toBe("Denied NotApplicable no-criteria unmet")
    expect(said(undefined, [], waiting)).toBe("Denied NotApplicable unmet")
    expect(said("标准一", ["v1"], waiting)).toBe("Allowed")
    expect(said(null, ["v1"], waiting)).toBe("AllowedWithNotice NotApplicable no-criteria")
  })

  test("where nobody knows whether they are in force, the version that is named is taken at its word (art. 34, A34)", () => {
    expect(said("标准一", undefined, waiting)).toBe("Allowed")
    expect(said(null, undefined, waiting)).toBe("Denied NotApplicable no-criteria unmet")
    expect(said(undefined, undefined, waiting)).toBe("Undetermined NotApplicable unknown")
  })

  test("what nobody said can be asked, and its answer decides (art. 34, A34)", () => {
    const ctx = asked("2026-03-11" as CivilDate, waiting)
    const p = fold(projectId, [...planned, start(undefined)])
    const v = verdicts(p, ctx).verdicts.find(({ norm }) => norm === "N34.1")
    const inquiry = v === undefined ? undefined : inquire(p, v, ctx)
    expect([inquiry?.name, inquiry?.decides, inquiry?.answers.length]).toEqual(["criteria", true, 2])
  })
})
