import { type Competence, competence, type FilledByCase } from "../agency/Competence.ts"
import { known } from "../verdict/Fact.ts"
import type { Context } from "../verdict/Verdict.ts"
import { departmentOn, organOn, province } from "./authorities.ts"
import type { Event } from "./Event.ts"
import { row } from "./Lifecycle.ts"
import type { Resource } from "./Resource.ts"

/** Who fills the roles that the case itself fills: the department that holds the database, and whoever asked to share. */
const filledBy = (r: Resource, e: Event, ctx: Context): FilledByCase => {
  const department = departmentOn(ctx, r, e.on)
  const request = "sharing" in e ? r.sharings.find(({ id }) => id === e.sharing)?.requested : undefined
  const applicant = known(request) ? request.by : undefined
  return {
    ...(department === undefined ? {} : { "business-dept": department }),
    ...(applicant === undefined ? {} : { "applicant.any": applicant })
  }
}

/** A consent is the provincial authority's alone; read so (A27b), any informatization authority's. */
const anyAuthority = (e: Event, ctx: Context): boolean =>
  ctx.profile.readings.A27b === "any" && e._tag.startsWith("StorageConsent")

/**
 * Whether an act is of somebody who may do it. Anybody may ask to share: organs, enterprises, institutions, other organizations, citizens
 * (art. 28). The organ is that of the case, through succession; the provincial authority and the data centre must hold their office on the
 * day of the act. Whoever opens a record must be an organ by the directory. No grant, no act.
 */
export const competentFor = (r: Resource, e: Event, ctx: Context): Competence => {
  const who = row(e._tag).who
  if (e._tag === "SharingRequested") return { _tag: "Competent", role: "applicant.any" }
  if (anyAuthority(e, ctx) && e.by !== undefined) {
    const seat = ctx.directory.seat(e.by, "info", e.on)
    if (seat !== null && seat !== undefined) return { _tag: "Competent", role: "info.any" }
  }
  if (e._tag === "ResourceIdentified" || e._tag === "ResourceTakenOver")
    return competence(ctx.directory, e.by, who, r.region, e.on)
  const organ = organOn(ctx, r, e.on)
  if (who.includes("organ.any") && e.by !== undefined && e.by === organ) return { _tag: "Competent", role: "organ.any" }
  const others = who.filter((role) => role !== "organ.any")
  const asked = {
    agency: e.by,
    roles: who,
    region: r.region,
    on: e.on,
    ...(organ === undefined ? {} : { responsible: organ })
  }
  const region = others.includes("supervision.any") ? r.region : province
  const answer = competence(ctx.directory, e.by, others, region, e.on, filledBy(r, e, ctx))
  if (answer._tag === "Competent" || others.length === who.length) return answer
  if (e.by === undefined || organ === undefined || answer._tag === "Unknown") return { _tag: "Unknown", asked }
  return { _tag: "NotCompetent", asked }
}
