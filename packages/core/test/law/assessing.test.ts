import {
  dayOf,
  days,
  defaultProfiles,
  histories,
  holderOn,
  instituteOn,
  lawfulHistories,
  ownLevel,
  projectId
} from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { contentItems } from "../../src/project/art30.ts"
import { advise, type Event, type EventOf, type Verdict } from "../../src/project/index.ts"
import { known } from "../../src/verdict/Fact.ts"
import { commencement } from "../../src/verdict/Rule.ts"
import { adverse } from "../../src/verdict/Verdict.ts"
import { asked, law, lineOf, named, nameOf, onDay, says } from "./Law.ts"

const at = fc.nat(200)
const kindOf = fc.constantFrom("ex-ante", "ex-post", "application" as const)

/** A whole assessment that one body organizes and carries out in a few days, complete and with others. */
const held = (
  id: string,
  by: string,
  type: EventOf<"AssessmentPlanned">["type"],
  on: CivilDate,
  application: string | null
) => {
  const act = { assessment: id, project: projectId, by, with: ["fin", "c-fin"], recordedAt: `${on}T01:00:00Z` }
  return [
    { ...act, _tag: "AssessmentPlanned", id: `${id}-1`, on, type, application },
    { ...act, _tag: "AssessmentTakenInHouse", id: `${id}-2`, on, reason: "涉密", interests: [] },
    { ...act, _tag: "AssessmentStarted", id: `${id}-3`, on, criteria: "标准一", scheme: null },
    { ...act, _tag: "AssessmentIssued", id: `${id}-4`, on, items: contentItems, omitted: [], conclusion: "support" }
  ] as ReadonlyArray<Event>
}

/** The ex-ante assessments of a round that count and were done by a day, read off a lawful history and its directory alone. */
const counting = (
  events: ReadonlyArray<Event>,
  level: "city" | "county" | "province",
  application: string,
  by: CivilDate
) => {
  const of = <T extends Event["_tag"]>(tag: T, id: string) =>
    events.find(
      (e): e is Extract<Event, { readonly _tag: T }> => e._tag === tag && "assessment" in e && e.assessment === id
    )
  const applied = events.find((e) => e._tag === "Applied" && e.application === application)
  const info = (on: CivilDate): string =>
    holderOn("info", applied !== undefined && on < applied.on ? ownLevel(level) : level, on)
  return events.filter((e) => {
    if (e._tag !== "AssessmentIssued" || e.on > by) return false
    const planned = of("AssessmentPlanned", e.assessment)
    if (planned?.type !== "ex-ante" || planned.application !== application) return false
    if (planned.by !== info(planned.on)) return false
    const third = of("AssessmentCommissioned", e.assessment) !== undefined
    return e.by === info(e.on) || (third && e.by === instituteOn(e.on))
  })
}

law(
  "approval is barred where no ex-ante assessment counts, whoever failed, and only there; rejecting needs none (art. 31)",
  30,
  { history: lawfulHistories, n: at },
  ({ history: { course, events }, n }, met) => {
    const approvals = events.filter((e) => e._tag === "Approved")
    const act = approvals[n % Math.max(1, approvals.length)]
    if (act === undefined || act.on < commencement || course.taken !== "opened") return
    met()
    const others = events.filter((e) => e !== act)
    const said = (list: ReadonlyArray<Event>, e: Event) =>
      advise(onDay(list, act.on), e, asked(act.on, textOnly)).reasons.flatMap((r) =>
        r._tag === "Norm" && r.verdict.norm === "N31.3" && r.verdict.instance === `application/${act.application}`
          ? [r.outcome]
          : []
      )
    const barred = counting(events, course.level, act.application, act.on).length === 0
    expect(said(others, act).includes("Denied")).toBe(barred)
    const unsubmitted = others.filter((e) => e._tag !== "SchemeSubmitted")
    expect(said(unsubmitted, act).includes("Denied")).toBe(barred)
    expect(said(others, { ...act, _tag: "Rejected" } as unknown as Event)).not.toContain("Denied")
  }
)

law(
  "an assessment of another body changes no verdict but those about itself (art. 29)",
  90,
  {
    history: histories,
    n: days,
    type: kindOf,
    by: fc.constantFrom("stranger", "health", "drc", "company"),
    profile: defaultProfiles
  },
  ({ by, history: { events }, n, profile, type }, met) => {
    const day = dayOf(events, n)
    const application = events.find((e) => e._tag === "Applied")?.application ?? null
    const before = says(onDay(events, day), day, profile)
    const after = says(onDay([...events, ...held("Z", by, type, day, application)], day), day, profile)
    // Where the directory does not know who decided, nobody knows of which level the project is, nor whose the assessment would have to be.
    const unknown = after.some((v) => nameOf(v) === "N29.1 assessment/Z" && v.status === "Undetermined")
    if (unknown) return
    met()
    expect(after.filter((v) => v.instance !== "assessment/Z").map(lineOf)).toEqual(before.map(lineOf))
    const [about] = after.filter((v) => nameOf(v) === "N29.1 assessment/Z")
    if (day >= commencement) expect(about?.note).toBe("other-body")
  }
)

law(
  "what is finished after the decision never makes up for an assessment that did not come before it (art. 31)",
  40,
  { history: histories, n: at, profile: defaultProfiles },
  ({ history: { events }, n, profile }, met) => {
    const day = addDays((events.at(-1) as Event).on, 1)
    const decided = onDay(events, day).applications.filter(({ decision }) => known(decision))
    const round = decided[n % Math.max(1, decided.length)]
    if (round === undefined || !known(round.decision) || round.decision.on < commencement) return
    met()
    for (const by of ["info", "info-2", "c-info", "p-info"]) {
      const late = held("Z", by, "ex-ante", addDays(round.decision.on, 1), round.id)
      const read = (list: ReadonlyArray<Event>) => {
        const all = named(says(onDay(list, day), day, profile))
        return ["N31.2", "N31.3", "N31.4"]
          .map((norm) => all.get(`${norm} ${round.instance}`))
          .map((v) => v && lineOf(v))
      }
      expect(read([...events, ...late])).toEqual(read(events))
      const said = named(says(onDay([...events, ...late], day), day, profile))
      const organized = said.get("N29.1 assessment/Z")?.status === "Fulfilled"
      if (organized) expect(said.get("N31.1 assessment/Z")?.status).toBe("DoesNotQualify")
    }
  }
)

law(
  "one more assessment makes no verdict about anything else worse (arts 29 to 33)",
  90,
  {
    history: histories,
    n: days,
    type: kindOf,
    by: fc.constantFrom("info", "info-2", "c-info", "p-info"),
    profile: defaultProfiles
  },
  ({ by, history: { events }, n, profile, type }, met) => {
    const day = dayOf(events, n)
    const rounds = events.filter((e) => e._tag === "Applied")
    const application = rounds[n % Math.max(1, rounds.length)]?.application ?? null
    const before = says(onDay(events, day), day, profile)
    const after = named(says(onDay([...events, ...held("Z", by, type, day, application)], day), day, profile))
    for (const v of before) {
      const w = after.get(nameOf(v))
      // What could not be told before may be told now.
      if (w === undefined || v.status === "Undetermined") continue
      met()
      const told = `${lineOf(v)} with one more: ${lineOf(w)}`
      if (adverse(w.status)) expect(adverse(v.status), told).toBe(true)
      if (w.status === "Discretionary" && w.note === "not-considered") {
        // A decision of the same day leaves the new result out; that is shown, and no breach.
        expect(w.trigger?.ref === v.trigger?.ref || w.trigger?.ref === "Z-4", told).toBe(true)
      }
    }
  }
)

law(
  "to supersede, close or cite an assessment takes nothing from what was decided on it (arts 31 to 33)",
  40,
  { history: histories, n: days, profile: defaultProfiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    const before = says(p, day, profile).map(lineOf)
    for (const { id: assessment, issued } of p.assessments) {
      if (!known(issued)) continue
      met()
      const act = { assessment, project: projectId, on: day, recordedAt: `${day}T01:00:00Z` }
      const superseded: Event = { ...act, _tag: "AssessmentSuperseded", id: "superseded", successor: "Z" }
      const closed: Event = { ...act, _tag: "AssessmentClosed", id: "closed" }
      expect(says(onDay([...events, superseded], day), day, profile).map(lineOf)).toEqual(before)
      expect(says(onDay([...events, closed], day), day, profile).map(lineOf)).toEqual(before)
    }
  }
)

const unremarked = (v: Verdict): string => lineOf({ ...v, note: undefined })

law(
  "to follow a result or to depart from it changes nothing but a remark (arts 10, 31 to 33)",
  30,
  {
    history: histories,
    n: days,
    conclusion: fc.constantFrom("support", "not-support", "support-with-conditions" as const),
    profile: defaultProfiles
  },
  ({ conclusion, history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const other = events.map((e): Event => (e._tag === "AssessmentIssued" ? { ...e, conclusion } : e))
    const before = says(onDay(events, day), day, profile)
    if (before.some((v) => v.norm === "N31.4")) met()
    expect(says(onDay(other, day), day, profile).map(unremarked)).toEqual(before.map(unremarked))
  }
)
