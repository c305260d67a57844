import { assessmentLifecycle } from "../assessment/Lifecycle.ts"
import { quarterAt } from "../civil/Quarter.ts"
import type { Course } from "../path/Course.ts"
import { known } from "../verdict/Fact.ts"
import { placeOf } from "../verdict/stated.ts"
import { roundOf } from "./assessing.ts"
import { agencyFor } from "./authorities.ts"
import { rolesFor } from "./competence.ts"
import type { Event, EventTag } from "./Event.ts"
import { lifecycle } from "./Lifecycle.ts"
import { approvalOn, type Project, passedAcceptance, unopened } from "./Project.ts"
import { standing } from "./standing.ts"
import { subject } from "./subject.ts"
import { templates } from "./templates.ts"

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
  instance: "",
  period: quarterAt(0).id,
  baseline: {}
}

/** An ex-ante assessment moves the project while nothing else does; the acts that move an assessment alone are tracks. @article 31 */
const moves: Course<Project, Event>["moves"] = (kind) => {
  if (kind === "AssessmentStarted") return ["applied", "assessed"].map((from) => ({ from, to: "assessing" }))
  return kind === "AssessmentIssued" ? [{ from: "assessing", to: "assessed" }] : undefined
}

/** The construction unit is the one that the approval names, or else the organ (A12e). */
const filledBy: Course<Project, Event>["filledBy"] = (p, role, ctx) => {
  if (role === "organ.any") return "organ"
  if (role !== "builder") return undefined
  const approval = approvalOn(p, ctx.asOf)
  const silent = approval !== undefined && approval.builder === undefined
  return silent && ctx.profile.readings.A12e !== "organ" ? "builder" : "organ"
}

/** Who would do an act: of the round that it is about, or the third party of its assessment. */
const agency: Course<Project, Event>["agency"] = (role, p, ctx, { application, assessment }) => {
  const x = p.assessments.find(({ id }) => id === assessment)
  if (role === "assessor") {
    const engaged = x?.engaged
    return known(engaged) && known(engaged.assessor) ? engaged.assessor : undefined
  }
  return agencyFor(role, p, ctx, x === undefined ? p.applications.find((a) => a.id === application) : roundOf(x, p))
}

/** What is to be known of a project's acts beside its rows and its rules. */
export const course: Course<Project, Event> = {
  subject,
  kinds: Object.keys(lifecycle) as ReadonlyArray<EventTag>,
  unopened,
  anyInstance,
  templates,
  named: ["request", "budget", "period", "acceptance", "assessment", "application"],
  roles: (kind, _, ctx) => rolesFor(kind, ctx),
  agency,
  filledBy,
  begun: (p) => p.opened !== undefined || p.moves.length > 0 || p.applications.length > 0,
  since: (p) => {
    let [day, order] = placeOf(p.moves.at(-1)?.id)
    for (const { moves } of p.assessments) {
      const [on, seq] = placeOf(moves.at(-1)?.id)
      if (on > day) day = on
      order = Math.max(order, seq)
    }
    return [day, order]
  },
  position: standing,
  openings,
  exits,
  parts: (kind) => Object.hasOwn(assessmentLifecycle, kind),
  moves,
  unusual,
  serves
}
