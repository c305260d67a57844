import { describe, expect, test } from "vitest"
import { type Event, fold, type PlanVersion, plansInForce } from "../../src/planning/index.ts"
import { owing } from "../../src/planning/population.ts"
import { ask, day, fact, sample } from "./story.ts"

const version = (id: string, ...events: ReadonlyArray<Event>): PlanVersion =>
  fold(
    id,
    events.map((e) => ({ ...e, plan: id }) as Event)
  )
const drafted = (particulars: object, on = "2025-01-06"): Event =>
  ({ ...fact("PlanDrafted", on, { kind: "provincial", region: "440000", organ: "p-info" }), ...particulars }) as Event
const implemented = (on: string, items?: ReadonlyArray<string>): Event =>
  fact("PlanImplemented", on, items === undefined ? {} : { items })
const reviewed = fact("PlanReviewPassed", "2025-05-01", { by: "p-planning" })
const approved = fact("PlanApproved", "2025-06-01", { by: "p-government" })

const found = (plans: ReadonlyArray<PlanVersion>, region: string | undefined, organ: string | undefined, on: string) =>
  plansInForce(plans, sample)(region, organ, day(on))?.map(({ id }) => id)

describe("the plans in force on a day (arts 6 to 9)", () => {
  const p1 = version("p1", drafted({}), reviewed, approved, implemented("2025-07-01", ["i1", "i2"]))

  test("the provincial plan is in force everywhere from the day on which it is put into force (arts 6, 9)", () => {
    expect(found([p1], "440106", "health", "2025-06-30")).toEqual([])
    expect(found([p1], "440106", "health", "2025-07-01")).toEqual(["p1"])
    expect(found([p1], undefined, undefined, "2025-07-01")).toEqual(["p1"])
    expect(plansInForce([p1], sample)("440106", "health", day("2025-07-01"))?.[0]).toEqual({
      id: "p1",
      kind: "provincial",
      items: ["i1", "i2"],
      approved: true
    })
  })

  test("a version is in force until the day on which the new one is, wherever that is recorded (arts 6, 9)", () => {
    const p2 = version("p2", drafted({ former: "p1" }, "2026-01-05"), implemented("2026-09-01"))
    const superseded = version(
      "p1",
      drafted({}),
      implemented("2025-07-01"),
      fact("PlanAmendmentApproved", "2026-09-01", { version: "p2" })
    )
    for (const old of [p1, superseded]) {
      expect(found([old, p2], "440100", undefined, "2026-08-31")).toEqual(["p1"])
      expect(found([old, p2], "440100", undefined, "2026-09-01")).toEqual(["p2"])
    }
    const [before] = plansInForce([superseded, p2], sample)("440100", undefined, day("2026-01-01")) ?? []
    expect(before?.until).toBe("2026-08-31")
    const sooner = version("p3", drafted({ former: "p1" }, "2026-01-05"), implemented("2026-08-01"))
    for (const plans of [
      [p1, p2, sooner],
      [p1, sooner, p2]
    ])
      expect(found(plans, "440100", undefined, "2026-08-15")).toEqual(["p3"])
    const repealed = version("p1", drafted({}), implemented("2025-07-01"), fact("PlanRepealed", "2026-02-01", {}))
    expect(found([repealed], "440100", undefined, "2026-01-31")).toEqual(["p1"])
    expect(found([repealed], "440100", undefined, "2026-02-01")).toEqual([])
  })

  test("a plan carried out without review or approval is in force as a fact, and says that it was not approved (arts 6, 8, 9)", () => {
    const never = version("p1", drafted({}), implemented("2025-07-01"))
    const late = version("p1", drafted({}), reviewed, implemented("2025-05-20"), approved)
    const other = version(
      "p1",
      drafted({}),
      reviewed,
      { ...approved, by: "government" } as Event,
      implemented("2025-07-01")
    )
    for (const plan of [never, late, other]) {
      const [one] = plansInForce([plan], sample)("440100", undefined, day("2026-01-01")) ?? []
      expect(one).toMatchObject({ id: "p1", approved: false })
    }
    const unheard = version(
      "p1",
      drafted({}),
      reviewed,
      { ...approved, by: "unheard-of" } as Event,
      implemented("2025-07-01")
    )
    const [one] = plansInForce([unheard], sample)("440100", undefined, day("2026-01-01")) ?? []
    expect(one?.approved).toBeUndefined()
  })

  test.each([
    ["returned and never passed", [fact("PlanReviewReturned", "2025-05-01", { by: "p-planning" }), approved], false],
    ["passed after it was put into force", [approved, { ...reviewed, on: day("2025-07-02") } as Event], false],
    ["passed on the day on which it was", [approved, { ...reviewed, on: day("2025-07-01") } as Event], true],
    [
      "approved on the day on which it was put into force",
      [reviewed, { ...approved, on: day("2025-07-01") } as Event],
      true
    ],
    ["reported, and approval refused", [reviewed, fact("PlanNotApproved", "2025-06-01", { by: "p-government" })], false]
  ] as const)("a plan %s was approved as provided, or not (arts 6, 8)", (_, acts, expected) => {
    const plan = version("p1", drafted({}), ...acts, implemented("2025-07-01"))
    expect(plansInForce([plan], sample)("440100", undefined, day("2026-01-01"))?.[0]?.approved).toBe(expected)
  })

  test("whether a plan that was taken over was approved, its record tells as far as it is complete (arts 6, 8)", () => {
    const since = (coverage: object, ...acts: ReadonlyArray<Event>) => {
      const taken = {
        ...fact("PlanTakenOver", "2026-01-05", { kind: "provincial", region: "440000", organ: "p-info" }),
        coverage: { force: day("2025-01-01"), ...coverage }
      } as Event
      const plan = version("p1", drafted({}), taken, ...acts, implemented("2025-07-01"))
      return plansInForce([plan], sample)("440100", undefined, day("2026-02-01"))?.[0]?.approved
    }
    const whole = { review: day("2025-01-01"), approval: day("2025-01-01") }
    const elsewhere = { ...approved, by: "government" } as Event
    expect(since({})).toBeUndefined()
    expect(since({}, reviewed, approved)).toBe(true)
    expect(since({}, reviewed, elsewhere)).toBeUndefined()
    expect(since(whole)).toBe(false)
    expect(since(whole, reviewed)).toBe(false)
    expect(since(whole, approved)).toBe(false)
    expect(since({ review: day("2025-01-01") }, approved)).toBe(false)
    expect(since({ approval: day("2025-01-01") }, reviewed, elsewhere)).toBe(false)
  })

  test("a plan that is being drafted measures nothing (arts 6, 9)", () => {
    expect(found([version("p1", drafted({}))], "440100", undefined, "2026-01-01")).toEqual([])
    expect(found([version("p1", drafted({}), reviewed, approved)], "440100", undefined, "2026-01-01")).toEqual([])
  })

  test("a local plan measures its own region alone, an organ's plan its organ alone, through succession (arts 7 to 9)", () => {
    const local = version("c", drafted({ kind: "local", region: "440100", organ: "info" }), implemented("2025-07-01"))
    const own = version("d", drafted({ kind: "departmental", organ: "p-health" }), implemented("2025-07-01"))
    expect(found([local], "440100", undefined, "2026-01-01")).toEqual(["c"])
    expect(found([local], "440106", undefined, "2026-01-01")).toEqual([])
    expect(found([local], undefined, undefined, "2026-01-01")).toBeUndefined()
    expect(found([own], "440000", "p-health", "2026-01-01")).toEqual(["d"])
    expect(found([own], "440000", "p-health-2", "2027-02-01")).toEqual(["d"])
    expect(found([own], "440000", "p-info", "2026-01-01")).toEqual([])
    expect(found([own], "440000", undefined, "2026-01-01")).toBeUndefined()
  })

  test("a region that became another by mere change of code is the same one (art. 8)", () => {
    const local = version(
      "c",
      drafted({ kind: "local", region: "440183", organ: "x" }, "2010-01-04"),
      implemented("2010-07-01")
    )
    expect(found([local], "440118", undefined, "2020-01-01")).toEqual(["c"])
    expect(found([local], "440117", undefined, "2020-01-01")).toEqual([])
  })

  test("a region whose day of change nobody knows is still its own (art. 8)", () => {
    const opening = drafted({ kind: "local", region: "440102", organ: "x" }, "2005-03-01")
    const local = version("c", opening, implemented("2005-05-01"))
    expect(found([local], "440102", undefined, "2005-06-01")).toEqual(["c"])
    expect(found([local], "440104", undefined, "2005-06-01")).toBeUndefined()
  })

  test("the plan of the province or of one of its organs is of the province, whatever region is entered (arts 6, 7)", () => {
    for (const kind of ["provincial", "departmental"])
      expect(version("d", drafted({ kind, region: "440100", organ: "p-health" })).region).toBe("440000")
    expect(version("c", drafted({ kind: "local", region: "440100", organ: "info" })).region).toBe("440100")
  })

  test("of two openings of one record the earlier says whose plan it is and what it follows (arts 6 to 8)", () => {
    const first = drafted({ id: "1", kind: "local", region: "440100", organ: "info", former: "c0" }, "2025-01-06")
    const second = drafted({ id: "2", kind: "departmental", organ: "p-health", former: "d0" }, "2025-02-03")
    for (const events of [
      [first, second],
      [second, first]
    ])
      expect(version("c", ...events)).toMatchObject({ kind: "local", region: "440100", organ: "info", former: "c0" })
  })

  test("what the record of a plan does not cover nobody knows; a withdrawn one was never in force (arts 6, 9)", () => {
    const taken = (coverage: object, ...events: ReadonlyArray<Event>) =>
      version(
        "p1",
        {
          ...fact("PlanTakenOver", "2026-01-05", { kind: "provincial", region: "440000", organ: "p-info" }),
          coverage
        } as Event,
        ...events
      )
    expect(found([taken({})], "440100", undefined, "2026-02-01")).toBeUndefined()
    expect(found([taken({}, implemented("2025-07-01"))], "440100", undefined, "2026-02-01")).toBeUndefined()
    expect(
      found([taken({ force: day("2025-01-01") }, implemented("2025-07-01"))], "440100", undefined, "2026-02-01")
    ).toEqual(["p1"])
    const withdrawn = taken({}, fact("PlanWithdrawn", "2026-01-20", {}))
    for (const on of ["2026-01-10", "2026-02-01"]) expect(found([withdrawn], "440100", undefined, on)).toEqual([])
    const ended = taken({}, implemented("2025-07-01"), fact("PlanRepealed", "2026-06-01", {}))
    expect(found([ended], "440100", undefined, "2026-02-01")).toEqual(["p1"])
    expect(found([version("x", implemented("2025-07-01"))], "440100", undefined, "2026-02-01")).toBeUndefined()
    const over = version("x", implemented("2025-07-01"), fact("PlanRepealed", "2026-01-01", {}))
    expect(found([over], "440100", undefined, "2026-02-01")).toEqual([])
  })
})

describe("who owes a plan and has begun none (arts 3, 4, 6 to 8)", () => {
  const population = {
    agencies: ["p-health", "p-health-2", "health", "p-info", "stranger"],
    areas: ["440100", "440106", "441900", "440000"]
  }
  const told = (found: ReturnType<typeof owing>) =>
    found.map((o) => [o.norms.join("+"), o.region, o.agency, o.status].join(" "))
  const lines = (plans: ReadonlyArray<PlanVersion>, asOf: string) => told(owing(plans, population, ask(asOf)))

  test("the province, its organs and every city, county and district, on no day; a municipal department owes none (arts 3, 4, 6 to 8)", () => {
    expect(lines([], "2026-02-01")).toEqual([
      "N3.1+N6.1 440000 p-info DueUnspecified",
      "N7.1 440000 p-health DueUnspecified",
      "N4.2 440100 info DueUnspecified",
      "N8.1 440100 info DueUnspecified",
      "N4.2 440106 c-info DueUnspecified",
      "N8.1 440106 c-info DueUnspecified",
      "N4.2 441900 d-info DueUnspecified",
      "N8.1 441900 d-info DueUnspecified"
    ])
  })

  test("with no provincial plan in force nothing has to rest on one; where nobody knows, nobody knows (arts 7, 8)", () => {
    expect(lines([], "2025-02-01").filter((line) => /N7|N8/u.test(line))).toEqual([])
    expect(
      lines([], "2028-02-01")
        .filter((line) => /N7|N8/u.test(line))
        .every((line) => line.endsWith("Undetermined"))
    ).toBe(true)
  })

  test("who has begun one owes none beside it, unless it came to nothing; a township's plan is not the area's (arts 4, 6 to 8)", () => {
    const plans = [
      version("p1", drafted({})),
      version("c", drafted({ kind: "local", region: "440100", organ: "info" })),
      version("t", drafted({ kind: "local", region: "440106", organ: "c-info", township: "示例镇" })),
      version("d", drafted({ kind: "departmental", organ: "p-health" }))
    ]
    expect(lines(plans, "2026-02-01").map((line) => line.slice(0, 11))).toEqual([
      "N4.2 440106",
      "N8.1 440106",
      "N4.2 441900",
      "N8.1 441900"
    ])
    expect(lines(plans, "2027-02-01").some((line) => line.startsWith("N7.1"))).toBe(false)
    const withdrawn = version("p1", drafted({}), fact("PlanWithdrawn", "2025-02-01", {}))
    expect(lines([withdrawn], "2026-02-01")[0]).toMatch(/^N3.1/u)
  })

  test("a plan is begun on the day on which its drafting begins, or its record where it was taken over (arts 3, 6)", () => {
    const owed = (plan: PlanVersion, asOf: string) => lines([plan], asOf).some((line) => line.startsWith("N3.1"))
    expect(owed(version("p1", drafted({}, "2026-02-02")), "2026-02-01")).toBe(true)
    expect(owed(version("p1", drafted({}, "2026-02-02")), "2026-02-02")).toBe(false)
    const opening = { kind: "provincial", region: "440000", organ: "p-info" } as never
    expect(owed(version("p1", fact("PlanTakenOver", "2026-01-05", opening)), "2026-02-01")).toBe(false)
    expect(owed(version("p1"), "2026-02-01")).toBe(true)
  })

  test("the plan of one is not the plan of another (arts 6 to 8)", () => {
    const owed = (plan: PlanVersion) => lines([plan], "2026-02-01").map((line) => line.split(" ").slice(0, 2).join(" "))
    const everybody = ["N3.1+N6.1 440000", "N7.1 440000", "N4.2 440100", "N8.1 440100", "N4.2 440106", "N8.1 440106"]
    const plain = ["N4.2 441900", "N8.1 441900"]
    expect(owed(version("c", drafted({ kind: "local", region: "441900", organ: "d-info" })))).toEqual(everybody)
    expect(owed(version("d", drafted({ kind: "departmental", organ: "p-info" })))).toEqual([...everybody, ...plain])
    expect(owed(version("p1", drafted({ organ: "p-health" })))).toEqual([...everybody.slice(1), ...plain])
  })

  test("where only plans of areas are in force nothing has to rest on a provincial one (arts 7, 8)", () => {
    const ctx = { ...ask("2026-02-01"), plansInForce: () => [{ id: "plan-c", kind: "local" as const }] }
    expect(told(owing([], population, ctx)).filter((line) => /N7|N8/u.test(line))).toEqual([])
  })

  test("an area whose code alone changed has the plan that it had; no other area has it (arts 4, 8)", () => {
    const before = version("c", drafted({ kind: "local", region: "440183", organ: "x" }, "2010-01-04"))
    const owed = owing([before], { agencies: [], areas: ["440117", "440118"] }, ask("2026-02-01"))
    expect(owed.flatMap(({ norms, region }) => (norms.includes("N4.2") ? [region] : []))).toEqual(["440117"])
  })
})
