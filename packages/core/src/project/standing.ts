import { type Act, known } from "../verdict/Fact.ts"
import { roundOf } from "./assessing.ts"
import type { Position } from "./Lifecycle.ts"
import type { Application, Project } from "./Project.ts"

/**
 * Where a project stands: where its own last act led, or where its ex-ante assessment or its completion report has taken it since. Those
 * belong to tracks of their own, which can run beside any other position without moving it.
 */
export const standing = (
  p: Pick<Project, "applications" | "assessments" | "completionReports" | "since">
): Position => {
  const step = p.since[3]
  if (step === "completed") return p.completionReports.length > 0 ? "completionReported" : step
  if (step !== "applied") return step
  const round = underExamination(p.applications)
  return round === undefined ? step : assessedIn(round, p)
}

/** The latest round that was applied for and is not over. */
const underExamination = (applications: ReadonlyArray<Application>): Application | undefined => {
  let last: (Application & { readonly applied: Act }) | undefined
  for (const a of applications) {
    const { applied } = a
    if (!known(applied) || known(a.decision) || known(a.ended)) continue
    if (last === undefined || applied.on >= last.applied.on) last = { ...a, applied }
  }
  return last
}

/** How far the ex-ante assessments of a round have come: its latest start or result says so. */
const assessedIn = (round: Application, p: Pick<Project, "applications" | "assessments">): Position => {
  let step: Position = "applied"
  let since = ""
  for (const x of p.assessments) {
    const { cancelled, issued, started } = x
    if (known(cancelled) || roundOf(x, p)?.id !== round.id) continue
    if (known(started) && started.on > since) {
      step = "assessing"
      since = started.on
    }
    if (known(issued) && issued.on >= since) {
      step = "assessed"
      since = issued.on
    }
  }
  return step
}
