import { type Course, tabled } from "../path/Course.ts"
import { unstated } from "../path/lacks.ts"
import { known } from "../verdict/Fact.ts"
import { placeOf } from "../verdict/stated.ts"
import { supervisor } from "./authorities.ts"
import type { Event, EventTag } from "./Event.ts"
import { type InspectionCase, unopened } from "./InspectionCase.ts"
import { lifecycle } from "./Lifecycle.ts"
import { subject } from "./subject.ts"

/** Acts that break an inspection or a round of it off. */
const exits: ReadonlySet<EventTag> = new Set<EventTag>([
  "InspectionContested",
  "RecheckFailed",
  "InspectionConcluded",
  "InspectionWithdrawn"
])

/** What is to be known of the acts of an inspection beside its rows and its rules. */
export const course: Course<InspectionCase, Event> = {
  subject,
  kinds: Object.keys(lifecycle) as ReadonlyArray<EventTag>,
  unopened,
  anyInstance: { region: "", organs: [], instance: "" },
  templates: tabled<InspectionCase, Event>({
    InspectionOpened: () => [{ region: unstated, organs: [unstated], period: "n/a", ground: unstated }],
    InspectionFindingsIssued: () => [{ findings: [{ id: unstated, norm: unstated, evidence: unstated }] }],
    InspectionWithdrawn: () => [{ reason: unstated }]
  }),
  named: [],
  // Of several organs inspected any may act: the first of them is an example.
  agency: (role, { organs: [organ], region }, { asOf, ...ctx }, said) => {
    if (role === "organ.any") return organ === undefined ? undefined : ctx.directory.successorOn(organ, asOf)
    return supervisor({ ...ctx, asOf }, typeof said.region === "string" ? said.region : region, asOf)
  },
  filledBy: (_, role) => (role === "organ.any" ? "organs" : undefined),
  begun: ({ opened, steps }) => known(opened) || steps.length > 0,
  since: ({ moves }) => placeOf(moves.at(-1)?.id),
  position: subject.position,
  openings: new Set<EventTag>(["InspectionOpened"]),
  exits,
  // It takes an exceptional ground to end an inspection without a recheck.
  unusual: (_, { _tag }) => _tag === "InspectionConcluded"
}
