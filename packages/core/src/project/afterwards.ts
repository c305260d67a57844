/** Ex-post and application assessments: when they take place, and with whom (视实际需要，会同有关部门). What arts 32 and 33 share. */
import { jointly } from "../agency/jointly.ts"
import type { Assessment } from "../assessment/Assessment.ts"
import { known } from "../verdict/Fact.ts"
import { fulfilled, lapsed, notApplicable, pending, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { type Answer, organized, timely } from "./assessing.ts"
import type { View } from "./Rule.ts"

type Later = View<"applications" | "assessments" | "completed" | "operation" | "started">

/** Whether an assessment of a type was held, unless that is known to be none: one of another body, or one out of its time. @article 29 */
export const isHeld = (x: Assessment, type: "ex-post" | "application", p: Later, ctx: Context): boolean =>
  known(x.planned) &&
  x.planned.type === type &&
  known(x.started) &&
  organized(x, p, ctx) !== false &&
  timely(x, type, p) !== false

/** What an assessment that was held owes to 会同: whoever planned or began it names those who act with it (A06). */
export const heldJointly = (
  x: Assessment,
  type: "ex-post" | "application",
  p: Later,
  ctx: Context
): Ruling<"Fulfilled" | "Discretionary" | "Undetermined" | "NotApplicable"> => {
  const { planned, started } = x
  if (!known(planned) || planned.type !== type || !known(started)) return notApplicable
  const counts: Answer = organized(x, p, ctx) ?? "organizer"
  const when = timely(x, type, p)
  if (counts === false || when === false) return notApplicable
  if (typeof counts === "string") return undetermined(counts, started)
  if (typeof when === "string") return undetermined(when, started)
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
