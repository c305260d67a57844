import type { Competence } from "../agency/Competence.ts"
import { type Assessment, unplanned } from "../assessment/Assessment.ts"
import { type AssessmentPosition, assessmentStages } from "../assessment/Lifecycle.ts"
import { known } from "../verdict/Fact.ts"
import type { Row } from "../verdict/Lifecycle.ts"
import { canMove, positionAfter, type Standing, standingAfter } from "../verdict/position.ts"
import type { Context } from "../verdict/Verdict.ts"
import { roundOf } from "./assessing.ts"
import { competentFor } from "./competence.ts"
import type { Event } from "./Event.ts"
import { isEstablished, type Position, row, stages } from "./Lifecycle.ts"
import type { Project } from "./Project.ts"
import { isUsed } from "./reference.ts"

/** The rounds of a project are its applications; what establishes it does so whichever round it speaks of. @article 10 @article 31 */
const course: Standing<Project, Position, Event> = {
  initial: "draft",
  stages,
  row: row as (tag: Event["_tag"]) => Row<Position>,
  round: (act) =>
    act._tag !== "Approved" && "application" in act && known(act.application) ? act.application : undefined,
  begins: (act, position) => act._tag === "Applied" && !isEstablished(position)
}

const assessing: Standing<Project, AssessmentPosition, Event> = {
  initial: "planned",
  stages: assessmentStages,
  row: row as (tag: Event["_tag"]) => Row<AssessmentPosition>
}

const competenceIn =
  (ctx: Context) =>
  (p: Project, e: Event): Competence =>
    competentFor(p, e, ctx)

/**
 * Where a project stands: where its acts led it in their order, or where the ex-ante assessment of its round or its completion report has
 * taken it since. Those belong to tracks of their own, which can run beside any other position without moving it.
 */
export const standing = (p: Project, ctx: Context): Position => {
  const { position, round } = standingAfter(course, p, p.moves, competenceIn(ctx))
  if (position === "completed") return p.completionReports.length > 0 ? "completionReported" : position
  return position === "applied" ? assessedIn(round, p, ctx) : position
}

/** How far the ex-ante assessments of a round have come: its latest start or result says so; of those of one day the result does. */
const assessedIn = (round: string | undefined, p: Project, ctx: Context): Position => {
  let step: Position = "applied"
  let since = ""
  const theirs = p.assessments.filter((x) => !known(x.cancelled) && roundOf(x, p)?.id === round)
  for (const { act } of theirs.flatMap(({ moves }) => moves)) {
    if (!canMove(p, act, row(act._tag), competenceIn(ctx))) continue
    if (act._tag === "AssessmentStarted" && act.on > since) step = "assessing"
    else if (act._tag === "AssessmentIssued" && act.on >= since) step = "assessed"
    else continue
    since = act.on
  }
  return step
}

/** Where an assessment of a project stands. @article 29 */
export const assessmentStanding = (id: string, p: Project, ctx: Context): AssessmentPosition => {
  const x: Assessment = p.assessments.find((one) => one.id === id) ?? unplanned(id)
  const position = positionAfter(assessing, p, x.moves, competenceIn(ctx))
  return position === "opinionIssued" && isUsed(x, p) ? "used" : position
}
