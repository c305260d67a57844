import type { Event } from "@banfa/core/resource"
import type fc from "fast-check"
import { type Upset, upsetsAmong } from "../record/Upset.ts"
import { upsetBy as upsetRecord } from "../record/upsetBy.ts"
import { anybody } from "./agencies.ts"
import { recording } from "./recording.ts"

export type { Upset } from "../record/Upset.ts"

/** Upsets of every kind, with acts done by anybody of the sample directory; shrink towards the first fact and no delay. */
export const upsets: fc.Arbitrary<Upset> = upsetsAmong(anybody)

/** The facts with everything gone wrong that a list tells of, in the order of their days. */
export const upsetBy = (events: ReadonlyArray<Event>, list: ReadonlyArray<Upset>): Array<Event> =>
  upsetRecord(recording, events, list)
