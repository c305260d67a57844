import type { Event } from "@banfa/core/organ"
import type fc from "fast-check"
import { anybody } from "../project/agencies.ts"
import { type HistoriesOf, type HistoryOf, historiesOf } from "../record/historiesOf.ts"
import { type Decision, type Recording, stated } from "../record/Recording.ts"
import { type Course, courses } from "./Course.ts"
import { lawful } from "./lawful.ts"

/** A history with the course that it comes from and what went wrong with its record. */
export type History = HistoryOf<Course, Event>

const said: ReadonlyArray<string> = [
  "systems",
  "resources",
  "covered",
  "total",
  "exists",
  "host",
  "linked",
  "reason",
  "appraises",
  "eGovernment",
  "items",
  "township",
  "with",
  "signed"
]

const contrary = (e: Event): Decision | undefined => {
  switch (e._tag) {
    case "OrganPortalStated":
      return { _tag: "OrganPortalStated", ...stated(e, "host"), exists: e.exists !== true }
    case "OrganSiteLinkStated":
      return { _tag: "OrganSiteLinkStated", ...stated(e, "site"), linked: e.linked !== true }
    case "OrganAppraised": {
      const said = stated(e, "appraisal", "appraises", "items")
      return { _tag: "OrganAppraised", ...said, eGovernment: e.eGovernment !== true }
    }
    default:
      return undefined
  }
}

/** What of the record can go wrong. */
const recording: Recording<Event> = {
  key: "agency",
  opens: ({ _tag }) => _tag === "OrganRecorded" || _tag === "OrganTakenOver",
  particulars: (e) => said.filter((name) => name in e),
  lists: ["with", "signed"],
  turns: [
    ["OrganSiteOpened", "OrganSiteClosed", "site"],
    ["OrganSiteOpened", "OrganSiteLinkStated", "site"],
    ["OrganInformationArose", "OrganInformationPublished", "item"],
    ["OrganChannelOpened", "OrganChannelClosed"]
  ],
  contrary
}

const all: HistoriesOf<Course, Event> = historiesOf({ courses, told: lawful, recording, anybody, most: 8 })

/** Histories as they ought to be told: nothing is unknown that the course knows. */
export const lawfulHistories: fc.Arbitrary<History> = all.lawful

/**
 * Whole histories of an organ with up to eight facts told wrong and up to two things against the order. Shrinks to few upsets of a
 * plain course.
 */
export const histories: fc.Arbitrary<History> = all.upset

/** Histories in which one fact is told some hundred times: for few cases of few laws. */
export const floods: fc.Arbitrary<History> = all.flooded
