import type { CivilDate } from "../civil/CivilDate.ts"
import type { Addressed } from "../verdict/Addressed.ts"
import type { VerdictChange } from "../verdict/Comparison.ts"
import { changesOf } from "../verdict/changesOf.ts"
import { type Duties, duties } from "../verdict/Duty.ts"
import { type Item, itemsOf } from "../verdict/Inspection.ts"
import { commencement } from "../verdict/Rule.ts"
import { caseAt, type Recorded } from "../verdict/record.ts"
import type { Bearer, Subject } from "../verdict/Subject.ts"
import { isOutside } from "../verdict/scope.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"

/** A case of whichever subject, together with the rules that judge it: what a question over all subjects is asked about. */
export interface Case {
  /** The subject, `project`. */
  readonly subject: string
  /** The id of the case. */
  readonly id: string
  /** The code of its region; `undefined` where nobody said. */
  readonly region: string | undefined
  /** What is owed on it during the day asked. */
  readonly duties: (ctx: Context) => Duties
  /** What an inspection would write down of it. @article 35 */
  readonly items: (ctx: Context) => ReadonlyArray<Item>
  /** What is said of it otherwise in one context than in another. */
  readonly changes: (was: Context, is: Context) => ReadonlyArray<VerdictChange>
}

/** A case that also says whom what is done and how it stands has to be told. */
export interface TellingCase extends Case {
  /** Who owes on the day asked what is said of it, or has to do with it in the place of whoever bore it. */
  readonly owing: (verdict: Verdict, ctx: Context) => ReadonlyArray<Bearer>
  /**
   * Whom one of its facts tells what. Nobody is told of what was done before the Measures took force, or of a case that they are known not to
   * reach. @article 2 @article 36
   */
  readonly tells: (fact: Recorded, ctx: Context) => ReadonlyArray<Addressed>
  /** Whom a fact told what when it was entered, of which `record` holds what was known then; by their successors of the day asked. */
  readonly told: (fact: Recorded, record: ReadonlyArray<Recorded>, ctx: Context) => ReadonlyArray<Addressed>
}

/**
 * A case for questions over all subjects.
 *
 * @example
 * ```ts
 * import { caseOf, dutyList } from "@banfa/core/duty"
 * import type { CivilDate } from "@banfa/core/civil"
 * import { context, fold, subject } from "@banfa/core/project"
 *
 * const day = (text: string) => text as CivilDate
 * const head = { project: "P1", recordedAt: "2026-03-01T00:00:00Z" }
 * const drafted = { ...head, _tag: "Drafted", id: "1", on: day("2026-01-05"), region: "440100", organ: "health" } as const
 * const applied = { ...head, _tag: "Applied", id: "2", on: day("2026-02-20"), application: "A1", by: "health" } as const
 * const cases = [caseOf(subject, fold("P1", [drafted, applied]))]
 *
 * const { rows } = dutyList(cases, { bearer: "health" }, context({ asOf: day("2026-03-01") }))
 * rows.map(({ term, verdict }) => [verdict.norm, verdict.status, term.statutory]) // => [["N31.2", "Overdue", "2026-02-20"]]
 * ```
 */
export const caseOf = <S extends { readonly id: string; readonly region: string | undefined }, E extends Recorded>(
  subject: Subject<S, E>,
  state: S
): TellingCase => {
  const reached = (at: S, fact: Recorded, ctx: Context): ReadonlyArray<Addressed> =>
    fact.on < commencement || isOutside(subject.scope, at, ctx) ? [] : subject.addressees(at, fact as E, ctx)
  return {
    subject: subject.id,
    id: state.id,
    region: state.region,
    duties: (ctx) => duties(subject, state, ctx),
    items: (ctx) => itemsOf(subject, state, ctx),
    changes: (was, is) => changesOf(subject, state, was, is),
    owing: (verdict, ctx) => subject.owing(verdict, state, ctx),
    tells: (fact, ctx) => reached(state, fact, ctx),
    told: (fact, record, ctx) =>
      reached(caseAt(subject, state.id, record as ReadonlyArray<E>, ctx.asOf, fact.recordedAt), fact, ctx)
  }
}

/** Some days, both of them included; a side that is left out is open. */
export interface Days {
  /** The first of them. */
  readonly from?: CivilDate | undefined
  /** The last of them. */
  readonly until?: CivilDate | undefined
}

/** Whether a day is one of some days. */
export const among = ({ from, until }: Days, day: CivilDate): boolean =>
  !(from !== undefined && day < from) && !(until !== undefined && until < day)

/** Whether a case lies in a region or below it on the day asked; of a case or a region that nobody knows that cannot be said. */
export const liesIn = ({ region }: Case, asked: string | undefined, ctx: Context): boolean =>
  asked === undefined || (region !== undefined && ctx.directory.within(region, asked, ctx.asOf) === true)
