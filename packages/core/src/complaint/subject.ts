import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import { silence } from "../verdict/Coverage.ts"
import { known } from "../verdict/Fact.ts"
import { positionAfter } from "../verdict/position.ts"
import type { Subject } from "../verdict/Subject.ts"
import type { Context } from "../verdict/Verdict.ts"
import { addressees } from "./addressees.ts"
import { bearers, owing } from "./bearers.ts"
import type { Complaint } from "./Complaint.ts"
import { competentFor } from "./competence.ts"
import type { Event } from "./Event.ts"
import { evolve, fold } from "./evolve.ts"
import { row, standing } from "./Lifecycle.ts"
import { rules } from "./register.ts"
import { scope } from "./scope.ts"

/** An unknown reply does not stand in the way; one known to be absent does. */
const unreplied = (c: Complaint, e: Event): boolean =>
  silence(c.coverage, "reply", undefined) === null &&
  !c.handling.some(({ kind, on }) => kind === "ComplaintReplied" && on <= e.on)

/** The last day before a receipt whose record is open already: until then nothing is said. */
const untilReceipt = ({ received }: Complaint, { asOf }: Context): CivilDate | undefined =>
  known(received) && received.on > asOf ? addDays(received.on, -1) : undefined

/** A complaint that came in online as a subject of the regulation (art. 21). */
export const subject: Subject<Complaint, Event> = {
  id: "complaint",
  key: "complaint",
  rules: [scope["N2.2"], ...rules, scope["N36.1"]],
  scope: Object.values(scope),
  evolve,
  fold,
  opens: (e) => e._tag === "ComplaintReceived" || e._tag === "ComplaintTakenOver",
  row,
  position: (c, ctx) => positionAfter(standing, c, c.moves, (state, e) => competentFor(state, e, ctx)),
  instances: () => [],
  decided: () => [],
  lacks: (c, e) => row(e._tag).presupposes?.filter(() => unreplied(c, e)) ?? [],
  competence: competentFor,
  bearers,
  owing,
  addressees,
  periodsUntil: untilReceipt
}
