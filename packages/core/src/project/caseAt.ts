import type { CivilDate } from "../civil/CivilDate.ts"
import type { Event } from "./Event.ts"
import { fold } from "./evolve.ts"
import type { Project } from "./Project.ts"

/** An instant with its milliseconds, so that text order is time order. */
const instant = (text: string): string => (text.length === 20 ? `${text.slice(0, 19)}.000Z` : text)

const opens = (e: Event): boolean => e._tag === "Drafted" || e._tag === "TakenOver"

/** Whether one instant is later than another. */
export const instantAfter = (a: string, b: string): boolean => instant(a) > instant(b)

/** Which event an event takes the place of. */
export const target = (e: Event): string | undefined => (e._tag === "Retracted" ? e.of : e.corrects)

/**
 * What stands of a record: nothing entered after `knownAt`, nothing that happened after `asOf` but the opening of the record itself, no
 * event that a later one corrects or retracts. A correction that was itself retracted corrects nothing; a circle of corrections corrects nothing either.
 */
export const effective = (events: ReadonlyArray<Event>, asOf: CivilDate, knownAt: string): ReadonlyArray<Event> => {
  const read = events.filter((e) => !instantAfter(e.recordedAt, knownAt))
  const by = new Map<string, Array<Event>>()
  for (const e of read) {
    const of = target(e)
    if (of !== undefined && of !== e.id) by.set(of, [...(by.get(of) ?? []), e])
  }
  const asked = new Set<string>()
  const gone = (id: string): boolean => {
    const later = by.get(id)
    if (later === undefined || asked.has(id)) return false
    asked.add(id)
    const answer = later.some((e) => !gone(e.id))
    asked.delete(id)
    return answer
  }
  return read.filter((e) => e._tag !== "Retracted" && (e.on <= asOf || opens(e)) && !(by.has(e.id) && gone(e.id)))
}

/** The case as of a day, as known at an instant: the only place where time is filtered. Rules never see a later fact. */
export const caseAt = (id: string, events: ReadonlyArray<Event>, asOf: CivilDate, knownAt: string): Project =>
  fold(id, effective(events, asOf, knownAt))
