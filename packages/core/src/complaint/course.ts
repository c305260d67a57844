import { type Course, tabled } from "../path/Course.ts"
import { unstated } from "../path/lacks.ts"
import { known } from "../verdict/Fact.ts"
import { placeOf } from "../verdict/stated.ts"
import { type Complaint, organOn, unopened } from "./Complaint.ts"
import type { Event, EventTag } from "./Event.ts"
import { lifecycle } from "./Lifecycle.ts"
import { subject } from "./subject.ts"

/** What is to be known of the acts on a complaint beside its rows and its rules. */
export const course: Course<Complaint, Event> = {
  subject,
  kinds: Object.keys(lifecycle) as ReadonlyArray<EventTag>,
  unopened,
  anyInstance: { region: "", organ: "", instance: "" },
  templates: tabled<Complaint, Event>({
    ComplaintReceived: () => [{ region: unstated, organ: unstated, text: unstated }],
    ComplaintRefused: () => [{ reason: unstated }],
    ComplaintAssigned: () => [{ text: unstated }],
    ComplaintReplied: () => [{ text: unstated }],
    ComplaintReopened: () => [{ reason: unstated }],
    ComplaintWithdrawn: () => [{ reason: unstated }]
  }),
  named: [],
  agency: (role, c, ctx) => {
    if (role === "organ.any") return organOn(c, ctx, ctx.asOf)
    return known(c.received) ? c.received.by : undefined
  },
  filledBy: (_, role) => (role === "organ.any" ? "organ" : "receipt"),
  begun: ({ moves, opened }) => known(opened) || moves.length > 0,
  since: ({ moves }) => placeOf(moves.at(-1)?.id),
  position: subject.position,
  openings: new Set<EventTag>(["ComplaintReceived"]),
  exits: new Set<EventTag>(["ComplaintRefused", "ComplaintWithdrawn"])
}
