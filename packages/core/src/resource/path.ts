/** How to get a resource, or a part of it, to where it should be, lawfully; or why there is no way. @module */

import { path as pathOf } from "../path/path.ts"
import type { Way } from "../path/Way.ts"
import { wayfinderOf } from "../path/wayfinderOf.ts"
import type { Context } from "../verdict/Verdict.ts"
import { courseOf } from "./course.ts"
import type { Event } from "./Event.ts"
import { type Goal, named, partFor, partsOf } from "./Goal.ts"
import type { Resource } from "./Resource.ts"

export type { Lack, Optional, Step, Way, WayAct } from "../path/Way.ts"
export type { Goal } from "./Goal.ts"

/**
 * The plainest lawful way from where a resource stands to a position of it, of its storage, or of a request, then the shortest. What was
 * stored by a department stands on a consent that was asked for and given before; sharing is granted under an agreement in force. What
 * breaks off is no way to anything but itself. Without a way the answer names a smallest set of what is missing, and whether everything was
 * searched. @article 26 @article 27 @article 28
 */
export const path = (r: Resource, goal: Goal, ctx: Context, limit?: number): Way<Event> => {
  const { position, track } = partsOf(goal)
  return pathOf(wayfinderOf(courseOf(partFor(r, goal, ctx))), r, named(track, position), ctx, limit)
}
