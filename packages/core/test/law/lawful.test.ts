import {
  type Afterwards,
  type Assessing,
  type Completed,
  type Course,
  courses,
  type ExAnte,
  lawful,
  lawfulHistories,
  type Reporting,
  type Round
} from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import { addDays } from "../../src/civil/CivilDate.ts"
import { quarterAt, quarters } from "../../src/civil/Quarter.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { advise, type Event } from "../../src/project/index.ts"
import { adverse } from "../../src/verdict/Verdict.ts"
import { asked, law, lineOf, onDay, says } from "./Law.ts"

/** An assessment that counts, with everything in it. */
const assessing = <A extends Assessing>(how: A): A => ({
  ...how,
  organizer: "level",
  content: how.content === "lacking" ? "six" : how.content,
  conformity: how.conformity === "fail" ? "pass" : how.conformity,
  issuer: how.issuer === "another" ? "authority" : how.issuer,
  end: how.end === "closed" ? "closed" : "issued"
})
const exAnte = (how: ExAnte): ExAnte => ({ ...assessing(how), when: how.when === "early" ? "early" : "applied" })
const afterwards = (how: Afterwards): Afterwards => ({ ...assessing(how), outOfTime: false })
const plainly: ExAnte = {
  executor: "third-party",
  interests: "none",
  organizer: "level",
  together: "named",
  content: "six",
  report: "once",
  issuer: "authority",
  conclusion: "support",
  conformity: "pass",
  end: "issued",
  when: "applied"
}

const round = (r: Round): Round => ({
  ...r,
  scheme: r.scheme === "none" ? "plain" : r.scheme,
  planned: r.planned === "off-platform" ? "across" : r.planned,
  exAnte: r.exAnte.length === 0 ? [plainly] : r.exAnte.map(exAnte),
  request: r.request === "none" ? "once" : r.request,
  reply: r.reply === "none" || r.reply.startsWith("evasive") ? "support" : r.reply
})
const fine: ReadonlyArray<Reporting> = ["in-time", "nil", "corrected"]

const completed = (how: Completed): Completed => ({
  ...how,
  report: how.report === "on-behalf" ? "on-behalf" : "in-time",
  security: how.security === "fail" ? "pass" : how.security,
  network: how.network === "other" ? "unified-platform" : how.network,
  exPost: how.exPost.map(afterwards),
  operation: how.operation && {
    ...how.operation,
    assessments: how.operation.assessments.map(afterwards),
    interfaces: how.operation.interfaces === "some" ? "none" : how.operation.interfaces
  }
})

/** The same course with nothing in it that is not as provided. */
const asProvided = (course: Course): Course => {
  const { works } = course
  const rounds = course.rounds.map(round)
  if (works === undefined) return { ...course, rounds }
  const reports = works.reports.map((how) => (fine.includes(how) ? how : "in-time"))
  const budgets = works.budgets.map((how) => (how === "self-raised" ? how : "copied"))
  // A timetable that leaves time for the reports, which come within nine days of the end of the quarter.
  const listing = works.listing && { ...works.listing, timetable: works.listing.timetable && 20 }
  return {
    ...course,
    rounds,
    works: {
      ...works,
      reports,
      budgets,
      listing,
      change: works.change && round(works.change),
      completed: works.completed && completed(works.completed)
    }
  }
}

law(
  "what is done as provided is found to be so, at every level and through every succession (arts 9 to 12, 29 to 33)",
  60,
  { course: courses.map(asProvided), n: fc.nat(200) },
  ({ course, n }, met) => {
    const events = lawful(course)
    // As long as every quarter that is over has been reported on.
    const reports = events.filter((e) => e._tag === "ReportCopied")
    const last = n % 2 === 0 ? reports[n % Math.max(1, reports.length)]?.on : events[n % events.length]?.on
    if (last === undefined) return
    const p = onDay(events, last)
    for (const v of says(p, last, textOnly)) {
      if (v.instance.startsWith("quarter/") && last > (reports.at(-1)?.on ?? "")) continue
      if (/^N(29|3[0-3])/u.test(v.norm)) met()
      expect(adverse(v.status), `${lineOf(v)} on ${last}`).toBe(false)
      if (v.instance.startsWith("quarter/") && v.act !== undefined && course.taken === "opened") met()
      if (v.note === "other-recipient" || v.note === "not-by-construction-unit") expect(v, lineOf(v)).toBeUndefined()
    }
  }
)

law(
  "without a due rule a report is in breach only once the whole following quarter has ended without it (art. 12)",
  80,
  { history: lawfulHistories, n: fc.nat(900) },
  ({ history: { events }, n }, met) => {
    const approval = events.find((e) => e._tag === "Approved")
    if (approval === undefined) return
    const day = addDays(approval.on, n)
    const plain = events.filter((e) => e._tag !== "KeyListed" && e._tag !== "TakenOver")
    for (const v of says(onDay(plain, day), day, textOnly)) {
      if ((v.norm !== "N12.1" && v.norm !== "N12.2") || v.act !== undefined || v.status === "Undetermined") continue
      const at = quarters.findIndex((q) => q.instance === v.instance)
      met()
      const expected =
        day > quarterAt(at + 1).ends ? "Breached" : day > quarterAt(at).ends ? "DueUnspecified" : "Pending"
      expect(v.status, `${lineOf(v)} on ${day}`).toBe(expected)
    }
  }
)

law(
  "whoever acts in what is done as provided is competent to, at every level and through every succession (arts 4, 9 to 12, 29 to 33)",
  90,
  { course: courses.map(asProvided), n: fc.nat(200) },
  ({ course, n }, met) => {
    const events = lawful(course)
    const act = events[n % events.length] as Event
    const before = onDay(
      events.filter((e) => e !== act),
      act.on
    )
    const { reasons } = advise(before, act, asked(act.on, textOnly))
    met()
    expect(
      reasons.filter((r) => r._tag === "Competence"),
      `${act.id} by ${act.by}`
    ).toEqual([])
  }
)
