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
 * event that a later one corrects or retracts. A correction of a correction takes its place, so the first statement stays replaced; a
 * correction that was itself retracted corrects nothing, and a circle of corrections corrects nothing either.
 */
export const effective = (events: ReadonlyArray<Event>, asOf: CivilDate, knownAt: string): ReadonlyArray<Event> => {
  const read = events.filter((e) => !instantAfter(e.recordedAt, knownAt))
  const targets = new Map<string, string>()
  for (const e of read) {
    const of = target(e)
    if (of !== undefined) targets.set(e.id, of)
  }
  const later = new Map<string, Array<Event>>()
  for (const e of read) {
    const of = targets.get(e.id)
    if (of !== undefined && !circular(targets, e.id)) later.set(of, [...(later.get(of) ?? []), e])
  }
  const retracted = (id: string): boolean =>
    later.get(id)?.some((e) => e._tag === "Retracted" && !retracted(e.id)) === true
  const gone = (id: string): boolean => later.get(id)?.some((e) => !retracted(e.id)) === true
  return read.filter((e) => e._tag !== "Retracted" && (e.on <= asOf || opens(e)) && !gone(e.id))
}

/** Whether an event is one of a circle, each of which takes the place of the next. */
const circular = (targets: ReadonlyMap<string, string>, id: string): boolean => {
  let at = targets.get(id)
  for (let steps = targets.size; at !== undefined && steps > 0; steps--) {
    if (at === id) return true
    at = targets.get(at)
  }
  return false
}

/** The case as of a day, as known at an instant: the only place where time is filtered. Rules never see a later fact. */
export const caseAt = (id: string, events: ReadonlyArray<Event>, asOf: CivilDate, knownAt: string): Project =>
  fold(id, effective(events, asOf, knownAt))
