/** What is known of a subject to put the common laws to it, and the doors to its cases. */
import { dayOf, days } from "@banfa/testing/system"
import fc from "fast-check"
import { expect } from "vitest"
import type { Directory } from "../../../src/agency/Directory.ts"
import type { CivilDate } from "../../../src/civil/CivilDate.ts"
import type { WorkingCalendar } from "../../../src/civil/WorkingCalendar.ts"
import type { Explanation } from "../../../src/explanation/Explanation.ts"
import type { Inquiry } from "../../../src/explanation/Inquiry.ts"
import type { ReasonText } from "../../../src/explanation/reasonText.ts"
import type { Vocabulary } from "../../../src/explanation/wording.ts"
import type { Profile } from "../../../src/profile/Profile.ts"
import type { Reason } from "../../../src/verdict/Advice.ts"
import { context } from "../../../src/verdict/context.ts"
import type { Stages } from "../../../src/verdict/position.ts"
import { caseAt, type Recorded } from "../../../src/verdict/record.ts"
import { type ActEvent, evaluate, type Subject } from "../../../src/verdict/Subject.ts"
import { type Brought, surroundings } from "../../../src/verdict/Surroundings.ts"
import type { Context, Verdict } from "../../../src/verdict/Verdict.ts"
import { law, now } from "../Law.ts"

/** A case of any subject. */
export interface Case {
  readonly id: string
}

/** A fact, as far as laws look at it. */
export type Told = Recorded & ActEvent & { readonly seq?: number }

/**
 * How often of a hundred cases a law has to meet what it speaks of, unless a subject says otherwise. A floor of nothing claims that no case
 * of the subject meets it at all.
 */
const floors = {
  enteredAfter: 5,
  flood: 90,
  order: 80,
  oneMore: 80,
  bytes: 90,
  reads: 250,
  knownThen: 60,
  noLater: 38,
  quiet: 15,
  before: 95,
  inForce: 1,
  putRight: 1,
  advice: 35,
  duties: 14,
  bearing: 5,
  stillOwed: 0.4,
  lateness: 1,
  foreign: 35,
  missing: 95,
  answers: 95,
  answered: 95,
  words: 200,
  complete: 35,
  late: 10,
  stranger: 2
}

/** What no text may show of a value that is not there; a reading may be called undefined. */
export const unsaid = /\bundefined\b(?!:)|\bnull\b|\[object/u

/** A common law by its name. */
export type LawName = keyof typeof floors

/** What is known of a subject; `P` is what its cases may stand in, where that is drawn too. */
export interface Known<S extends Case, E extends Told, P = undefined> {
  /** Its articles, for the titles. */
  readonly arts: string
  readonly subject: Subject<S, E>
  readonly histories: fc.Arbitrary<{ readonly events: ReadonlyArray<E> }>
  /** With one fact told some hundred times. */
  readonly floods: fc.Arbitrary<{ readonly events: ReadonlyArray<E> }>
  readonly profiles: fc.Arbitrary<Profile>
  /** The id of the case that a history tells of. */
  readonly id: (events: ReadonlyArray<E>) => string
  readonly directory: Directory
  readonly calendar?: WorkingCalendar
  readonly provinces?: fc.Arbitrary<P>
  /** What surrounds a case; by default nobody knows. */
  readonly brought?: (province: P | undefined) => Brought
  /** Its norms ask what surrounds a case on the day asked: without an act it is quiet only where that stands still. */
  readonly movedByOthers?: true
  /** The slices that facts of many kinds move, beside the position and the day since which it stands. */
  readonly moves?: ReadonlyArray<string>
  /** The slices that a fact may fill beside those; where nothing is told any one, and all of them where it opens the record. */
  readonly fills?: (e: E) => ReadonlyArray<string> | undefined
  readonly words: {
    readonly vocabulary: Vocabulary
    readonly inquire: (state: S, v: Verdict, ctx: Context) => Inquiry | undefined
    readonly explain: (state: S, v: Verdict, ctx: Context) => Explanation
    readonly describe: (reason: Reason, ctx: Context) => ReasonText
  }
  /** Rules under which an act changes what was said of the time before it. */
  readonly curesThePast?: (profile: Profile) => boolean
  /** Of which verdicts only a later act tells whose they are. */
  readonly ownerToldLater?: (state: S, v: Verdict) => boolean
  /** Whether a rule asks for a fact before it knows that the answer matters. */
  readonly askedEarly: (name: string, v: Verdict) => boolean
  /** What one of its answers leaves missing, since the norm is undetermined where it is so: 逐步, where nothing was begun. */
  readonly leftOpen?: ReadonlyArray<string>
  /** The norms in groups, each with its articles, how often its missing facts have to be met, and of how many answers one may be idle. */
  readonly groups?: ReadonlyArray<NormGroup>
  /** How far its positions are along its course; left out where it has one alone. */
  readonly stages?: (e: E) => Stages<string>
  /** Whether a fact can begin another round, in which how far it has come is counted anew. */
  readonly begins?: (e: E) => boolean
  /** Where the floors of this subject are others. */
  readonly floors?: { readonly [N in LawName]?: number }
}

/** Norms whose missing facts are asked about together. */
export interface NormGroup {
  readonly arts: string
  readonly norms: RegExp
  readonly met?: number
  /** Of how many missing facts one may be asked for nothing. */
  readonly idleIn: number
}

/** The doors to the cases of a subject. */
export const doors = <S extends Case, E extends Told, P>(k: Known<S, E, P>) => {
  const { brought = () => ({}), calendar, directory, id, subject } = k
  const asked = (asOf: CivilDate, profile: Profile, province?: P): Context =>
    context({ asOf, profile, directory, calendar, ...brought(province) })
  const onDay = (events: ReadonlyArray<E>, day: CivilDate): S => caseAt(subject, id(events), events, day, now)
  const says = (events: ReadonlyArray<E>, day: CivilDate, profile: Profile, province?: P): ReadonlyArray<Verdict> =>
    evaluate(subject, onDay(events, day), asked(day, profile, province))
  return { asked, onDay, says }
}

/** A context in whose surroundings nothing changes after its day: what is then left alone is left alone in every respect. */
export const stillAfter = (ctx: Context): Context => {
  const { inService, instrumentsInForce, plansInForce } = surroundings(ctx)
  const then = (on: CivilDate): CivilDate => (on < ctx.asOf ? on : ctx.asOf)
  return {
    ...ctx,
    inService: (kind, on) => inService(kind, then(on)),
    instrumentsInForce: (kind, on) => instrumentsInForce(kind, then(on)),
    plansInForce: (region, organ, on) => plansInForce(region, organ, then(on))
  }
}

/** A case on a day and what is asked about it with, as a law is put to it. */
export interface Drawn<S, E, P> {
  readonly events: ReadonlyArray<E>
  readonly day: CivilDate
  readonly profile: Profile
  readonly province: P | undefined
  readonly state: S
  readonly ctx: Context
  /** What the norms say of it; asked once, where it is asked at all. */
  readonly said: () => ReadonlyArray<Verdict>
  /** A number with which a law picks something. */
  readonly n: number
  readonly met: (times?: number) => void
}

/** States laws of a subject: each with the drawn case, and with what it draws beside it. */
export const stating = <S extends Case, E extends Told, P>(k: Known<S, E, P>) => {
  const { asked, onDay } = doors(k)
  return <A = object>(
    name: LawName,
    title: string,
    beside: { readonly [N in keyof A]: fc.Arbitrary<A[N]> },
    property: (drawn: Drawn<S, E, P>, beside: A) => void,
    {
      floor = k.floors?.[name] ?? floors[name],
      portion = 1
    }: { readonly floor?: number; readonly portion?: number } = {}
  ): void => {
    const cases = {
      history: k.histories,
      n: days,
      profile: k.profiles,
      province: k.provinces ?? fc.constant<P | undefined>(undefined),
      beside: fc.record(beside as { [N in keyof A]: fc.Arbitrary<A[N]> }) as fc.Arbitrary<A>
    }
    law(
      title,
      floor,
      cases,
      ({ beside, history: { events }, n, profile, province }, count) => {
        const day = dayOf(events, n)
        const ctx = asked(day, profile, province)
        const state = onDay(events, day)
        let found: ReadonlyArray<Verdict> | undefined
        const said = (): ReadonlyArray<Verdict> => (found ??= evaluate(k.subject, state, ctx))
        const met = (times = 1): void => {
          if (floor === 0) expect(times, "a case of what no case of this subject should meet").toBe(0)
          count(times)
        }
        property({ events, day, profile, province, state, ctx, said, n, met }, beside)
      },
      portion
    )
  }
}
