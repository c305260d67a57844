import type { Event } from "@banfa/core/resource"
import type fc from "fast-check"
import { type HistoriesOf, type HistoryOf, historiesOf } from "../record/historiesOf.ts"
import { anybody } from "./agencies.ts"
import { type Course, courses } from "./Course.ts"
import { lawful } from "./lawful.ts"
import { recording } from "./recording.ts"

export { dayOf, days } from "../record/Upset.ts"

/** A history with the course that it comes from and what went wrong with its record. */
export type History = HistoryOf<Course, Event>

const all: HistoriesOf<Course, Event> = historiesOf({ courses, told: lawful, recording, anybody, most: 8 })

/** Histories as they ought to be told: nothing is unknown that the course knows. */
export const lawfulHistories: fc.Arbitrary<History> = all.lawful

/**
 * Whole histories of a resource with up to eight facts told wrong and up to two things against the order; the opening of the record comes
 * with every one of them.
 */
export const histories: fc.Arbitrary<History> = all.upset

/** Histories in which one fact is told some hundred times: for few cases of few laws. */
export const floods: fc.Arbitrary<History> = all.flooded
