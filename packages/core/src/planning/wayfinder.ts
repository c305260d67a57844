import type { Wayfinder } from "../path/Wayfinder.ts"
import { wayfinderOf } from "../path/wayfinderOf.ts"
import { courseOf } from "./course.ts"
import type { Event, Kind } from "./Event.ts"
import type { PlanVersion } from "./PlanVersion.ts"

const found: { readonly [K in Kind]: Wayfinder<PlanVersion, Event> } = {
  provincial: wayfinderOf(courseOf("provincial")),
  local: wayfinderOf(courseOf("local")),
  departmental: wayfinderOf(courseOf("departmental"))
}
const any = wayfinderOf(courseOf(undefined))

/** How ways through a kind of plan are found. */
export const wayfinder = (kind: Kind | undefined): Wayfinder<PlanVersion, Event> =>
  kind === undefined ? any : found[kind]
