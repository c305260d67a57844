/** How to get a complaint to where it should be, lawfully; or why there is no way. @module */
import { path as pathOf } from "../path/path.ts"
import type { Way } from "../path/Way.ts"
import { wayfinderOf } from "../path/wayfinderOf.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Complaint } from "./Complaint.ts"
import { course } from "./course.ts"
import type { Event } from "./Event.ts"
import type { Position } from "./Lifecycle.ts"

export type { Lack, Optional, Step, Way, WayAct } from "../path/Way.ts"

const wayfinder = wayfinderOf(course)

/**
 * The plainest lawful way from where a complaint stands to a position, then the shortest: accepted, handled, replied to, closed by the organ
 * that has to deal with it on the day. Refusal and withdrawal are no way to anything but themselves.
 * Without a way the answer names a smallest set of what is missing, and whether everything was searched.
 */
export const path = (c: Complaint, goal: Position, ctx: Context, limit?: number): Way<Event> =>
  pathOf(wayfinder, c, goal, ctx, limit)
