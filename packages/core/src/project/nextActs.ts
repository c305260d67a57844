/** What may lawfully happen next on a project, and by whom. @module */
import { type NextActOf, nextActs as nextActsOf } from "../path/nextActs.ts"
import type { Context } from "../verdict/Verdict.ts"
import { course } from "./course.ts"
import type { Event } from "./Event.ts"
import type { Project } from "./Project.ts"

export type { NextActOf } from "../path/nextActs.ts"

/** An act on a project that would be usual now, or that an open duty asks for, with who may do it and what the rules say of it. */
export type NextAct = NextActOf<Event>

/** What a project's acts would be next on the day asked: each advised by the same function that advises real acts. */
export const nextActs = (p: Project, ctx: Context): ReadonlyArray<NextAct> => nextActsOf(course, p, ctx)
