/** How to get an inspection to where it should be, lawfully; or why there is no way. @module */
import { path as pathOf } from "../path/path.ts"
import type { Way } from "../path/Way.ts"
import { wayfinderOf } from "../path/wayfinderOf.ts"
import type { Context } from "../verdict/Verdict.ts"
import { course } from "./course.ts"
import type { Event } from "./Event.ts"
import type { InspectionCase } from "./InspectionCase.ts"
import type { Position } from "./Lifecycle.ts"

export type { Lack, Optional, Step, Way, WayAct } from "../path/Way.ts"

const wayfinder = wayfinderOf(course)

/**
 * The plainest lawful way from where an inspection stands to a position, then the shortest. What was found is put right and checked again; to
 * conclude on an exceptional ground is a step only where nothing else leads on, and nobody's inspection is ended by itself.
 * Without a way the answer names a smallest set of what is missing, and whether everything was searched.
 */
export const path = (x: InspectionCase, goal: Position, ctx: Context, limit?: number): Way<Event> =>
  pathOf(wayfinder, x, goal, ctx, limit)
