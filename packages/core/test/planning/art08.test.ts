import { agencies, plansInForce } from "@banfa/testing/planning"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { directory } from "../../src/agency/Directory.ts"
import { parseDirectoryData } from "../../src/agency/DirectorySchema.ts"
import { type Context, context, type Event, fold, verdicts } from "../../src/planning/index.ts"
import {
  advised,
  ask,
  bearer,
  day,
  fact,
  local,
  on,
  planId,
  read,
  says,
  status,
  submittedLocal,
  timed
} from "./story.ts"

const passed = fact("PlanReviewPassed", "2026-03-02", { by: "c-planning" })
const reported = fact("PlanSubmittedForApproval", "2026-03-10", { by: "c-info" })
const approved = fact("PlanApproved", "2026-04-01", { by: "c-government" })
const implemented = fact("PlanImplemented", "2026-04-20", { by: "c-info" })
const story: ReadonlyArray<Event> = [...local, submittedLocal, passed, reported, approved, implemented]
const opening = (particulars: object): ReadonlyArray<Event> => [{ ...local[0], ...particulars } as Event]
const submission = (particulars: object): Event => ({ ...submittedLocal, ...particulars }) as Event
/** What N8.1 says under A08b = both where other plans are in force than in the other stories. */
const measuredBy = (events: ReadonlyArray<Event>, inForce: Context["plansInForce"]) => {
  const ctx = { ...ask("2026-02-10", read("A08b", "both")), plansInForce: inForce }
  return verdicts(on(events, "2026-02-10"), ctx).verdicts.find(({ norm }) => norm === "N8.1")
}

test("reported without review before the Measures took force, that is kept from 2005-02-04 on alone (arts 8, 36)", () => {
  const dated = (e: Event, on: string): Event => ({ ...e, on: day(on) }) as Event
  const early = (reviewed: string): ReadonlyArray<Event> => [
    ...local.map((e) => dated(e, "2004-11-01")),
    dated(submittedLocal, "2004-11-10"),
    dated(reported, "2004-12-07"),
    dated(passed, reviewed)
  ]
  const kept = (reviewed: string) =>
    says(early(reviewed), "N8.2", "2005-04-01")?.intervals?.map(({ from, until }) => [from, until])
  expect(kept("2005-03-02")).toEqual([["2005-02-04", "2005-03-02"]])
  expect(kept("2005-02-04")).toBeUndefined()
})

describe("the area's plan rests on the provincial plan (art. 8)", () => {
  test.each([
    [["plan-p"], "Fulfilled"],
    [["plan-c"], "Breached"],
    [["plan-c", "plan-p"], "Fulfilled"],
    [null, "Breached"],
    [undefined, "Undetermined plans"]
  ])("submitted as resting on %j a district's plan is %s (art. 8)", (plans, expected) => {
    expect(status([...local, submission({ plans })], "N8.1", "2026-02-10")).toBe(expected)
  })

  test("under A08b = both it has to rest on the city's plan too, where there is one (art. 8)", () => {
    const both = read("A08b", "both")
    expect(status([...local, submission({ plans: ["plan-p"] })], "N8.1", "2026-02-10", both)).toBe("Breached")
    expect(status([...local, submission({ plans: ["plan-p", "plan-c"] })], "N8.1", "2026-02-10", both)).toBe(
      "Fulfilled"
    )
    const city = opening({ region: "440100", organ: "info", by: "info" })
    expect(status([...city, submission({ plans: ["plan-p"] })], "N8.1", "2026-02-10", both)).toBe("Fulfilled")
    const early = [...opening({ on: day("2025-07-05") }), submission({ on: day("2025-08-01") })]
    expect(status(early, "N8.1", "2025-08-10", both)).toBe("Fulfilled")
    // What is not as provided is no plan to be aligned again when the provincial one is over.
    expect(status([...local, submission({ plans: ["plan-p"] })], "N8.1", "2027-01-05", both)).toBe("Breached")
    const known = [{ id: "plan-p", kind: "provincial" as const }]
    const unheard = measuredBy([...local, submission({ plans: ["plan-p"] })], (region) =>
      region === "440100" ? undefined : known
    )
    expect(unheard).toMatchObject({ status: "Undetermined", missing: "plansInForce" })
    const ofProvince = measuredBy([...city, submission({ plans: ["plan-p"] })], (region) =>
      region === "440000" ? [...known, { id: "plan-x", kind: "local" }] : known
    )
    expect(ofProvince?.status).toBe("Fulfilled")
  })

  test("in drafting it is owed by the area's authority, on no day; with no provincial plan nothing is asked (art. 8)", () => {
    expect(status(local, "N8.1", "2026-01-20")).toBe("DueUnspecified")
    expect(bearer(local, "N8.1", "2026-01-20")).toBe("info.local c-info")
    const early = opening({ on: day("2025-05-01") })
    expect(status(early, "N8.1", "2025-05-20")).toBe("")
    expect(status([...early, submission({ on: day("2025-06-01") })], "N8.1", "2025-06-20")).toBe(
      "NotApplicable no-provincial-plan"
    )
    expect(advised(early, submission({ on: day("2025-06-01") })).outcome).toBe("AllowedWithNotice")
    const late = opening({ on: day("2028-02-01") })
    expect(status(late, "N8.1", "2028-02-20")).toBe("Undetermined plansInForce")
  })

  test("a township owes no plan of its own; a plan of the province is none of an area; an unknown code leaves it open (art. 8)", () => {
    for (const norm of ["N8.1", "N8.2", "N8.3"]) {
      expect(status(opening({ township: "示例镇" }), norm, "2026-01-20")).toBe("")
      expect(status(opening({ region: "440000" }), norm, "2026-01-20")).toBe("")
    }
    expect(status(opening({ region: "440000" }), "N4.2", "2026-01-20")).toBe("NotApplicable")
    expect(status(opening({ region: "449999" }), "N8.1", "2026-01-20")).toBe("Undetermined region")
    expect(status(opening({ region: "449999" }), "N4.2", "2026-01-20")).toBe("Undetermined region")
  })

  test("when the provincial plan is over, a plan made under it stands, with a notice (art. 8)", () => {
    expect(status(story, "N8.1", "2026-12-31")).toBe("Fulfilled")
    expect(says(story, "N8.1", "2026-12-31")?.stands).toBe("2026-12-31")
    expect(status(story, "N8.1", "2027-01-01")).toBe("Fulfilled provincial-plan-over")
    const several = () =>
      [
        { id: "plan-p", kind: "provincial", until: day("2026-12-31") },
        { id: "plan-q", kind: "provincial", until: day("2026-06-30") },
        { id: "plan-r", kind: "provincial" }
      ] as const
    const stands = (...plans: ReadonlyArray<string>) => measuredBy([...local, submission({ plans })], several)?.stands
    expect(stands("plan-q")).toBe("2026-06-30")
    expect(stands("plan-p", "plan-q")).toBe("2026-12-31")
    expect(stands("plan-q", "plan-r")).toBeUndefined()
  })
})

describe("who plans for an area, and with whom (art. 4)", () => {
  test("the area's authority with other departments (art. 4)", () => {
    expect(status(local, "N4.2", "2026-01-20")).toBe("DueUnspecified")
    expect(bearer(local, "N4.2", "2026-01-20")).toBe("info.local c-info")
    expect(status(story, "N4.2", "2026-05-01")).toBe("Fulfilled")
    expect(status([...local, submission({ coDrafters: [] })], "N4.2", "2026-02-10")).toBe("Breached")
    expect(status([...local, submission({ coDrafters: undefined })], "N4.2", "2026-02-10")).toBe(
      "Undetermined coDrafters"
    )
    expect(status(opening({ organ: "c-planning" }), "N4.2", "2026-01-20")).toBe("Breached other-body")
    expect(status(opening({ organ: "info" }), "N4.2", "2026-01-20")).toBe("Breached other-body")
    expect(status(opening({ organ: "unheard-of" }), "N4.2", "2026-01-20")).toBe("Undetermined organ")
  })

  test("under A06 = joint the departments have to sign (art. 4)", () => {
    expect(status(story, "N4.2", "2026-05-01", read("A06", "joint"))).toBe("Undetermined signed")
    const signed = [...local, submission({ signed: ["finance"] })]
    expect(status(signed, "N4.2", "2026-02-10", read("A06", "joint"))).toBe("Fulfilled")
  })

  test("a township is planned for by the nearest named level, or under A04 = none by nobody (arts 4, 8)", () => {
    const township = opening({ township: "示例镇" })
    const town = [...opening({ township: "示例镇", region: "441900", organ: "d-info", by: "d-info" })]
    for (const case_ of [township, town]) expect(status(case_, "N4.2", "2026-01-20")).toBe("DueUnspecified")
    expect(bearer(town, "N4.2", "2026-01-20")).toBe("info.local d-info")
    expect(status(township, "N4.2", "2026-01-20", read("A04", "none"))).toBe("NotApplicable")
    expect(advised(township, submittedLocal).outcome).toBe("Allowed")
    expect(advised(township, submittedLocal, read("A04", "none")).outcome).toBe("Denied")
  })

  test("a city without counties plans for its own area (arts 4, 8)", () => {
    const dongguan = opening({ region: "441900", organ: "d-info", by: "d-info" })
    for (const option of ["nearest", "none"] as const) {
      expect(status(dongguan, "N4.2", "2026-01-20", read("A04", option))).toBe("DueUnspecified")
      expect(status(dongguan, "N8.1", "2026-01-20", read("A04", option))).toBe("DueUnspecified")
    }
  })

  test("that the departments are missing is a finding and no bar; the level is (art. 4)", () => {
    expect(advised(local, submission({ coDrafters: [] })).outcome).toBe("AllowedWithNotice")
    expect(advised(local, submittedLocal).outcome).toBe("Allowed")
    expect(advised(local, submission({ plans: ["plan-c"] })).outcome).toBe("Denied")
  })
})

describe("review and approval at the plan's own level and region (art. 8)", () => {
  test("as provided at the same level, it is fulfilled (art. 8)", () => {
    expect(status(story, "N8.2", "2026-05-01")).toBe("Fulfilled")
    expect(status(story, "N8.3", "2026-05-01")).toBe("Fulfilled")
    expect(advised([...local, submittedLocal, passed, reported], approved).outcome).toBe("Allowed")
    expect(advised([...local, submittedLocal, passed, reported, approved], implemented).outcome).toBe("Allowed")
  })

  test.each(["planning", "planning-2", "p-planning", "d-planning"])(
    "a district's plan reviewed by %s has not been reviewed (art. 8)",
    (by) => {
      const other = { ...passed, by }
      expect(status([...local, submittedLocal, other], "N8.2", "2026-03-05")).toBe("DueUnspecified other-body")
      expect(status([...local, submittedLocal, other, approved], "N8.2", "2026-05-01")).toBe("Breached other-body")
      const { outcome, reasons } = advised([...local, submittedLocal], other)
      expect(outcome).toBe("Denied")
      expect(reasons.some((r) => r._tag === "Norm" && r.verdict.norm === "N8.2" && r.outcome === "Denied")).toBe(true)
    }
  )

  test.each(["government", "p-government", "d-government"])(
    "a district's plan approved by %s has not been approved (art. 8)",
    (by) => {
      const other = { ...approved, by }
      const before = [...local, submittedLocal, passed, reported]
      expect(status([...before, other], "N8.3", "2026-04-05")).toBe("Pending other-body")
      expect(status([...before, other, implemented], "N8.3", "2026-05-01")).toBe("Breached other-body")
      const { reasons } = advised(before, other)
      expect(reasons.some((r) => r._tag === "Norm" && r.verdict.norm === "N8.3" && r.outcome === "Denied")).toBe(true)
    }
  )

  test("whose turn it is: the drafter's, then the planning authority's, as it then is (art. 8)", () => {
    expect(bearer(local, "N8.2", "2026-01-20")).toBe("info.local c-info")
    expect(bearer([...local, submittedLocal], "N8.2", "2026-02-10")).toBe("planning.local c-planning")
    const city = opening({ region: "440100", organ: "info", by: "info" })
    const asked = [...city, submission({ by: "info" })]
    expect(bearer(asked, "N8.2", "2026-05-31")).toBe("planning.local planning")
    expect(bearer(asked, "N8.2", "2026-06-01")).toBe("planning.local planning-2")
    const before = fact("PlanReviewPassed", "2026-05-31", { by: "planning" })
    const after = fact("PlanReviewPassed", "2026-06-01", { by: "planning" })
    expect(status([...asked, before], "N8.2", "2026-07-01")).toBe("Fulfilled")
    expect(status([...asked, after], "N8.2", "2026-07-01")).toBe("DueUnspecified other-body")
  })

  test("what was late is borne by whoever let the time pass (art. 8)", () => {
    const city = opening({ region: "440100", organ: "info", by: "info" })
    const asked = [...city, submission({ on: day("2026-05-20"), by: "info" })]
    const borne = (...acts: ReadonlyArray<Event>) => bearer([...asked, ...acts], "N8.2", "2026-07-01", timed)
    expect(borne(fact("PlanReviewPassed", "2026-06-10", { by: "planning-2" }))).toBe("planning.local planning")
    expect(borne(fact("PlanWithdrawn", "2026-06-10", { by: "info" }))).toBe("planning.local planning")
  })

  test("the order of the steps and the time of the review are as for the provincial plan (art. 8)", () => {
    expect(status([...local, submittedLocal, approved], "N8.2", "2026-05-01")).toBe("Breached")
    expect(status([...local, submittedLocal, reported], "N8.2", "2026-03-15")).toBe("Breached")
    expect(status([...local, submittedLocal], "N8.2", "2026-02-20", timed)).toBe("Overdue")
    expect(status([...local, submittedLocal, passed], "N8.2", "2026-03-15", timed)).toBe("FulfilledLate")
    expect(status([...local, submittedLocal, passed, implemented], "N8.3", "2026-05-01")).toBe("Breached")
    expect(advised([...local, submittedLocal, passed, reported], implemented).outcome).toBe("Denied")
  })

  test("a new version takes the place of the old one on the day on which it is in force (art. 8)", () => {
    const superseded = (on: string) => fact("PlanAmendmentApproved", on, { version: "version-2", by: "c-government" })
    expect(advised(story, superseded("2026-09-01")).outcome).toBe("Allowed")
    expect(advised(story, superseded("2026-08-31")).outcome).toBe("Denied")
    expect(status([...story, superseded("2026-08-31")], "N8.3", "2026-10-01")).toBe("Fulfilled")
  })

  test("a county that became a district keeps its authorities, by dated succession and not by prefix (art. 8)", () => {
    const entered = { agency: "z-planning", office: "planning", region: "440183", from: day("2000-01-01") }
    const region = "440183"
    const data = {
      ...agencies,
      agencies: [...agencies.agencies, { id: "z-planning", name: { zh: "增城" }, region }],
      holdings: [...agencies.holdings, entered],
      regionChanges: [
        { code: "440183", ceasedOn: day("2014-02-12"), successor: "440118" },
        { code: "440118", appearedOn: day("2014-02-12") }
      ]
    }
    const built = Result.getOrThrow(directory(Result.getOrThrow(parseDirectoryData(data))))
    const at = (code: string, review: string) => {
      const dated = [
        fact("PlanDrafted", "2014-01-06", { kind: "local", region: code, organ: "c-info" }),
        fact("PlanSubmittedForReview", "2014-01-20", {}),
        fact("PlanReviewPassed", review, { by: "z-planning" })
      ]
      const ctx = context({ asOf: day("2014-06-01"), directory: built, plansInForce })
      return verdicts(fold(planId, dated), ctx).verdicts.find(({ norm }) => norm === "N8.2")?.status
    }
    expect(at("440183", "2014-02-01")).toBe("Fulfilled")
    expect(at("440183", "2014-03-01")).toBe("Fulfilled")
    expect(at("440118", "2014-03-01")).toBe("Fulfilled")
    expect(at("440184", "2014-03-01")).toBe("DueUnspecified")
  })
})
