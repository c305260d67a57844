/** All 94 norms: evaluated, declared as a judgement, or nothing that an answer needs. Imported by law tests and docs, never by a subject's door. @module */

import { register as complaint } from "./complaint/register.ts"
import { register as facility } from "./facility/register.ts"
import { notEvaluable } from "./notEvaluable.ts"
import { register as organ } from "./organ/register.ts"
import { register as planning } from "./planning/register.ts"
import { register as project } from "./project/register.ts"
import { scope } from "./project/scope.ts"
import type { NormId } from "./regulation/Norm.ts"
import type { Text } from "./regulation/Text.ts"
import { register as resource } from "./resource/register.ts"
import { register as standard } from "./standard/register.ts"
import { register as supervision } from "./supervision/register.ts"
import { register as system } from "./system/register.ts"
import type { Judgement, Rule } from "./verdict/Rule.ts"

export type { ComplaintRule } from "./complaint/register.ts"
export type { FacilityRule } from "./facility/Rule.ts"
export type { OrganRule } from "./organ/Rule.ts"
export type { PlanRule } from "./planning/Rule.ts"
export type { ProjectRule } from "./project/Rule.ts"
export type { ResourceRule } from "./resource/Rule.ts"
export type { StandardRule } from "./standard/Rule.ts"
export type { SubjectId } from "./subjects.ts"
export type { SupervisionRule } from "./supervision/Rule.ts"
export type { SystemRule } from "./system/Rule.ts"
export type { Judgement, Out, Rule } from "./verdict/Rule.ts"

/** A purpose or a principle, which no answer ever needs. */
export interface NotEvaluable<N extends NormId = NormId> {
  /** Id of the norm. */
  readonly norm: N
  /** Why no answer needs it. */
  readonly notEvaluable: Text
}

type Entry<N extends NormId> = Rule<never, N> | Judgement<never, N> | NotEvaluable<N>

const unneeded = Object.fromEntries(
  Object.entries(notEvaluable).map(([norm, why]) => [norm, { norm, notEvaluable: why }])
) as unknown as {
  readonly [N in keyof typeof notEvaluable]: NotEvaluable<N>
}

/** Leave a norm of the Measures out and this does not compile. N21.3 has two subjects: here stands the channel of the organ. */
export const register = {
  ...unneeded,
  ...scope,
  ...planning,
  ...project,
  ...system,
  ...complaint,
  ...organ,
  ...standard,
  ...facility,
  ...resource,
  ...supervision
} satisfies {
  readonly [N in NormId]: Entry<N>
}
