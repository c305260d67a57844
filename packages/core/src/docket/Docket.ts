/** The managed door: facts and acts go through here into the store, and every question is answered from it. */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Stream from "effect/Stream"
import type { Actor } from "../agency/Actor.ts"
import type { DutyList, DutyQuery } from "../duty/dutyList.ts"
import type { Scope } from "../duty/inspectCases.ts"
import type { Notice } from "../notice/Notice.ts"
import type { Way } from "../path/Way.ts"
import type { Directory } from "../port/Directory.ts"
import type {
  CommandReused,
  Conflict,
  DuplicateEvent,
  EventStore,
  InvalidAppend,
  StorageUnavailable
} from "../port/EventStore.ts"
import type { CaseLookup, Message } from "../port/ReadSide.ts"
import type { WorkingCalendar } from "../port/WorkingCalendar.ts"
import type { Explanation } from "../project/explain.ts"
import type { Advice } from "../verdict/Advice.ts"
import type { Comparison } from "../verdict/Comparison.ts"
import type { Duties } from "../verdict/Duty.ts"
import type { Inspection } from "../verdict/Inspection.ts"
import type { InvalidEvents } from "../verdict/InvalidEvents.ts"
import type { ActorCommand, Command } from "./Command.ts"
import { commands, type Entered, type Performed, type Recorded } from "./commands.ts"
import type { Compared } from "./compared.ts"
import type { Deployment } from "./Deployment.ts"
import type {
  InvalidCommand,
  InvalidQuestion,
  NoSuchVerdict,
  NotARecorder,
  NotIndexed,
  Refused,
  StoredFactUnreadable
} from "./DocketError.ts"
import { makeDesk } from "./desk.ts"
import type { Entry } from "./history.ts"
import type { Findings } from "./keeping.ts"
import type { At } from "./moment.ts"
import type { NotEntitled } from "./NotEntitled.ts"
import type { ReminderQuery } from "./notices.ts"
import { questions } from "./questions.ts"
import { type CaseListed, type Rebuilt, readSideOf } from "./readSide.ts"
import type { CaseRef, CaseSubject, FactOf, GoalOf, NextOf, WaySubject } from "./subjects.ts"

type ReadError = StorageUnavailable | StoredFactUnreadable
type AskError = ReadError | InvalidQuestion
type IndexError = StorageUnavailable | NotIndexed | InvalidQuestion
type WriteError =
  | ReadError
  | InvalidCommand
  | InvalidEvents
  | NotARecorder
  | CommandReused
  | DuplicateEvent
  | InvalidAppend
  | Conflict

/** The managed door as Effect programs. `embed` offers the same as promises. */
export class Docket extends Context.Service<
  Docket,
  {
    /** What acts done together on a day would do to a case, decided on all that is stored of it. Nothing is stored. */
    readonly advise: (command: Command) => Effect.Effect<Advice, ReadError | InvalidCommand | InvalidEvents>
    /**
     * Stores acts on one case that are Allowed or AllowedWithNotice, all or none; refuses the rest with every reason, and stores nothing of it.
     * An act of a day after the civil day of `at` is `InvalidEvents`; one of an earlier day is told so where a decision on it was entered before.
     */
    readonly perform: (command: Command) => Effect.Effect<Performed, WriteError | Refused>
    /** Stores facts of any cases. A well-formed fact of a permitted recorder is never refused for a legal reason; the answer says what it changed. */
    readonly record: (command: Command) => Effect.Effect<Recorded, WriteError>
    /**
     * Performs acts for a person who speaks for the agencies that they name: `by`, `with`, `signed`, and of an entry that is corrected or taken back those
     * that it names. Each needs a post of the person in it, or its delegation, on the civil day of entry; that of whoever acts is entered for
     * the office in which it acts, the first in which it is competent. The agency itself must be competent on the day of the act, as for `perform`. Otherwise nothing is stored, and
     * everything that stands in the way is told.
     */
    readonly performAs: (
      actor: Actor,
      command: ActorCommand
    ) => Effect.Effect<Performed & Entered, Exclude<WriteError, NotARecorder> | Refused | NotEntitled>
    /** Stores facts of any cases for a person who speaks for the agencies that they name, as for `performAs`. No fact is refused for what it says. */
    readonly recordAs: (
      actor: Actor,
      command: ActorCommand
    ) => Effect.Effect<Recorded & Entered, Exclude<WriteError, NotARecorder> | NotEntitled>
    /** What every norm says about a case, as of a day and as known at an instant. */
    readonly verdicts: (of: CaseRef, at: At) => Effect.Effect<Findings, AskError>
    /** What is still owed on a case and by whom, as of a day and as known at an instant. */
    readonly duties: (of: CaseRef, at: At) => Effect.Effect<Duties, AskError>
    /** What is owed on these cases: the inbox of an agency, the follow-up list of a region. */
    readonly dutyList: (cases: ReadonlyArray<CaseRef>, query: DutyQuery, at: At) => Effect.Effect<DutyList, AskError>
    /** What an inspection of these cases would write down, by norm and by bearer, narrowed to a scope. @article 35 */
    readonly inspect: (cases: ReadonlyArray<CaseRef>, scope: Scope, at: At) => Effect.Effect<Inspection, AskError>
    /**
     * What another profile would change in these cases, by norm, bearer, region and subject: that of the deployment against it, or any two.
     * Nothing is switched on.
     */
    readonly compare: (cases: ReadonlyArray<CaseRef>, compared: Compared, at: At) => Effect.Effect<Comparison, AskError>
    /** What would be usual next in a case that has steps, or what an open duty asks for, and by whom; each act advised as a real one would be. */
    readonly next: <S extends WaySubject>(of: CaseRef<S>, at: At) => Effect.Effect<ReadonlyArray<NextOf<S>>, AskError>
    /** The plainest lawful way of a case to a position, or why there is none. */
    readonly path: <S extends WaySubject>(
      of: CaseRef<S>,
      goal: GoalOf<S>,
      at: At
    ) => Effect.Effect<Way<FactOf<S>>, AskError>
    /** Everything that was ever entered about a case up to `knownAt`, with what replaced it. */
    readonly history: <S extends CaseSubject>(
      of: CaseRef<S>,
      knownAt?: string
    ) => Effect.Effect<ReadonlyArray<Entry<S>>, AskError>
    /** One verdict in words. A norm that says nothing about the instance on that day is `NoSuchVerdict`. */
    readonly explain: (
      of: CaseRef,
      verdict: { readonly norm: string; readonly instance: string },
      at: At
    ) => Effect.Effect<Explanation, AskError | NoSuchVerdict>
    /**
     * What is owed on all cases, as of a day and as known at an instant: found in the index of duties, so that only the cases that owe something
     * are read. The answer is that of `dutyList` over every case.
     */
    readonly owed: (query: DutyQuery, at: At) => Effect.Effect<DutyList, AskError | NotIndexed>
    /** Which cases there are, page by page: the next page is behind the last case of the one before. */
    readonly cases: (lookup?: CaseLookup) => Effect.Effect<ReadonlyArray<CaseListed>, IndexError>
    /** The outbox: what commands have changed and nobody has been told of yet, the earliest first, at most so many (100 if nothing is said). */
    readonly waiting: (limit?: number) => Effect.Effect<ReadonlyArray<Message>, IndexError>
    /**
     * Whom a message of the outbox (`case/changed`) has to be told to, and what of it: worked out from the record as it stood then, the same
     * however often it is asked. A message of another topic tells nobody.
     */
    readonly notices: (message: Message) => Effect.Effect<ReadonlyArray<Notice>, AskError>
    /**
     * Who has to be reminded on a day, over all cases: of what is overdue, and of what is due within one of the leads. Asked again, a
     * reminder has the same id.
     */
    readonly reminders: (query: ReminderQuery, at: At) => Effect.Effect<ReadonlyArray<Notice>, AskError | NotIndexed>
    /** Takes messages out of the outbox by their ids, after they were told. */
    readonly told: (ids: ReadonlyArray<string>) => Effect.Effect<void, IndexError>
    /**
     * Makes the indexes and the outbox anew from the events, while commands may go on, and tells how far it has come. What was told is not put
     * into the outbox again.
     */
    readonly rebuild: Stream.Stream<Rebuilt, ReadError | Conflict | NotIndexed>
  }
>()("@banfa/core/docket/Docket") {
  /** Over whatever store, directory, calendar and deployment it is given. */
  static readonly layer: Layer.Layer<Docket, never, EventStore | Directory | WorkingCalendar | Deployment> =
    Layer.effect(
      Docket,
      Effect.map(makeDesk, (desk) => Docket.of({ ...questions(desk), ...commands(desk), ...readSideOf(desk) }))
    )
}
