import { addresseesBy, type Telling, type Tellings } from "../verdict/Addressed.ts"
import { instanceOf, opening } from "./art35.ts"
import { supervisor } from "./authorities.ts"
import type { Event, EventOf, EventTag } from "./Event.ts"
import type { InspectionCase } from "./InspectionCase.ts"
import { rules } from "./register.ts"

type Of<T extends EventTag> = Telling<InspectionCase, EventOf<T>>

/** What the supervision department does, each organ that it inspects is told. @article 35 */
const inspecting: Of<EventTag> = {
  kind: "inspection",
  norm: "N35.2",
  instance: ({ id }) => instanceOf(id),
  to: ({ organs }, { on }, ctx) =>
    organs.map((organ) => ({ role: "organ.any", agency: ctx.directory.successorOn(organ, on) }))
}
/** What an organ that is inspected says, the supervision department is told. @article 35 */
const answering: Of<EventTag> = {
  kind: "report",
  norm: "N35.2",
  instance: ({ id }) => instanceOf(id),
  to: ({ region }, { on }, ctx) => [{ role: "supervision.any", agency: supervisor(ctx, region, on) }]
}

/** What each fact about an inspection tells whom. */
export const tellings: Tellings<InspectionCase, Event> = {
  InspectionOpened: [{ ...inspecting, instance: () => opening }],
  InspectionTakenOver: "record",
  InspectionStarted: [inspecting],
  InspectionFoundNothing: [inspecting],
  InspectionFindingsIssued: [inspecting],
  RectificationStarted: "reported",
  InspectionContested: [answering],
  RectificationReported: [answering],
  RecheckPassed: [inspecting],
  RecheckFailed: [inspecting],
  InspectionConcluded: [inspecting],
  InspectionWithdrawn: [inspecting],
  Judged: "finding",
  Retracted: "retraction"
}

/** Whom an act of an inspection tells what. */
export const addressees = addresseesBy(tellings, rules)
