/** How to get a plan to where it should be, lawfully; or why there is no way. @module */
import { path as pathOf } from "../path/path.ts"
import type { Way } from "../path/Way.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Event } from "./Event.ts"
import type { Position } from "./Lifecycle.ts"
import type { PlanVersion } from "./PlanVersion.ts"
import { wayfinder } from "./wayfinder.ts"

export type { Lack, Optional, Step, Way, WayAct } from "../path/Way.ts"

/**
 * The plainest lawful way from where a plan stands to a position, then the shortest, through the lifecycle of its kind: reviewed and approved
 * at exactly its level and region, or filed. Return, refusal, replacement, repeal and withdrawal are no way to anything but themselves.
 * Without a way the answer names a smallest set of what is missing, and whether everything was searched.
 */
export const path = (p: PlanVersion, goal: Position, ctx: Context, limit?: number): Way<Event> =>
  pathOf(wayfinder(p.kind), p, goal, ctx, limit)
