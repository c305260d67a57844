/** What may lawfully happen next on a resource, its storage and its requests, and by whom. @module */
import { type NextActOf, nextActs as nextActsOf } from "../path/nextActs.ts"
import type { Context } from "../verdict/Verdict.ts"
import { courseOf } from "./course.ts"
import type { Event } from "./Event.ts"
import type { Resource } from "./Resource.ts"
import { subject } from "./subject.ts"

export type { NextActOf } from "../path/nextActs.ts"

/** An act on a resource that would be usual now, or that an open duty asks for, with who may do it and what the rules say of it. */
export type NextAct = NextActOf<Event>

/** What the acts on a resource would be next on the day asked: each advised by the same function that advises real acts. */
export const nextActs = (r: Resource, ctx: Context): ReadonlyArray<NextAct> =>
  nextActsOf({ ...courseOf({ track: "resource", id: "" }), subject }, r, ctx)
