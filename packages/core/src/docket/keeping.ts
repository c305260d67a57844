import type { Directory } from "../agency/Directory.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import { caseOf, type TellingCase } from "../duty/Case.ts"
import type { Explanation } from "../explanation/Explanation.ts"
import type { Vocabulary } from "../explanation/wording.ts"
import { type Advice, advise } from "../verdict/Advice.ts"
import { type Acted, acted } from "../verdict/acted.ts"
import { type Answer, basisOf } from "../verdict/Basis.ts"
import { type DutySpell, dutySpells } from "../verdict/Duty.ts"
import { type Cases, type DecodeEvent, decoderOf } from "../verdict/decodeEvents.ts"
import { caseAt, enteredOn, type Recorded, standingAt } from "../verdict/record.ts"
import { evaluate, type Subject } from "../verdict/Subject.ts"
import type { Brought } from "../verdict/Surroundings.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"

/** A fact on record, whatever it is about. */
export interface CaseFact extends Recorded {
  /** Its place among the facts of its case. */
  readonly seq?: number
}

/** The answer to *what does every norm say about this case?* */
export interface Findings extends Answer {
  /** In the order of the articles; local norms come last. */
  readonly verdicts: ReadonlyArray<Verdict>
}

/** A case as it stands at a moment, with what can be asked of it. */
export interface Standing extends TellingCase {
  /** What every norm says about it. */
  readonly verdicts: (ctx: Context) => Findings
  /** What is owed on it from the day asked on if nobody acts, spell by spell. */
  readonly dutySpells: (ctx: Context) => Iterable<DutySpell>
  /** What acts done together would do to it. */
  readonly advise: (acts: ReadonlyArray<CaseFact>, ctx: Context) => Advice
  /** Of acts done together who may do each. */
  readonly acted: (acts: ReadonlyArray<CaseFact>, ctx: Context) => ReadonlyArray<Acted>
  /** One of its verdicts in words. */
  readonly explain: (verdict: Verdict, ctx: Context) => Explanation
}

/** What is on record of one case. */
export interface CaseRecord {
  /** The id of the case. */
  readonly id: string
  /** In the order of entry. */
  readonly facts: ReadonlyArray<CaseFact>
}

/** A moment: during which day, and as known at which instant. */
export interface Moment {
  /** The day asked about. */
  readonly asOf: CivilDate
  /** The instant up to which entries are known. */
  readonly knownAt: string
}

/** A subject as the docket keeps it. What its cases are made of is known to the subject alone. */
export interface Keeping<E extends Recorded> {
  /** The particular with which a fact names its case. */
  readonly key: string
  /** The kinds of its facts. */
  readonly tags: ReadonlyArray<string>
  /** Reads one of its facts from outside. */
  readonly decode: DecodeEvent<E>
  /** Whether a fact opens the record of its case: that holds on every day, whatever its own. */
  readonly opens: (fact: CaseFact) => boolean
  /** A case at a moment. */
  readonly standing: (record: CaseRecord, moment: Moment) => Standing
  /** What its acts, positions and instances are called. */
  readonly vocabulary: Vocabulary
}

/** A subject whose cases tell the others what surrounds them. */
export interface Surrounding<E extends Recorded> extends Keeping<E> {
  /** What these cases tell the others, where they are all that there are. A case of which nothing stands at the moment tells nothing. */
  readonly surrounds: (records: ReadonlyArray<CaseRecord>, moment: Moment, directory: Directory) => Brought
}

/** What a subject brings so that the docket can keep its cases. */
interface Kind<S extends { readonly id: string; readonly region: string | undefined }, E extends Recorded> {
  readonly subject: Subject<S, E>
  readonly Event: Cases<E>
  readonly vocabulary: Vocabulary
  readonly explain: (state: S, verdict: Verdict, ctx: Context) => Explanation
}

/** The facts of a case as its subject knows them: they were decoded as such. */
export const own = <E extends Recorded>({ facts }: CaseRecord): ReadonlyArray<E> =>
  facts as ReadonlyArray<Recorded> as ReadonlyArray<E>

/** A subject among those of which the docket keeps cases. */
export const keeping = <S extends { readonly id: string; readonly region: string | undefined }, E extends Recorded>({
  Event,
  explain,
  subject,
  vocabulary
}: Kind<S, E>): Keeping<E> => ({
  key: subject.key,
  tags: Object.keys(Event.cases),
  decode: decoderOf(Event),
  opens: (fact) => subject.opens(fact as Recorded as E),
  vocabulary,
  standing: (record, { asOf, knownAt }) => {
    const state = caseAt(subject, record.id, own<E>(record), asOf, knownAt)
    return {
      ...caseOf(subject, state),
      verdicts: (ctx) => ({
        verdicts: evaluate(subject, state, ctx),
        basis: basisOf(ctx)
      }),
      dutySpells: (ctx) => dutySpells(subject, state, ctx),
      advise: (acts, ctx) => {
        const entered = enteredOn(acts, asOf)
        const since = entered > asOf ? caseAt(subject, record.id, own<E>(record), entered, knownAt) : state
        return advise(subject, state, own<E>({ id: record.id, facts: acts }), ctx, since)
      },
      acted: (acts, ctx) => acted(subject, state, own<E>({ id: record.id, facts: acts }), ctx),
      explain: (verdict, ctx) => explain(state, verdict, ctx)
    }
  }
})

/** A subject whose cases surround those of others. */
export const surrounding = <S extends { readonly id: string; readonly region: string | undefined }, E extends Recorded>(
  kind: Kind<S, E>,
  tell: (cases: ReadonlyArray<S>, directory: Directory) => Brought
): Surrounding<E> => ({
  ...keeping(kind),
  surrounds: (records, { asOf, knownAt }, directory) => {
    const { fold, opens } = kind.subject
    const standing = records.map((record) => ({
      id: record.id,
      facts: standingAt(own<E>(record), opens, asOf, knownAt)
    }))
    return tell(
      standing.filter(({ facts }) => facts.length > 0).map(({ facts, id }) => fold(id, facts)),
      directory
    )
  }
})
