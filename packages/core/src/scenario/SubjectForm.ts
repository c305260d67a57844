/** What scenario files need to know of a subject: how its facts are written and called, what they leave unsaid, what is asked about its cases. */
import type * as Schema from "effect/Schema"
import type { Way } from "../path/Way.ts"
import type { Text } from "../regulation/Text.ts"
import type { Recorded } from "../verdict/record.ts"
import type { Subject } from "../verdict/Subject.ts"
import type { Brought } from "../verdict/Surroundings.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Form } from "./Form.ts"

/** Words with what they are called. */
type Names = { readonly [word: string]: Text }

/** A subject as scenario files see it. */
export interface SubjectForm<S extends { readonly id: string }, E extends Recorded> {
  /** Its rules. */
  readonly subject: Subject<S, E>
  /** Its facts, each kind with its schema. */
  readonly Event: Schema.Codec<E, unknown> & { readonly cases: { readonly [T in E["_tag"]]: Schema.Top } }
  /** What the kinds of facts are called. */
  readonly acts: { readonly [T in E["_tag"]]: Text }
  /** What the positions of a case are called. */
  readonly positions: Names
  /** What the particulars are called; the one that names the case among them. */
  readonly fields: Names
  /** What a verdict may miss. */
  readonly missing: Names
  /** How each particular is written, in whichever fact it stands. */
  readonly forms: { readonly [field: string]: Form<unknown> }
  /** The particulars that every fact of their kind has to state. */
  readonly required: ReadonlySet<string>
  /** What instances are called where a scenario has only one of them and does not name it. */
  readonly defaults: { readonly [field: string]: string }
  /** The facts that bring an instance into being: two of them without a name would be taken for one. */
  readonly introduces: { readonly [tag: string]: string }
  /** Ids that a kind of fact may leave unsaid: what nobody stated is unknown, so no default takes its place. */
  readonly maybe: { readonly [tag: string]: string }
  /** The particulars that name agencies. */
  readonly agencies: ReadonlyArray<string>
  /** What ways can lead to, where that is more than the positions of a case. */
  readonly goals?: Names
  /** The way to a position, where the subject has ways. */
  readonly path?: (state: S, goal: string, ctx: Context) => Way<E>
  /** What other subjects need to know of these cases. */
  readonly surrounds?: (cases: ReadonlyArray<S>, ctx: Context) => Brought
}

/** A fact about a case of any subject. */
export interface CaseEvent extends Recorded {
  readonly [particular: string]: unknown
}

/** A case of any subject. */
export type CaseState = { readonly id: string }

/** A subject among others: what it is about is known to itself alone. */
export type AnySubjectForm = SubjectForm<CaseState, CaseEvent>

/** A subject beside others. */
export const among = <S extends CaseState, E extends Recorded>(form: SubjectForm<S, E>): AnySubjectForm =>
  form as unknown as AnySubjectForm
