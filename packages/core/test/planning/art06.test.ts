import { describe, expect, test } from "vitest"
import type { Event } from "../../src/planning/index.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { advised, bearer, day, fact, provincial, read, says, status, submitted, timed } from "./story.ts"

const passed = fact("PlanReviewPassed", "2026-03-02", { by: "p-planning" })
const reported = fact("PlanSubmittedForApproval", "2026-03-10", { by: "p-info" })
const approved = fact("PlanApproved", "2026-04-01", { by: "p-government" })
const implemented = fact("PlanImplemented", "2026-04-20", { by: "p-info" })
const story: ReadonlyArray<Event> = [...provincial, submitted, passed, reported, approved, implemented]

const submission = (particulars: object, on = "2026-02-02"): Event =>
  ({ ...submitted, ...particulars, on: day(on), id: `S-${on}` }) as Event

describe("the provincial plan, led and made with others on two grounds (arts 3, 6)", () => {
  test("in drafting it is owed, on no day, by the provincial informatization authority (arts 3, 6)", () => {
    for (const norm of ["N3.1", "N6.1"]) {
      expect(status(provincial, norm, "2026-01-20")).toBe("DueUnspecified")
      expect(bearer(provincial, norm, "2026-01-20")).toBe("info.provincial p-info")
      expect(bearer(provincial, norm, "2026-09-01")).toBe("info.provincial p-info-2")
    }
  })

  test("withdrawn before submission nothing is owed any more", () => {
    const withdrawn = [...provincial, fact("PlanWithdrawn", "2026-01-15", { by: "p-info" })]
    expect(status(withdrawn, "N6.1", "2026-01-20")).toBe("NotApplicable lapsed")
    expect(bearer(withdrawn, "N6.1", "2026-10-01")).toBe("info.provincial p-info")
  })

  test("submitted on both grounds and with other departments it is as provided (arts 3, 6)", () => {
    expect(status(story, "N3.1", "2026-05-01")).toBe("Fulfilled")
    expect(status(story, "N6.1", "2026-05-01")).toBe("Fulfilled")
  })

  test.each([
    [{ grounds: ["national-overall-plan"] }, "Breached"],
    [{ grounds: ["provincial-conditions"] }, "Breached"],
    [{ grounds: null }, "Breached"],
    [{ coDrafters: [] }, "Breached"],
    [{ coDrafters: ["p-info"] }, "Breached"],
    [{ grounds: undefined }, "Undetermined grounds"],
    [{ coDrafters: undefined }, "Undetermined coDrafters"],
    [{ coDrafters: undefined, grounds: [] }, "Breached"]
  ] as const)("submitted with %j the plan is %s (art. 6)", (particulars, expected) => {
    expect(status([...provincial, submission(particulars)], "N6.1", "2026-02-10")).toBe(expected)
  })

  test("a returned plan can be submitted with what it lacked; how it stood until then stays on record (art. 6)", () => {
    const returned = fact("PlanReviewReturned", "2026-02-20", { by: "p-planning", reason: "缺依据" })
    const again = submission({}, "2026-03-01")
    const corrected = [...provincial, submission({ grounds: [] }), returned, again]
    expect(status(corrected, "N6.1", "2026-02-25")).toBe("Breached")
    expect(status(corrected, "N6.1", "2026-03-02")).toBe("Fulfilled")
    expect(says(corrected, "N6.1", "2026-03-02")?.intervals).toEqual([
      expect.objectContaining({ status: "Breached", from: "2026-02-02", until: "2026-03-01" })
    ])
    expect(says(story, "N6.1", "2026-05-01")?.intervals).toBeUndefined()
    expect(says([...provincial, submitted, returned, again], "N6.1", "2026-03-02")?.intervals).toBeUndefined()
    const sameDay = [
      { ...submission({ grounds: [] }), id: "S-1" },
      { ...submission({}), id: "S-2" }
    ]
    expect(status([...provincial, ...sameDay], "N6.1", "2026-03-02")).toBe("Fulfilled")
    expect(says([...provincial, ...sameDay], "N6.1", "2026-03-02")?.intervals).toBeUndefined()
  })

  test("what is submitted after the approval changes nothing of what was approved (art. 6)", () => {
    const late = submission({ grounds: [] }, "2026-04-10")
    expect(status([...story, late], "N6.1", "2026-05-01")).toBe("Fulfilled")
  })

  test("approved with no submission on record, nobody knows on what it rests (art. 6)", () => {
    expect(status([...provincial, approved], "N6.1", "2026-05-01")).toBe("Undetermined grounds")
    expect(status([...provincial, approved], "N3.1", "2026-05-01")).toBe("Undetermined coDrafters")
  })

  test("led by another body it is not as provided, and submitting it is denied (art. 3)", () => {
    const led: ReadonlyArray<Event> = [{ ...provincial[0], organ: "p-planning" } as Event]
    expect(status(led, "N3.1", "2026-01-20")).toBe("Breached other-body")
    expect(advised(led, submitted).outcome).toBe("Denied")
    const unheard: ReadonlyArray<Event> = [{ ...provincial[0], organ: "unheard-of" } as Event]
    expect(status(unheard, "N3.1", "2026-01-20")).toBe("Undetermined organ")
    expect(advised(unheard, submitted).outcome).toBe("Undetermined")
    expect(status([...unheard, submission({ coDrafters: [] })], "N3.1", "2026-02-10")).toBe("Breached")
  })

  test("under A06 = joint the departments have to sign (arts 3, 6)", () => {
    const joint = read("A06", "joint")
    for (const norm of ["N3.1", "N6.1"]) {
      expect(status(story, norm, "2026-05-01", joint)).toBe("Undetermined signed")
      expect(status([...provincial, submission({ signed: ["finance"] })], norm, "2026-02-10", joint)).toBe("Fulfilled")
      expect(status([...provincial, submission({ signed: [] })], norm, "2026-02-10", joint)).toBe("Breached")
    }
  })

  test("submitting a plan whose grounds are lacking is denied, unknown ones leave it open (art. 6)", () => {
    expect(advised(provincial, submitted).outcome).toBe("Allowed")
    expect(advised(provincial, submission({ grounds: [] })).outcome).toBe("Denied")
    expect(advised(provincial, submission({ grounds: undefined })).outcome).toBe("Undetermined")
    expect(advised(provincial, submission({ by: "info" })).outcome).toBe("Denied")
  })
})

describe("the review by the provincial planning authority (art. 6)", () => {
  const asked = [...provincial, submitted]

  test("before submission it is pending with the drafter, then owed by whoever reviews, on no day (art. 6)", () => {
    expect(status(provincial, "N6.2", "2026-01-20")).toBe("Pending")
    expect(bearer(provincial, "N6.2", "2026-01-20")).toBe("info.provincial p-info")
    expect(status(asked, "N6.2", "2026-02-10")).toBe("DueUnspecified")
    expect(bearer(asked, "N6.2", "2026-02-10")).toBe("planning.provincial p-planning")
  })

  test("passed before the approval it is fulfilled (art. 6)", () => {
    expect(status(story, "N6.2", "2026-05-01")).toBe("Fulfilled")
    expect(status([...asked, passed], "N6.2", "2026-03-05")).toBe("Fulfilled")
    const sameDay = [...asked, passed, fact("PlanApproved", "2026-03-02", { by: "p-government" })]
    expect(status(sameDay, "N6.2", "2026-03-05")).toBe("Fulfilled")
  })

  test("approved or put into force without it the plan stays not as provided, and the drafter answers (art. 6)", () => {
    for (const act of [approved, implemented]) {
      const without = [...asked, act]
      expect(status(without, "N6.2", "2026-05-01")).toBe("Breached")
      expect(bearer(without, "N6.2", "2026-05-01")).toBe("info.provincial p-info")
      const late = fact("PlanReviewPassed", "2026-05-10", { by: "p-planning" })
      expect(status([...without, late], "N6.2", "2026-06-01")).toBe("Breached")
    }
    const atOnce = [...asked, approved, { ...implemented, on: approved.on }]
    expect(says(atOnce, "N6.2", "2026-05-01")?.act?.kind).toBe("PlanApproved")
  })

  test("reported for approval without it the plan is not as provided until it is passed, and that stays on record (art. 6)", () => {
    const early = fact("PlanSubmittedForApproval", "2026-02-20", { by: "p-info" })
    expect(status([...asked, early], "N6.2", "2026-02-25")).toBe("Breached")
    expect(bearer([...asked, early], "N6.2", "2026-02-25")).toBe("info.provincial p-info")
    const put = [...asked, early, passed, approved]
    expect(status(put, "N6.2", "2026-05-01")).toBe("Fulfilled")
    expect(says(put, "N6.2", "2026-05-01")?.intervals).toEqual([
      expect.objectContaining({ status: "Breached", from: "2026-02-20", until: "2026-03-02" })
    ])
    const { by: _, ...unnamed } = fact("PlanReviewPassed", "2026-02-10", { by: "p-planning" })
    expect(says([...put, unnamed], "N6.2", "2026-05-01")?.intervals).toBeUndefined()
    expect(advised(asked, early).outcome).toBe("Denied")
    expect(advised([...asked, early], passed).outcome).toBe("AllowedWithNotice")
  })

  test("a review by another body is none; of an unnamed reviewer nobody can tell (art. 6)", () => {
    const other = { ...passed, by: "planning" }
    expect(status([...asked, other], "N6.2", "2026-03-05")).toBe("DueUnspecified other-body")
    expect(status([...asked, other, approved], "N6.2", "2026-05-01")).toBe("Breached other-body")
    const { by: _, ...unnamed } = passed
    expect(status([...asked, unnamed], "N6.2", "2026-03-05")).toBe("Undetermined review.to")
    expect(status([...asked, unnamed, approved], "N6.2", "2026-05-01")).toBe("Undetermined review.to")
  })

  test("returned, it is for the drafter to submit it again (art. 6)", () => {
    const returned = fact("PlanReviewReturned", "2026-02-10", { by: "p-planning", reason: "须修改" })
    expect(status([...asked, returned], "N6.2", "2026-02-15")).toBe("Pending")
    expect(bearer([...asked, returned], "N6.2", "2026-02-15")).toBe("info.provincial p-info")
    const again = [...asked, returned, submission({}, "2026-02-20")]
    expect(status(again, "N6.2", "2026-02-25")).toBe("DueUnspecified")
    const { by: _, ...unnamed } = returned
    expect(status([...asked, unnamed], "N6.2", "2026-02-15")).toBe("Undetermined review.to")
    expect(status([...asked, { ...returned, by: "planning" }], "N6.2", "2026-02-15")).toBe("DueUnspecified")
  })

  test("a return answers what was submitted by then, on the same day too (art. 6)", () => {
    const returned = (on: string) => fact("PlanReviewReturned", on, { by: "p-planning", reason: "须修改" })
    expect(status([...asked, returned("2026-02-02")], "N6.2", "2026-02-15")).toBe("Pending")
    expect(status([...provincial, returned("2026-01-20"), submitted], "N6.2", "2026-02-15")).toBe("DueUnspecified")
  })

  test("whether it was ever submitted, a record that was taken over tells where it is complete for it (art. 6)", () => {
    const taken = (coverage: object): ReadonlyArray<Event> => [
      ...provincial,
      {
        ...fact("PlanTakenOver", "2026-01-10", { kind: "provincial", region: "440000", organ: "p-info" }),
        coverage: Object.fromEntries(Object.keys(coverage).map((slice) => [slice, day("2026-01-01")]))
      } as Event
    ]
    const rest = { review: 1, report: 1, approval: 1, force: 1 }
    expect(status(taken(rest), "N6.2", "2026-01-20")).toBe("Undetermined submission")
    expect(status(taken({ ...rest, submission: 1 }), "N6.2", "2026-01-20")).toBe("Pending")
  })

  test("withdrawn before it was late, nothing is owed any more (art. 6)", () => {
    const withdrawn = fact("PlanWithdrawn", "2026-02-08", { by: "p-info" })
    expect(status([...provincial, withdrawn], "N6.2", "2026-03-01")).toBe("NotApplicable lapsed")
    expect(status([...asked, withdrawn], "N6.2", "2026-03-01")).toBe("NotApplicable lapsed")
    expect(status([...asked, withdrawn], "N6.2", "2026-03-01", timed)).toBe("NotApplicable lapsed")
    const returned = fact("PlanReviewReturned", "2026-02-05", { by: "p-planning", reason: "须修改" })
    const other = fact("PlanReviewPassed", "2026-02-05", { by: "planning" })
    for (const review of [returned, other])
      expect(status([...asked, review, withdrawn], "N6.2", "2026-03-01")).toBe("NotApplicable lapsed")
  })

  test("a period that a profile sets runs from the submission, against the planning authority (art. 6)", () => {
    expect(status(asked, "N6.2", "2026-02-12", timed)).toBe("Pending")
    expect(says(asked, "N6.2", "2026-02-12", timed)?.due).toBe("2026-02-12")
    expect(bearer(asked, "N6.2", "2026-02-12", timed)).toBe("planning.provincial p-planning")
    expect(status(asked, "N6.2", "2026-02-13", timed)).toBe("Overdue")
    expect(bearer(asked, "N6.2", "2026-02-13", timed)).toBe("planning.provincial p-planning")
    expect(status([...asked, passed], "N6.2", "2026-03-05", timed)).toBe("FulfilledLate")
    expect(bearer([...asked, passed], "N6.2", "2026-03-05", timed)).toBe("planning.provincial p-planning")
    const late = fact("PlanWithdrawn", "2026-02-20", { by: "p-info" })
    expect(status([...asked, late], "N6.2", "2026-03-01", timed)).toBe("Breached")
    expect(bearer([...asked, late], "N6.2", "2026-03-01", timed)).toBe("planning.provincial p-planning")
    const returned = fact("PlanReviewReturned", "2026-02-20", { by: "p-planning", reason: "须修改" })
    expect(says([...asked, returned], "N6.2", "2026-03-01", timed)?.intervals).toEqual([
      expect.objectContaining({ status: "Overdue", from: "2026-02-13", until: "2026-02-20" })
    ])
    const inTime = fact("PlanReviewReturned", "2026-02-12", { by: "p-planning", reason: "须修改" })
    expect(says([...asked, inTime], "N6.2", "2026-03-01", timed)?.intervals).toBeUndefined()
  })

  test("a return that came late stays on record when the plan goes on unreviewed (arts 6, 35)", () => {
    const returned = fact("PlanReviewReturned", "2026-02-20", { by: "p-planning", reason: "须修改" })
    const again = submission({}, "2026-02-25")
    const approved = fact("PlanApproved", "2026-03-01", { by: "p-government", document: "批复" })
    const reported = fact("PlanSubmittedForApproval", "2026-02-28", { by: "p-info" })
    const late = { status: "Overdue", from: "2026-02-13", until: "2026-02-20" }
    for (const later of [[again], [again, reported], [again, approved]]) {
      const said = says([...asked, returned, ...later], "N6.2", "2026-03-02", timed)
      expect(said?.intervals, said?.status).toEqual([expect.objectContaining(late)])
    }
    expect(status([...asked, returned, again, approved], "N6.2", "2026-03-02", timed)).toBe("Breached")
  })

  test("what was returned in time and passed after all is not late; what was passed late stays so (art. 6)", () => {
    const returned = (on: string) => fact("PlanReviewReturned", on, { by: "p-planning", reason: "须修改" })
    const passedOn = { ...passed, on: day("2026-02-20") }
    expect(status([...asked, returned("2026-02-05"), passed], "N6.2", "2026-03-05", timed)).toBe("Fulfilled")
    for (const on of ["2026-02-20", "2026-02-25"])
      expect(status([...asked, passedOn, returned(on)], "N6.2", "2026-03-05", timed)).toBe("FulfilledLate")
  })

  test("a return by nobody knows whom leaves open whether a late pass was late; it bears on no timely one (art. 6)", () => {
    const unnamed = (on: string) => fact("PlanReviewReturned", on, { reason: "须修改" })
    expect(status([...asked, unnamed("2026-02-05"), passed], "N6.2", "2026-03-05", timed)).toBe(
      "Undetermined review.to"
    )
    for (const on of ["2026-03-02", "2026-03-04"])
      expect(status([...asked, passed, unnamed(on)], "N6.2", "2026-03-05", timed)).toBe("FulfilledLate")
    const inTime = { ...passed, on: day("2026-02-10") }
    expect(status([...asked, unnamed("2026-02-05"), inTime], "N6.2", "2026-03-05", timed)).toBe("Fulfilled")
  })

  test("reviewed without a submission on record it has been reviewed all the same (art. 6)", () => {
    expect(status([...provincial, passed], "N6.2", "2026-03-05", timed)).toBe("Fulfilled")
    expect(advised(provincial, passed).outcome).toBe("OutOfOrder")
    expect(advised(asked, { ...passed, on: day("2026-02-01") }).outcome).toBe("OutOfOrder")
    expect(advised(asked, { ...passed, on: day("2026-02-02") }).outcome).toBe("Allowed")
  })

  test("A08a says who should be entered as planning authority; whoever is entered reviews (arts 6, 8)", () => {
    for (const option of ["map", "urban"] as const)
      expect(status(story, "N6.2", "2026-05-01", read("A08a", option))).toBe("Fulfilled")
  })
})

describe("approval by the provincial government before implementation (art. 6)", () => {
  const reviewed = [...provincial, submitted, passed, reported]

  test("it is pending until approved, and fulfilled by the approval (art. 6)", () => {
    expect(status(reviewed, "N6.3", "2026-03-20")).toBe("Pending")
    expect(status([...reviewed, approved], "N6.3", "2026-04-05")).toBe("Fulfilled")
    expect(status(story, "N6.3", "2026-05-01")).toBe("Fulfilled")
    const refused = fact("PlanNotApproved", "2026-03-30", { by: "p-government", reason: "须修改" })
    expect(status([...reviewed, refused], "N6.3", "2026-04-05")).toBe("Pending")
    const withdrawn = fact("PlanWithdrawn", "2026-03-30", { by: "p-info" })
    expect(status([...reviewed, withdrawn], "N6.3", "2026-04-05")).toBe("NotApplicable lapsed")
  })

  test("put into force before the approval, it stays not as provided (art. 6)", () => {
    const early = fact("PlanImplemented", "2026-03-20", { by: "p-info" })
    expect(status([...reviewed, early], "N6.3", "2026-03-25")).toBe("Breached")
    expect(status([...reviewed, early, approved], "N6.3", "2026-05-01")).toBe("Breached")
    expect(advised(reviewed, early).outcome).toBe("Denied")
    const sameDay = fact("PlanImplemented", "2026-04-01", { by: "p-info" })
    expect(status([...reviewed, approved, sameDay], "N6.3", "2026-05-01")).toBe("Fulfilled")
  })

  test("approved by another government it has no approval (art. 6)", () => {
    const other = { ...approved, by: "government" }
    expect(status([...reviewed, other], "N6.3", "2026-04-05")).toBe("Pending other-body")
    expect(status([...reviewed, other, implemented], "N6.3", "2026-05-01")).toBe("Breached other-body")
    const { by: _, ...unnamed } = approved
    expect(status([...reviewed, unnamed], "N6.3", "2026-04-05")).toBe("Undetermined approval.to")
    expect(status([...reviewed, unnamed, implemented], "N6.3", "2026-05-01")).toBe("Undetermined approval.to")
  })

  test("a new version has to be in force that day for it to take the place of the old one (art. 6)", () => {
    const superseded = (version: string | undefined, on: string) =>
      fact("PlanAmendmentApproved", on, {
        ...(version === undefined ? {} : { version }),
        by: "p-government"
      })
    expect(advised(story, superseded("plan-p2", "2027-01-01")).outcome).toBe("Allowed")
    expect(advised(story, superseded("plan-p2", "2026-12-31")).outcome).toBe("Denied")
    expect(advised(story, superseded("plan-p2", "2028-02-01")).outcome).toBe("Undetermined")
    expect(advised(story, superseded(undefined, "2027-01-01")).outcome).toBe("Undetermined")
    // In force, and known not to have been approved.
    expect(advised(story, superseded("version-2", "2027-07-01")).outcome).toBe("Denied")
    const lacks = (on: string) =>
      advised(story, superseded("plan-p2", on)).reasons.flatMap((r) => (r._tag === "Order" ? r.lacks : []))
    expect(lacks("2026-04-19")).toEqual(["force"])
    expect(lacks("2026-04-20")).toEqual([])
    // The step with which an organ replaces its own plan is none of this plan's.
    const replaced = fact("PlanReplaced", "2026-12-31", { version: "plan-p2", by: "p-info" })
    const instance = `replacement/${replaced.id}`
    expect(says([...story, replaced], "N6.3", "2027-01-05", textOnly, instance)).toBeUndefined()
    const amended = superseded("plan-p2", "2026-12-31")
    expect(says([...story, amended], "N6.3", "2027-01-05", textOnly, `replacement/${amended.id}`)?.gate).toBe("unmet")
  })

  test("that a plan in force was never approved does not bar a new version from taking its place (art. 6)", () => {
    const unlawful = [...provincial, submitted, implemented]
    const superseded = fact("PlanAmendmentApproved", "2027-01-01", { version: "plan-p2", by: "p-government" })
    expect(advised(unlawful, superseded).outcome).toBe("AllowedWithNotice")
    expect(status([...unlawful, superseded], "N6.3", "2027-02-01")).toBe("Breached")
    const late = [...provincial, submitted]
    expect(advised([...late, superseded], fact("PlanImplemented", "2027-01-01", { by: "p-info" })).outcome).toBe(
      "Denied"
    )
  })
})

describe("plans and the day on which the Measures took force (art. 36)", () => {
  const drafted = (on: string): Event => ({ ...provincial[0], on: day(on), id: "D" }) as Event

  test("a plan approved and put into force before is not judged (art. 36)", () => {
    const old = [
      drafted("2004-06-01"),
      fact("PlanApproved", "2004-12-01", {}),
      fact("PlanImplemented", "2005-01-10", {})
    ]
    for (const norm of ["N3.1", "N6.1", "N6.2", "N6.3"]) expect(status(old, norm, "2005-03-01")).toBe("")
    const named = old.map((e) => (e._tag === "PlanApproved" ? { ...e, by: "p-government" } : e))
    expect(status(named, "N6.3", "2005-03-01")).toBe("")
  })

  test("a plan still in drafting then is under them from that day (art. 36)", () => {
    expect(status([drafted("2004-06-01")], "N6.2", "2005-03-01")).toBe("Pending")
    expect(says([drafted("2004-06-01")], "N6.2", "2005-03-01")?.trigger?.on).toBe("2005-02-04")
    expect(status([drafted("2004-06-01")], "N6.2", "2005-02-03")).toBe("")
  })

  test("of a plan whose record is opened and whose drafting is to come no norm says anything yet", () => {
    expect(status(provincial, "N6.2", "2026-01-04")).toBe("")
  })
})

test("what is submitted again before it was returned starts no time anew (art. 6)", () => {
  const again = [...provincial, submitted, submission({}, "2026-02-11")]
  expect(says(again, "N6.2", "2026-02-12", timed)?.due).toBe("2026-02-12")
  expect(status(again, "N6.2", "2026-02-13", timed)).toBe("Overdue")
  const returned = fact("PlanReviewReturned", "2026-02-11", { by: "p-planning", reason: "须修改" })
  expect(says([...again, returned], "N6.2", "2026-02-13", timed)?.due).toBe("2026-02-21")
})
