import {
  courses,
  dayOf,
  days,
  defaultProfiles,
  histories,
  lawful,
  profiles,
  projectId,
  upsetBy,
  upsets
} from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { quarters } from "../../src/civil/Quarter.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import type { Event, Verdict } from "../../src/project/index.ts"
import { known } from "../../src/verdict/Fact.ts"
import { commencement } from "../../src/verdict/Rule.ts"
import { open } from "../../src/verdict/Verdict.ts"
import { folded, law, lineOf, named, nameOf, onDay, says } from "./Law.ts"

const opens = (e: Event): boolean => e._tag === "Drafted" || e._tag === "TakenOver"

/**
 * What was known on the eve of a fact, and that fact. Corrections are left out: they are no later acts but other statements of earlier ones,
 * a takeover is no act at all, and an opinion dated before its request answers nothing.
 */
const step = (
  events: ReadonlyArray<Event>,
  n: number
): { readonly past: ReadonlyArray<Event>; readonly act: Event } | undefined => {
  const early = (e: Event): boolean =>
    (e._tag === "OpinionGiven" || e._tag === "OpinionRevised") &&
    events.some((r) => r._tag === "OpinionRequested" && r.request === e.request && r.on > e.on)
  const plain = events.filter((e) => e._tag !== "Retracted" && e.corrects === undefined && !early(e))
  const acts = plain.filter((e) => !opens(e))
  const act = acts[n % Math.max(1, acts.length)]
  return act === undefined ? undefined : { act, past: plain.filter((e) => opens(e) || e.on < act.on) }
}

/** Whether a verdict is about a quarter that is not over. */
const running = (v: Verdict, day: CivilDate): boolean =>
  quarters.some((q) => q.instance === v.instance && q.ends >= day)

/** Whether it was said to whom an application was made. */
const addressed = (events: ReadonlyArray<Event>, instance: string): boolean =>
  known(folded(events).applications.find((a) => a.instance === instance && known(a.applied) && known(a.applied.to)))

/** The application of which an act may tell by which level it is examined. */
const examined = (act: Event): string | undefined =>
  act._tag === "Applied" || act._tag === "Approved" || act._tag === "Rejected"
    ? `application/${act.application}`
    : undefined

/** The norms about one round that ask for the authority of the level which examines it. */
const levelled: ReadonlyArray<string> = ["N10.1", "N31.2", "N31.3"]

const late: ReadonlyArray<string> = ["Overdue", "FulfilledLate", "Breached"]

law(
  "no later act cures a breach or makes lateness forgotten (arts 9 to 12, 29 to 33)",
  50,
  { history: histories, n: fc.nat(200), profile: defaultProfiles },
  ({ history: { events }, n, profile }, met) => {
    const at = step(events, n)
    if (at === undefined) return
    const { act, past } = at
    const instance = examined(act)
    const after = named(says(folded([...past, act]), act.on, profile))
    for (const v of says(folded(past), act.on, profile)) {
      if (!late.includes(v.status)) continue
      met()
      const then = after.get(nameOf(v))
      const told = `${lineOf(v)} after ${act.id}: ${then === undefined ? "nothing" : lineOf(then)}`
      if (v.norm === "N10.3" && v.status === "Breached" && then !== undefined && then.status !== "Breached") {
        // Only an explicit reply puts an evasive one right, and the interval stays on record.
        expect(["OpinionGiven", "OpinionRevised"], told).toContain(act._tag)
        expect(
          then.intervals?.some((i) => i.status === "Breached" && i.act?.ref === v.act?.ref && i.until === act.on),
          told
        ).toBe(true)
      } else if (v.norm === "N31.3" && then?.note === "nothing-submitted") {
        // "approved with nothing submitted -> NOT_APPLICABLE for info.any (the failure is N31.2 of the organ)".
        expect([act._tag, after.get(`N31.2 ${v.instance}`)?.status], told).toEqual(["Approved", "Breached"])
      } else if (
        instance !== undefined &&
        (v.norm.startsWith("N11.") || (levelled.includes(v.norm) && v.instance === instance)) &&
        !addressed(past, instance)
      ) {
        // Where nobody said to whom it applied, only the decision, or the application itself, tells which level examined it.
        expect([v.status, "Fulfilled", "FulfilledLate", "Breached", "Undetermined"], told).toContain(then?.status)
      } else if (v.norm === "N10.3" && then?.status === "Undetermined") {
        expect(then.act?.ref, told).toBe(act.id)
      } else if (v.status === "Breached" && v.act === undefined && (v.norm.startsWith("N12.") || v.norm === "N32.2")) {
        // A quarter or an acceptance that passed without the report: "sent after that -> FULFILLED_LATE".
        expect(["Breached", "FulfilledLate", "Undetermined"], told).toContain(then?.status)
        if (then?.status === "Undetermined") expect(then.missing, told).toMatch(/\.to$/u)
      } else if (v.status === "Breached") {
        expect(then?.status, told).toBe("Breached")
      } else if (then?.status === "Undetermined") {
        expect(then.missing, told).toMatch(/\.to$|^(report|copy|assessor|submission)$|^assessment\./u)
      } else {
        expect(late, told).toContain(then?.status)
      }
    }
  }
)

/** The acts that say what an assessment covers. */
const contents: ReadonlyArray<string> = ["AssessmentReported", "AssessmentReportResubmitted", "AssessmentIssued"]

law(
  "what was done in time is not made late by a later act (arts 9 to 12, 29 to 33)",
  60,
  { history: histories, n: fc.nat(200), profile: defaultProfiles },
  ({ history: { events }, n, profile }, met) => {
    const at = step(events, n)
    if (at === undefined) return
    const { act, past } = at
    const after = named(says(folded([...past, act]), act.on, profile))
    for (const v of says(folded(past), act.on, profile)) {
      if (v.status !== "Fulfilled" || running(v, act.on)) continue
      met()
      const then = after.get(nameOf(v))
      const told = `${lineOf(v)} after ${act.id}: ${then === undefined ? "nothing" : lineOf(then)}`
      if (v.norm === "N10.3" && (act._tag === "OpinionGiven" || act._tag === "OpinionRevised")) {
        expect(["Fulfilled", "Breached", "Undetermined"], told).toContain(then?.status)
      } else if (v.norm === "N10.1" && (act._tag === "Approved" || act._tag === "Rejected")) {
        // The deciding authority may turn out to be another one than was applied to.
        expect(["Fulfilled", "Breached", "Undetermined"], told).toContain(then?.status)
      } else if (then === undefined && v.instance.startsWith("assessment/")) {
        // It turned out to be of another body, and "counts for no other norm".
        expect(after.get(`N29.1 ${v.instance}`)?.note, told).toBe("other-body")
      } else if (v.norm === "N30.4" && contents.includes(act._tag)) {
        // The content is that of the latest report or result.
        expect(["Fulfilled", "DueUnspecified", "Undetermined"], told).toContain(then?.status)
      } else expect(then?.status, told).toBe("Fulfilled")
    }
  }
)

law(
  "the Measures alone set no day but that of the act itself (arts 10 to 12, 31)",
  10,
  { history: histories, n: days },
  ({ history: { events }, n }, met) => {
    const day = dayOf(events, n)
    // A timetable of the provincial authority is a day that somebody set.
    const untimed = events.filter((e) => e._tag !== "TimetableIssued")
    for (const v of says(onDay(untimed, day), day, textOnly)) {
      if (v.due === undefined) continue
      met()
      expect(v.due, lineOf(v)).toBe(v.trigger?.on)
      expect(v.entry, lineOf(v)).toBeUndefined()
    }
  }
)

/** What may become of a status by waiting alone. */
const worse: { readonly [status: string]: ReadonlyArray<string> } = {
  Pending: ["Pending", "DueUnspecified", "Overdue", "Breached"],
  DueUnspecified: ["DueUnspecified", "Breached"]
}

law(
  "waiting alone never improves a verdict (arts 9 to 12, 29 to 33)",
  100,
  { history: histories, n: days, wait: fc.nat(500), profile: profiles },
  ({ history: { events }, n, profile, wait }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    const then = named(says(p, addDays(day, wait), profile))
    for (const v of says(p, day, profile)) {
      const w = then.get(nameOf(v))
      const told = `${lineOf(v)} on ${day}, ${wait} days later ${w === undefined ? "nothing" : lineOf(w)}`
      // While a quarter runs, whose time it follows stands as of the day asked.
      if (running(v, day)) {
        if (open(v)) expect(["Fulfilled", "FulfilledLate"], told).not.toContain(w?.status)
        continue
      }
      if (v.instance === "" && v.status === "Undetermined") continue
      met()
      if (w?.note === "deemed-consent") expect(profile.readings.A10b, told).toBe("deemed")
      else if (v.norm === "N33.2" && v.status === "Discretionary" && profile.readings.A33 === "annual")
        expect(["Discretionary", "Overdue", "Undetermined"], told).toContain(w?.status)
      else expect(worse[v.status] ?? [v.status], told).toContain(w?.status)
    }
  }
)

/** Courses of the winter in which the Measures took force. */
const early = courses.map((course) => ({ ...course, start: course.start < 0 ? course.start : -7610 - course.start }))

law(
  "what was set off or done before the Measures took force is no finding (art. 36)",
  80,
  { course: early, list: fc.array(upsets, { maxLength: 5 }), n: days, profile: profiles },
  ({ course, list, n, profile }, met) => {
    const events = upsetBy(lawful(course), list)
    for (const day of [dayOf(events, n), addDays(commencement, n % 400), addDays(commencement, -1 - (n % 60))]) {
      const found = says(onDay(events, day), day, profile)
      if (day < commencement) expect(found).toEqual([])
      if (found.length > 0) met()
      for (const v of found) {
        if (v.trigger !== undefined) expect(v.trigger.on >= commencement, lineOf(v)).toBe(true)
        // A reply dated before its request is no act of which the order can be judged.
        if (
          v.act !== undefined &&
          v.trigger !== undefined &&
          v.act.on >= v.trigger.on &&
          (v.status === "Breached" || v.status === "FulfilledLate")
        ) {
          expect(v.act.on >= commencement, lineOf(v)).toBe(true)
        }
      }
    }
  }
)

law(
  "what is asked and answered after a round was decided or has ended counts for nothing in it (art. 10)",
  80,
  { history: histories, later: fc.nat(100), profile: profiles },
  ({ history: { events }, later, profile }, met) => {
    const day = addDays((events.at(-1) as Event).on, later + 1)
    const before = onDay(events, day)
    for (const { decision, ended, id: application, instance, requests } of before.applications) {
      if (!known(ended) && !known(decision)) continue
      met()
      const act = { project: projectId, on: day, recordedAt: `${day}T01:00:00Z`, application }
      const given = { conclusion: "support", plan: "plan-p", assessment: "assessed" } as const
      const acts: ReadonlyArray<Event> = [
        ...["info", "info-2", "c-info", "p-info"].map(
          (to): Event => ({ ...act, _tag: "OpinionRequested", id: `late-${to}`, request: `late-${to}`, to })
        ),
        ...requests.map(
          (r): Event => ({
            ...act,
            ...given,
            _tag: "OpinionGiven",
            id: `reply-${r.id}`,
            opinion: `late-${r.id}`,
            request: r.id
          })
        )
      ]
      const names = [`N10.1 ${instance}`, `N10.2 ${instance}`, ...requests.map((r) => `N10.3 ${r.instance}`)]
      const read = (list: ReadonlyArray<Event>) => {
        const all = named(says(onDay(list, day), day, profile))
        // That a request came only after the decision is said beside what is missing.
        const plain = (v: Verdict) => (v.note === "after-the-decision" ? { ...v, note: undefined } : v)
        return names.map((name) => all.get(name)).map((v) => v && lineOf(plain(v)))
      }
      expect(read([...events, ...acts])).toEqual(read(events))
    }
  }
)

law(
  "to revise an explicit opinion keeps the time of the first one, and is not late itself (art. 10)",
  12,
  { history: histories, later: fc.nat(100), profile: defaultProfiles },
  ({ history, later, profile }, met) => {
    const ends = ["Approved", "Rejected", "Withdrawn", "ReturnedForRevision"]
    const events = history.events.filter((e) => !ends.includes(e._tag))
    const day = addDays((events.at(-1) as Event).on, later + 1)
    const p = onDay(events, day)
    const before = named(says(p, day, profile))
    const given = { conclusion: "support", plan: "plan-p", assessment: "assessed" } as const
    for (const { id: application, requests } of p.applications) {
      for (const { id: request, instance } of requests) {
        const v = before.get(`N10.3 ${instance}`)
        if (v?.status !== "Fulfilled" || day >= "2027-10-01") continue
        met()
        const revised: Event = {
          ...given,
          _tag: "OpinionRevised",
          id: "revised",
          project: projectId,
          on: day,
          recordedAt: `${day}T01:00:00Z`,
          application,
          request,
          opinion: "revised"
        }
        const w = named(says(onDay([...events, revised], day), day, profile)).get(`N10.3 ${instance}`)
        expect([w?.status, w?.act?.ref], lineOf(v)).toEqual([v.status, v.act?.ref])
      }
    }
  }
)
