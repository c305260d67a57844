import { type Competence, competence } from "../agency/Competence.ts"
import { known } from "../verdict/Fact.ts"
import { datedBy } from "../verdict/stated.ts"
import type { Context } from "../verdict/Verdict.ts"
import { type Complaint, organOn } from "./Complaint.ts"
import type { Event } from "./Event.ts"
import { row } from "./Lifecycle.ts"

/** Whether whoever acts is the one who complained; `undefined`: who complained is not named. Of two who are not named nobody doubts it. */
const complained = ({ received }: Complaint, { by }: Event): boolean | undefined => {
  if (!known(received)) return undefined
  if (received.by === by) return true
  return received.by === undefined ? undefined : false
}

/**
 * Whether an act is of somebody who may do it. Anybody may complain, also without a name; who complained may withdraw the complaint and have
 * it taken up again. All else is of the organ complained to, or of the one that it was redirected to, through succession. Whoever opens a
 * record that was kept elsewhere must be an organ by the directory. @article 21
 */
export const competentFor = (c: Complaint, e: Event, ctx: Context): Competence => {
  const who = row(e._tag).who
  const asked = { agency: e.by, roles: who, region: c.region, on: e.on }
  if (who.length === 0) return { _tag: "NotCompetent", asked }
  if (e._tag === "ComplaintReceived") return { _tag: "Competent", role: "public" }
  if (e._tag === "ComplaintTakenOver" || e._tag === "Judged")
    return competence(ctx.directory, e.by, who, c.region, e.on)
  const organ = who.includes("organ.any") ? organOn(c, ctx, e.on, datedBy(e, {}).order) : undefined
  if (organ !== undefined && e.by === organ) return { _tag: "Competent", role: "organ.any" }
  const their = who.includes("public") ? complained(c, e) : false
  if (their === true) return { _tag: "Competent", role: "public" }
  const unknown = their === undefined || e.by === undefined || (organ === undefined && who.includes("organ.any"))
  return { _tag: unknown ? "Unknown" : "NotCompetent", asked: { ...asked, responsible: organ } }
}
