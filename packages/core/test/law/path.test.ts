import { dayOf, days, defaultProfiles, histories, lawfulHistories, profiles, projectId } from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import { assessmentLifecycle } from "../../src/assessment/Lifecycle.ts"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { quarterAt, quarterIndex } from "../../src/civil/Quarter.ts"
import { cheapest } from "../../src/path/cheapest.ts"
import { examples } from "../../src/path/examples.ts"
import { stepKinds } from "../../src/path/stepKinds.ts"
import { course as projectCourse } from "../../src/project/course.ts"
import {
  type Advice,
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
import { wayfinder } from "../../src/project/wayfinder.ts"
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

/** How much there is to remark about an act: its notices, and as three of them that it is out of the ordinary course. */
const remarks = (p: Project, act: Event, { reasons }: Advice): number =>
  reasons.length + (wayfinder.unusual(p, act) ? 3 : 0)

/** What acts, done one after the other, come to: whether each is lawful and usual where the case stands, where they end, how much is remarked. */
const performed = (p: Project, acts: ReadonlyArray<Event>, ctx: Context) => {
  let state = p
  let going = true
  let noticed = 0
  for (const act of acts) {
    const advice = advise(state, act, ctx)
    going &&= lawful(advice.outcome) && usual(state, act)
    noticed += remarks(state, act, advice)
    state = evolve(state, act)
  }
  return { going, noticed, ends: state.position }
}
const actsOf = (way: Way<Event>): ReadonlyArray<Event> => (way._tag === "Found" ? way.steps.map(({ act }) => act) : [])

law(
  "whoever performs a way step by step is advised at every step what the way said, and arrives (arts 9 to 12, 29 to 33)",
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
  0.2
)

law(
  "no step of a way can be left out: the rest fails, misses the goal, or has more remarked about it (arts 9 to 12, 29 to 33)",
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
      if (!step.required) expect(rest.noticed, step.act._tag).toBeGreaterThan(whole.noticed)
    }
  },
  0.2
)

const enough = 1_500

/** What the plainest way costs by a search through all proposals and every order of them; not known where it looked at `enough`. */
const unreduced = (start: Project, goal: Position, ctx: Context): number | "none" | "unknown" => {
  const kinds = stepKinds(wayfinder, start.position, goal)
  const { exhausted, found } = cheapest<{ readonly state: Project; readonly done: ReadonlyArray<string> }>(
    { state: start, done: [] },
    ({ state }) => state.position === goal,
    ({ state }) => JSON.stringify(state),
    () => true,
    (place) =>
      examples(projectCourse, place.at.state, ctx, kinds).flatMap((one) => {
        const { done, state } = place.at
        const act: Event = { ...one.act, seq: 1_000 + done.length }
        if (done.includes(act.id)) return []
        const advice = advise(state, act, ctx)
        if (!lawful(advice.outcome)) return []
        const cost = place.cost + 1 + 1_000 * remarks(state, act, advice)
        return [{ at: { state: evolve(state, act), done: [...done, act.id] }, before: place, cost }]
      }),
    enough
  )
  return found?.cost ?? (exhausted ? "none" : "unknown")
}

law(
  "a search that looks at every order of steps finds no way that costs less, and none where there is said to be none",
  25,
  { history: histories, n: days, profile: profiles, goal: goals },
  ({ goal, history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const ctx = asked(day, profile)
    const p = onDay(events, day)
    const all = unreduced(p, goal, ctx)
    if (all === "unknown") return
    const way = path(p, goal, ctx)
    // one that says that it gave up claims nothing
    if (way._tag === "None" && !way.exhausted) return
    expect(way._tag).toBe(all === "none" ? "None" : "Found")
    if (all === "none") return
    const acts = actsOf(way)
    if (acts.length > 0) met()
    expect(acts.length + 1_000 * performed(p, acts, ctx).noticed).toBe(all)
  },
  0.2
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
  0.2
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
  0.2
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
    if (path(p, goal, ctx)._tag === "None") return
    let missing: ReadonlyArray<string> = names
    for (;;) {
      const way = wayWithout(p, ctx, missing, goal)
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
