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

  test("a request without an answer bars where it was surely one, though nobody knows of another whom it asked (art. 10)", () => {
    const again = fact("OpinionRequested", "2026-03-14", { application: "A1", request: "R0", by: "drc" })
    const waiting = reading(textOnly, "A10e", "wait")
    expect(advised([...upToOpinion, again], approval(["O1"]), waiting).outcome).toBe("Undetermined")
    expect(advised([...unanswered, again], approval([]), waiting).outcome).toBe("Denied")
  })

  const takenOver = (on: string): Event =>
    fact("TakenOver", on, { region: "440100", organ: "health", by: "health", coverage: {} })
  const said = (facts: ReadonlyArray<Event>, norm: string) =>
    verdicts(fold(projectId, facts), asked("2026-05-01" as CivilDate, textOnly)).verdicts.find((v) => v.norm === norm)

  test("a request after the decision awaits no reply, however little of the record is complete (art. 10)", () => {
    const asked = (on: string) =>
      fact("OpinionRequested", on, { application: "A1", request: "R1", to: "info", by: "drc" })
    const decided = [takenOver("2026-03-01"), approval([])]
    expect(said([...decided, asked("2026-03-12")], "N10.3")?.missing).toBe("opinion")
    expect(said([...decided, asked("2026-03-30")], "N10.3")?.missing).toBe("opinion")
    expect(said([...decided, asked("2026-04-12")], "N10.3")).toMatchObject({ status: "NotApplicable", note: "lapsed" })
  })

  test("a round withdrawn before the Measures is not judged, whether or not it was applied for (arts 10, 36)", () => {
    const withdrawn = (on: string) => [
      takenOver("2004-11-01"),
      fact("Withdrawn", on, { application: "A1", by: "health" })
    ]
    expect(said(withdrawn("2005-02-04"), "N10.1")?.missing).toBe("application")
    expect(said(withdrawn("2005-02-03"), "N10.1")).toBeUndefined()
  })
})
