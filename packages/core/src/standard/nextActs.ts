/** What may lawfully happen next on an instrument, and by whom. @module */
import { type NextActOf, nextActs as nextActsOf } from "../path/nextActs.ts"
import type { Context } from "../verdict/Verdict.ts"
import { course } from "./course.ts"
import type { Event } from "./Event.ts"
import type { Instrument } from "./Instrument.ts"

export type { NextActOf } from "../path/nextActs.ts"

/** An act on an instrument that would be usual now, with who may do it and what the rules say of it. */
export type NextAct = NextActOf<Event>

/** What the acts on an instrument would be next on the day asked: each advised by the same function that advises real acts. */
export const nextActs = (x: Instrument, ctx: Context): ReadonlyArray<NextAct> => nextActsOf(course, x, ctx)
