import type { Event } from "@banfa/core/resource"
import { type Recording, type Upset, upsetBy as upsetRecord, upsetsAmong } from "../record/Upset.ts"
import { anybody } from "./agencies.ts"

export type { Upset } from "../record/Upset.ts"

/** What cannot be left unsaid about a fact: what names it, its case and its part, and when it was. */
const fixed: ReadonlyArray<string> = [
  "_tag",
  "id",
  "resource",
  "on",
  "recordedAt",
  "seq",
  "by",
  "consent",
  "sharing",
  "falsity",
  "corrects",
  "of"
]

/** Whether a fact opens the record: that one stays as it is. */
export const opens = ({ _tag }: Event): boolean => _tag === "ResourceIdentified" || _tag === "ResourceTakenOver"

const recording: Recording<Event> = {
  key: "resource",
  opens,
  particulars: (e) => Object.keys(e).filter((key) => !fixed.includes(key)),
  lists: []
}

/** Upsets of every kind, with acts done by anybody of the sample directory. */
export const upsets = upsetsAmong(anybody)

/** The facts with everything gone wrong that a list tells of, in the order of their days. */
export const upsetBy = (events: ReadonlyArray<Event>, list: ReadonlyArray<Upset>): Array<Event> =>
  upsetRecord(recording, events, list)
