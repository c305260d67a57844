import type { CivilDate } from "../civil/CivilDate.ts"
import type { RoleId } from "../regulation/Role.ts"
import type { ActEvent, Subject } from "../verdict/Subject.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"

/** What an act says besides who, when and about which case. */
export type Particulars = { readonly [field: string]: unknown }

/** The verdicts of a case, asked for where an example depends on what is owed. */
export type OwedIn = () => ReadonlyArray<Verdict>

/**
 * What a subject tells of its acts so that lawful examples of them can be made, and ways through its cases be found. What the lifecycle rows
 * and the rules say already is read there.
 */
export interface Course<S extends { readonly id: string }, E extends ActEvent> {
  /** The subject. */
  readonly subject: Subject<S, E>
  /** Every kind of act, in the order of the course. */
  readonly kinds: ReadonlyArray<E["_tag"]>
  /** A case of which nothing is said. */
  readonly unopened: (id: string) => S
  /** The particulars without which an act cannot be filed, whatever they say. */
  readonly anyInstance: Particulars
  /**
   * What lawful examples of a kind of act say in a case; none where nothing suggests such an act. `undefined`: what its row needs, to be
   * filled in by a person, and nothing of a track.
   */
  readonly templates: (kind: E["_tag"], state: S, ctx: Context, owed: OwedIn) => ReadonlyArray<Particulars> | undefined
  /** The particulars that name instances: the first that an act states stands in the id of its example. */
  readonly named: ReadonlyArray<string>
  /** The roles of which one may do an act with these particulars; by default those of its row. */
  readonly roles?: (
    kind: E["_tag"],
    state: S,
    ctx: Context,
    particulars: Particulars
  ) => ReadonlyArray<RoleId> | undefined
  /** Who fills a role for an act with these particulars during the day asked; `undefined`: nobody known, or not one alone. */
  readonly agency: (role: RoleId, state: S, ctx: Context, particulars: Particulars) => string | undefined
  /** By which fact the record itself says who fills a role; `undefined`: the directory says it. */
  readonly filledBy: (state: S, role: RoleId, ctx: Context) => string | undefined
  /** Whether anything is said of a case: only its opening can be done before, and never after. */
  readonly begun: (state: S) => boolean
  /** The fact without which nobody can tell which course a case takes; `undefined`: that is known. */
  readonly unknown?: (state: S) => string | undefined
  /** The day and the sequence of the act that was last in time. */
  readonly since: (state: S) => readonly [day: CivilDate | "", order: number]
  /** The position whose change is the course; goals are positions. */
  readonly position: (state: S, ctx: Context) => string
  /** Kinds that open the record of a case. */
  readonly openings: ReadonlySet<E["_tag"]>
  /** Kinds that break a case or a round of it off. */
  readonly exits: ReadonlySet<E["_tag"]>
  /** Kinds whose own position is another than that of the course. */
  readonly parts?: (kind: E["_tag"]) => boolean
  /** Between which positions of the course a kind of act moves the case, where its row does not say it. */
  readonly moves?: (kind: E["_tag"]) => ReadonlyArray<{ readonly from: string; readonly to: string }> | undefined
  /** Whether an act is out of the ordinary course where the case stands; by default none is. */
  readonly unusual?: (state: S, act: E) => boolean
  /** Whether an act can lead on at all; by default each can. */
  readonly serves?: (state: S, act: E) => boolean
}

/** What examples of some kinds of acts say; a kind that is not listed says what its row needs. */
export type Templates<S, E extends ActEvent> = {
  readonly [T in E["_tag"]]?: (state: S, ctx: Context, owed: OwedIn) => ReadonlyArray<Particulars>
}

/** The templates of a table. */
export const tabled =
  <S extends { readonly id: string }, E extends ActEvent>(table: Templates<S, E>): Course<S, E>["templates"] =>
  (kind: E["_tag"], state, ctx, owed) =>
    table[kind]?.(state, ctx, owed)
