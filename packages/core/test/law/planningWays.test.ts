import { areas, dayOf, histories, holderOn, lawfulHistories, planId, profiles } from "@banfa/testing/planning"
import { days } from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { courseOf } from "../../src/planning/course.ts"
import {
  type Context,
  type Event,
  fold,
  lifecycle,
  type PlanVersion,
  type Position,
  position
} from "../../src/planning/index.ts"
import { path } from "../../src/planning/path.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { roles } from "../../src/regulation/roles.ts"
import { law } from "./Law.ts"
import { asked, onDay } from "./planning.ts"
import { actsOf, answers, waysLaws } from "./ways.ts"

const positions = [...new Set(Object.values(lifecycle).flatMap(({ from = [], to }) => [...from, ...(to ? [to] : [])]))]

waysLaws<PlanVersion, Event, Position>({
  arts: "arts 3, 4, 6 to 8",
  histories,
  profiles,
  asked,
  onDay,
  goals: fc.constantFrom(...positions),
  path,
  course: ({ kind }) => courseOf(kind),
  exits: [
    "PlanReviewReturned",
    "PlanNotApproved",
    "PlanFilingReturned",
    "PlanAmendmentApproved",
    "PlanReplaced",
    "PlanRepealed",
    "PlanWithdrawn"
  ],
  floor: 20,
  portion: 0.4
})

const start = "2025-07-01" as CivilDate
const offices = ["info", "planning", "government"] as const
/** Which office takes each step of a plan that a government approves. */
const steps = [
  ["PlanSubmittedForReview", "info"],
  ["PlanReviewPassed", "planning"],
  ["PlanSubmittedForApproval", "info"],
  ["PlanApproved", "government"],
  ["PlanImplemented", "info"]
] as const

law(
  "a plan in drafting comes into force through the review and the approval of whoever holds these offices for exactly its region on the day (arts 6, 8)",
  95,
  { area: fc.constantFrom("province", "city", "county", "plain"), wait: fc.nat(900) },
  ({ area, wait }, met) => {
    const on = addDays(start, wait)
    const kind = area === "province" ? "provincial" : "local"
    const leader = holderOn("info", area, on)
    const head = { id: "drafted", plan: planId, on, recordedAt: `${on}T01:00:00Z` }
    const drafted = { ...head, _tag: "PlanDrafted", kind, region: areas[area], organ: leader, by: leader }
    const way = path(fold(planId, [drafted as unknown as Event]), "inForce", asked(on, textOnly))
    // From 2028 on nobody knows the plans that a local plan has to rest on.
    if (way._tag === "None") {
      expect(way.lacks).toEqual([{ _tag: "Fact", missing: "plansInForce", norm: "N8.1", instance: "" }])
      expect(kind === "local" && on >= "2028-01-01").toBe(true)
      return met()
    }
    met()
    expect(actsOf(way).map(({ _tag, by }) => [_tag, by])).toEqual(
      steps.map(([tag, office]) => [tag, holderOn(office, area, on)])
    )
  },
  0.2
)

/** The sample directory in which nobody holds some offices from the day asked on. */
const vacant = (ctx: Context, empty: ReadonlyArray<string>): Context => {
  const gone = (office: string, on: CivilDate): boolean => on >= ctx.asOf && empty.includes(office)
  const { directory } = ctx
  return {
    ...ctx,
    directory: {
      ...directory,
      holder: (role, region, on) => (gone(roles[role].office, on) ? undefined : directory.holder(role, region, on)),
      holds: (agency, role, region, on) =>
        gone(roles[role].office, on) ? false : directory.holds(agency, role, region, on),
      seat: (agency, office, on) => (gone(office, on) ? null : directory.seat(agency, office, on))
    }
  }
}

law(
  "where only offices are vacant, filling those that are named opens the way, and filling all but one of them does not (arts 6 to 8)",
  3,
  {
    history: lawfulHistories,
    n: days,
    goal: fc.constantFrom<Position>("reviewed", "approved", "filed", "inForce"),
    empty: fc.subarray([...offices], { minLength: 1 })
  },
  ({ empty, goal, history: { events }, n }, met) => {
    const day = dayOf(events, n)
    // Whoever led the drafting held its office then; the offices fall vacant on the day after.
    const ctx = asked(addDays(day, 1), textOnly)
    const p = onDay(events, day)
    const without = answers((left) => path(p, goal, vacant(ctx, left)))
    if (position(p, ctx) !== "drafting" || without([])._tag === "None") return
    const way = without(empty)
    if (way._tag === "Found") return
    const named = way.lacks.map((lack) => (lack._tag === "Holder" ? roles[lack.role].office : lack._tag))
    met()
    expect(empty).toEqual(expect.arrayContaining(named))
    expect(without(empty.filter((office) => !named.includes(office)))._tag).toBe("Found")
    for (const one of named) expect(without([one])._tag, one).toBe("None")
  },
  0.4
)
