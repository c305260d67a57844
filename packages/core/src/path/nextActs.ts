import { type Advice, advise } from "../verdict/Advice.ts"
import type { ActEvent, Bearer } from "../verdict/Subject.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Course } from "./Course.ts"
import { examples } from "./examples.ts"

/** An act that would be usual now, or that an open duty asks for: who may do it, an example of it, and what the rules say of the example. */
export interface NextActOf<E extends { readonly _tag: string }> {
  /** The kind of fact that the act is. */
  readonly kind: E["_tag"]
  /** The roles of which one may do it, with the agencies that fill them. */
  readonly who: ReadonlyArray<Bearer>
  /** The act with the particulars that the case suggests; ids and texts that only a person can give begin with `…`. */
  readonly example: E
  /** What the rules say of the example. */
  readonly advice: Advice
}

/** What the acts of a case would be next on the day asked: each advised by the same function that advises real acts. */
export const nextActs = <S extends { readonly id: string }, E extends ActEvent>(
  course: Course<S, E>,
  state: S,
  ctx: Context
): ReadonlyArray<NextActOf<E>> =>
  examples(course, state, ctx).map(({ act, kind, who }) => ({
    kind,
    who,
    example: act,
    advice: advise(course.subject, state, act, ctx)
  }))
