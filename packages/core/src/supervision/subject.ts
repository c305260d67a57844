import { silence } from "../verdict/Coverage.ts"
import { known } from "../verdict/Fact.ts"
import { positionAfter } from "../verdict/position.ts"
import type { Subject } from "../verdict/Subject.ts"
import { addressees } from "./addressees.ts"
import { instanceOf, opening } from "./art35.ts"
import { bearers, owing } from "./bearers.ts"
import { competentFor } from "./competence.ts"
import type { Event } from "./Event.ts"
import { evolve, fold } from "./evolve.ts"
import type { InspectionCase, StepTag } from "./InspectionCase.ts"
import { type Forerunner, row, standing } from "./Lifecycle.ts"
import { rules } from "./register.ts"
import { scope } from "./scope.ts"

const forerunners: { readonly [F in Forerunner]: StepTag } = {
  start: "InspectionStarted",
  findings: "InspectionFindingsIssued",
  rectification: "RectificationReported"
}

/** An unknown forerunner does not stand in the way; one known to be absent does. */
const absent = (x: InspectionCase, { on }: Event, what: Forerunner): boolean =>
  !x.steps.some((step) => step.kind === forerunners[what] && step.on <= on) &&
  silence(x.coverage, what, known(x.begun) ? x.begun.on : undefined) === null

/** The act itself, and of the start the opening as well, which its guard asks about. */
const instances = (_: InspectionCase, e: Event): ReadonlyArray<string> =>
  e._tag === "InspectionStarted" ? [instanceOf(e.id), opening] : [instanceOf(e.id)]

/** An inspection as a subject of the regulation. @article 35 */
export const subject: Subject<InspectionCase, Event> = {
  id: "supervision",
  key: "inspection",
  rules: [scope["N2.2"], ...rules, scope["N36.1"]],
  scope: Object.values(scope),
  evolve,
  fold,
  opens: (e) => e._tag === "InspectionOpened" || e._tag === "InspectionTakenOver",
  row,
  position: (x, ctx) => positionAfter(standing, x, x.moves, (state, e) => competentFor(state, e, ctx)),
  instances,
  decided: () => [],
  lacks: (x, e) => row(e._tag).presupposes?.filter((what) => absent(x, e, what)) ?? [],
  competence: competentFor,
  bearers,
  owing,
  addressees,
  periodsUntil: () => undefined
}
