import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import { silence } from "../verdict/Coverage.ts"
import { known } from "../verdict/Fact.ts"
import { positionAfter } from "../verdict/position.ts"
import type { Subject } from "../verdict/Subject.ts"
import type { Context } from "../verdict/Verdict.ts"
import { addressees } from "./addressees.ts"
import { bearers, owing } from "./bearers.ts"
import { competentFor } from "./competence.ts"
import type { Event, RecordSlice } from "./Event.ts"
import { evolve, fold } from "./evolve.ts"
import { type Forerunner, row, standing } from "./Lifecycle.ts"
import type { PlanVersion } from "./PlanVersion.ts"
import { rules } from "./register.ts"
import { scope } from "./scope.ts"

/** Whether the record of a slice is complete from its beginning. */
const complete = (p: PlanVersion, slice: RecordSlice): boolean => silence(p.coverage, slice, undefined) === null

/** An unknown forerunner does not stand in the way; one known to be absent does. */
const absent = (p: PlanVersion, e: Event, what: Forerunner): boolean => {
  switch (what) {
    case "submission":
      return complete(p, "submission") && !p.submissions.some(({ on }) => on <= e.on)
    case "filing":
      return complete(p, "filing") && !p.filings.some(({ id, sent }) => "filing" in e && id === e.filing && known(sent))
    case "force":
      return complete(p, "force") && !(known(p.implemented) && p.implemented.on <= e.on)
  }
}

/** The last day before the drafting whose record is open already: until then nothing is said. */
const untilDrafting = ({ begun, opened }: PlanVersion, { asOf }: Context): CivilDate | undefined => {
  const first = known(begun) ? begun : opened
  return known(first) && first.on > asOf ? addDays(first.on, -1) : undefined
}

/** A version of a plan as a subject of the regulation (arts 3, 4, 6 to 8). */
export const subject: Subject<PlanVersion, Event> = {
  id: "planning",
  key: "plan",
  rules: [scope["N2.2"], ...rules, scope["N36.1"]],
  scope: Object.values(scope),
  evolve,
  fold,
  opens: (e) => e._tag === "PlanDrafted" || e._tag === "PlanTakenOver",
  row: (tag, p) => row(tag, p?.kind),
  position: (p, ctx) => positionAfter(standing, p, p.moves, (state, e) => competentFor(state, e, ctx)),
  instances: () => [],
  decided: ({ decisions }) => decisions,
  lacks: (p, e) => row(e._tag, p.kind).presupposes?.filter((what) => absent(p, e, what)) ?? [],
  competence: competentFor,
  bearers,
  owing,
  addressees,
  periodsUntil: untilDrafting
}
