import type { CivilDate } from "../civil/CivilDate.ts"
import type { RoleId } from "../regulation/Role.ts"
import type { ActEvent, Bearer, Subject } from "../verdict/Subject.ts"
import type { Context } from "../verdict/Verdict.ts"

/** A lawful example of an act in a case, and who may do it. */
export interface Proposal<E> {
  readonly act: E
  readonly who: ReadonlyArray<Bearer>
}

/** What a subject supplies so that ways through it can be found; the rest is read from its lifecycle rows and its rules. */
export interface Wayfinder<S extends { readonly id: string }, E extends ActEvent> {
  readonly subject: Subject<S, E>
  /** Every kind of act, in the order of the course. */
  readonly kinds: ReadonlyArray<E["_tag"]>
  /** The position whose change is the course; goals are positions. */
  readonly position: (state: S, ctx: Context) => string
  /** Between which positions of the course a kind of act moves the case. */
  readonly moves: (kind: E["_tag"]) => ReadonlyArray<{ readonly from: string; readonly to: string }>
  /** The acts of these kinds that a case suggests where it stands. The same act has the same id in every place; there are finitely many. */
  readonly propose: (state: S, ctx: Context, among: ReadonlyArray<E["_tag"]>) => ReadonlyArray<Proposal<E>>
  /** The slices of the case that a kind of act writes to. */
  readonly touches: (kind: E["_tag"]) => ReadonlyArray<keyof S & string>
  /** By which fact the record itself says who fills a role; `undefined`: the directory says it. */
  readonly filledBy: (state: S, role: RoleId, ctx: Context) => string | undefined
  /** The fact without which nobody can tell which course a case takes; `undefined`: that is known. */
  readonly unknown: (state: S) => string | undefined
  /** The day and the sequence of the act that was last in time. */
  readonly since: (state: S) => readonly [day: CivilDate | "", order: number]
  /** Kinds that open the record of a case: nothing can be done before. */
  readonly openings: ReadonlySet<E["_tag"]>
  /** Kinds that break a case or a round of it off: no step towards anything but where such kinds lead. */
  readonly exits: ReadonlySet<E["_tag"]>
  /** Whether an act is out of the ordinary course where the case stands: a step only where no other leads on. */
  readonly unusual: (state: S, act: E) => boolean
}
