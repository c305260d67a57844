import { type Competence, competence } from "../agency/Competence.ts"
import type { Context } from "../verdict/Verdict.ts"
import { supervises, supervisesAbove } from "./authorities.ts"
import type { Event } from "./Event.ts"
import { type InspectionCase, isInspected } from "./InspectionCase.ts"
import { row } from "./Lifecycle.ts"

/**
 * Whether an act is of somebody who may do it. The supervision department must hold its office for the region of the inspection or, as N35.2
 * remarks, for one above it, on the day of the act, and under the chosen reading be the one that is meant (A35); what the inspected organs do, any of them may do, through
 * succession, the informatization, investment and finance authorities among them. That nobody ends the inspection of itself is asked by
 * N35.2. No grant, no act.
 */
export const competentFor = (x: InspectionCase, e: Event, ctx: Context): Competence => {
  const { who } = row(e._tag)
  const asked = { agency: e.by, roles: who, region: x.region, on: e.on }
  if (who.includes("organ.any")) {
    if (e.by === undefined || x.organs.length === 0) return { _tag: "Unknown", asked }
    if (isInspected(x, e.by, ctx, e.on)) return { _tag: "Competent", role: "organ.any" }
    const [only, ...more] = x.organs.map((organ) => ctx.directory.successorOn(organ, e.on))
    return { _tag: "NotCompetent", asked: more.length === 0 ? { ...asked, responsible: only } : asked }
  }
  const answer = competence(ctx.directory, e.by, who, x.region, e.on)
  if (who.includes("supervision.any") && supervisesAbove(ctx, e.by, x.region, e.on))
    return { _tag: "Competent", role: "supervision.any" }
  if (answer._tag !== "Competent" || answer.role !== "supervision.any") return answer
  return supervises(ctx, e.by, x.region, e.on) === true ? answer : { _tag: "NotCompetent", asked }
}
