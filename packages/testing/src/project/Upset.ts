import type { Event } from "@banfa/core/project"
import type fc from "fast-check"
import { type Recording, type Upset, upsetBy as upsetRecord, upsetsAmong } from "../record/Upset.ts"
import { anybody } from "./agencies.ts"

export type { Upset } from "../record/Upset.ts"

/** What may be left unsaid about an act: everything but what names it and its instance. */
const particulars = [
  "to",
  "what",
  "material",
  "considered",
  "planItem",
  "deviation",
  "builder",
  "funding",
  "baseline",
  "aims",
  "ranking",
  "conclusion",
  "conditions",
  "plan",
  "assessment",
  "reason",
  "former",
  "amount",
  "year",
  "fiscal",
  "until",
  "document",
  "onBehalfOf",
  "with",
  "signed",
  "application",
  "scheme",
  "assessor",
  "interests",
  "criteria",
  "items",
  "omitted",
  "defects",
  "crossDept",
  "crossRegion",
  "network",
  "planConformity",
  "security",
  "against",
  "interfaces",
  "successor"
] as const

/** Whether a particular says which instance a fact is about: that is no part of what can be left unsaid. */
const names = (key: string, { _tag }: Event): boolean =>
  (key === "assessment" && _tag.startsWith("Assessment")) ||
  (key === "application" && _tag !== "AssessmentPlanned") ||
  (key === "scheme" && _tag !== "AssessmentStarted")

/** What has to be known of the facts about projects to upset their record. */
const recording: Recording<Event> = {
  key: "project",
  opens: ({ _tag }) => _tag === "Drafted" || _tag === "TakenOver",
  particulars: (e) => particulars.filter((key) => key in e && !names(key, e)),
  // The departments that act together can be named, known to be none, or not stated.
  lists: ["with", "signed"]
}

/** Upsets of every kind; shrink towards the first fact and no delay. */
export const upsets: fc.Arbitrary<Upset> = upsetsAmong(anybody)

/** The facts with everything gone wrong that a list tells of, in the order of their days. */
export const upsetBy = (events: ReadonlyArray<Event>, list: ReadonlyArray<Upset>): Array<Event> =>
  upsetRecord(recording, events, list)
