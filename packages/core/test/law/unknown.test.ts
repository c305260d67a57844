import { anybody, dayOf, days, defaultProfiles, histories, lawfulHistories, profiles } from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import type { Profile } from "../../src/profile/Profile.ts"
import { contentItems } from "../../src/project/art30.ts"
import { RecordSlice } from "../../src/project/Event.ts"
import type { Event, EventTag, Verdict } from "../../src/project/index.ts"
import { law, lineOf, named, nameOf, onDay, says } from "./Law.ts"

/** Every name that an instance of a kind can have in the histories. */
const namesOf = (prefix: string): ReadonlyArray<string> => Array.from({ length: 40 }, (_, i) => `${prefix}${i - 15}`)
const results = [...namesOf("O"), ...namesOf("X")]
const six = contentItems

/** What could be the answer to a particular that was not stated, for each of them that a rule can miss. */
const answers: { readonly [particular: string]: ReadonlyArray<unknown> } = {
  to: [null, "info", "info-2", "drc", "old-drc", "c-info", "c-drc", "p-info", "p-drc"],
  // An agency that the directory does not know answers nothing.
  by: anybody.filter((agency) => agency !== "unheard-of"),
  considered: [null, results],
  // That it is one of the two the kind of the fact says itself.
  what: ["plan", "scheme", "both"],
  onBehalfOf: [null, "health", "health-2", "c-health"],
  application: [null, ...namesOf("A")],
  scheme: [null, ...namesOf("S")],
  interests: [[], ["builds"], ["advises"]],
  items: [null, six, [...six, "security", "cost"]],
  assessor: [null, "institute", "institute-2", "stranger", "company"],
  with: [[], ["fin", "c-fin", "p-fin"]],
  signed: [[], ["fin", "c-fin", "p-fin"]],
  planItem: [null, { plan: "plan-c", item: "item-1" }, { plan: "plan-p", item: "item-1" }],
  deviation: [null, "应急需要"],
  builder: [null, "company", "company-2"],
  conclusion: [null, "support", "not-support"],
  conditions: [null, "接入统一平台"],
  plan: [null, "plan-p"],
  assessment: [null, "assessed"],
  funding: [["fiscal"], ["self-raised"]],
  fiscal: [false, true],
  material: [false, true]
}
type Question = readonly [particular: string, tag: EventTag]
const questions: ReadonlyArray<Question> = [
  ["to", "OpinionRequested"],
  ["to", "ProgressReported"],
  ["to", "ReportCopied"],
  ["to", "BudgetCopied"],
  ["by", "ProgressReported"],
  ["considered", "Approved"],
  ["considered", "Rejected"],
  ["planItem", "Approved"],
  ["planItem", "BudgetIssued"],
  ["deviation", "Approved"],
  ["builder", "Approved"],
  ["conclusion", "OpinionGiven"],
  ["conditions", "OpinionGiven"],
  ["plan", "OpinionGiven"],
  ["assessment", "OpinionGiven"],
  ["assessment", "OpinionRevised"],
  ["funding", "Approved"],
  ["fiscal", "BudgetIssued"],
  ["material", "SchemeSubmitted"],
  ["what", "SchemeSubmitted"],
  ["to", "SchemeSubmitted"],
  ["to", "CompletionReported"],
  ["by", "CompletionReported"],
  ["onBehalfOf", "CompletionReported"],
  ["by", "AssessmentPlanned"],
  ["application", "AssessmentPlanned"],
  ["with", "AssessmentPlanned"],
  ["signed", "AssessmentPlanned"],
  ["interests", "AssessmentCommissioned"],
  ["assessor", "AssessmentCommissioned"],
  ["interests", "AssessmentTakenInHouse"],
  ["scheme", "AssessmentStarted"],
  ["items", "AssessmentReported"],
  ["items", "AssessmentIssued"],
  ["by", "AssessmentIssued"],
  ["conclusion", "AssessmentIssued"],
  ["considered", "AcceptancePassed"],
  ["considered", "AcceptanceFailed"],
  ["considered", "BudgetIssued"],
  ["considered", "ReviewHeld"]
]

/** A history in which one particular of one fact is another one, or unknown. */
const asking = (events: ReadonlyArray<Event>, n: number, [what, tag]: Question, later: number, profile: Profile) => {
  const able = events.filter((e) => e._tag === tag && what in e)
  const e = able[n % Math.max(1, able.length)]
  if (e === undefined) return undefined
  const day = [dayOf(events, later), e.on].toSorted().at(-1) as CivilDate
  const { [what as "by"]: _, ...rest } = e
  const told = (value: unknown): ReadonlyMap<string, Verdict> => {
    const other = (value === undefined ? rest : { ...rest, [what]: value }) as Event
    return named(
      says(
        onDay(
          events.map((x) => (x === e ? other : x)),
          day
        ),
        day,
        profile
      )
    )
  }
  return { told, stated: e[what as "by"] as unknown, about: `${what} of ${e.id}` }
}
const late: ReadonlyArray<string | undefined> = ["Overdue", "FulfilledLate", "Breached"]

law(
  "a fact is named as missing only where its answer would decide (arts 9 to 12, 29 to 33)",
  4,
  { history: lawfulHistories, n: fc.nat(200), question: fc.constantFrom(...questions), later: days, profile: profiles },
  ({ history: { events }, later, n, profile, question }, met) => {
    const asked = asking(events, n, question, later, profile)
    if (asked === undefined) return
    const stated = asked.told(asked.stated)
    for (const v of asked.told(undefined).values()) {
      if (v.status !== "Undetermined" || stated.get(nameOf(v))?.status === "Undetermined") continue
      met()
      const outcomes = new Set(
        (answers[question[0]] ?? []).map((value) => {
          const w = asked.told(value).get(nameOf(v))
          return w === undefined ? "says nothing" : `${w.status} ${w.gate ?? ""} ${w.note ?? ""}`
        })
      )
      expect(outcomes.size, `${lineOf(v)} without ${asked.about}: always ${[...outcomes].join()}`).toBeGreaterThan(1)
    }
  },
  2
)

law(
  "nobody is found late or in breach where an answer to what is unknown could clear it (arts 9 to 12, 29 to 33)",
  20,
  { history: histories, n: fc.nat(200), question: fc.constantFrom(...questions), later: days, profile: profiles },
  ({ history: { events }, later, n, profile, question }, met) => {
    const asked = asking(events, n, question, later, profile)
    if (asked === undefined) return
    const [particular, tag] = question
    // A reason that nobody states is none on record where the record is complete; silence.test.ts tells the two apart.
    const accused = [...asked.told(undefined).values()].filter(
      (v) => late.includes(v.status) && !(particular === "deviation" && v.note === "reason-missing")
    )
    if (accused.length === 0) return
    // A result whose issuer nobody states is taken to be the organizer's or its third party's (A31f).
    if (particular === "by" && tag === "AssessmentIssued" && profile.readings.A31f === "either") return
    // An assessment that does not say which version it assessed is taken to be of those submitted before it began (A31e).
    if (particular === "scheme" && tag === "AssessmentStarted") return
    met(accused.length)
    for (const value of answers[question[0]] ?? []) {
      const answered = asked.told(value)
      for (const v of accused) {
        const w = answered.get(nameOf(v))
        expect(
          late,
          `${lineOf(v)} without ${asked.about}, with ${JSON.stringify(value)} ${w === undefined ? "nothing" : lineOf(w)}`
        ).toContain(w?.status)
      }
    }
  }
)

/** What a course may leave unsaid of the system that it builds, and by what nobody can measure it on some days. */
const ofSystems = [
  "planConformity",
  "reach",
  "network",
  "platform",
  "securityCheck",
  "securityNorms",
  "interfaces",
  "dataCentre"
]

law(
  "where nothing is unknown, only a timetable, a calendar, the plans, a judgement, the force of the Measures and what was left unsaid or could not be measured of a system can be undetermined (arts 9 to 12, 14, 18, 19, 26, 29 to 33)",
  90,
  { history: lawfulHistories, n: days, profile: profiles },
  ({ history: { course, events }, n, profile }, met) => {
    if (course.taken !== "opened") return
    const day = dayOf(events, n)
    for (const v of says(onDay(events, day), day, profile)) {
      met()
      // A material change does not say to whom it applies, so nobody knows to whom a request is to go where the agency is not known.
      if (v.status === "Undetermined")
        expect(["timetable", "calendar", "plansInForce", "judgement", "inForce", ...ofSystems], lineOf(v)).toContain(
          v.missing
        )
    }
  }
)

law(
  "to know that more of a record is complete decides what was undetermined, and changes nothing else (arts 9 to 12, 29 to 33)",
  20,
  {
    history: histories,
    n: days,
    profile: defaultProfiles,
    slice: fc.constantFrom(...RecordSlice.literals),
    from: fc.constantFrom("2000-01-01", "2026-02-01", "2026-07-01")
  },
  ({ from, history: { events }, n, profile, slice }, met) => {
    const day = dayOf(events, n)
    const opening = events.find((e) => e._tag === "Drafted" || e._tag === "TakenOver") as Event & {
      readonly region: string
      readonly organ: string
    }
    const { id, on, organ, project, recordedAt, region } = opening
    const taken = events.filter((e) => e._tag !== "Drafted" && e._tag !== "TakenOver")
    const opened = events.find((e) => e._tag === "TakenOver")
    const less = opened?._tag === "TakenOver" ? (opened.coverage ?? {}) : {}
    const known = less[slice]
    const more = { ...less, [slice]: known !== undefined && known < from ? known : (from as CivilDate) }
    const under = (coverage: typeof less) => {
      const record: Event = { _tag: "TakenOver", id, on, organ, project, recordedAt, region, coverage }
      return named(says(onDay([record, ...taken], day), day, profile))
    }
    const before = under(less)
    const after = under(more)
    for (const v of before.values()) {
      const w = after.get(nameOf(v))
      if (v.status === "Undetermined") {
        if (w?.status !== "Undetermined") met()
        continue
      }
      expect(w && lineOf(w), `${lineOf(v)} with the record of ${slice} complete from ${more[slice]}`).toBe(lineOf(v))
    }
    const unsaid = [...before.values()].some((v) => v.instance === "" && v.status === "Undetermined")
    for (const w of after.values()) if (!before.has(nameOf(w))) expect(unsaid, lineOf(w)).toBe(true)
  }
)
