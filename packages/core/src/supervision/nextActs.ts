/** What may lawfully happen next on an inspection, and by whom. @module */
import { type NextActOf, nextActs as nextActsOf } from "../path/nextActs.ts"
import type { Context } from "../verdict/Verdict.ts"
import { course } from "./course.ts"
import type { Event } from "./Event.ts"
import type { InspectionCase } from "./InspectionCase.ts"

export type { NextActOf } from "../path/nextActs.ts"

/** An act on an inspection that would be usual now, with who may do it and what the rules say of it. */
export type NextAct = NextActOf<Event>

/** What the acts on an inspection would be next on the day asked: each advised by the same function that advises real acts. */
export const nextActs = (x: InspectionCase, ctx: Context): ReadonlyArray<NextAct> => nextActsOf(course, x, ctx)
