import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { context, type Event, fold, subject, verdicts } from "../../src/complaint/index.ts"
import { caseOf, compareCases, inspectCases } from "../../src/duty/index.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { sample } from "../law/Law.ts"
import { complaintId, entry, fact, received, setting, takenOver } from "./story.ts"

const within = setting("complaint.within", entry(10))
const asked = { asOf: "2026-06-01" as CivilDate, directory: sample }
const ctx = context({ ...asked, profile: within })

describe("the record of a complaint", () => {
  test("names the organ of its first opening, whichever is read first (art. 21)", () => {
    const later: Event = { ...takenOver, on: "2026-03-09" as CivilDate, organ: "info", region: "440106" }
    for (const facts of [
      [received, later],
      [later, received]
    ])
      expect(fold(complaintId, facts)).toMatchObject({ organ: "health", region: "440100" })
  })

  test("keeps what people judged, and a retraction changes nothing by itself (arts 21, 35)", () => {
    const judged = { norm: "N21.3", instance: "", outcome: "fulfilled", reason: "检查" } as const
    const told = [received, fact("Judged", "2026-03-05", { ...judged, by: "supervisor" })]
    expect(fold(complaintId, told).judgements).toMatchObject([{ ...judged, on: "2026-03-05", by: "supervisor" }])
    const retracted = fact("Retracted", "2026-03-06", { of: "x", by: "health" })
    expect(fold(complaintId, [...told, retracted])).toEqual(fold(complaintId, told))
  })

  test("that does not say to whom the complaint went leaves open whether the Measures reach it (art. 2)", () => {
    const reached = (organ: string | undefined) =>
      verdicts({ ...fold(complaintId, [received]), organ }, ctx).verdicts.find(({ norm }) => norm === "N2.2")
    expect(reached("health")?.status).toBe("Qualifies")
    expect(reached(undefined)).toMatchObject({ status: "Undetermined", missing: "organ" })
  })
})

describe("complaints that nobody answered in the time of a document", () => {
  const late = fold(complaintId, [received])
  const answered = fold("T2", [received, fact("ComplaintAccepted", "2026-03-05", { by: "health" })])
  const cases = [late, answered].map((c) => caseOf(subject, c))

  test("are written down in an inspection against the organ complained to (arts 21, 35)", () => {
    const { items } = inspectCases(cases, {}, ctx)
    expect(items.map((item) => [item.severity, item.case, item.bearers])).toEqual([
      ["late", complaintId, [{ role: "organ.any", agency: "health" }]]
    ])
  })

  test("are overdue under that document alone, which also gives those that were answered a day (art. 21)", () => {
    const { cases: changed } = compareCases(cases, { before: textOnly, after: within }, asked)
    expect(changed.map((one) => one.changes.map(({ after, before }) => [before?.status, after?.status]))).toEqual([
      [["DueUnspecified", "Overdue"]],
      [["Fulfilled", "Fulfilled"]]
    ])
  })
})
