import { silence } from "../verdict/Coverage.ts"
import { known } from "../verdict/Fact.ts"
import { positionAfter } from "../verdict/position.ts"
import type { Subject } from "../verdict/Subject.ts"
import { addressees } from "./addressees.ts"
import { bearers, owing } from "./bearers.ts"
import { competentFor } from "./competence.ts"
import type { Event } from "./Event.ts"
import { evolve, fold } from "./evolve.ts"
import type { Instrument } from "./Instrument.ts"
import { draftedFrom } from "./issuing.ts"
import { row, standing } from "./Lifecycle.ts"
import { rules } from "./register.ts"
import { scope } from "./scope.ts"

/** Whether an instrument is known not to have been issued by a day. */
const notIssued = (x: Instrument, { on }: Event): boolean =>
  known(x.issued) ? x.issued.on > on : silence(x.coverage, "issue", draftedFrom(x)) === null

/** An instrument as a subject of the regulation (arts 3, 19, 23, 34). */
export const subject: Subject<Instrument, Event> = {
  id: "standard",
  key: "instrument",
  rules: [scope["N2.2"], ...rules, scope["N36.1"]],
  scope: Object.values(scope),
  evolve,
  fold,
  opens: (e) => e._tag === "InstrumentDrafted" || e._tag === "InstrumentTakenOver",
  row,
  position: (x, ctx) => positionAfter(standing, x, x.moves, (state, e) => competentFor(state, e, ctx)),
  instances: () => [],
  decided: () => [],
  lacks: (x, e) => (notIssued(x, e) ? (row(e._tag).presupposes ?? []) : []),
  competence: competentFor,
  bearers,
  owing,
  addressees,
  periodsUntil: () => undefined
}
