import { type Competence, competence } from "../agency/Competence.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Event } from "./Event.ts"
import { row } from "./Lifecycle.ts"
import type { System } from "./System.ts"

/**
 * Whether an act is of somebody who may do it. The organ is that of the record, through succession; an authority must hold its office for
 * exactly the region of the system, on the day of the act. Whoever opens a record must be an organ by the directory. No grant, no act.
 */
export const competentFor = (s: System, e: Event, ctx: Context): Competence => {
  const who = row(e._tag).who
  const asked = { agency: e.by, roles: who, region: s.region, on: e.on }
  if (e._tag === "SystemRecorded" || e._tag === "SystemTakenOver")
    return competence(ctx.directory, e.by, who, s.region, e.on)
  const organ = s.organ === undefined ? undefined : ctx.directory.successorOn(s.organ, e.on)
  if (who.includes("organ.any") && e.by !== undefined && e.by === organ) return { _tag: "Competent", role: "organ.any" }
  const others = who.filter((role) => role !== "organ.any")
  const answer = competence(ctx.directory, e.by, others, s.region, e.on)
  if (answer._tag === "Competent" || others.length === who.length) return answer
  const open = e.by === undefined || organ === undefined || answer._tag === "Unknown"
  return { _tag: open ? "Unknown" : "NotCompetent", asked: { ...asked, responsible: organ } }
}
