/** All 94 norms: evaluated, declared as a judgement, or named as later work. Imported by law tests and docs, never by a subject's door. @module */

import { later } from "./later.ts"
import { register as project } from "./project/register.ts"
import type { NormId } from "./regulation/Norm.ts"
import type { Judgement, Rule } from "./verdict/Rule.ts"

export type { ProjectRule } from "./project/Rule.ts"
export type { Judgement, Out, Rule } from "./verdict/Rule.ts"

/** A norm that has no evaluator yet, with the subjects whose answers would need it. */
export interface Later<N extends NormId = NormId> {
  /** Id of the norm. */
  readonly norm: N
  /** The subjects; empty for a purpose or a principle, which no answer needs. */
  readonly later: ReadonlyArray<string>
}

type Entry<N extends NormId> = Rule<never, N> | Judgement<never, N> | Later<N>

const awaited = Object.fromEntries(
  Object.entries(later).map(([norm, subjects]) => [norm, { norm, later: subjects }])
) as unknown as {
  readonly [N in keyof typeof later]: Later<N>
}

/** Leave a norm of the Measures out and this does not compile. */
export const register = { ...awaited, ...project } satisfies { readonly [N in NormId]: Entry<N> }
