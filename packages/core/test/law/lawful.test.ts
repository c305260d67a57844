import { type Course, courses, lawful, lawfulHistories, type Reporting, type Round } from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import { addDays } from "../../src/civil/CivilDate.ts"
import { quarterAt, quarters } from "../../src/civil/Quarter.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { adverse } from "../../src/verdict/Verdict.ts"
import { law, lineOf, onDay, says } from "./Law.ts"

const round = (r: Round): Round => ({
  ...r,
  request: r.request === "none" ? "once" : r.request,
  reply: r.reply === "none" || r.reply.startsWith("evasive") ? "support" : r.reply
})
const fine: ReadonlyArray<Reporting> = ["in-time", "nil", "corrected"]

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
    works: { ...works, reports, budgets, listing, change: works.change && round(works.change) }
  }
}

law(
  "what is done as provided is found to be so, at every level and through every succession (arts 9 to 12)",
  60,
  { course: courses.map(asProvided), n: fc.nat(50) },
  ({ course, n }, met) => {
    const events = lawful(course)
    // As long as every quarter that is over has been reported on.
    const reports = events.filter((e) => e._tag === "ReportCopied")
    const last = reports[n % Math.max(1, reports.length)]?.on ?? events.find((e) => e._tag === "Approved")?.on
    if (last === undefined) return
    const p = onDay(events, last)
    for (const v of says(p, last, textOnly)) {
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
