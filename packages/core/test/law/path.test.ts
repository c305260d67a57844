import { dayOf, days, defaultProfiles, histories, lawfulHistories, profiles, projectId } from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import { assessmentLifecycle } from "../../src/assessment/Lifecycle.ts"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { quarterAt, quarterIndex } from "../../src/civil/Quarter.ts"
import {
  advise,
  type Context,
  type Event,
  evolve,
  lifecycle,
  type Position,
  type Project,
  subject
} from "../../src/project/index.ts"
import { path, type Way } from "../../src/project/path.ts"
import { roles } from "../../src/regulation/roles.ts"
import type { Row } from "../../src/verdict/Lifecycle.ts"
import { asked, law, onDay, sample } from "./Law.ts"

const rows: { readonly [kind: string]: Row } = lifecycle
const course = Object.entries(rows).flatMap(([kind, row]) => (Object.hasOwn(assessmentLifecycle, kind) ? [] : [row]))
const positions = [...new Set(course.flatMap(({ from = [] }) => from))] as ReadonlyArray<Position>
const endings = [...new Set(course.flatMap(({ to }) => to ?? []))].filter(
  (to) => !positions.includes(to as Position)
) as ReadonlyArray<Position>
const goals = fc.constantFrom(...positions, ...endings)
const exits = [
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
]
/** The goals to which breaking off is a way. */
const left = exits.map((kind) => rows[kind]?.to)

const lawful = (outcome: string): boolean => outcome === "Allowed" || outcome === "AllowedWithNotice"

const usual = (p: Project, act: Event): boolean => rows[act._tag]?.from?.includes(subject.position(p, act)) !== false

/** What acts, done one after the other, come to: whether each is lawful and usual where the case stands, where they end, how many are noticed. */
const performed = (p: Project, acts: ReadonlyArray<Event>, ctx: Context) => {
  let state = p
  let going = true
  let noticed = 0
  for (const act of acts) {
    const { outcome } = advise(state, act, ctx)
    going &&= lawful(outcome) && usual(state, act)
    if (outcome !== "Allowed") noticed++
    state = evolve(state, act)
  }
  return { going, noticed, ends: state.position }
}
const actsOf = (way: Way<Event>): ReadonlyArray<Event> => (way._tag === "Found" ? way.steps.map(({ act }) => act) : [])

law(
  "whoever performs a way step by step is advised at every step what the way said, and arrives (arts 9 to 12)",
  60,
  { history: histories, n: days, profile: profiles, goal: goals },
  ({ goal, history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const ctx = asked(day, profile)
    let state = onDay(events, day)
    const way = path(state, goal, ctx)
    if (way._tag === "None") return
    for (const { act, advice, who } of way.steps) {
      met()
      expect(advise(state, act, ctx)).toEqual(advice)
      expect(lawful(advice.outcome), `${act._tag} ${advice.outcome}`).toBe(true)
      expect(usual(state, act), act._tag).toBe(true)
      expect(who.map(({ agency }) => agency)).toContain(act.by)
      if (!left.includes(goal)) expect(exits).not.toContain(act._tag)
      state = evolve(state, act)
    }
    expect(state.position).toBe(goal)
  },
  0.1
)

law(
  "a step of a way is required where without it the rest fails or misses the goal, and no other step brings more remarks than it spares (arts 9 to 12)",
  60,
  { history: histories, n: days, profile: profiles, goal: goals },
  ({ goal, history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const ctx = asked(day, profile)
    const p = onDay(events, day)
    const way = path(p, goal, ctx)
    if (way._tag === "None") return
    const acts = actsOf(way)
    const whole = performed(p, acts, ctx)
    for (const [index, step] of way.steps.entries()) {
      met()
      const rest = performed(
        p,
        acts.filter((_, i) => i !== index),
        ctx
      )
      expect(step.required, step.act._tag).toBe(!rest.going || rest.ends !== goal)
      if (!step.required) expect(rest.noticed, step.act._tag).toBeGreaterThanOrEqual(whole.noticed)
    }
  },
  0.1
)

law(
  "the same case, goal and day get the same answer to the byte",
  95,
  { history: histories, n: days, profile: profiles, goal: goals },
  ({ goal, history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    met()
    const once = JSON.stringify(path(onDay(events, day), goal, asked(day, profile)))
    expect(JSON.stringify(path(onDay(events.toReversed(), day), goal, asked(day, profile)))).toBe(once)
  },
  0.1
)

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
  0.1
)

law(
  "an answer that claims to have searched everything stands however long one searches, and one that gave up does not claim it",
  40,
  { history: histories, n: days, profile: profiles, goal: goals, limit: fc.integer({ min: 1, max: 40 }) },
  ({ goal, history: { events }, limit, n, profile }, met) => {
    const day = dayOf(events, n)
    const ctx = asked(day, profile)
    const p = onDay(events, day)
    const [short, long] = [path(p, goal, ctx, limit), path(p, goal, ctx)]
    met()
    if (long._tag === "None") expect(long.exhausted).toBe(true)
    if (short._tag === "Found") expect(actsOf(short)).toEqual(actsOf(long))
    else if (short.exhausted) expect(short).toEqual(long)
    else expect(short.visited).toBeGreaterThanOrEqual(limit)
  },
  0.1
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
  "where only offices are vacant, filling those that are named opens the way, and filling all but one of them does not (arts 4, 9 to 12)",
  25,
  {
    history: lawfulHistories,
    n: days,
    profile: defaultProfiles,
    goal: fc.constantFrom<Position>("approved", "constructing", "completed"),
    empty: fc.subarray([...offices], { minLength: 1 })
  },
  ({ empty, goal, history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const ctx = asked(addDays(day, 1), profile)
    const p = onDay(events, day)
    if (path(p, goal, ctx)._tag === "None") return
    const way = path(p, goal, vacant(ctx, empty))
    if (way._tag === "Found") return
    const named: ReadonlyArray<string> = way.lacks.map((lack) =>
      lack._tag === "Holder" ? roles[lack.role].office : lack._tag
    )
    met()
    expect(empty).toEqual(expect.arrayContaining([...named]))
    const filled = (offices_: ReadonlyArray<string>) =>
      path(
        p,
        goal,
        vacant(
          ctx,
          empty.filter((office) => !offices_.includes(office))
        )
      )._tag
    expect(filled(named), named.join()).toBe("Found")
    for (const one of named) expect(filled(named.filter((office) => office !== one)), one).toBe("None")
  },
  0.1
)
