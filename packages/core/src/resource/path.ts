/** How to get a resource, or a part of it, to where it should be, lawfully; or why there is no way. @module */

import { unstated } from "../path/lacks.ts"
import { path as pathOf } from "../path/path.ts"
import type { Way } from "../path/Way.ts"
import { wayfinderOf } from "../path/wayfinderOf.ts"
import type { Context } from "../verdict/Verdict.ts"
import { courseOf } from "./course.ts"
import type { Event, EventTag } from "./Event.ts"
import { type Goal, lastActed, named, type Part, partsOf, standsAt } from "./Goal.ts"
import { lifecycle, row, trackOf } from "./Lifecycle.ts"
import type { Resource } from "./Resource.ts"

export type { Lack, Optional, Step, Way, WayAct } from "../path/Way.ts"
export type { Goal } from "./Goal.ts"

/** Whether nothing leads on from a position of a part. */
const over = (track: Part["track"], position: string): boolean =>
  (Object.keys(lifecycle) as ReadonlyArray<EventTag>).every(
    (tag) => trackOf(tag) !== track || row(tag).from?.some((from) => named(track, from) === position) !== true
  )

/** The part of which a goal speaks. */
export const partFor = (r: Resource, goal: Goal): Part => {
  const { id, position, track } = partsOf(goal)
  if (track === "resource" || track === "storage") return { track, id: "" }
  if (id !== undefined) return { track, id }
  const last = lastActed(r, track)
  const at = last === undefined ? undefined : standsAt(r, { track, id: last.id })
  const goesOn = at !== undefined && (at === named(track, position) || !over(track, at))
  return { track, id: goesOn && last !== undefined ? last.id : unstated }
}

/**
 * The plainest lawful way from where a resource stands to a position of it, of its storage, or of a request, then the shortest. What was
 * stored by a department stands on a consent that was asked for and given before; sharing is granted under an agreement in force. What
 * breaks off is no way to anything but itself. Without a way the answer names a smallest set of what is missing, and whether everything was
 * searched. @article 26 @article 27 @article 28
 */
export const path = (r: Resource, goal: Goal, ctx: Context, limit?: number): Way<Event> => {
  const { position, track } = partsOf(goal)
  return pathOf(wayfinderOf(courseOf(partFor(r, goal))), r, named(track, position), ctx, limit)
}
