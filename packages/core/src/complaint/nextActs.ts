/** What may lawfully happen next on a complaint, and by whom. @module */
import { type NextActOf, nextActs as nextActsOf } from "../path/nextActs.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Complaint } from "./Complaint.ts"
import { course } from "./course.ts"
import type { Event } from "./Event.ts"

export type { NextActOf } from "../path/nextActs.ts"

/** An act on a complaint that would be usual now, with who may do it and what the rules say of it. */
export type NextAct = NextActOf<Event>

/** What the acts on a complaint would be next on the day asked: each advised by the same function that advises real acts. */
export const nextActs = (c: Complaint, ctx: Context): ReadonlyArray<NextAct> => nextActsOf(course, c, ctx)
