import { type AssessmentForerunner, isAssessmentEvent } from "../assessment/Lifecycle.ts"
import { addDays } from "../civil/CivilDate.ts"
import { quarterAt, quarterIndex } from "../civil/Quarter.ts"
import { silence } from "../verdict/Coverage.ts"
import { decisionInstance, decisionsOn, perDecision } from "../verdict/decisions.ts"
import { known } from "../verdict/Fact.ts"
import type { Subject } from "../verdict/Subject.ts"
import type { Context } from "../verdict/Verdict.ts"
import { addressees } from "./addressees.ts"
import { roundOf } from "./assessing.ts"
import { bearers, owing } from "./bearers.ts"
import { competentFor } from "./competence.ts"
import type { Event, RecordSlice } from "./Event.ts"
import { evolve, fold } from "./evolve.ts"
import { type Forerunner, row } from "./Lifecycle.ts"
import { type Project, roundNamed, switchedOn } from "./Project.ts"
import { rules } from "./register.ts"
import { eachPeriod } from "./reporting.ts"
import { scope } from "./scope.ts"
import { assessmentStanding, standing } from "./standing.ts"

/** Whether the record of a slice is complete from its beginning. */
const complete = (p: Project, slice: RecordSlice): boolean => silence(p.coverage, slice, undefined) === null

/** Whether an act on an assessment presupposes one that is known not to have happened. */
const absentOf = (p: Project, e: Event, what: AssessmentForerunner): boolean => {
  if (!complete(p, "assessment") || !isAssessmentEvent(e)) return false
  const x = p.assessments.find(({ id }) => id === e.assessment)
  switch (what) {
    case "start":
      return !known(x?.started)
    case "assessmentReport":
      return x === undefined || x.reports.length === 0
    case "result":
      return !known(x?.issued)
  }
}

/** An unknown forerunner does not stand in the way; one known to be absent does. */
const absent = (p: Project, e: Event, what: Forerunner): boolean => {
  const round = "application" in e ? p.applications.find((a) => a.id === e.application) : undefined
  switch (what) {
    case "request":
      return complete(p, "consultation") && !round?.requests.some((r) => "request" in e && r.id === e.request)
    case "opinion":
      return complete(p, "consultation") && !round?.opinions.some((o) => "request" in e && o.request === e.request)
    case "rejection": {
      const former = e._tag === "Reapplied" && known(e.former) ? e.former : undefined
      return (
        former !== undefined &&
        complete(p, "decision") &&
        !p.applications.some((a) => a.id === former && (decisionsOn(a).some((d) => !d.approved) || known(a.ended)))
      )
    }
    case "pause":
      return complete(p, "works") && !p.pauses.some((x) => x.to && x.on <= e.on)
    case "report":
      return (
        complete(p, "report") && !p.reports.some((r) => "period" in e && r.id === e.period && r.receipts.length > 0)
      )
    case "completion":
      return complete(p, "works") && !(known(p.completed) && p.completed.on <= e.on)
    case "failedAcceptance":
      return complete(p, "acceptance") && !p.acceptances.flatMap(decisionsOn).some((d) => !d.passed)
    case "operation":
      return complete(p, "operation") && !switchedOn(p.operation, e.on)
    case "start":
    case "assessmentReport":
    case "result":
      return absentOf(p, e, what)
    case "designation":
      return complete(p, "keyList") && !p.designations.some((x) => x.to && x.on <= e.on)
    case "listing":
      return complete(p, "keyList") && !p.keyList.some((x) => x.to && x.on <= e.on)
  }
}

const instances = (p: Project, e: Event): ReadonlyArray<string> => {
  const names: Array<string> = []
  if ("application" in e && known(e.application)) names.push(`application/${e.application}`)
  if ("request" in e) names.push(`request/${e.request}`)
  if ("budget" in e) names.push(`budget/${e.budget}`)
  if ("period" in e) names.push(`quarter/${e.period}`)
  if ("acceptance" in e) names.push(`acceptance/${e.acceptance}`)
  if ("review" in e) names.push(`review/${e.review}`)
  if (e._tag === "Approved" || e._tag === "Rejected" || e._tag === "AcceptancePassed" || e._tag === "AcceptanceFailed")
    names.push(decisionInstance(e.id))
  if (e._tag === "Suspended" || e._tag === "Cancelled") names.push(quarterAt(quarterIndex(e.on)).instance)
  if (isAssessmentEvent(e)) names.push(`assessment/${e.assessment}`)
  if (e._tag === "AssessmentCancelled") {
    const x = p.assessments.find(({ id }) => id === e.assessment)
    const round = x === undefined ? undefined : roundOf(x, p)
    if (round !== undefined) names.push(round.instance)
  }
  return names
}

/** What was decided in the round, or on the acceptance, that an instance speaks of, be it by a request or an assessment of it. */
const decided: Subject<Project, Event>["decided"] = (p, instance) => {
  if (instance === "" || instance.startsWith("quarter/") || instance.startsWith("budget/")) return []
  const acceptance = p.acceptances.flatMap(perDecision).find((one) => one.instance === instance)
  if (acceptance !== undefined) return decisionsOn(acceptance)
  const x = p.assessments.find((one) => one.instance === instance)
  const round = x === undefined ? roundNamed(p, instance) : roundOf(x, p)
  return round === undefined ? [] : decisionsOn(round)
}

/** Where the case stands, as far as an act asks: an act on an assessment asks about the assessment. */
const position = (p: Project, ctx: Context, e?: Event): string =>
  e === undefined || !isAssessmentEvent(e) ? standing(p, ctx) : assessmentStanding(e.assessment, p, ctx)

/** The end of the running quarter, where the next one would be owed too. */
const periodsUntil = (p: Project, ctx: Context): ReturnType<typeof addDays> | undefined => {
  const { ends } = quarterAt(quarterIndex(ctx.asOf))
  let now = ""
  let next = ""
  eachPeriod(p, ctx, ({ quarter }) => (now = quarter.id))
  eachPeriod(p, { ...ctx, asOf: addDays(ends, 1) }, ({ quarter }) => (next = quarter.id))
  return now === next ? undefined : ends
}

/** The project as a subject of the regulation (arts 9 to 12, 29 to 33). */
export const subject: Subject<Project, Event> = {
  id: "project",
  key: "project",
  rules: [scope["N2.1"], scope["N2.2"], ...rules, scope["N36.1"]],
  scope: Object.values(scope),
  evolve,
  fold,
  opens: (e) => e._tag === "Drafted" || e._tag === "TakenOver",
  row,
  position,
  instances,
  decided,
  lacks: (p, e) => row(e._tag).presupposes?.filter((what) => absent(p, e, what)) ?? [],
  competence: competentFor,
  bearers,
  owing,
  addressees,
  periodsUntil
}
