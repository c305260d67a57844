/** What may lawfully happen next on a project, and by whom. @module */
import { type Advice, advise } from "../verdict/Advice.ts"
import type { Bearer } from "../verdict/Subject.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Event, EventTag } from "./Event.ts"
import type { Project } from "./Project.ts"
import { proposals } from "./proposals.ts"
import { subject } from "./subject.ts"

/** An act that would be usual now, or that an open duty asks for: who may do it, an example of it, and what the rules say of the example. */
export interface NextAct {
  /** The kind of fact that the act is. */
  readonly kind: EventTag
  /** The roles of which one may do it, with the agencies that fill them. */
  readonly who: ReadonlyArray<Bearer>
  /** The act with the particulars that the case suggests; ids and texts that only a person can give begin with `…`. */
  readonly example: Event
  /** What the rules say of the example. */
  readonly advice: Advice
}

/** What a project's acts would be next on the day asked: each advised by the same function that advises real acts. */
export const nextActs = (p: Project, ctx: Context): ReadonlyArray<NextAct> =>
  proposals(p, ctx).map(({ act, kind, who }) => ({ kind, who, example: act, advice: advise(subject, p, act, ctx) }))
