import type { CaseRef } from "../../src/docket/index.ts"
import type { Sent } from "./fixture.ts"

/** The facts of these tests about cases other than projects, each by whoever is competent for it. */
export const of = {
  planDrafted: (plan = "plan-p", on = "2025-06-01"): Sent => ({
    _tag: "PlanDrafted",
    plan,
    on,
    kind: "provincial",
    region: "440000",
    organ: "p-info",
    by: "p-info"
  }),
  planImplemented: (plan = "plan-p", on = "2025-07-01"): Sent => ({
    _tag: "PlanImplemented",
    plan,
    on,
    items: ["item-1", "item-2"],
    by: "p-info"
  }),
  identified: (resource = "S1", on = "2026-03-02"): Sent => ({
    _tag: "ResourceIdentified",
    resource,
    on,
    region: "440100",
    organ: "health",
    produced: on,
    by: "health"
  }),
  classified: (resource = "S1", on = "2026-03-02"): Sent => ({
    _tag: "ResourceClassified",
    resource,
    on,
    database: true,
    crossDept: true,
    crossRegion: false,
    by: "health"
  }),
  facilityOpened: (facility = "net", on = "2025-06-01"): ReadonlyArray<Sent> => [
    { _tag: "FacilityPlanned", facility, on, kind: "network-platform", region: "440000", organ: "p-info" },
    { _tag: "FacilityOpened", facility, on }
  ]
} as const

export const plan = (id = "plan-p"): CaseRef<"planning"> => ({ subject: "planning", id })
export const resource = (id = "S1"): CaseRef<"resource"> => ({ subject: "resource", id })
