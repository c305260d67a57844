import type { CivilDate } from "../civil/CivilDate.ts"
import { civilDay } from "../civil/civilDay.ts"
import type { ActEvent, Subject } from "./Subject.ts"

/** What every fact on record has, whatever it is about: when it was entered, and whose place it takes. */
export interface Recorded extends ActEvent {
  /** The instant of entry in UTC. */
  readonly recordedAt: string
  /** The earlier entry whose place it takes, from its own entry on. */
  readonly corrects?: string | undefined
  /** Of a `Retracted`: the entry that it takes back. */
  readonly of?: string | undefined
}

/** An instant with its milliseconds, so that text order is time order. */
export const instant = (text: string): string => (text.length === 20 ? `${text.slice(0, 19)}.000Z` : text)

/** Whether one instant is later than another. */
export const instantAfter = (a: string, b: string): boolean => instant(a) > instant(b)

/** The day on which facts are entered, or a day where it is later. */
export const enteredOn = (facts: ReadonlyArray<Recorded>, day: CivilDate): CivilDate => {
  let last = day
  for (const { recordedAt } of facts) {
    const on = civilDay(recordedAt)
    if (on !== undefined && on > last) last = on
  }
  return last
}

/** Which event an event takes the place of. */
export const target = (e: Recorded): string | undefined => (e._tag === "Retracted" ? e.of : e.corrects)

/**
 * What stands of a record: nothing entered after `knownAt`, nothing that happened after `asOf` but the opening of the record itself, no
 * event that a later one corrects or retracts. A correction of a correction takes its place, so the first statement stays replaced; a
 * correction that was itself retracted corrects nothing, and a circle of corrections corrects nothing either.
 */
export const standingAt = <E extends Recorded>(
  events: ReadonlyArray<E>,
  opens: (event: E) => boolean,
  asOf: CivilDate,
  knownAt: string
): ReadonlyArray<E> => {
  const read = events.filter((e) => !instantAfter(e.recordedAt, knownAt))
  const gone = replaced(read)
  return read.filter((e) => e._tag !== "Retracted" && (e.on <= asOf || opens(e)) && !gone.has(e.id))
}

/** A case as of a day, as known at an instant: the only place where time is filtered. Rules never see a later fact. */
export const caseAt = <S extends { readonly id: string }, E extends Recorded>(
  subject: Pick<Subject<S, E>, "fold" | "opens">,
  id: string,
  events: ReadonlyArray<E>,
  asOf: CivilDate,
  knownAt: string
): S => subject.fold(id, standingAt(events, subject.opens, asOf, knownAt))

/**
 * The ids whose place others have taken. Every entry names at most one other, so the entries that nobody names come first and each is
 * settled after all that name it; what is left over in the end are the circles.
 */
const replaced = (read: ReadonlyArray<Recorded>): ReadonlySet<string> => {
  const entries = new Map(read.map((e) => [e.id, e]))
  const later = new Map<string, Array<Recorded>>()
  const waiting = new Map<string, number>()
  for (const e of entries.values()) {
    const of = target(e)
    if (of === undefined || of === e.id) continue
    later.set(of, [...(later.get(of) ?? []), e])
    waiting.set(of, (waiting.get(of) ?? 0) + 1)
  }
  const retracted = new Set<string>()
  const gone = new Set<string>()
  const settle = (id: string, by: ReadonlyArray<Recorded>): void => {
    const standing = by.filter((e) => !retracted.has(e.id))
    if (standing.length > 0) gone.add(id)
    if (standing.some((e) => e._tag === "Retracted")) retracted.add(id)
  }
  const settled = [...entries.keys()].filter((id) => !waiting.has(id))
  for (const id of settled) {
    const of = target(entries.get(id) as Recorded)
    if (of === undefined || of === id) continue
    const left = (waiting.get(of) ?? 0) - 1
    waiting.set(of, left)
    if (left > 0) continue
    settle(of, later.get(of) ?? [])
    if (entries.has(of)) settled.push(of)
  }
  for (const [id, left] of waiting)
    if (left > 0)
      settle(
        id,
        (later.get(id) ?? []).filter((e) => !waiting.get(e.id))
      )
  return gone
}
