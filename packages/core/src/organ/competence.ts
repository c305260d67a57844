import { type Competence, competence } from "../agency/Competence.ts"
import { known } from "../verdict/Fact.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Event } from "./Event.ts"
import { row } from "./Lifecycle.ts"
import { type Organ, organOn } from "./Organ.ts"

/** Who hosts the portal, as far as the record or the act itself tells. @article 20 */
const hostOf = (o: Organ): string | undefined => {
  const host = o.portals.findLast((portal) => known(portal.host))?.host
  return known(host) ? host : undefined
}

/**
 * Whether an act is of somebody who may do it. What an authority coordinates is on its own record. Whoever appraises is not named by the
 * text (art. 35): the directory says who does. The organ is the one whose record it is, through succession; an authority must hold its
 * office for exactly the region of the organ, on the day of the act. Whoever opens a record must be an organ by the directory.
 */
export const competentFor = (o: Organ, e: Event, ctx: Context): Competence => {
  const who = row(e._tag).who
  const asked = { agency: e.by, roles: who, region: o.region, on: e.on }
  if (e._tag === "OrganRecorded" || e._tag === "OrganTakenOver")
    return competence(ctx.directory, e.by, who, o.region, e.on)
  const organ = organOn(o, ctx, e.on)
  if (e._tag === "OrganCoordinated" && e.by !== undefined && e.by !== organ)
    return { _tag: "NotCompetent", asked: { ...asked, responsible: organ } }
  if (who.includes("organ.any") && e.by === organ) return { _tag: "Competent", role: "organ.any" }
  const others = who.filter((role) => role !== "organ.any")
  const host = hostOf(o)
  const filled = host === undefined ? {} : { "portal-host": host }
  const answer = competence(ctx.directory, e.by, others, o.region, e.on, filled)
  if (answer._tag === "Competent" || others.length === who.length) return answer
  const open = e.by === undefined || answer._tag === "Unknown"
  return { _tag: open ? "Unknown" : "NotCompetent", asked: { ...asked, responsible: organ } }
}
