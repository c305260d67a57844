/** The lifecycle of a facility, as data: who may do what from where. The articles fix no steps; this is the library's own. */

import type { Row } from "../verdict/Lifecycle.ts"
import { type Standing, stagesOf } from "../verdict/position.ts"
import type { Event, EventTag } from "./Event.ts"
import type { Facility } from "./Facility.ts"

/** Where a facility stands; the latest act in time says so. */
export type Position = "planned" | "inService" | "suspended" | "closed"

/** What an act may presuppose. */
export type Forerunner = "service" | "accessRequest"

const province = "info.provincial"

/** One row for each kind of fact. @article 17 @article 25 */
export const lifecycle = {
  FacilityPlanned: { who: ["info.any", "organ.any"], articles: [], source: "library" },
  FacilityTakenOver: { owned: true, who: ["info.any", "organ.any"], articles: [], source: "library" },
  FacilityOpened: {
    from: ["planned", "closed"],
    to: "inService",
    who: [province],
    articles: [17, 25],
    source: "text"
  },
  FacilitySuspended: {
    from: ["inService"],
    to: "suspended",
    who: [province],
    articles: [17, 25],
    source: "library",
    needs: ["reason"],
    presupposes: ["service"]
  },
  FacilityResumed: {
    from: ["suspended"],
    to: "inService",
    who: [province],
    articles: [17, 25],
    source: "library",
    presupposes: ["service"]
  },
  FacilityClosed: {
    owned: true,
    from: ["inService", "suspended"],
    to: "closed",
    who: [province],
    articles: [17, 25],
    source: "library",
    needs: ["reason"],
    presupposes: ["service"]
  },
  FacilityAccessRequested: { who: ["organ.any", "info.any"], articles: [17], source: "library" },
  FacilityAccessAnswered: {
    owned: true,
    who: [province],
    articles: [17],
    source: "library",
    presupposes: ["accessRequest"]
  },
  Judged: { reserved: "N35.2", who: ["supervision.any"], articles: [35], source: "library", needs: ["reason"] },
  Retracted: { who: [], articles: [], source: "library" }
} as const satisfies { readonly [T in EventTag]: Row<Position, Forerunner> }

/** The row of a kind of fact; of the opening, that of the kind of facility: art. 25 gives the data centre, art. 17 the others, to the province. */
export const row = (event: EventTag, x?: Pick<Facility, "kind">): Row<Position, Forerunner> =>
  event === "FacilityOpened" && x?.kind !== undefined
    ? { ...lifecycle[event], reserved: x.kind === "data-centre" ? "N25.1" : "N17.1" }
    : lifecycle[event]

/** How far the positions of a facility are along its course. */
export const standing: Standing<Facility, Position, Event> = {
  initial: "planned",
  stages: stagesOf(["planned"], ["inService", "suspended", "closed"]),
  row
}
