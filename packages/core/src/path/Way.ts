import type { LocalNormId } from "../profile/Parameter.ts"
import type { NormId } from "../regulation/Norm.ts"
import type { RoleId } from "../regulation/Role.ts"
import type { Advice } from "../verdict/Advice.ts"
import type { Answer } from "../verdict/Basis.ts"
import type { Bearer } from "../verdict/Subject.ts"

/** An act on a way: an example that somebody could really do, advised in the case as it stands after the steps before it. */
export interface WayAct<E> {
  /** The fact that would be recorded. */
  readonly act: E
  /** Who may do it, by role and agency. */
  readonly who: ReadonlyArray<Bearer>
  /** What advice on it says. */
  readonly advice: Advice
  /** The norms that ask for it: those that it fulfils, and those that would gate a later step without it. Empty: only the course does. */
  readonly asks: ReadonlyArray<NormId | LocalNormId>
}

/** A step of a way. */
export interface Step<E> extends WayAct<E> {
  /** Whether the goal is out of reach without it; `false`: without it the rest stays lawful, with a notice or out of the ordinary course. */
  readonly required: boolean
}

/** What is owed along a way, or what only an advisory gate asks for beside it: to be done, but not needed to reach the goal. */
export interface Optional<E> extends WayAct<E> {
  /** After how many steps it becomes possible. */
  readonly after: number
}

/** One thing that stands between a case and a goal. */
export type Lack =
  /** A fact that nobody stated; a norm cannot be judged without it, or nobody can tell who may act. */
  | {
      readonly _tag: "Fact"
      readonly missing: string
      readonly norm: NormId | LocalNormId | undefined
      readonly instance: string
    }
  /** What a norm demands before an act is known not to be there, and no act on the way can bring it about. */
  | { readonly _tag: "Gate"; readonly norm: NormId | LocalNormId; readonly instance: string; readonly act: string }
  /** Nobody, or more than one, holds the office in the directory. */
  | { readonly _tag: "Holder"; readonly role: RoleId; readonly region: string | undefined }
  /** An act presupposes what is known not to have happened. */
  | { readonly _tag: "Forerunner"; readonly what: string; readonly act: string }
  /** No course leads from where the case stands to the goal; a terminal position leads nowhere. */
  | { readonly _tag: "Position"; readonly position: string; readonly goal: string; readonly terminal: boolean }

/** The plainest lawful way, or why there is none. */
export type Way<E> = Answer &
  (
    | {
        readonly _tag: "Found"
        readonly goal: string
        /** None where the case stands at the goal already. */
        readonly steps: ReadonlyArray<Step<E>>
        readonly optional: ReadonlyArray<Optional<E>>
        /** How many places were looked at. */
        readonly visited: number
      }
    | {
        readonly _tag: "None"
        readonly goal: string
        /**
         * A smallest set of what is missing: with it there would be a way, as far as that can be told now. A norm that lacks several facts
         * names one at a time, and who holds an office is asked once the region is stated. Empty where the search was given up before.
         */
        readonly lacks: ReadonlyArray<Lack>
        /** Whether everything was searched: without it there may be a way beyond the limit, or a smaller set. */
        readonly exhausted: boolean
        readonly visited: number
      }
  )
