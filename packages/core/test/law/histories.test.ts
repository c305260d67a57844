import * as complaint from "@banfa/testing/complaint"
import * as facility from "@banfa/testing/facility"
import * as organ from "@banfa/testing/organ"
import * as planning from "@banfa/testing/planning"
import * as project from "@banfa/testing/project"
import * as resource from "@banfa/testing/resource"
import * as standard from "@banfa/testing/standard"
import * as supervision from "@banfa/testing/supervision"
import * as system from "@banfa/testing/system"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { lifecycle } from "../../src/project/index.ts"
import { law } from "./Law.ts"

const { agencies, dayOf, days, histories, lawfulHistories } = project

/** What is looked at in a fact, whatever it is about. */
interface Fact {
  readonly _tag: string
  readonly id: string
  readonly on: string
  readonly recordedAt: string
  readonly by?: string | undefined
  readonly seq?: number | undefined
  readonly [particular: string]: unknown
}

/** What is looked for in the histories of a subject, in its own words. */
interface Looked {
  readonly histories: fc.Arbitrary<{ readonly events: ReadonlyArray<object> }>
  readonly floods: fc.Arbitrary<{ readonly events: ReadonlyArray<object> }>
  readonly opens: ReadonlyArray<string>
  /** What begins, what ends it, and the particular that both name. */
  readonly turns: ReadonlyArray<readonly [begins: string, ends: string, names?: string]>
  /** Decisions of a round, the particular that names it, and where all are of one kind the particular that differs. */
  readonly decisions: ReadonlyArray<readonly [kinds: ReadonlyArray<string>, round?: string, differs?: string]>
}

const subjects: { readonly [subject: string]: Looked } = {
  project: {
    ...project,
    opens: ["Drafted", "TakenOver"],
    turns: [
      ["Applied", "Withdrawn", "application"],
      ["OpinionRequested", "OpinionGiven", "request"],
      ["Applied", "Approved", "application"],
      ["ConstructionStarted", "ConstructionCompleted"]
    ],
    decisions: [
      [["Approved", "Rejected"], "application"],
      [["AcceptancePassed", "AcceptanceFailed"], "acceptance"],
      [["OpinionGiven"], "request", "conclusion"],
      [["AssessmentIssued"], "assessment", "conclusion"]
    ]
  },
  planning: {
    ...planning,
    opens: ["PlanDrafted", "PlanTakenOver"],
    turns: [
      ["PlanFiled", "PlanFilingRegistered", "filing"],
      ["PlanSubmittedForApproval", "PlanApproved"],
      ["PlanSubmittedForReview", "PlanReviewPassed"]
    ],
    decisions: [
      [["PlanApproved", "PlanNotApproved"]],
      [["PlanReviewPassed", "PlanReviewReturned"]],
      [["PlanFilingRegistered", "PlanFilingReturned"], "filing"]
    ]
  },
  standard: {
    ...standard,
    opens: ["InstrumentDrafted", "InstrumentTakenOver"],
    turns: [
      ["InstrumentIssued", "InstrumentTookEffect"],
      ["InstrumentTookEffect", "InstrumentRepealed"]
    ],
    decisions: [[["InstrumentIssued", "InstrumentAbandoned"]], [["InstrumentReplaced", "InstrumentRepealed"]]]
  },
  facility: {
    ...facility,
    opens: ["FacilityPlanned", "FacilityTakenOver"],
    turns: [
      ["FacilityAccessRequested", "FacilityAccessAnswered", "request"],
      ["FacilityOpened", "FacilityClosed"]
    ],
    decisions: [
      [["FacilityAccessAnswered"], "request", "granted"],
      [["Judged"], "norm", "outcome"]
    ]
  },
  system: {
    ...system,
    opens: ["SystemRecorded", "SystemTakenOver"],
    turns: [
      ["SystemErrorConfirmed", "SystemErrorCorrected", "error"],
      ["SystemOperationStarted", "SystemOperationStopped"]
    ],
    decisions: [[["SystemChecked"], "what", "result"]]
  },
  organ: {
    ...organ,
    opens: ["OrganRecorded", "OrganTakenOver"],
    turns: [
      ["OrganSiteOpened", "OrganSiteClosed", "site"],
      ["OrganInformationArose", "OrganInformationPublished", "item"]
    ],
    decisions: [
      [["OrganAppraised"], "appraisal", "eGovernment"],
      [["Judged"], "norm", "outcome"]
    ]
  },
  resource: {
    ...resource,
    opens: ["ResourceIdentified", "ResourceTakenOver"],
    turns: [
      ["StorageConsentGiven", "StorageConsentRevoked", "consent"],
      ["StorageConsentGiven", "StorageExceptionEnded", "consent"],
      ["StorageExceptionRequested", "StorageConsentGiven", "consent"],
      ["SharingRequested", "SharingGranted", "sharing"]
    ],
    decisions: [
      [["StorageConsentGiven", "StorageConsentRefused"], "consent"],
      [["SharingGranted", "SharingRefused"], "sharing"],
      [["ResourceListed", "ResourceLeftUnlisted"], "catalogue"]
    ]
  },
  complaint: {
    ...complaint,
    opens: ["ComplaintReceived", "ComplaintTakenOver"],
    turns: [
      ["ComplaintAccepted", "ComplaintReplied"],
      ["ComplaintAccepted", "ComplaintClosed"]
    ],
    decisions: [[["ComplaintAccepted", "ComplaintRefused"]], [["Judged"], "norm", "outcome"]]
  },
  supervision: {
    ...supervision,
    opens: ["InspectionOpened", "InspectionTakenOver"],
    turns: [
      ["InspectionStarted", "InspectionFindingsIssued"],
      ["InspectionStarted", "InspectionFoundNothing"]
    ],
    decisions: [
      [["InspectionFoundNothing", "InspectionFindingsIssued"]],
      [["RecheckPassed", "RecheckFailed"]],
      [["Judged"], "norm", "outcome"]
    ]
  }
}

const commencement = "2005-02-04"

/** Facts by what they have in common. */
const groups = (facts: ReadonlyArray<Fact>, common: (fact: Fact) => unknown): ReadonlyArray<ReadonlyArray<Fact>> => {
  const by = new Map<unknown, Array<Fact>>()
  for (const fact of facts) {
    const key = common(fact)
    const group = by.get(key)
    if (group === undefined) by.set(key, [fact])
    else group.push(fact)
  }
  return [...by.values()]
}

const largest = (all: ReadonlyArray<ReadonlyArray<Fact>>): number => Math.max(0, ...all.map(({ length }) => length))

/** What a fact says besides its day, its entry and its id. */
const said = ({ id: _, on: __, recordedAt: ___, seq: ____, ...rest }: Fact): string => JSON.stringify(rest)

/** Whether one round was decided twice, in the same way or otherwise. */
const decidedTwice = (facts: ReadonlyArray<Fact>, { decisions }: Looked, otherwise: boolean): boolean =>
  decisions.some(([kinds, round, differs]) => {
    const decided = facts.filter(({ _tag, corrects }) => kinds.includes(_tag) && corrects === undefined)
    return groups(decided, (e) => round && e[round]).some((ofRound) => {
      const outcomes = new Set(ofRound.map((e) => (differs === undefined ? e._tag : e[differs])))
      return otherwise ? outcomes.size > 1 : ofRound.length > outcomes.size
    })
  })

const situations: {
  readonly [situation: string]: (facts: ReadonlyArray<Fact>, looked: Looked, day: string) => boolean
} = {
  "something ends, or is answered, before it begins": (facts, { turns }) =>
    turns.some(([begins, ends, names]) =>
      facts.some(
        (end) =>
          end._tag === ends &&
          facts.some(
            (e) =>
              e._tag === begins &&
              (names === undefined || e[names] === end[names]) &&
              (end.on < e.on || (end.on === e.on && (end.seq ?? 0) < (e.seq ?? 0)))
          )
      )
    ),
  "a fact is foretold: on record before its day": (facts) => facts.some((e) => e.recordedAt < e.on),
  "a fact is foretold and still to come on the day asked": (facts, _, day) =>
    facts.some((e) => e.recordedAt.slice(0, 10) <= day && e.on > day),
  "a round was decided before the Measures took force, and the case went on under them": (facts, { decisions }) =>
    facts.some(({ _tag, on }) => on < commencement && decisions.some(([kinds]) => kinds.includes(_tag))) &&
    facts.some(({ on }) => on >= commencement),
  "another agency opens the case as well, on another day": (facts, { opens }) => {
    const [first, ...others] = facts.filter(({ _tag }) => opens.includes(_tag))
    return others.some(({ by, on }) => by !== first?.by && on !== first?.on)
  },
  "the opening is entered after everything else": (facts, { opens }) => {
    const acts = facts.filter(({ _tag }) => !opens.includes(_tag))
    const openings = facts.filter(({ _tag }) => opens.includes(_tag))
    return acts.length > 0 && acts.every((e) => openings.every((opening) => e.recordedAt < opening.recordedAt))
  },
  "a round is decided twice in the same way": (facts, looked) => decidedTwice(facts, looked, false),
  "a round is decided twice, and otherwise": (facts, looked) => decidedTwice(facts, looked, true),
  "a fact is told three times and more": (facts) => largest(groups(facts, said)) >= 3
}

describe.each(Object.entries(subjects))("the histories of a %s", (_, looked) => {
  const sample = fc.sample(fc.tuple(looked.histories, days), { numRuns: 400, seed: 1 }).map(([{ events }, n]) => {
    const facts = events as ReadonlyArray<Fact>
    return { facts, day: dayOf(events as Parameters<typeof dayOf>[0], n) }
  })

  test.each(Object.entries(situations))("in one of fifty at least %s", (name, holds) => {
    const met = sample.filter(({ day, facts }) => holds(facts, looked, day)).length
    if (process.env.COUNT !== undefined) console.info(`${met} of ${sample.length}: ${name}`)
    expect(met).toBeGreaterThanOrEqual(sample.length / 50)
  })

  test("most are told in their order, under the Measures", () => {
    const strange = Object.entries(situations).filter(([name]) => /foretold|before the M|entered/u.test(name))
    const sane = sample.filter(({ day, facts }) => !strange.some(([, holds]) => holds(facts, looked, day)))
    expect(sane.length).toBeGreaterThan(sample.length / 2)
  })

  test("no two facts of one share an id", () => {
    for (const { facts } of sample) expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
  })

  test("a flood is hundreds of one kind of fact", () => {
    const floods = fc.sample(looked.floods, { numRuns: 20, seed: 1 })
    const hundreds = floods.filter(
      ({ events }) => largest(groups(events as ReadonlyArray<Fact>, ({ _tag }) => _tag)) > 100
    )
    expect(hundreds.length).toBeGreaterThanOrEqual(floods.length / 2)
  })
})

describe("the histories that the law of projects is put to", () => {
  test("every kind of fact occurs in them, and what goes wrong goes wrong in every way", () => {
    const sample = fc.sample(histories, { numRuns: 600, seed: 1 })
    const kinds = new Set(sample.flatMap((h) => h.events.map((e) => e._tag)))
    expect([...kinds].toSorted()).toEqual(Object.keys(lifecycle).toSorted())
    const wrong = new Set(sample.flatMap((h) => h.upsets.map((u) => u.kind)))
    expect([...wrong].toSorted()).toEqual([
      "antedate",
      "blur",
      "by",
      "correct",
      "decideAgain",
      "double",
      "drop",
      "enterLate",
      "flood",
      "foretell",
      "move",
      "openLast",
      "reopen",
      "retract",
      "swap"
    ])
    const levels = new Set(sample.map((h) => h.course.level))
    expect(levels.size).toBe(3)
  })

  law("a history opens", 100, { history: histories }, ({ history: { events } }, met) => {
    met()
    expect(events.some((e) => e._tag === "Drafted" || e._tag === "TakenOver")).toBe(true)
  })

  law(
    "in a lawful history days never go back, and everybody who acts is in the directory",
    100,
    { history: lawfulHistories },
    ({ history: { events } }, met) => {
      met()
      const known = new Set<string>(agencies.agencies.map(({ id }) => id))
      for (const [i, e] of events.entries()) {
        expect(e.on >= (events[i - 1] ?? e).on).toBe(true)
        expect(known.has(e.by ?? ""), e.id).toBe(true)
      }
    }
  )

  test("nearly every failing property shrinks to a plain course with little wrong in it", () => {
    const rejectedTwice = (events: ReadonlyArray<object>): boolean =>
      (events as ReadonlyArray<Fact>).filter((e) => e._tag === "Rejected").length > 1
    const smallest = Array.from({ length: 12 }, (_, i) => {
      const property = fc.property(histories, ({ events }) => !rejectedTwice(events))
      return fc.check(property, { numRuns: 2000, seed: i + 1 }).counterexample?.[0]
    })
    const plain = smallest.filter(({ course, upsets } = { course: {}, upsets: [] } as never) => {
      const { level, pace, rounds, taken } = course
      return upsets.length <= 1 && level === "city" && pace === 1 && taken === "opened" && rounds.length <= 2
    })
    expect(plain.length).toBeGreaterThanOrEqual(9)
  })

  test("what is against the order shrinks to one upset of a plain course", () => {
    const openedByOthers = (events: ReadonlyArray<object>): boolean =>
      new Set((events as ReadonlyArray<Fact>).filter((e) => e._tag === "Drafted").map(({ by }) => by)).size > 1
    const found = fc.check(
      fc.property(histories, ({ events }) => !openedByOthers(events)),
      { numRuns: 2000, seed: 3 }
    )
    const smallest = found.counterexample?.[0]
    expect(smallest?.upsets.map(({ kind }) => kind)).toEqual(["reopen"])
    expect(smallest?.course).toMatchObject({ level: "city", start: 0, pace: 1, works: undefined })
  })
})
