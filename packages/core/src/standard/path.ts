/** How to get an instrument to where it should be, lawfully; or why there is no way. @module */
import { path as pathOf } from "../path/path.ts"
import type { Way } from "../path/Way.ts"
import { wayfinderOf } from "../path/wayfinderOf.ts"
import type { Context } from "../verdict/Verdict.ts"
import { course } from "./course.ts"
import type { Event } from "./Event.ts"
import type { Instrument } from "./Instrument.ts"
import type { Position } from "./Lifecycle.ts"

export type { Lack, Optional, Step, Way, WayAct } from "../path/Way.ts"

const wayfinder = wayfinderOf(course)

/**
 * The plainest lawful way from where an instrument stands to a position, then the shortest: issued by whoever has to issue it, together with
 * the departments that its article names. Replacement, repeal and giving up are no way to anything but themselves.
 * Without a way the answer names a smallest set of what is missing, and whether everything was searched.
 */
export const path = (x: Instrument, goal: Position, ctx: Context, limit?: number): Way<Event> =>
  pathOf(wayfinder, x, goal, ctx, limit)
