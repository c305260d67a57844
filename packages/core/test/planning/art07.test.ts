import { agencies } from "@banfa/testing/planning"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { directory } from "../../src/agency/Directory.ts"
import { parseDirectoryData } from "../../src/agency/DirectorySchema.ts"
import { advise, type Event } from "../../src/planning/index.ts"
import { advised, ask, bearer, day, departmental, fact, filed, on, read, says, status, timed } from "./story.ts"

const implemented = (on: string) => fact("PlanImplemented", on, { by: "p-health" })
const filing = (particulars: object): Event => {
  const fact = { ...filed, ...particulars } as unknown as { [key: string]: unknown }
  for (const key of Object.keys(particulars)) if (fact[key] === undefined) delete fact[key]
  return fact as unknown as Event
}
const registered = fact("PlanFilingRegistered", "2026-02-20", { filing: "F1", by: "p-info" })
const returned = (lacking: ReadonlyArray<string> | null | undefined, by = "p-info") =>
  fact("PlanFilingReturned", "2026-02-15", { filing: "F1", by, ...(lacking === undefined ? {} : { lacking }) })

describe("the plan of a provincial organ rests on the provincial plan (art. 7)", () => {
  test("in drafting it is owed by the organ, on no day (art. 7)", () => {
    expect(status(departmental, "N7.1", "2026-01-20")).toBe("DueUnspecified")
    expect(bearer(departmental, "N7.1", "2026-01-20")).toBe("organ.provincial p-health")
    expect(bearer(departmental, "N7.1", "2027-01-01")).toBe("organ.provincial p-health-2")
  })

  test.each([
    [["plan-p"], "Fulfilled"],
    [["plan-old"], "Breached"],
    [[], "Breached"],
    [undefined, "Undetermined plans"]
  ] as const)("filed as resting on %j it is %s (art. 7)", (plans, expected) => {
    expect(status([...departmental, filing({ plans })], "N7.1", "2026-02-20")).toBe(expected)
  })

  test("what was in force on the day of sending counts; its later end is a remark (art. 7)", () => {
    const story = [...departmental, filed, implemented("2026-02-10")]
    expect(status(story, "N7.1", "2026-12-31")).toBe("Fulfilled")
    expect(status(story, "N7.1", "2027-01-01")).toBe("Fulfilled provincial-plan-over")
    const replaced = fact("PlanReplaced", "2026-12-01", { version: "plan-2", by: "p-health" })
    expect(status([...story, replaced], "N7.1", "2027-01-01")).toBe("Fulfilled")
  })

  test("with no provincial plan in force nothing is asked, and sending it is allowed with a notice (art. 7)", () => {
    const early: ReadonlyArray<Event> = [{ ...departmental[0], on: day("2025-05-01") } as Event]
    const sent = filing({ on: day("2025-06-01"), plans: [] })
    expect(status(early, "N7.1", "2025-06-15")).toBe("")
    expect(status([...early, sent], "N7.1", "2025-06-15")).toBe("NotApplicable no-provincial-plan")
    expect(advised(early, sent).outcome).toBe("AllowedWithNotice")
    expect(advised(departmental, filing({ plans: [] })).outcome).toBe("Denied")
    expect(advised(departmental, filed).outcome).toBe("Allowed")
  })

  test("what a filing lacked stays on record when a later one lacks it again, or is not asked for it (arts 7, 35)", () => {
    const sent = (n: number, on: string, plans: ReadonlyArray<string>): Event =>
      filing({ id: `filed-${n}`, filing: `F${n}`, on: day(on), received: day(on), plans })
    const wanting = { status: "Breached", from: "2026-02-01", until: "2026-02-10" }
    const corrected = [...departmental, sent(1, "2026-02-01", []), sent(2, "2026-02-10", ["plan-p"])]
    const lacked = (story: ReadonlyArray<Event>, on: string) => says(story, "N7.1", on)?.intervals
    expect(lacked(corrected, "2026-03-01")).toEqual([expect.objectContaining(wanting)])
    const again = [...corrected, sent(3, "2026-02-20", [])]
    expect(status(again, "N7.1", "2026-03-01")).toBe("Breached")
    expect(lacked(again, "2026-03-01")).toEqual([expect.objectContaining(wanting)])
    const unknown = [...corrected, sent(3, "2028-01-20", [])]
    expect(status(unknown, "N7.1", "2028-03-01")).toBe("Undetermined plansInForce")
    expect(lacked(unknown, "2028-03-01")).toEqual([expect.objectContaining(wanting)])
    // What lacks it still was not put right.
    const still = [...departmental, sent(1, "2026-02-01", []), sent(2, "2026-02-10", [])]
    expect(lacked(still, "2026-03-01")).toBeUndefined()
  })

  test("where nobody knows which plan is in force it cannot be told (art. 7)", () => {
    const late: ReadonlyArray<Event> = [{ ...departmental[0], on: day("2028-01-10") } as Event]
    expect(status(late, "N7.1", "2028-02-01")).toBe("Undetermined plansInForce")
    const sent = filing({ on: day("2028-01-20"), received: day("2028-01-21") })
    expect(says([...late, sent], "N7.1", "2028-02-01")?.act?.kind).toBe("PlanFiled")
  })

  test("put into force with no filing on record, nobody knows on what it rests (art. 7)", () => {
    expect(status([...departmental, implemented("2026-02-10")], "N7.1", "2026-03-01")).toBe("Undetermined plans")
  })

  test("the plan of a department below the province is none of art. 7, whatever A07b says of local rules", () => {
    const municipal: ReadonlyArray<Event> = [{ ...departmental[0], organ: "health", by: "health" } as Event]
    for (const option of ["no", "profile"] as const)
      for (const norm of ["N7.1", "N7.2"]) expect(status(municipal, norm, "2026-03-01", read("A07b", option))).toBe("")
    const unheard: ReadonlyArray<Event> = [{ ...departmental[0], organ: "unheard-of" } as Event]
    for (const norm of ["N7.1", "N7.2"]) expect(status(unheard, norm, "2026-03-01")).toBe("Undetermined organ")
    const early: ReadonlyArray<Event> = [{ ...unheard[0], on: day("2025-05-01") } as Event]
    expect(status(early, "N7.1", "2025-06-15")).toBe("")
  })

  test("of acts on a plan whose record nobody opened nobody knows whose plan it is (arts 6 to 8)", () => {
    for (const norm of ["N6.1", "N7.1", "N7.2", "N8.1"])
      expect(status([filed], norm, "2026-03-01")).toBe("Undetermined kind")
  })

  test("another provincial organ neither files nor carries out the plan (art. 7)", () => {
    const region = "440000"
    const data = {
      ...agencies,
      agencies: [...agencies.agencies, { id: "p-education", name: { zh: "省教育厅" }, region }],
      holdings: [...agencies.holdings, { agency: "p-education", office: "organ", region, from: day("2000-01-01") }]
    }
    const ctx = {
      ...ask("2026-02-02"),
      directory: Result.getOrThrow(directory(Result.getOrThrow(parseDirectoryData(data))))
    }
    const told = (by: string) =>
      advise(on(departmental, "2026-02-02"), filing({ by }), ctx).reasons.flatMap((r) =>
        r._tag === "Competence" && r.competence._tag === "NotCompetent" ? [r.competence.asked.responsible] : []
      )
    expect(told("p-health")).toEqual([])
    expect(told("p-education")).toEqual(["p-health"])
  })
})

describe("filing before implementation, which is no approval (art. 7)", () => {
  test("neither filed nor put into force, it is pending (art. 7)", () => {
    expect(status(departmental, "N7.2", "2026-01-20")).toBe("Pending")
    const withdrawn = fact("PlanWithdrawn", "2026-01-15", { by: "p-health" })
    expect(status([...departmental, withdrawn], "N7.2", "2026-01-20")).toBe("NotApplicable lapsed")
  })

  test("papers that are under way have not arrived (art. 7)", () => {
    const story = [...departmental, filed]
    expect(status(story, "N7.2", "2026-02-04")).toBe("Pending")
    expect(says(story, "N7.2", "2026-02-04")?.stands).toBe("2026-02-04")
    for (const on of ["2026-02-05", "2026-02-06"]) {
      expect(status(story, "N7.2", on)).toBe("Fulfilled")
      expect(says(story, "N7.2", on)?.stands).toBeUndefined()
    }
    const until = (received: string) =>
      says([...departmental, filing({ received })], "N7.2", "2026-02-02", timed)?.stands
    expect(until("2026-02-03")).toBe("2026-02-02")
    expect(until("2026-02-10")).toBe("2026-02-04")
  })

  test("a plan carried out before the Measures took force is not judged (arts 7, 36)", () => {
    const drafted: ReadonlyArray<Event> = [{ ...departmental[0], on: day("2004-06-01") } as Event]
    expect(status([...drafted, implemented("2005-01-10")], "N7.2", "2005-03-01")).toBe("")
    expect(status([...drafted, implemented("2005-02-10")], "N7.2", "2005-03-01")).toBe("Breached")
  })

  test.each([
    ["2026-02-04", "Breached"],
    ["2026-02-05", "Fulfilled"],
    ["2026-03-01", "Fulfilled"]
  ])("put into force on %s, with the papers received on 2026-02-05, it is %s (art. 7)", (on, expected) => {
    const story = [...departmental, filed, implemented(on)]
    expect(status(story, "N7.2", "2026-04-01")).toBe(expected)
    expect(advised([...departmental, filed], implemented(on)).outcome).toBe(
      expected === "Breached" ? "Denied" : "Allowed"
    )
  })

  test("put into force with no filing, or one with another body, it stays not as provided (art. 7)", () => {
    expect(status([...departmental, implemented("2026-03-01")], "N7.2", "2026-04-01")).toBe("Breached")
    const elsewhere = [...departmental, filing({ to: "info" }), implemented("2026-03-01")]
    expect(status(elsewhere, "N7.2", "2026-04-01")).toBe("Breached other-level")
    expect(status(elsewhere.slice(0, 2), "N7.2", "2026-02-20")).toBe("Pending other-level")
    const late = [...departmental, implemented("2026-01-20"), filed]
    expect(status(late, "N7.2", "2026-04-01")).toBe("Breached")
  })

  test("a day of receipt or a recipient that nobody states leaves it open (art. 7)", () => {
    expect(status([...departmental, filing({ received: undefined })], "N7.2", "2026-03-01")).toBe(
      "Undetermined received"
    )
    expect(status([...departmental, filing({ to: undefined })], "N7.2", "2026-03-01")).toBe("Undetermined filing.to")
    expect(status([...departmental, filing({ received: null })], "N7.2", "2026-03-01")).toBe("Pending not-received")
    const proven = [...departmental, filing({ received: null }), registered]
    expect(status([...proven, implemented("2026-03-01")], "N7.2", "2026-03-05")).toBe("Fulfilled")
    expect(status([...proven, implemented("2026-02-10")], "N7.2", "2026-03-05")).toBe("Breached")
    const shown = [...departmental, filing({ received: undefined }), registered]
    expect(status([...shown, implemented("2026-03-01")], "N7.2", "2026-03-05")).toBe("Fulfilled")
    expect(status([...shown, implemented("2026-02-10")], "N7.2", "2026-03-05")).toBe("Undetermined received")
  })

  test("a filing returned as incomplete has not been received; sent anew it has (art. 7)", () => {
    const back = [...departmental, filed, returned(["附件"])]
    expect(status(back, "N7.2", "2026-03-01")).toBe("Pending filing-incomplete")
    expect(status([...back, implemented("2026-03-01")], "N7.2", "2026-03-05")).toBe("Breached filing-incomplete")
    const again = fact("PlanFiled", "2026-02-18", {
      filing: "F2",
      to: "p-info",
      received: day("2026-02-19"),
      plans: ["plan-p"],
      by: "p-health"
    })
    expect(status([...back, again, implemented("2026-03-01")], "N7.2", "2026-03-05")).toBe("Fulfilled")
    expect(status([...departmental, filed, returned(undefined)], "N7.2", "2026-03-01")).toBe("Undetermined lacking")
    expect(status([...departmental, filed, returned(["附件"], "info")], "N7.2", "2026-03-01")).toBe("Fulfilled")
    const { by: _, ...unnamed } = returned(["附件"])
    expect(status([...departmental, filed, unnamed], "N7.2", "2026-03-01")).toBe("Undetermined filing.to")
    const more = { ...returned(undefined), id: "more" } as Event
    for (const doubtful of [more, { ...unnamed, id: "more" }, { ...unnamed, id: "0" }])
      expect(status([...back, doubtful], "N7.2", "2026-03-01")).toBe("Pending filing-incomplete")
  })

  test("a filing that is registered after it was returned as incomplete counts from its registration (art. 7)", () => {
    const story = [...departmental, filed, returned(["附件"]), registered]
    expect(status(story, "N7.2", "2026-03-01")).toBe("Fulfilled")
    expect(status([...story, implemented("2026-02-18")], "N7.2", "2026-03-01")).toBe("Breached")
    expect(status([...story, implemented("2026-02-20")], "N7.2", "2026-03-01")).toBe("Fulfilled")
  })

  test("of several filings the first to arrive counts, of those of one day the first on record (art. 7)", () => {
    const again = (on: string, received: string) =>
      ({ ...filing({ filing: "F2", on, received }), id: "again" }) as Event
    const coming = [...departmental, filed, again("2026-02-02", "2026-02-04")]
    expect(says(coming, "N7.2", "2026-02-03")?.stands).toBe("2026-02-03")
    expect(says(coming, "N7.2", "2026-03-01")?.act).toMatchObject({ ref: "again", on: "2026-02-04" })
    const atOnce = [...departmental, filed, again("2026-02-02", "2026-02-05")]
    expect(says(atOnce, "N7.2", "2026-03-01")?.act?.ref).toBe(filed.id)
  })

  test("disagreement on the merits holds nothing up, and is remarked (art. 7)", () => {
    const refused = [...departmental, filed, returned([])]
    expect(status(refused, "N7.2", "2026-03-01")).toBe("Fulfilled refused-on-merits")
    expect(status([...refused, implemented("2026-02-04")], "N7.2", "2026-03-01")).toBe("Breached")
    expect(advised(refused, implemented("2026-03-01")).outcome).toBe("AllowedWithNotice")
  })

  test("under A07a = registered only the day of registration counts (art. 7)", () => {
    const profile = read("A07a", "registered")
    const sent = [...departmental, filed]
    expect(status(sent, "N7.2", "2026-02-10", profile)).toBe("Pending not-registered")
    expect(status([...sent, registered], "N7.2", "2026-03-01", profile)).toBe("Fulfilled")
    expect(status([...sent, implemented("2026-02-10"), registered], "N7.2", "2026-03-01", profile)).toBe("Breached")
    expect(status([...sent, returned([])], "N7.2", "2026-03-01", profile)).toBe("Pending refused-on-merits")
    expect(status([...sent, returned(["附件"])], "N7.2", "2026-03-01", profile)).toBe("Pending filing-incomplete")
    expect(advised(sent, implemented("2026-02-10"), profile).outcome).toBe("Denied")
    const { by: _, ...unnamed } = registered
    expect(status([...sent, unnamed], "N7.2", "2026-03-01", profile)).toBe("Undetermined filing.to")
  })

  test("under A07a = approve a refusal on the merits stands (art. 7)", () => {
    const profile = read("A07a", "approve")
    const refused = [...departmental, filed, returned([])]
    expect(status(refused, "N7.2", "2026-03-01", profile)).toBe("Pending filing-refused")
    expect(status([...refused, implemented("2026-03-01")], "N7.2", "2026-03-05", profile)).toBe(
      "Breached filing-refused"
    )
    expect(status([...departmental, filed, registered], "N7.2", "2026-03-01", profile)).toBe("Fulfilled")
  })

  test("a period that a profile sets runs from the drafting (art. 7)", () => {
    expect(says(departmental, "N7.2", "2026-01-20", timed)?.due).toBe("2026-02-04")
    expect(status(departmental, "N7.2", "2026-02-04", timed)).toBe("Pending")
    expect(status(departmental, "N7.2", "2026-02-05", timed)).toBe("Overdue")
    expect(status([...departmental, filed], "N7.2", "2026-03-01", timed)).toBe("FulfilledLate")
    const withdrawn = fact("PlanWithdrawn", "2026-02-20", { by: "p-health" })
    expect(status([...departmental, withdrawn], "N7.2", "2026-03-01", timed)).toBe("Breached")
  })
})
