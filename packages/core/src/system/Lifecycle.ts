/** The record of an application system, as data: who may enter what. The Measures give a system no steps; its positions are the library's. */

import type { Row } from "../verdict/Lifecycle.ts"
import { type Standing, stagesOf } from "../verdict/position.ts"
import type { Event, EventTag } from "./Event.ts"
import type { System } from "./System.ts"

/** Where a system stands. */
export type Position = "recorded" | "built" | "operating" | "stopped" | "retired"

/** What an act may presuppose. */
export type Forerunner = "operation" | "error"

const organ = "organ.any"
const checkers = [organ, "info.any", "supervision.any", "assessor"] as const
const living = ["recorded", "built", "operating", "stopped"] as const

/** One row for each kind of fact. */
export const lifecycle = {
  SystemRecorded: { who: [organ], articles: [], source: "library" },
  SystemTakenOver: { owned: true, who: [organ], articles: [], source: "library" },
  SystemBuilt: {
    from: living,
    to: "built",
    stays: ["operating", "stopped"],
    who: [organ],
    articles: [14],
    source: "text",
    states: ["work"]
  },
  SystemReachStated: { who: [organ], articles: [18], source: "text", states: ["crossDept", "crossRegion"] },
  SystemNetworkStated: { who: [organ], articles: [18], source: "text", needs: ["network"] },
  SystemChecked: { who: checkers, articles: [14, 16, 19], source: "text", needs: ["result"] },
  SystemOperationStarted: {
    from: ["recorded", "built", "stopped"],
    to: "operating",
    who: [organ],
    articles: [16],
    source: "library"
  },
  SystemOperationStopped: {
    from: ["operating"],
    to: "stopped",
    who: [organ],
    articles: [16],
    source: "library",
    needs: ["reason"],
    presupposes: ["operation"]
  },
  SystemMaintained: { who: [organ], articles: [16], source: "text" },
  SystemDataUpdated: { who: [organ], articles: [16], source: "text" },
  SystemCycleDeclared: { who: [organ], articles: [16], source: "library", states: ["cycle"] },
  SystemErrorConfirmed: { who: [organ, "info.any", "supervision.any"], articles: [16], source: "library" },
  SystemErrorCorrected: { who: [organ], articles: [16], source: "text", presupposes: ["error"] },
  SystemSecurityUseStated: { who: [organ], articles: [19], source: "text", needs: ["used"] },
  SystemRetired: {
    owned: true,
    from: living,
    to: "retired",
    who: [organ],
    articles: [],
    source: "library",
    needs: ["reason"]
  },
  Judged: {
    reserved: "N35.2",
    who: ["supervision.any", "info.any"],
    articles: [4, 35],
    source: "library",
    needs: ["reason"]
  },
  Retracted: { who: [], articles: [], source: "library" }
} as const satisfies { readonly [E in EventTag]: Row<Position, Forerunner> }

/** The row of a kind of fact. */
export const row = (event: EventTag): Row<Position, Forerunner> => lifecycle[event]

/** How far the positions of a system are along its course. */
export const standing: Standing<System, Position, Event> = {
  initial: "recorded",
  stages: stagesOf(["recorded"], ["built"], ["operating", "stopped"], ["retired"]),
  row
}
