import { describe, expect, test } from "vitest"
import type { Directory } from "../../src/agency/Directory.ts"
import { describeWay } from "../../src/planning/explain.ts"
import { type Event, type Position, position } from "../../src/planning/index.ts"
import { nextActs } from "../../src/planning/nextActs.ts"
import { path } from "../../src/planning/path.ts"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import type { RoleId } from "../../src/regulation/Role.ts"
import { roles } from "../../src/regulation/roles.ts"
import { emptyDirectory } from "../../src/verdict/context.ts"
import { ask, fact, filed, on, planId } from "./story.ts"

const day = "2026-04-02"
const opened = (kind: "provincial" | "local" | "departmental", region: string, organ: string): Event =>
  fact("PlanDrafted", "2026-01-05", { kind, region: region as never, organ, by: organ })
const local = opened("local", "440106", "c-info")
const provincial = opened("provincial", "440000", "p-info")
const departmental = opened("departmental", "440000", "p-health")
const to = (goal: Position, story: ReadonlyArray<Event>, ctx = ask(day)) => path(on(story, day), goal, ctx)
const told = (way: ReturnType<typeof to>): ReadonlyArray<string> =>
  way._tag === "None"
    ? way.lacks.map((lack) => JSON.stringify(lack))
    : way.steps.map(({ act, required }) => `${act._tag} by ${act.by}${required ? "" : ", or not"}`)

describe("the way of a plan to a position", () => {
  test("the provincial plan states both grounds, and goes through the province's own authorities (arts 3, 6)", () => {
    const way = to("inForce", [provincial])
    expect(told(way)).toEqual([
      "PlanSubmittedForReview by p-info",
      "PlanReviewPassed by p-planning",
      "PlanSubmittedForApproval by p-info",
      "PlanApproved by p-government",
      "PlanImplemented by p-info"
    ])
    expect(way._tag === "Found" && way.steps[0]?.act).toMatchObject({
      grounds: ["national-overall-plan", "provincial-conditions"]
    })
  })

  test("the plan of a district rests on the provincial plan and on that of its city, and the district approves it (art. 8)", () => {
    const way = to("approved", [local])
    expect(way._tag === "Found" && way.steps[0]?.act).toMatchObject({ plans: ["plan-p", "plan-c"] })
    expect(told(way).at(-1)).toBe("PlanApproved by c-government")
  })

  test("a plan that was not approved is made, reviewed and reported anew (art. 8)", () => {
    const story = [local, fact("PlanNotApproved", "2026-03-01", { reason: "…", by: "c-government" })]
    expect(told(to("approved", story))).toHaveLength(4)
  })

  test("the plan of a provincial organ is filed, and approved by nobody (art. 7)", () => {
    expect(told(to("inForce", [departmental]))).toEqual(["PlanFiled by p-health", "PlanImplemented by p-health"])
    expect(told(to("filed", [departmental]))).toEqual(["PlanFiled by p-health", "PlanFilingRegistered by p-info"])
    expect(told(to("approved", [departmental]))).toEqual([
      '{"_tag":"Position","position":"drafting","goal":"approved","terminal":false}'
    ])
  })

  test("where filing is read to need a registration, it comes before the implementation (art. 7)", () => {
    const ctx = ask(day, reading(textOnly, "A07a", "registered"))
    expect(told(to("inForce", [departmental], ctx))).toContain("PlanFilingRegistered by p-info")
  })

  test("a filing that went to another body is cured by the registration of the right one (art. 7)", () => {
    const sent = fact("PlanFiled", "2026-03-01", {
      filing: "F1",
      to: "info",
      received: "2026-03-02" as never,
      plans: ["plan-p"],
      by: "p-health"
    })
    expect(told(to("inForce", [departmental, sent]))).toEqual([
      "PlanFilingRegistered by p-info",
      "PlanImplemented by p-health"
    ])
  })

  test("a plan in force gives way to a version that was approved and is in force; ends are ways to themselves (arts 6, 7)", () => {
    const implemented = fact("PlanImplemented", "2026-03-01", { by: "p-health" })
    expect(told(to("superseded", [departmental, implemented]))).toEqual(["PlanReplaced by p-health"])
    expect(told(to("repealed", [departmental, implemented]))).toEqual(["PlanRepealed by p-health"])
    expect(told(to("withdrawn", [local]))).toEqual(["PlanWithdrawn by c-info"])
  })
})

describe("why there is no way", () => {
  test("of a plan of which nothing was said, nobody knows whose it is (arts 6 to 8)", () => {
    expect(told(to("inForce", []))).toEqual(['{"_tag":"Fact","missing":"kind","instance":""}'])
    expect(told(to("drafting", []))).toEqual([])
  })

  test("what another body than its government approved stands where it stood (art. 8)", () => {
    const story = [local, fact("PlanApproved", "2026-03-01", { by: "government" })]
    expect(position(on(story, day), ask(day))).toBe("drafting")
  })

  test("with an empty directory the three offices of exactly its region are named, in words too (art. 8)", () => {
    const ctx = { ...ask(day), directory: emptyDirectory }
    const way = to("approved", [local], ctx)
    expect(told(way).map((lack) => JSON.parse(lack).role)).toEqual(["info.local", "planning.local", "government.local"])
    const { lacks, summary } = describeWay(way, ctx)
    expect(summary.zh).toBe("没有依规定到达“已批准”的途径。")
    expect(lacks[0]?.text.zh).toContain("440106")
  })

  test("who led the drafting is asked of the day on which it began: a vacancy before it leaves the gate shut, one after it names offices alone (art. 3)", () => {
    const vacantFrom = (from: string) => {
      const { directory } = ask(day)
      const open = (role: RoleId, on: string): boolean => roles[role].office === "info" && on >= from
      return {
        ...ask(day),
        directory: {
          ...directory,
          holder: ((role, region, on) =>
            open(role, on) ? undefined : directory.holder(role, region, on)) satisfies Directory["holder"],
          holds: ((agency, role, region, on) =>
            open(role, on) ? false : directory.holds(agency, role, region, on)) satisfies Directory["holds"]
        }
      }
    }
    const office = '{"_tag":"Holder","role":"info.provincial","region":"440000"}'
    expect(told(to("reviewed", [provincial], vacantFrom(day)))).toEqual([office])
    expect(told(to("reviewed", [provincial], vacantFrom("2005-01-01")))).toEqual([
      office,
      '{"_tag":"Gate","norm":"N3.1","instance":"","act":"PlanSubmittedForReview"}'
    ])
  })

  test("a plan that nobody knows the provincial plan for cannot be submitted (art. 8)", () => {
    expect(told(to("approved", [local], { ...ask(day), plansInForce: () => undefined }))).toEqual([
      '{"_tag":"Fact","missing":"plansInForce","norm":"N8.1","instance":""}'
    ])
  })

  test("a repealed plan is at its end (art. 7)", () => {
    const story = [departmental, fact("PlanRepealed", "2026-03-01", { by: "p-health" })]
    expect(to("inForce", story)).toMatchObject({ lacks: [{ _tag: "Position", terminal: true }], exhausted: true })
  })
})

describe("what may happen next on a plan", () => {
  test("it is opened first, as one of three kinds, each by whom it belongs to (arts 6 to 8)", () => {
    expect(nextActs(on([], day), ask(day)).map(({ example, who }) => [example.id, who[0]?.role])).toEqual([
      ["…PlanDrafted/provincial", "info.provincial"],
      ["…PlanDrafted/local", "info.local"],
      ["…PlanDrafted/departmental", "organ.provincial"]
    ])
  })

  test("the version that takes its place is another one than itself (art. 8)", () => {
    const implemented = fact("PlanImplemented", "2026-03-01", { by: "c-info" })
    const inForce = [planId, "plan-2"].map((id) => ({ id, kind: "local" as const }))
    const next = nextActs(on([local, implemented], day), { ...ask(day), plansInForce: () => inForce })
    expect(next.find(({ kind }) => kind === "PlanAmendmentApproved")?.example).toMatchObject({ version: "plan-2" })
  })

  test("a filing is registered or returned once; one that was both is answered (art. 7)", () => {
    const offered = (...story: ReadonlyArray<Event>) =>
      nextActs(on([departmental, filed, ...story], day), ask(day)).flatMap(({ example, kind }) =>
        "filing" in example && kind !== "PlanFiled" ? [`${kind} ${example.filing}`] : []
      )
    expect(offered()).toEqual(["PlanFilingRegistered F1", "PlanFilingReturned F1"])
    const returned = fact("PlanFilingReturned", "2026-02-15", { filing: "F1", lacking: ["附件"], by: "p-info" })
    const registered = fact("PlanFilingRegistered", "2026-02-20", { filing: "F1", by: "p-info" })
    const again = fact("PlanFiled", "2026-02-25", { filing: "F2", to: "p-info", by: "p-health" })
    expect(offered(returned, registered, again)).toEqual(["PlanFilingRegistered F2", "PlanFilingReturned F2"])
  })

  test("under review it is passed or returned; the drafter may withdraw it (art. 8)", () => {
    const submitted = fact("PlanSubmittedForReview", "2026-02-01", {
      plans: ["plan-p"],
      coDrafters: ["finance"],
      by: "c-info"
    })
    expect(nextActs(on([local, submitted], day), ask(day)).map(({ advice, kind }) => [kind, advice.outcome])).toEqual([
      ["PlanReviewPassed", "Allowed"],
      ["PlanReviewReturned", "Allowed"],
      ["PlanWithdrawn", "Allowed"]
    ])
  })
})

test("a plan of which nobody said whose it is has no way before that is known (arts 6 to 8)", () => {
  const way = to("approved", [fact("PlanSubmittedForReview", "2026-03-01", { by: "c-info" })])
  expect(told(way)).toEqual(['{"_tag":"Fact","missing":"kind","instance":""}'])
})
