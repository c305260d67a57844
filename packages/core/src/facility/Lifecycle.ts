/** The lifecycle of a facility, as data: who may do what from where. The articles fix no steps; this is the library's own. */
import type { Row } from "../verdict/Lifecycle.ts"
import type { EventTag } from "./Event.ts"

/** Where a facility stands; the latest act in time says so. */
export type Position = "planned" | "inService" | "suspended" | "closed"

/** What an act may presuppose. */
export type Forerunner = "service" | "accessRequest"

const province = "info.provincial"

/** One row for each kind of fact. @article 17 @article 25 */
export const lifecycle = {
  FacilityPlanned: { who: ["info.any", "organ.any"], articles: [], source: "library" },
  FacilityTakenOver: { who: ["info.any", "organ.any"], articles: [], source: "library" },
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
    who: [province],
    articles: [17],
    source: "library",
    presupposes: ["accessRequest"]
  },
  Judged: { who: ["supervision.any"], articles: [35], source: "library", needs: ["reason"] },
  Retracted: { who: [], articles: [], source: "library" }
} as const satisfies { readonly [T in EventTag]: Row<Position, Forerunner> }

/** The row of a kind of fact. */
export const row = (event: EventTag): Row<Position, Forerunner> => lifecycle[event]
