import { type Course, tabled } from "../path/Course.ts"
import { unstated } from "../path/lacks.ts"
import { known } from "../verdict/Fact.ts"
import { placeOf } from "../verdict/stated.ts"
import type { Context } from "../verdict/Verdict.ts"
import { assessmentStandards } from "./art34.ts"
import { province } from "./coDrafting.ts"
import { rolesFor } from "./competence.ts"
import type { Event, EventTag } from "./Event.ts"
import { type Instrument, unopened } from "./Instrument.ts"
import { lifecycle } from "./Lifecycle.ts"
import { subject } from "./subject.ts"

const kinds: ReadonlyArray<NonNullable<Instrument["kind"]>> = [
  "standards",
  "exchange-standards",
  "security-norms",
  "exchange-catalogue",
  "exchange-agreement",
  "assessment-standards"
]

/** The departments that have to draft an instrument together with whoever issues it: those that art. 34 names, or some other. @article 34 */
const others = ({ kind }: Instrument, { asOf, directory }: Context): ReadonlyArray<string> => {
  if (kind !== "assessment-standards") return [unstated]
  return assessmentStandards.named.flatMap((role) => directory.holder(role, province, asOf) ?? [])
}

/** What is to be known of the acts on an instrument beside its rows and its rules. */
export const course: Course<Instrument, Event> = {
  subject,
  kinds: Object.keys(lifecycle) as ReadonlyArray<EventTag>,
  unopened,
  anyInstance: { kind: "standards", region: "", organ: "", instance: "" },
  templates: tabled<Instrument, Event>({
    InstrumentDrafted: () =>
      kinds.map((kind) => ({
        kind,
        level: kind === "exchange-standards" ? "provincial" : "n/a",
        region: province,
        organ: unstated
      })),
    InstrumentIssued: (x, ctx) => [
      {
        with: others(x, ctx),
        signed: others(x, ctx),
        ...(x.kind === "assessment-standards" ? { parts: ["standards", "scheme"] } : {}),
        ...(x.kind === "exchange-catalogue" ? { items: [unstated] } : {})
      }
    ],
    InstrumentReplaced: () => [{ successor: unstated }],
    InstrumentRepealed: () => [{ reason: unstated }],
    InstrumentAbandoned: () => [{ reason: unstated }]
  }),
  named: ["kind"],
  roles: (kind, x, ctx) => rolesFor(x, kind, ctx),
  agency: (role, { organ }, { asOf, directory }) => {
    if (role === "organ.any") return organ === undefined ? undefined : directory.successorOn(organ, asOf)
    return directory.holder(role, province, asOf)
  },
  filledBy: () => undefined,
  begun: ({ moves, opened }) => known(opened) || moves.length > 0,
  unknown: ({ kind }) => (kind === undefined ? "kind" : undefined),
  since: ({ moves }) => placeOf(moves.at(-1)?.id),
  position: subject.position,
  openings: new Set<EventTag>(["InstrumentDrafted"]),
  exits: new Set<EventTag>(["InstrumentReplaced", "InstrumentRepealed", "InstrumentAbandoned"])
}
