/** Ex-post and application assessments: when they take place, and with whom (视实际需要，会同有关部门). What arts 32 and 33 share. */
import { jointly } from "../agency/jointly.ts"
import type { Assessment } from "../assessment/Assessment.ts"
import { known } from "../verdict/Fact.ts"
import { fulfilled, lapsed, notApplicable, pending, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { type Answer, all, isAssessment, timely } from "./assessing.ts"
import type { View } from "./Rule.ts"

type Later = View<"applications" | "assessments" | "completed" | "operation" | "started">

/**
 * Whether an assessment of a type was held. One of another body, or at another time than its type takes place, is none and counts for
 * no norm. @article 29 @article 32 @article 33
 */
export const wasHeld = (x: Assessment, type: "ex-post" | "application", p: Later, ctx: Context): Answer =>
  known(x.planned) && x.planned.type === type && known(x.started)
    ? all(isAssessment(x, p, ctx), timely(x, type, p))
    : false

/** What an assessment that was held owes to 会同: whoever planned or began it names those who act with it (A06). */
export const heldJointly = (
  x: Assessment,
  type: "ex-post" | "application",
  p: Later,
  ctx: Context
): Ruling<"Fulfilled" | "Discretionary" | "Undetermined" | "NotApplicable"> => {
  const { planned, started } = x
  const held = wasHeld(x, type, p, ctx)
  if (held === false || !known(planned) || !known(started)) return notApplicable
  if (typeof held === "string") return undetermined(held, started)
  const together = jointly(
    { by: planned.by, with: planned.with ?? started.with, signed: planned.signed ?? started.signed },
    [],
    ctx.profile.readings.A06
  )
  if (together === undefined) return undetermined("coOrganizers", started)
  return together
    ? fulfilled(started, started)
    : ruling("Discretionary", started, started, undefined, undefined, undefined, "no-co-organizer")
}

/** Whether an assessment of a type took place when the sentence that defines it says. */
export const tookPlace = (
  x: Assessment,
  type: "ex-post" | "application",
  p: Later
): Ruling<"Pending" | "Qualifies" | "DoesNotQualify" | "Undetermined" | "NotApplicable"> => {
  const { cancelled, planned, started } = x
  if (!known(planned) || planned.type !== type) return notApplicable
  if (!known(started)) return known(cancelled) ? lapsed(planned) : pending(planned)
  const when = timely(x, type, p)
  if (typeof when === "string") return undetermined(when, started)
  return ruling(when ? "Qualifies" : "DoesNotQualify", started, started)
}
