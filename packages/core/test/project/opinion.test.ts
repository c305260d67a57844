import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import { type Event, fold, verdicts } from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"
import { advised, fact, upToOpinion } from "./story.ts"

const adverse = upToOpinion.map((e): Event => (e._tag === "OpinionGiven" ? { ...e, conclusion: "not-support" } : e))
const unanswered = upToOpinion.filter((e) => e._tag !== "OpinionGiven")
const approval = (considered: ReadonlyArray<string>) =>
  fact("Approved", "2026-03-30", {
    application: "A1",
    considered,
    planItem: { plan: "plan-p", item: "item-1" },
    builder: null,
    by: "drc"
  })

describe("the opinion of the informatization authority", () => {
  test("an adverse opinion that was considered does not bar approval; read as a veto it does (art. 10)", () => {
    expect(advised(adverse, approval(["O1"])).outcome).toBe("AllowedWithNotice")
    expect(advised(adverse, approval(["O1"]), reading(textOnly, "A10a", "veto")).outcome).toBe("Denied")
  })

  test("after asking, the decision need not wait for the reply; read as having to wait it must (art. 10)", () => {
    expect(advised(unanswered, approval([])).outcome).toBe("AllowedWithNotice")
    expect(advised(unanswered, approval([]), reading(textOnly, "A10e", "wait")).outcome).toBe("Denied")
    expect(advised(upToOpinion, approval(["O1"]), reading(textOnly, "A10e", "wait")).outcome).not.toBe("Denied")
  })

  test("deciding without asking is denied, and asking afterwards does not cure it (art. 10)", () => {
    const unasked = unanswered.filter((e) => e._tag !== "OpinionRequested")
    expect(advised(unasked, approval([])).outcome).toBe("Denied")
    const later = fact("OpinionRequested", "2026-04-02", { application: "A1", request: "R1", to: "info", by: "drc" })
    const p = fold(projectId, [...unasked, approval([]), later])
    const found = verdicts(p, asked("2026-05-01" as CivilDate, textOnly)).verdicts
    expect(found.find((v) => v.norm === "N10.1")?.status).toBe("Breached")
  })

  test("a round decided on the eve of the Measures is not judged, one decided on their first day is (arts 10, 36)", () => {
    const decided = (on: string) => {
      const facts: ReadonlyArray<Event> = [
        fact("Drafted", "2004-11-01", { region: "440100", organ: "health" }),
        fact("Applied", "2004-12-01", { application: "A1", to: "old-drc" }),
        fact("Approved", on, { application: "A1", considered: null, by: "old-drc" })
      ]
      const found = verdicts(fold(projectId, facts), asked("2005-03-01" as CivilDate, textOnly)).verdicts
      return found.find((v) => v.norm === "N10.1")?.status
    }
    expect([decided("2005-02-03"), decided("2005-02-04")]).toEqual([undefined, "Breached"])
  })
})
