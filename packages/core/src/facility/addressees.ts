import type { RoleId } from "../regulation/Role.ts"
import { addresseesBy, type Telling, type Tellings } from "../verdict/Addressed.ts"
import { known } from "../verdict/Fact.ts"
import type { Bearer } from "../verdict/Subject.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Event, EventOf, EventTag } from "./Event.ts"
import { type Facility, province } from "./Facility.ts"
import { rules } from "./register.ts"

type Access = Telling<Facility, EventOf<Extract<EventTag, `FacilityAccess${string}`>>>

const request = ({ request: id }: { readonly request: string }): string => `request/${id}`

const authority: RoleId = "info.provincial"
/** The authority that serves with the facility. @article 17 @article 25 */
const serving = (_: Facility, { on }: Event, ctx: Context): ReadonlyArray<Bearer> => [
  { role: authority, agency: ctx.directory.holder(authority, province, on) }
]

/** Whoever asked for access, where it is named. @article 17 */
const requester = ({ requests }: Facility, e: { readonly request: string }): ReadonlyArray<Bearer> => {
  const asked = requests.find(({ id }) => id === e.request)?.asked
  return known(asked) && asked.by !== undefined ? [{ role: "organ.any", agency: asked.by }] : []
}

/** Of which sentence it is: art. 25 speaks of the data centre, art. 17 of the others. @article 17 @article 25 */
const served = (said: Pick<Access, "kind" | "to">): ReadonlyArray<Access> => [
  { ...said, norm: "N17.2", instance: request, when: ({ kind }) => kind !== "data-centre" },
  { ...said, norm: "N25.2", instance: request, when: ({ kind }) => kind === "data-centre" }
]

/** What each fact about a facility tells whom. */
export const tellings: Tellings<Facility, Event> = {
  FacilityPlanned: "record",
  FacilityTakenOver: "record",
  FacilityOpened: "unnamed",
  FacilitySuspended: "unnamed",
  FacilityResumed: "unnamed",
  FacilityClosed: "unnamed",
  FacilityAccessRequested: served({ kind: "report", to: serving }),
  FacilityAccessAnswered: served({ kind: "decision", to: requester }),
  Judged: "finding",
  Retracted: "retraction"
}

/** Whom an act on a facility tells what. */
export const addressees = addresseesBy(tellings, rules)
