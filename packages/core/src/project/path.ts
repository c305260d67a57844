/** How to get a project to where it should be, lawfully; or why there is no way. @module */
import { path as pathOf } from "../path/path.ts"
import type { Way } from "../path/Way.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Event } from "./Event.ts"
import type { Position } from "./Lifecycle.ts"
import type { Project } from "./Project.ts"
import { wayfinder } from "./wayfinder.ts"

export type { Lack, Optional, Step, Way, WayAct } from "../path/Way.ts"

/**
 * The plainest lawful way from where a project stands to a position, then the shortest: a step with a notice or out of the ordinary course
 * only where no other leads there. Each step is an example of a real act, advised by the function that advises real acts, with who may do
 * it and which norms ask for it. What is owed on the way and no gate demands is listed beside it. Withdrawal, cancellation, rejection and
 * the like are no way to anything but themselves.
 *
 * Without a way the answer names a smallest set of what is missing, and whether everything was searched or `limit` places were not enough.
 *
 * A way tells the order of acts, not how long they take: every step is on the day asked, or on the day of the latest act where that is
 * later. Ids and texts that only a person can give begin with `…`.
 */
export const path = (p: Project, goal: Position, ctx: Context, limit?: number): Way<Event> =>
  pathOf(wayfinder, p, goal, ctx, limit)
