import { type Course, courses, dayOf, days, histories, lawful, lawfulHistories, profiles } from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import { addDays } from "../../src/civil/CivilDate.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { advise, type Event } from "../../src/project/index.ts"
import { commencement } from "../../src/verdict/Rule.ts"
import { asked, law, lineOf, named, onDay, says } from "./Law.ts"

const norms: ReadonlyArray<string> = ["N14.1", "N18.1", "N19.1", "N26.1"]

/** What a fact states that one of these norms is not kept to. */
const faults = (e: Event): ReadonlyArray<string> => {
  switch (e._tag) {
    case "AssessmentIssued":
      return e.planConformity === "fail" ? ["N14.1"] : []
    case "SchemeSubmitted":
      return e.network === "other" ? ["N18.1"] : []
    case "AcceptanceApplied":
    case "AcceptanceReapplied":
      return [...(e.network === "other" ? ["N18.1"] : []), ...(e.security === "fail" ? ["N19.1"] : [])]
    case "Retired":
      return (e.interfaces?.length ?? 0) > 0 && e.interfaces !== "n/a" ? ["N26.1"] : []
    default:
      return []
  }
}

law(
  "nothing is a breach of what a project builds but what a fact states, and none before 2005-02-04 is judged (arts 14, 18, 19, 26, 36)",
  6,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    for (const v of says(onDay(events, day), day, profile)) {
      if (!norms.includes(v.norm)) continue
      if (v.trigger !== undefined) expect(v.trigger.on >= commencement, lineOf(v)).toBe(true)
      const acts = [...(v.status === "Breached" ? [v.act] : []), ...(v.intervals ?? []).map(({ act }) => act)]
      for (const act of acts) {
        met()
        const stated = events.filter((e) => e.id === act?.ref).flatMap(faults)
        expect(stated, lineOf(v)).toContain(v.norm)
      }
    }
  }
)

law(
  "what is not approved is not built: of a round that was not approved arts 14 and 18 say nothing",
  40,
  { history: lawfulHistories, n: days, profile: profiles },
  ({ history: { course, events }, n, profile }, met) => {
    if (course.taken !== "opened") return
    const day = dayOf(events, n)
    const approved = new Set(
      events.flatMap((e) => (e._tag === "Approved" && e.on <= day ? [`application/${e.application}`] : []))
    )
    const said = named(says(onDay(events, day), day, profile))
    for (const { application, on } of events.filter((e) => e._tag === "Applied")) {
      const instance = `application/${application}`
      if (on > day || approved.has(instance)) continue
      met()
      for (const norm of ["N14.1", "N18.1"]) expect(said.get(`${norm} ${instance}`)).toBeUndefined()
    }
  }
)

law(
  "an approval is measured by what was on record of it that day: nothing that follows makes it better or worse (arts 14, 18)",
  40,
  { history: lawfulHistories, n: fc.nat(3000), profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    for (const { application, on } of events.filter((e) => e._tag === "Approved")) {
      const [then, later] = [on, addDays(on, n)].map((day) => named(says(onDay(events, day), day, profile)))
      for (const norm of ["N14.1", "N18.1"]) {
        const name = `${norm} application/${application}`
        const [before, after] = [then?.get(name), later?.get(name)]
        if (before !== undefined) met()
        expect(after && lineOf(after)).toBe(before && lineOf(before))
      }
    }
  }
)

law(
  "a plan, a network, a check and an interface that are not as provided are remarked and bar no approval, acceptance or retirement (arts 14, 18, 19, 26)",
  60,
  { history: histories, n: fc.nat(2000), profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const acts = events.filter(({ _tag }) => ["Approved", "AcceptancePassed", "Retired"].includes(_tag))
    const act = acts[n % Math.max(1, acts.length)]
    if (act === undefined) return
    const before = onDay(
      events.filter((e) => e.id !== act.id),
      act.on
    )
    for (const reason of advise(before, act, asked(act.on, profile)).reasons) {
      if (reason._tag !== "Norm" || !norms.includes(reason.verdict.norm)) continue
      met()
      expect(reason.outcome, lineOf(reason.verdict)).toBe("AllowedWithNotice")
    }
  }
)

/** The same course with an acceptance that is refused at first because the security norms are not kept to. */
const refusedAtFirst = (course: Course): Course => {
  const completed = course.works?.completed
  if (course.works === undefined || completed === undefined) return course
  const refused = { ...completed, acceptance: "failed-then-passed", security: "fail" } as const
  return { ...course, works: { ...course.works, completed: refused, end: "open" } }
}

law(
  "what an acceptance was refused for stays on record, of the next up to the day on which it is applied for (art. 19)",
  10,
  { course: courses.map(refusedAtFirst) },
  ({ course }, met) => {
    const events = lawful(course)
    const first = events.find((e) => e._tag === "AcceptanceApplied")
    const next = events.find((e) => e._tag === "AcceptanceReapplied")
    if (first?.security !== "fail" || next === undefined) return
    const said = (day: typeof next.on) => says(onDay(events, day), day, textOnly).filter((v) => v.norm === "N19.1")
    const [before] = said(first.on)
    if (before?.status !== "Breached") return
    met()
    const of = (acceptance: string) => said(next.on).find((v) => v.instance === `acceptance/${acceptance}`)
    const own = of(first.acceptance)
    // By the decision another version of the norms may be in force, against which nobody has checked.
    expect(own?.status === "Breached" || own?.intervals?.some(({ from }) => from === first.on)).toBe(true)
    expect(of(next.acceptance)?.intervals).toMatchObject([{ status: "Breached", from: first.on, until: next.on }])
  }
)
