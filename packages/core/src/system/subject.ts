import { silence } from "../verdict/Coverage.ts"
import { known } from "../verdict/Fact.ts"
import { positionAfter } from "../verdict/position.ts"
import type { Subject } from "../verdict/Subject.ts"
import { addressees } from "./addressees.ts"
import { bearers, owing } from "./bearers.ts"
import { competentFor } from "./competence.ts"
import type { Event } from "./Event.ts"
import { evolve, fold } from "./evolve.ts"
import { type Forerunner, row, standing } from "./Lifecycle.ts"
import { rules } from "./register.ts"
import type { System } from "./System.ts"
import { scope } from "./scope.ts"

/** An unknown forerunner does not stand in the way; one known to be absent does. */
const absent = (s: System, e: Event, what: Forerunner): boolean => {
  switch (what) {
    case "operation":
      return silence(s.coverage, "operation", undefined) === null && !s.operation.some(({ on, to }) => to && on <= e.on)
    case "error":
      return (
        silence(s.coverage, "error", undefined) === null &&
        !s.errors.some((x) => "error" in e && x.id === e.error && known(x.confirmed))
      )
  }
}

/** The application system as a subject of the regulation (arts 14, 16, 18, 19). */
export const subject: Subject<System, Event> = {
  id: "system",
  key: "system",
  rules: [scope["N2.2"], ...rules, scope["N36.1"]],
  scope: Object.values(scope),
  evolve,
  fold,
  opens: (e) => e._tag === "SystemRecorded" || e._tag === "SystemTakenOver",
  row,
  position: (s, ctx) => positionAfter(standing, s, s.moves, (state, e) => competentFor(state, e, ctx)),
  instances: () => [],
  decided: () => [],
  lacks: (s, e) => row(e._tag).presupposes?.filter((what) => absent(s, e, what)) ?? [],
  competence: competentFor,
  bearers,
  owing,
  addressees,
  periodsUntil: () => undefined
}
