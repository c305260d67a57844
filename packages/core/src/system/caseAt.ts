import type { CivilDate } from "../civil/CivilDate.ts"
import { caseAt as caseOf, standingAt } from "../verdict/record.ts"
import type { Event } from "./Event.ts"
import type { System } from "./System.ts"
import { subject } from "./subject.ts"

/** What stands of the record of an application system on a day, as known at an instant. */
export const effective = (events: ReadonlyArray<Event>, asOf: CivilDate, knownAt: string): ReadonlyArray<Event> =>
  standingAt(events, subject.opens, asOf, knownAt)

/** The record of an application system as of a day, as known at an instant. */
export const caseAt = (id: string, events: ReadonlyArray<Event>, asOf: CivilDate, knownAt: string): System =>
  caseOf(subject, id, events, asOf, knownAt)
