import { assessmentLifecycle } from "../assessment/Lifecycle.ts"
import { quarterAt } from "../civil/Quarter.ts"
import type { Wayfinder } from "../path/Wayfinder.ts"
import { known } from "../verdict/Fact.ts"
import { commencement } from "../verdict/Rule.ts"
import { roundOf } from "./assessing.ts"
import type { Event, EventTag } from "./Event.ts"
import { evolve } from "./evolve.ts"
import { row } from "./Lifecycle.ts"
import { approvalOn, type Project, passedAcceptance, unopened } from "./Project.ts"
import { kinds, proposals } from "./proposals.ts"
import { subject } from "./subject.ts"

/** Acts that break a round, an establishment or a project off. */
const exits: ReadonlySet<EventTag> = new Set<EventTag>([
  "MaterialsRequested",
  "ReturnedForRevision",
  "Rejected",
  "Closed",
  "Withdrawn",
  "MateriallyChanged",
  "AcceptanceFailed",
  "AssessmentReportReturned",
  "AssessmentClosed",
  "AssessmentCancelled",
  "Cancelled"
])

const openings: ReadonlySet<EventTag> = new Set<EventTag>(["Drafted"])

/** Whether a round is examined already: what is submitted then is none of what was asked about and assessed. */
const examinedAlready = (p: Project, id: string): boolean =>
  p.applications.some((a) => a.id === id && a.requests.length > 0) ||
  p.assessments.some((x) => known(x.started) && roundOf(x, p)?.id === id)

/**
 * To submit another version once a round is examined, to fetch another opinion where one was asked for, to operate before acceptance, or to issue a result before the third party has
 * reported (what the authority carries out itself needs no report): only where nothing else leads on.
 */
const unusual = (p: Project, act: Event): boolean => {
  switch (act._tag) {
    case "OpinionRevised":
    case "TrialOperationStarted":
      return true
    case "SchemeSubmitted":
      return examinedAlready(p, act.application)
    case "OpinionRequested":
      return p.applications.some((a) => a.id === act.application && a.requests.length > 0)
    case "AssessmentIssued":
      return p.assessments.some(
        ({ engaged, id, reports }) =>
          id === act.assessment && known(engaged) && engaged.executor === "third-party" && reports.length === 0
      )
    default:
      return false
  }
}

/**
 * Whether an act on an assessment can lead on. One of a round that is over or of the application of a system serves no step, and one after
 * completion serves the acceptance alone. One that another body organized still moves the case.
 */
const serves = (p: Project, act: Event): boolean => {
  const x = "assessment" in act ? p.assessments.find(({ id }) => id === act.assessment) : undefined
  if (x === undefined || !known(x.planned)) return true
  if (x.planned.type === "application") return false
  if (x.planned.type === "ex-post") return known(p.completed) && passedAcceptance(p) === undefined
  const round = roundOf(x, p)
  return round === undefined || !(known(round.decision) || known(round.ended))
}

/** The instances that an act may name, so that it can be entered in a case of which nothing is said. */
const anyInstance = {
  region: "",
  organ: "",
  application: "",
  request: "",
  opinion: "",
  scheme: "",
  budget: "",
  timetable: "",
  acceptance: "",
  assessment: "",
  review: "",
  instance: ""
}

/** What a kind of act writes to: asked of the folding itself. */
const written = (kind: EventTag): ReadonlyArray<keyof Project> => {
  const before = unopened("")
  const act = {
    _tag: kind,
    id: "",
    project: "",
    on: commencement,
    recordedAt: "",
    period: quarterAt(0).id,
    baseline: {}
  }
  const after = evolve(before, { ...act, ...anyInstance } as unknown as Event)
  return (Object.keys(after) as ReadonlyArray<keyof Project>).filter(
    (slice) => slice !== "position" && slice !== "since" && after[slice] !== before[slice]
  )
}

const touched = new Map<EventTag, ReadonlyArray<keyof Project>>()
/** The same for every case, so it is asked once. */
const touches = (kind: EventTag): ReadonlyArray<keyof Project> => {
  const slices = touched.get(kind) ?? written(kind)
  touched.set(kind, slices)
  return slices
}

/** An ex-ante assessment moves the project while nothing else does; the acts that move an assessment alone are tracks. @article 31 */
const moves: Wayfinder<Project, Event>["moves"] = (kind) => {
  if (kind === "AssessmentStarted") return ["applied", "assessed"].map((from) => ({ from, to: "assessing" }))
  if (kind === "AssessmentIssued") return [{ from: "assessing", to: "assessed" }]
  const { from = [], stays, to } = row(kind)
  if (to === undefined || Object.hasOwn(assessmentLifecycle, kind)) return []
  return from.filter((position) => stays?.includes(position) !== true).map((position) => ({ from: position, to }))
}

/** The construction unit is the one that the approval names, or else the organ (A12e). */
const filledBy: Wayfinder<Project, Event>["filledBy"] = (p, role, ctx) => {
  if (role === "organ.any") return "organ"
  if (role !== "builder") return undefined
  const approval = approvalOn(p, ctx.asOf)
  const silent = approval !== undefined && approval.builder === undefined
  return silent && ctx.profile.readings.A12e !== "organ" ? "builder" : "organ"
}

/** How ways through a project are found. */
export const wayfinder: Wayfinder<Project, Event> = {
  subject,
  kinds,
  position: (p) => p.position,
  moves,
  propose: (p, ctx, among) => {
    const seq = 1 + Math.max(p.since[1], ...p.assessments.map(({ since }) => since[1]))
    return proposals(p, ctx, among).flatMap(({ act, who }) => (serves(p, act) ? [{ who, act: { ...act, seq } }] : []))
  },
  touches,
  filledBy,
  openings,
  exits,
  unusual
}
