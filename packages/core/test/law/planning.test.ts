import {
  areaOf,
  areas,
  dayOf,
  defaultProfiles,
  floods,
  histories,
  holderOn,
  lawfulHistories,
  planId,
  plansInForce,
  profiles
} from "@banfa/testing/planning"
import { calendar, days } from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import * as words from "../../src/planning/explain.ts"
import { advise, type Event, type PlanVersion, subject, type Verdict } from "../../src/planning/index.ts"
import { standing } from "../../src/planning/Lifecycle.ts"
import { reading } from "../../src/profile/Profile.ts"
import { findingDay } from "../../src/verdict/bearing.ts"
import { known } from "../../src/verdict/Fact.ts"
import { commencement } from "../../src/verdict/Rule.ts"
import { open } from "../../src/verdict/Verdict.ts"
import type { Known } from "./common/Known.ts"
import { commonLaws } from "./commonLaws.ts"
import { beyondScope, law, lineOf, named, nameOf } from "./Law.ts"
import { asked, folded, onDay, sample, says } from "./planning.ts"

const plans: Known<PlanVersion, Event> = {
  arts: "arts 3, 4, 6 to 8",
  subject,
  stages: () => standing.stages,
  begins: ({ _tag }) => _tag === "PlanFiled",
  histories,
  floods,
  profiles,
  id: () => planId,
  directory: sample,
  calendar,
  brought: () => ({ plansInForce }),
  moves: ["begun"],
  words,
  askedEarly: () => false,
  groups: [{ arts: "arts 3, 4, 6 to 8", norms: /^/u, idleIn: 50 }]
}
commonLaws(plans)

const end = "2027-12-31" as CivilDate
/** Histories of plans of provincial organs. */
const departmental = histories.filter(({ course }) => course.kind === "departmental")
const norm = (all: ReadonlyArray<Verdict>, id: string): Verdict | undefined =>
  all.find((v) => v.norm === id && v.instance === "")
const first = (events: ReadonlyArray<Event>, ...tags: ReadonlyArray<Event["_tag"]>): Event | undefined =>
  events.filter((e) => tags.includes(e._tag)).toSorted((a, b) => (a.on < b.on ? -1 : 1))[0]

/** Facts that stand: corrections and retractions apart. */
const plain = (events: ReadonlyArray<Event>): ReadonlyArray<Event> => {
  const gone = new Set(
    events.flatMap((e) => (e._tag === "Retracted" ? [e.of, e.id] : e.corrects === undefined ? [] : [e.corrects, e.id]))
  )
  return events.filter((e) => !gone.has(e.id))
}

law(
  "a local plan put into force on the approval of another level or region is a finding whatever else is true (art. 8)",
  4,
  {
    history: histories,
    by: fc.constantFrom("government", "p-government", "d-government", "c-government"),
    profile: profiles
  },
  ({ by, history, profile }, met) => {
    const { course } = history
    if (course.kind !== "local" || course.township) return
    const events = plain(history.events)
      .filter((e) => e._tag !== "PlanTakenOver")
      .map((e) => (e._tag === "PlanApproved" ? { ...e, by } : e))
    if (first(events, "PlanDrafted") === undefined) return
    const implemented = first(events, "PlanImplemented")
    if (implemented === undefined || implemented.on < commencement || implemented.on > end) return
    if (by === holderOn("government", course.area, end)) return
    met()
    expect(norm(says(onDay(events, end), end, profile), "N8.3")?.status).toBe("Breached")
  }
)

law(
  "a plan put into force before its approval, or approved before its review, stays not as provided, whatever comes later (arts 6, 8)",
  6,
  { history: histories, wait: fc.nat(300), profile: profiles },
  ({ history, profile, wait }, met) => {
    const { course } = history
    if (course.kind === "departmental" || course.township) return
    const events = plain(history.events).filter((e) => e._tag !== "PlanTakenOver")
    const [approval, implemented, passed] = [
      first(events, "PlanApproved"),
      first(events, "PlanImplemented"),
      first(events, "PlanReviewPassed")
    ]
    const [review, order] = course.kind === "provincial" ? ["N6.2", "N6.3"] : ["N8.2", "N8.3"]
    const over = first(events, "PlanApproved", "PlanImplemented")
    if (over === undefined || over.on < commencement || first(events, "PlanDrafted") === undefined) return
    const area = areaOf(course)
    const cure: ReadonlyArray<Event> = (["PlanReviewPassed", "PlanApproved"] as const).map((_tag) => {
      const on = addDays(over.on, wait + 1)
      const by = holderOn(_tag === "PlanApproved" ? "government" : "planning", area, on)
      return { _tag, id: `cure-${_tag}`, plan: planId, on, recordedAt: `${on}T01:00:00Z`, by }
    })
    const last = addDays(over.on, 700)
    const all = says(onDay([...events, ...cure], last), last, profile)
    if (passed === undefined || passed.on > over.on) {
      met()
      expect(norm(all, review as string)?.status).toBe("Breached")
    }
    if (
      implemented !== undefined &&
      implemented.on >= commencement &&
      (approval === undefined || approval.on > implemented.on)
    ) {
      met()
      expect(norm(all, order as string)?.status).toBe("Breached")
    }
  }
)

law(
  "reported for approval without review it is not as provided until the review is passed, and that stays on record (arts 6, 8)",
  3,
  { history: lawfulHistories, wait: fc.integer({ min: 1, max: 60 }), profile: defaultProfiles },
  ({ history: { course, events }, profile, wait }, met) => {
    const report = first(events, "PlanSubmittedForApproval")
    if (report === undefined || report.on < commencement || course.taken !== "opened" || course.township) return
    const before = events.filter(
      (e) =>
        e.on <= report.on && e._tag !== "PlanReviewPassed" && e._tag !== "PlanApproved" && e._tag !== "PlanImplemented"
    )
    const id = course.kind === "provincial" ? "N6.2" : "N8.2"
    const found = norm(says(onDay(before, report.on), report.on, profile), id)
    expect(found?.status).toBe("Breached")
    const on = addDays(report.on, wait)
    const by = holderOn("planning", areaOf(course), on)
    const passed: Event = {
      _tag: "PlanReviewPassed",
      id: "passed",
      plan: planId,
      on,
      recordedAt: `${on}T01:00:00Z`,
      by
    }
    const put = norm(says(onDay([...before, passed], on), on, profile), id)
    // Whether it was in time cannot be told where the calendar does not know the way.
    if (put?.missing === "calendar") return
    met()
    expect(put?.status).toMatch(/^Fulfilled/u)
    expect(put?.intervals?.some((i) => i.status === "Breached" && i.from === report.on && i.until === on)).toBe(true)
  }
)

law(
  "neither silence nor disagreement of the authority holds a filed plan up (art. 7)",
  5,
  { history: departmental, merits: fc.boolean(), n: days, profile: defaultProfiles },
  ({ history: { events }, merits, n, profile }, met) => {
    const day = dayOf(events, n)
    const told = (list: ReadonlyArray<Event>) => norm(says(onDay(list, day), day, profile), "N7.2")
    const quiet = plain(events).filter((e) => e._tag !== "PlanFilingRegistered" && e._tag !== "PlanFilingReturned")
    const sent = quiet.filter((e) => e._tag === "PlanFiled")
    const refusals = sent.map(
      (e, i): Event =>
        ({ ...e, _tag: "PlanFilingReturned", id: `no-${i}`, lacking: [], by: "p-info", on: e.on }) as unknown as Event
    )
    const refused = merits ? [...quiet, ...refusals] : quiet
    const [before, after] = [told(quiet), told(refused)]
    if (before?.status === "Fulfilled" || before?.status === "FulfilledLate") met()
    expect(after?.status).toBe(before?.status)
    expect(after?.act?.on).toBe(before?.act?.on)
  }
)

law(
  "nothing is owed on a plan, and nothing found, before 2005-02-04 (art. 36)",
  20,
  { history: histories, back: fc.nat(4000), n: days, profile: profiles },
  ({ back, history: { events }, n, profile }, met) => {
    met()
    const early = addDays(commencement, -1 - back)
    expect(says(onDay(events, early), early, profile)).toEqual([])
    const day = dayOf(events, n)
    for (const v of says(onDay(events, day), day, profile))
      expect((v.trigger?.on ?? day) >= commencement, lineOf(v)).toBe(true)
  }
)

law(
  "what the planning authority or government of another region does changes no status of a local plan (art. 8)",
  8,
  { history: histories, n: days, kind: fc.constantFrom("PlanReviewPassed", "PlanReviewReturned"), profile: profiles },
  ({ history: { course, events }, kind, n, profile }, met) => {
    if (course.kind !== "local") return
    const day = dayOf(events, n)
    const others = (["city", "county", "plain", "province"] as const).filter((a) => a !== course.area)
    const foreign = others.map(
      (area, i): Event =>
        ({
          _tag: kind,
          id: `foreign-${i}`,
          plan: planId,
          on: day,
          recordedAt: `${day}T01:00:00Z`,
          by: holderOn("planning", area, day)
        }) as Event
    )
    const statuses = (list: ReadonlyArray<Event>) =>
      beyondScope(says(onDay(list, day), day, profile)).map((v) => `${nameOf(v)} ${v.status}`)
    const before = statuses(events)
    // A plan of which nothing else is on record begins with any act.
    if (before.length === 0 || !known(onDay(events, day).begun)) return
    met()
    expect(statuses([...events, ...foreign])).toEqual(before)
  }
)

law(
  "a corrected day is judged as if it had been told so at once, and what was late does not vanish from the record (arts 6, 8)",
  5,
  { history: lawfulHistories, shift: fc.integer({ min: 1, max: 60 }), profile: defaultProfiles },
  ({ history: { course, events }, profile, shift }, met) => {
    const passed = first(events, "PlanReviewPassed")
    if (passed === undefined || course.kind === "departmental" || course.township) return
    const id = course.kind === "provincial" ? "N6.2" : "N8.2"
    const later = { ...passed, id: "right", corrects: passed.id, on: addDays(passed.on, shift) } as Event
    const moved = events.map((e) => (e === passed ? { ...e, on: later.on } : e)) as ReadonlyArray<Event>
    const told = (list: ReadonlyArray<Event>) => norm(says(onDay(list, end), end, profile), id)
    const [before, right, atOnce] = [told(events), told([...events, later]), told(moved)]
    if (right !== undefined) met()
    expect(right?.status).toBe(atOnce?.status)
    if (before?.status === "FulfilledLate" && right?.status === "Fulfilled")
      expect(
        right.intervals?.some((i) => i.status === "Overdue"),
        lineOf(right)
      ).toBe(true)
  }
)

law(
  "the time of the review runs against the planning authority, the order of the steps against the drafter (arts 6, 8)",
  40,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    const ctx = asked(day, profile)
    for (const v of says(p, day, profile)) {
      if (v.norm !== "N6.2" && v.norm !== "N8.2") continue
      const roles = subject.bearers(v, p, ctx).map(({ role }) => role.split(".")[0])
      const late = v.status === "DueUnspecified" || v.status === "Overdue" || v.status === "FulfilledLate"
      met()
      if (late) expect(roles, lineOf(v)).toEqual(["planning"])
      else if (v.due === undefined) expect(roles, lineOf(v)).toEqual(["info"])
    }
  }
)

law(
  "a finding stays with whoever bore it then, an open duty passes to whoever succeeds (arts 4, 6 to 8)",
  60,
  { history: histories, n: days, wait: fc.nat(500), profile: defaultProfiles },
  ({ history: { events }, n, profile, wait }, met) => {
    const day = dayOf(events, n)
    const then = addDays(day, wait)
    const p = onDay(events, day)
    const later = named(says(p, then, profile))
    for (const v of says(p, day, profile)) {
      const w = later.get(nameOf(v))
      if (w === undefined || lineOf(w) !== lineOf(v) || v.status === "Undetermined") continue
      met()
      if (open(v)) {
        const [now, next] = [subject.owing(v, p, asked(day, profile)), subject.owing(w, p, asked(then, profile))]
        const passed = now.map((b) => ({ ...b, agency: b.agency && sample.successorOn(b.agency, then) }))
        expect(next, lineOf(v)).toEqual(passed)
      }
      if (findingDay(v) !== undefined)
        expect(subject.bearers(w, p, asked(then, profile)), lineOf(v)).toEqual(
          subject.bearers(v, p, asked(day, profile))
        )
    }
  }
)

law(
  "norms of one kind of plan say nothing of another (arts 6 to 8)",
  90,
  { history: histories, n: days, profile: profiles },
  ({ history: { course, events }, n, profile }, met) => {
    const own = { provincial: /^N(3|6)\./u, local: /^N(4|8)\./u, departmental: /^N7\./u }[course.kind]
    const day = dayOf(events, n)
    for (const v of beyondScope(says(onDay(events, day), day, profile))) {
      met()
      expect(v.norm).toMatch(own)
    }
  }
)

law(
  "advised as allowed, putting a plan into force makes no norm of its order a finding (arts 6 to 8)",
  5,
  { history: histories, wait: fc.integer({ min: 1, max: 40 }), n: days, profile: profiles },
  ({ history: { course, events }, n, profile, wait }, met) => {
    const on = addDays(dayOf(events, n), wait)
    const before = folded(plain(events).filter((e) => e.on <= on && e._tag !== "PlanImplemented"))
    const by = sample.holder(course.kind === "local" ? "info.local" : "info.provincial", areas[areaOf(course)], on)
    const act = {
      _tag: "PlanImplemented",
      id: "now",
      plan: planId,
      on,
      recordedAt: `${on}T01:00:00Z`,
      by: course.kind === "departmental" && before.organ !== undefined ? sample.successorOn(before.organ, on) : by
    } as Event
    const { changes, outcome } = advise(before, act, asked(on, profile))
    if (outcome === "Allowed" || outcome === "AllowedWithNotice") {
      if (!course.township) met()
      for (const { after } of changes)
        if (after !== undefined && !/^N(3|4)\.|\.1$/u.test(after.norm))
          expect(after.status, lineOf(after)).not.toBe("Breached")
    }
  }
)

law(
  "under the readings of filing a plan is never filed earlier than by notice (art. 7)",
  4,
  { history: departmental, n: days, option: fc.constantFrom("registered", "approve"), profile: defaultProfiles },
  ({ history: { events }, n, option, profile }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    const by = (o: "notify" | "registered" | "approve") => norm(says(p, day, reading(profile, "A07a", o)), "N7.2")
    const [plain, strict] = [by("notify"), by(option as "registered")]
    if (strict?.status !== "Fulfilled") return
    met()
    expect(["Fulfilled", "Undetermined"], plain && lineOf(plain)).toContain(plain?.status)
    if (plain?.status === "Fulfilled" && plain.act !== undefined && strict.act !== undefined)
      expect(plain.act.on <= strict.act.on).toBe(true)
  }
)
