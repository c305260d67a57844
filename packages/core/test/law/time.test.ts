import { dayOf, days, defaultProfiles, histories, lawfulHistories, profiles } from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import { addDays } from "../../src/civil/CivilDate.ts"
import { addWorkdays } from "../../src/civil/WorkingCalendar.ts"
import { duties, type Event, subject, type Verdict } from "../../src/project/index.ts"
import { dutySpells } from "../../src/verdict/Duty.ts"
import { asked, law, lineOf, named, nameOf, onDay, says } from "./Law.ts"

law(
  "what is owed spell by spell is what is owed on the first and on the last day of each, and the spells follow each other (arts 9 to 12, 29 to 33)",
  25,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    let next = day
    for (const { duties: owed, from, until } of dutySpells(subject, p, asked(day, profile))) {
      expect(from).toBe(next)
      const first = duties(p, asked(from, profile))
      expect([owed, until]).toEqual([first.duties, first.quietUntil])
      if (until === undefined || until >= addDays(day, 1000)) return
      met()
      expect(duties(p, asked(until, profile)).duties.map(({ verdict }) => lineOf(verdict))).toEqual(
        owed.map(({ verdict }) => lineOf(verdict))
      )
      next = addDays(until, 1)
    }
  }
)

const unlisted = (events: ReadonlyArray<Event>): ReadonlyArray<Event> =>
  events.filter((e) => e._tag !== "KeyListed" && e._tag !== "KeyDelisted")

law(
  "the provincial key list displaces the time of the reports and nothing else (art. 12)",
  10,
  { history: fc.oneof(histories, lawfulHistories), n: days, profile: defaultProfiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const listed = named(says(onDay(events, day), day, profile))
    const plain = named(says(onDay(unlisted(events), day), day, profile))
    const periods = (of: ReadonlyMap<string, Verdict>, norm: string) =>
      [...of.values()].filter((v) => v.norm === norm).map((v) => v.instance)
    expect(periods(listed, "N12.2")).toEqual(periods(plain, "N12.2"))
    expect(periods(listed, "N12.1")).toEqual(periods(plain, "N12.1"))
    for (const instance of periods(listed, "N12.3")) {
      const [report, copy, timely] = ["N12.1", "N12.2", "N12.3"].map((norm) => listed.get(`${norm} ${instance}`))
      const [reportBefore, copyBefore] = ["N12.1", "N12.2"].map((norm) => plain.get(`${norm} ${instance}`))
      if (timely?.note === "no-timetable") {
        expect(report && lineOf(report)).toBe(reportBefore && lineOf(reportBefore))
        continue
      }
      if (timely === undefined || timely.status === "Undetermined" || timely.status === "NotApplicable") continue
      met()
      expect(report?.status, lineOf(timely)).toBe("NotApplicable")
      expect(report?.note, lineOf(timely)).toBe("displaced")
      // Whose receipt counts is the same; only by when is another question.
      if (reportBefore?.act !== undefined && timely.act !== undefined) expect(timely.act.ref).toBe(reportBefore.act.ref)
      if (copyBefore?.act !== undefined && copy?.act !== undefined) expect(copy.act.ref).toBe(copyBefore.act.ref)
      const grace = copy?.entry !== undefined && copy.entry !== timely.entry ? copy.entry.value : undefined
      if (copy === undefined || timely.due === undefined || copy.status === "Undetermined") continue
      const until =
        grace === undefined ? timely.due : typeof grace === "number" ? addDays(timely.due, grace) : undefined
      if (until !== undefined) expect(copy.due, `${lineOf(copy)} beside ${lineOf(timely)}`).toBe(until)
      else if (typeof grace === "object" && grace !== null && "workdays" in grace) {
        expect(copy.due).toBe(addWorkdays(asked(day, profile).calendar, timely.due, Number(grace.workdays)))
      }
    }
    for (const v of listed.values())
      if (!v.norm.startsWith("N12.")) expect(lineOf(v)).toBe(lineOf(plain.get(nameOf(v)) as Verdict))
  }
)
