import { dayOf, days, defaultProfiles, histories, lawfulHistories, profiles, projectId } from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import { assessmentLifecycle } from "../../src/assessment/Lifecycle.ts"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { quarterAt, quarterIndex } from "../../src/civil/Quarter.ts"
import { course } from "../../src/project/course.ts"
import { type Context, type Event, lifecycle, type Position, type Project } from "../../src/project/index.ts"
import { path, type Way } from "../../src/project/path.ts"
import { roles } from "../../src/regulation/roles.ts"
import type { Row } from "../../src/verdict/Lifecycle.ts"
import { asked, law, onDay, sample } from "./Law.ts"
import { actsOf, answers, waysLaws } from "./ways.ts"

const rows: { readonly [kind: string]: Row } = lifecycle
const along = Object.entries(rows).flatMap(([kind, row]) => (Object.hasOwn(assessmentLifecycle, kind) ? [] : [row]))
const positions = [...new Set(along.flatMap(({ from = [] }) => from))] as ReadonlyArray<Position>
const endings = [...new Set(along.flatMap(({ to }) => to ?? []))].filter(
  (to) => !positions.includes(to as Position)
) as ReadonlyArray<Position>
const goals = fc.constantFrom(...positions, ...endings)

waysLaws<Project, Event, Position>({
  arts: "arts 9 to 12, 29 to 33",
  histories,
  profiles,
  asked,
  onDay,
  goals,
  path,
  course: () => course,
  exits: [
    "MaterialsRequested",
    "ReturnedForRevision",
    "Rejected",
    "Closed",
    "Withdrawn",
    "Cancelled",
    "MateriallyChanged",
    "AcceptanceFailed",
    "AssessmentReportReturned",
    "AssessmentClosed",
    "AssessmentCancelled"
  ],
  floor: 60,
  portion: 0.2
})

/** What may happen beside the course: filings, budgets with and without copy, reports of the quarters before. */
const beside = (on: CivilDate, count: number): ReadonlyArray<Event> => {
  const shared = { project: projectId, on, recordedAt: `${on}T01:00:00Z` }
  const quarter = quarterIndex(on)
  return Array.from({ length: count }, (_, i) => [
    { _tag: "InvestmentFiled", id: `filed-${i}`, by: "info", ...shared },
    { _tag: "BudgetIssued", id: `issued-${i}`, budget: `idle-${i}`, fiscal: true, year: 2026, by: "fin", ...shared },
    ...(i % 2 === 0
      ? [{ _tag: "BudgetCopied", id: `copied-${i}`, budget: `idle-${i}`, to: "info", by: "fin", ...shared }]
      : []),
    {
      _tag: "ProgressReported",
      id: `told-${i}`,
      period: quarterAt(quarter - 1 - i).id,
      to: "drc",
      amount: "0.00",
      by: "company",
      ...shared
    },
    {
      _tag: "ReportCopied",
      id: `sent-${i}`,
      period: quarterAt(quarter - 1 - i).id,
      to: "info",
      by: "company",
      ...shared
    }
  ]).flat() as unknown as ReadonlyArray<Event>
}

law(
  "filings, budgets and reports beside the course change neither the way nor the work of finding it (arts 11, 12)",
  40,
  { history: lawfulHistories, n: days, profile: defaultProfiles, goal: goals, count: fc.integer({ min: 1, max: 9 }) },
  ({ count, goal, history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const ctx = asked(day, profile)
    const plain = path(onDay(events, day), goal, ctx)
    const busy = path(onDay([...events, ...beside(day, count)], day), goal, ctx)
    if (actsOf(plain).length > 0) met()
    expect(actsOf(busy)).toEqual(actsOf(plain))
    expect(busy.visited).toBe(plain.visited)
  },
  0.2
)

const offices = ["investment", "info", "organ"] as const

/** The sample directory in which nobody holds some offices from a day on. */
const vacant = (ctx: Context, empty: ReadonlyArray<string>): Context => {
  const { directory } = ctx
  const out = (office: string, on: CivilDate): boolean => on >= ctx.asOf && empty.includes(office)
  return {
    ...ctx,
    directory: {
      ...directory,
      holder: (role, region, on) => (out(roles[role].office, on) ? undefined : directory.holder(role, region, on)),
      holds: (agency, role, region, on) =>
        out(roles[role].office, on) ? false : sample.holds(agency, role, region, on),
      seat: (agency, office, on) => (out(office, on) ? null : directory.seat(agency, office, on))
    }
  }
}

law(
  "where only offices are vacant, filling those that are named opens the way, and filling all but one of them does not (arts 4, 9 to 12, 29 to 33)",
  25,
  {
    history: lawfulHistories,
    n: days,
    profile: defaultProfiles,
    goal: fc.constantFrom<Position>("approved", "constructing", "completed", "accepted", "retired"),
    empty: fc.subarray([...offices], { minLength: 1 })
  },
  ({ empty, goal, history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const ctx = asked(addDays(day, 1), profile)
    const p = onDay(events, day)
    const without = answers((left) => path(p, goal, vacant(ctx, left)))
    if (without([])._tag === "None") return
    const way = without(empty)
    if (way._tag === "Found") return
    const named: ReadonlyArray<string> = way.lacks.map((lack) =>
      lack._tag === "Holder" ? roles[lack.role].office : lack._tag
    )
    met()
    expect(empty).toEqual(expect.arrayContaining([...named]))
    const filled = (offices_: ReadonlyArray<string>) =>
      without(empty.filter((office) => !offices_.includes(office)))._tag
    expect(filled(named), named.join()).toBe("Found")
    for (const one of named) expect(filled(named.filter((office) => office !== one)), one).toBe("None")
  },
  0.1
)

/** The way, or what is missing, for whoever does not know these facts. */
const wayWithout = (p: Project, ctx: Context, names: ReadonlyArray<string>, goal: Position): Way<Event> =>
  path(
    names.includes("organ") ? { ...p, organ: undefined } : p,
    goal,
    names.includes("plansInForce") ? { ...ctx, plansInForce: () => undefined } : ctx
  )

law(
  "whoever is told which facts are missing and states them, as often as asked, is told a way; nothing is asked that was stated (arts 4, 10)",
  20,
  {
    history: lawfulHistories,
    n: days,
    profile: defaultProfiles,
    goal: fc.constantFrom<Position>("applied", "opinionGiven", "approved", "completed", "accepted", "retired"),
    names: fc.subarray(["organ", "plansInForce"], { minLength: 1 })
  },
  ({ goal, history: { events }, n, names, profile }, met) => {
    const day = dayOf(events, n)
    const [p, ctx] = [onDay(events, day), asked(day, profile)]
    const without = answers((left) => wayWithout(p, ctx, left, goal))
    if (without([])._tag === "None") return
    let missing: ReadonlyArray<string> = names
    for (;;) {
      const way = without(missing)
      if (way._tag === "Found") return
      const named = way.lacks.map((lack) => (lack._tag === "Fact" ? lack.missing : lack._tag))
      met()
      expect(named.length).toBeGreaterThan(0)
      expect(missing).toEqual(expect.arrayContaining(named))
      missing = missing.filter((name) => !named.includes(name))
    }
  },
  0.2
)
