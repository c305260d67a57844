import { addDays } from "../civil/CivilDate.ts"
import { quarterAt, quarterIndex } from "../civil/Quarter.ts"
import { laterFor } from "../later.ts"
import { silence } from "../verdict/Coverage.ts"
import { known } from "../verdict/Fact.ts"
import type { Subject } from "../verdict/Subject.ts"
import type { Context } from "../verdict/Verdict.ts"
import { bearers } from "./bearers.ts"
import { competentFor } from "./competence.ts"
import type { Event } from "./Event.ts"
import { evolve } from "./evolve.ts"
import { type Forerunner, row } from "./Lifecycle.ts"
import type { Project } from "./Project.ts"
import { rules } from "./register.ts"
import { eachPeriod } from "./reporting.ts"

/** An unknown forerunner does not stand in the way; one known to be absent does. */
const absent = (p: Project, e: Event, what: Forerunner): boolean => {
  const round = "application" in e ? p.applications.find((a) => a.id === e.application) : undefined
  switch (what) {
    case "request":
      return (
        silence(p.coverage, "consultation", undefined) === null &&
        !round?.requests.some((r) => "request" in e && r.id === e.request)
      )
    case "opinion":
      return (
        silence(p.coverage, "consultation", undefined) === null &&
        !round?.opinions.some((o) => "request" in e && o.request === e.request)
      )
    case "rejection": {
      const former = e._tag === "Reapplied" && known(e.former) ? e.former : undefined
      return (
        former !== undefined &&
        silence(p.coverage, "decision", undefined) === null &&
        !p.applications.some((a) => a.id === former && ((known(a.decision) && !a.decision.approved) || known(a.ended)))
      )
    }
    case "pause":
      return silence(p.coverage, "works", undefined) === null && !p.pauses.some((x) => x.to && x.on <= e.on)
    case "report":
      return (
        silence(p.coverage, "report", undefined) === null &&
        !p.reports.some((r) => "period" in e && r.id === e.period && r.receipts.length > 0)
      )
    case "listing":
      return silence(p.coverage, "keyList", undefined) === null && !p.keyList.some((x) => x.to && x.on <= e.on)
  }
}

const instances = (e: Event): ReadonlyArray<string> => {
  const names: Array<string> = []
  if ("application" in e) names.push(`application/${e.application}`)
  if ("request" in e) names.push(`request/${e.request}`)
  if ("budget" in e) names.push(`budget/${e.budget}`)
  if ("period" in e) names.push(`quarter/${e.period}`)
  if (e._tag === "Suspended" || e._tag === "Cancelled") names.push(quarterAt(quarterIndex(e.on)).instance)
  return names
}

/** The end of the running quarter, where the next one would be owed too. */
const periodsUntil = (p: Project, ctx: Context): ReturnType<typeof addDays> | undefined => {
  const { ends } = quarterAt(quarterIndex(ctx.asOf))
  let now = ""
  let next = ""
  eachPeriod(p, ctx, ({ quarter }) => (now = quarter.id))
  eachPeriod(p, { ...ctx, asOf: addDays(ends, 1) }, ({ quarter }) => (next = quarter.id))
  return now === next ? undefined : ends
}

/** The project as a subject of the regulation (arts 9 to 12). */
export const subject: Subject<Project, Event> = {
  id: "project",
  rules,
  later: laterFor("project"),
  evolve,
  row,
  position: (p) => p.position,
  instances,
  lacks: (p, e) => row(e._tag).presupposes?.filter((what) => absent(p, e, what)) ?? [],
  competence: competentFor,
  bearers,
  periodsUntil
}
