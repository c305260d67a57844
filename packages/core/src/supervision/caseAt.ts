import type { CivilDate } from "../civil/CivilDate.ts"
import { caseAt as caseOf, standingAt } from "../verdict/record.ts"
import type { Event } from "./Event.ts"
import type { InspectionCase } from "./InspectionCase.ts"
import { subject } from "./subject.ts"

/** What stands of the record of an inspection on a day, as known at an instant. */
export const effective = (events: ReadonlyArray<Event>, asOf: CivilDate, knownAt: string): ReadonlyArray<Event> =>
  standingAt(events, subject.opens, asOf, knownAt)

/** The inspection as of a day, as known at an instant. */
export const caseAt = (id: string, events: ReadonlyArray<Event>, asOf: CivilDate, knownAt: string): InspectionCase =>
  caseOf(subject, id, events, asOf, knownAt)
