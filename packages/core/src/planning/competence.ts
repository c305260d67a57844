import { type Competence, competence } from "../agency/Competence.ts"
import type { Context } from "../verdict/Verdict.ts"
import { organOn } from "./authorities.ts"
import type { Event } from "./Event.ts"
import { row } from "./Lifecycle.ts"
import type { PlanVersion } from "./PlanVersion.ts"

/**
 * Whether an act is of somebody who may do it. An authority must hold its office for exactly the region of the plan, on the day of the act;
 * the organ of a departmental plan is the one of the case, through succession, and must be a provincial one. No grant, no act.
 * @article 6 @article 7 @article 8
 */
export const competentFor = (p: PlanVersion, e: Event, ctx: Context): Competence => {
  const { who } = row(e._tag, p.kind)
  const answer = competence(ctx.directory, e.by, who, p.region, e.on)
  if (answer._tag !== "Competent" || answer.role !== "organ.provincial") return answer
  const organ = organOn(ctx, p, e.on)
  return e.by === organ
    ? answer
    : { _tag: "NotCompetent", asked: { agency: e.by, roles: who, region: p.region, on: e.on, responsible: organ } }
}
