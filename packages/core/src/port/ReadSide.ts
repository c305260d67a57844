/**
 * The port behind which the read side is kept: what is owed by whom over which days, which cases there are, and what is to be told to others.
 * It is written in the same transaction as the events that it is read from, and it can be deleted at any time: whoever decides makes it anew
 * from them.
 *
 * @module
 */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { Conflict } from "./EventStoreError.ts"
import type { JsonObject } from "./Json.ts"
import type { StorageUnavailable } from "./StorageUnavailable.ts"
import type { StreamVersion } from "./StoredEvent.ts"

/** A case by its subject and its id. */
export interface CaseName {
  /** The subject, `project`. */
  readonly subject: string
  /** Unique among the cases of the subject. */
  readonly id: string
}

/** The last instant of all: an entry that is known until then is the one that stands. */
export const forever = "9999-12-31T23:59:59.999Z"

/**
 * What is owed on a case over some days, as it was known over some time; one for each bearer. An entry whose `norm` is empty owes nothing: it
 * says that for these days, as known over this time, the entries of the case are complete.
 */
export interface DutyEntry {
  /** Its number within its case. */
  readonly number: number
  /** The norm that asks; empty where the entry says only that the entries are complete. */
  readonly norm: string
  /** What of the case it is about; empty for the whole. */
  readonly instance: string
  /** `Pending`, `DueUnspecified` or `Overdue`. */
  readonly status: string
  /** The day by which it is owed; empty where no day is fixed. */
  readonly due: string
  /** The role that owes it. */
  readonly role: string
  /** The agency that fills the role; empty where that is not known. */
  readonly bearer: string
  /** The code of the region of the case; empty where nobody said. */
  readonly region: string
  /** The first day over which it stands so. */
  readonly from: string
  /** The last day. */
  readonly until: string
  /** The instant from which it was known, in UTC with milliseconds. */
  readonly knownFrom: string
  /** The instant from which something else was known; {@link forever} where nothing else is. */
  readonly knownUntil: string
}

/** One row of the subject index. */
export interface CaseEntry extends CaseName {
  /** The code of its region as last known; empty where nobody said. */
  readonly region: string
  /** What its entries rest on, in one text: profile, directory, calendar, library. Under another basis they are not asked. */
  readonly basis: string
  /** How often what surrounds all cases had changed when its entries were made. */
  readonly round: number
  /** How often its entries were written. */
  readonly written: number
  /** The last number that was given to an entry of it. */
  readonly numbered: number
  /** The instant as of which its entries were worked out last. */
  readonly known: string
  /** From how many facts: its own, and those of the cases around it, entered up to that instant. */
  readonly facts: number
  /** How many of them were entered before that instant. */
  readonly earlier: number
  /** The last day up to which its entries are complete as of that instant; empty where they are not. */
  readonly covered: string
  /** The instant of its first entry on record, in UTC with milliseconds. */
  readonly entered: string
  /** The instant of its latest. */
  readonly latest: string
}

/** What becomes of the entries of one case. */
export interface CaseChange {
  /** How the case stands afterwards; of `written` the number before. */
  readonly entry: CaseEntry
  /** All earlier entries go, and `opened` are all that there are; otherwise they are added to those that stay. */
  readonly whole: boolean
  /** Numbers of entries that something else is known instead of, from an instant on. */
  readonly closed: ReadonlyArray<{ readonly number: number; readonly at: string }>
  /** Numbers of entries that go, since they were never known for any time. */
  readonly gone: ReadonlyArray<number>
  /** New entries. */
  readonly opened: ReadonlyArray<DutyEntry>
}

/** Something to be told to others: it waits in the outbox until whoever tells it says that it was told. */
export interface Message {
  /** The same for the same thing, also when the outbox is made anew: whoever is told twice can tell. */
  readonly id: string
  /** What it is about. */
  readonly topic: string
  /** What is told. */
  readonly data: JsonObject
}

/** What the read side is to hold from a decision on. */
export interface IndexChange {
  /** The cases whose entries change; a case is written only if its entries are those that the change was worked out from. */
  readonly cases: ReadonlyArray<CaseChange>
  /** Whether what surrounds all cases has changed, so that the entries of the others are no longer relied on. */
  readonly surroundings: boolean
  /** What is to be told to others; an id that is there already is kept as it is. */
  readonly messages: ReadonlyArray<Message>
}

/** Which duties are looked up, during a day and as known at an instant. */
export interface DutyLookup {
  /** The basis that is asked under: entries that rest on another are not relied on. */
  readonly basis: string
  /** The civil day asked about. */
  readonly asOf: string
  /** The instant up to which entries on record are known, in UTC with milliseconds. */
  readonly knownAt: string
  /** Owed by this agency. */
  readonly bearer?: string | undefined
  /** Owed by whoever fills this role. */
  readonly role?: string | undefined
  /** Of cases of this subject. */
  readonly subject?: string | undefined
  /** Under this norm. */
  readonly norm?: string | undefined
  /** Standing so. */
  readonly status?: ReadonlyArray<string> | undefined
  /** Due on this day or later; what has no day is then not meant. */
  readonly dueFrom?: string | undefined
  /** Due on this day or earlier; what has no day is then not meant. */
  readonly dueUntil?: string | undefined
}

/** The answer to a look-up. */
export interface DutiesFound {
  /** What is owed, of the cases whose entries can be relied on, each with its case. */
  readonly found: ReadonlyArray<CaseName & DutyEntry>
  /** The cases whose entries say nothing about the day and the instant asked, or rest on another basis: they have to be asked themselves. */
  readonly unknown: ReadonlyArray<CaseName>
  /** How far the read side has come: where it is behind, there may be cases that it does not know. */
  readonly state: ReadSideState
}

/** Which cases are listed. */
export interface CaseLookup {
  /** Of this subject. */
  readonly subject?: string | undefined
  /** Behind this case, in the order of the list. */
  readonly after?: CaseName | undefined
  /** At most so many; 1,000 if nothing is said, and never more than 10,000. */
  readonly limit?: number | undefined
}

/** How far the read side has come. */
export interface ReadSideState {
  /** How often what surrounds all cases has changed. */
  readonly round: number
  /** Whether there may be events of which it does not know: something was appended without an index, or it was deleted and is being made anew. */
  readonly behind: boolean
}

/** What currently stands of a case. */
export interface CaseIndexed {
  /** Its row. */
  readonly entry: CaseEntry
  /** The entries that stand, and those that something else is known instead of since the instant as of which they were worked out last. */
  readonly entries: ReadonlyArray<DutyEntry>
}

/** What currently stands of some cases. */
export interface Indexed {
  /** How far the read side has come. */
  readonly state: ReadSideState
  /** Of the cases asked for those that it knows. */
  readonly indexed: ReadonlyArray<CaseIndexed>
}

/**
 * Keeps what is read from events, beside them and in the same transaction.
 *
 * 1. *Together.* What an append brings with it is there exactly when its events are; an append that is refused changes nothing.
 * 2. *Own ground.* The entries of a case are changed only as long as they are those that the change was worked out from; otherwise they go, the
 *    case counts no facts, and its entries say nothing until they are written whole.
 * 3. *Behind.* After an append that brings no index it says that it is behind, until it has been made anew.
 * 4. *Deleted at any time.* After `clear` nothing is there but the messages that were told already, so that they are not told again.
 */
export class ReadSide extends Context.Service<
  ReadSide,
  {
    /** What stands of these cases, of those that it knows, and how far it has come. */
    readonly indexed: (cases: ReadonlyArray<CaseName>) => Effect.Effect<Indexed, StorageUnavailable>
    /** Writes entries that were worked out from streams, if these still have the versions that were read. */
    readonly write: (
      guards: ReadonlyArray<StreamVersion>,
      index: IndexChange
    ) => Effect.Effect<void, Conflict | StorageUnavailable>
    /** Looks duties up. */
    readonly duties: (lookup: DutyLookup) => Effect.Effect<DutiesFound, StorageUnavailable>
    /** Lists cases, by subject and in an order of the store's own, which stays the same. */
    readonly cases: (lookup: CaseLookup) => Effect.Effect<ReadonlyArray<CaseEntry>, StorageUnavailable>
    /** The messages that nobody has told yet, the earliest first, at most so many. */
    readonly waiting: (limit: number) => Effect.Effect<ReadonlyArray<Message>, StorageUnavailable>
    /** Says that messages were told. */
    readonly told: (ids: ReadonlyArray<string>) => Effect.Effect<void, StorageUnavailable>
    /** Deletes everything but the messages that were told, and answers how often that was done. From then on it is behind. */
    readonly clear: Effect.Effect<number, StorageUnavailable>
    /** Says that everything was made anew after it had been deleted so often: what was missed before is made good. */
    readonly mended: (cleared: number) => Effect.Effect<void, StorageUnavailable>
  }
>()("@banfa/core/port/ReadSide") {}
