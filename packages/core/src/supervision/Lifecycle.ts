/** The lifecycle of an inspection, as data: who may do what from where, and which norms ask. */

import type { Row } from "../verdict/Lifecycle.ts"
import { type Standing, stagesOf } from "../verdict/position.ts"
import type { Event, EventTag } from "./Event.ts"
import type { InspectionCase } from "./InspectionCase.ts"

/** Where an inspection stands; the latest act in time says so. */
export type Position = "opened" | "inProgress" | "findingsIssued" | "rectifying" | "rectified" | "closed" | "withdrawn"

/** What an act may presuppose. */
export type Forerunner = "start" | "findings" | "rectification"

const supervision = "supervision.any"
/** Only the supervision department starts, finds, closes and withdraws. @article 35 */
const supervisionOnly = {
  who: [supervision],
  reserved: "N35.2",
  articles: [35],
  guards: { "N35.2": "competence" }
} as const
/** The organs that are inspected. */
const inspected = { who: ["organ.any"], articles: [35], source: "library" } as const

/** One row for each kind of fact. @article 35 */
export const lifecycle = {
  InspectionOpened: {
    reserved: "N35.2",
    who: [supervision],
    articles: [35],
    source: "library",
    needs: ["ground"],
    states: ["period"]
  },
  InspectionTakenOver: { owned: true, who: [supervision], articles: [35], source: "library" },
  InspectionStarted: { from: ["opened"], to: "inProgress", ...supervisionOnly, source: "text" },
  InspectionFoundNothing: {
    from: ["inProgress"],
    to: "closed",
    ...supervisionOnly,
    source: "library",
    presupposes: ["start"]
  },
  InspectionFindingsIssued: {
    from: ["inProgress"],
    to: "findingsIssued",
    ...supervisionOnly,
    source: "library",
    needs: ["findings", "findings.norm", "findings.evidence"],
    presupposes: ["start"]
  },
  RectificationStarted: { from: ["findingsIssued"], to: "rectifying", ...inspected, presupposes: ["findings"] },
  InspectionContested: {
    owned: true,
    from: ["findingsIssued"],
    to: "inProgress",
    ...inspected,
    needs: ["statement"],
    presupposes: ["findings"]
  },
  RectificationReported: { from: ["rectifying"], to: "rectified", ...inspected, presupposes: ["findings"] },
  RecheckPassed: {
    from: ["rectified"],
    to: "closed",
    ...supervisionOnly,
    source: "library",
    presupposes: ["rectification"]
  },
  RecheckFailed: {
    from: ["rectified"],
    to: "rectifying",
    ...supervisionOnly,
    source: "library",
    presupposes: ["rectification"]
  },
  InspectionConcluded: {
    from: ["findingsIssued", "rectifying", "rectified"],
    to: "closed",
    ...supervisionOnly,
    source: "library",
    needs: ["exception"],
    presupposes: ["findings"]
  },
  InspectionWithdrawn: {
    owned: true,
    from: ["opened", "inProgress"],
    to: "withdrawn",
    ...supervisionOnly,
    source: "library"
  },
  Judged: {
    reserved: "N35.2",
    who: [supervision, "info.any"],
    articles: [4, 35],
    source: "library",
    needs: ["reason"]
  },
  Retracted: { who: [], articles: [], source: "library" }
} as const satisfies { readonly [E in EventTag]: Row<Position, Forerunner> }

/** The row of a kind of fact. */
export const row = (event: EventTag): Row<Position, Forerunner> => lifecycle[event]

/** How far the positions of an inspection are along its course. */
export const standing: Standing<InspectionCase, Position, Event> = {
  initial: "opened",
  stages: stagesOf(
    ["opened"],
    ["inProgress"],
    ["withdrawn"],
    ["findingsIssued"],
    ["rectifying"],
    ["rectified"],
    ["closed"]
  ),
  row
}
