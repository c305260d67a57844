import { type Course, tabled } from "../path/Course.ts"
import { known } from "../verdict/Fact.ts"
import { placeOf } from "../verdict/stated.ts"
import { agencyFor } from "./authorities.ts"
import type { Event, EventTag, Kind } from "./Event.ts"
import { lifecycle, lifecycles, row } from "./Lifecycle.ts"
import { type PlanVersion, unopened } from "./PlanVersion.ts"
import { subject } from "./subject.ts"
import { templates } from "./templates.ts"

/** Acts that break a round of a plan off, or end it. */
const exits: ReadonlySet<EventTag> = new Set<EventTag>([
  "PlanReviewReturned",
  "PlanNotApproved",
  "PlanFilingReturned",
  "PlanAmendmentApproved",
  "PlanReplaced",
  "PlanRepealed",
  "PlanWithdrawn"
])

/** What is to be known of the acts on a kind of plan beside its rows and its rules; of any plan, where nobody knows which it is. */
export const courseOf = (kind: Kind | undefined): Course<PlanVersion, Event> => ({
  subject: { ...subject, row: (tag) => row(tag, kind) },
  kinds: Object.keys(kind === undefined ? lifecycle : lifecycles[kind]) as ReadonlyArray<EventTag>,
  unopened,
  anyInstance: {},
  templates: tabled(templates),
  named: ["filing", "kind"],
  roles: (tag, _, __, said) => (tag === "PlanDrafted" ? row(tag, said.kind as Kind).who : undefined),
  agency: (role, p, ctx, { region }) =>
    agencyFor(role, typeof region === "string" ? { ...p, region } : p, ctx, ctx.asOf),
  // A plan whose kind is known has an organ.
  filledBy: () => undefined,
  begun: ({ begun, opened }) => known(opened) || known(begun),
  unknown: (p) => (p.kind === undefined ? "kind" : undefined),
  since: ({ moves }) => placeOf(moves.at(-1)?.id),
  position: subject.position,
  openings: new Set<EventTag>(["PlanDrafted"]),
  exits
})
