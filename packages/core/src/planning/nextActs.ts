/** What may lawfully happen next on a plan, and by whom. @module */
import { type NextActOf, nextActs as nextActsOf } from "../path/nextActs.ts"
import type { Context } from "../verdict/Verdict.ts"
import { courseOf } from "./course.ts"
import type { Event } from "./Event.ts"
import type { PlanVersion } from "./PlanVersion.ts"

export type { NextActOf } from "../path/nextActs.ts"

/** An act on a plan that would be usual now, with who may do it and what the rules say of it. */
export type NextAct = NextActOf<Event>

/** What the acts on a plan would be next on the day asked: each advised by the same function that advises real acts. */
export const nextActs = (p: PlanVersion, ctx: Context): ReadonlyArray<NextAct> => nextActsOf(courseOf(p.kind), p, ctx)
