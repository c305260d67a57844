import { type Competence, competence } from "../agency/Competence.ts"
import type { Context } from "../verdict/Verdict.ts"
import { builderOn, examinedIn } from "./authorities.ts"
import type { Event } from "./Event.ts"
import { row } from "./Lifecycle.ts"
import type { Application, Project } from "./Project.ts"

/** The round that an act belongs to; a fact about the whole project belongs to the latest. */
const roundOf = (p: Project, e: Event): Application | undefined =>
  "application" in e ? p.applications.find((a) => a.id === e.application) : p.applications.at(-1)

/**
 * Whether an act is of somebody who may do it. The organ and the construction unit are those of the case, through succession; an
 * authority must hold its office for exactly the region that examines the project, on the day of the act. Whoever opens a record must
 * be an organ by the directory: from then on the record itself names it. No grant, no act.
 */
export const competentFor = (p: Project, e: Event, ctx: Context): Competence => {
  const { who } = row(e._tag)
  const round = roundOf(p, e)
  const region = round === undefined ? p.region : examinedIn(ctx, round, p)
  const organ = p.organ === undefined ? undefined : ctx.directory.successorOn(p.organ, e.on)
  if (who.length === 0) return { _tag: "NotCompetent", asked: { agency: e.by, roles: who, region, on: e.on } }
  const others = who.filter((role) => role !== "organ.any")
  const builder = builderOn(ctx, p, e.on)
  const answer =
    others.length === 0
      ? undefined
      : competence(ctx.directory, e.by, others, region, e.on, builder === undefined ? {} : { builder })
  if (answer?._tag === "Competent" || others.length === who.length) return answer as Competence
  if (e.by === undefined || organ === undefined) return competence(ctx.directory, undefined, who, region, e.on)
  if (e._tag === "Drafted" || e._tag === "TakenOver") return competence(ctx.directory, e.by, who, region, e.on)
  if (e.by === organ) return { _tag: "Competent", role: "organ.any" }
  const asked = { agency: e.by, roles: who, region, on: e.on, responsible: organ }
  return { _tag: answer?._tag ?? "NotCompetent", asked }
}
