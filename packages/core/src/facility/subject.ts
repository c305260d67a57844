import { silence } from "../verdict/Coverage.ts"
import { known } from "../verdict/Fact.ts"
import { positionAfter } from "../verdict/position.ts"
import type { Subject } from "../verdict/Subject.ts"
import { addressees } from "./addressees.ts"
import { bearers, owing } from "./bearers.ts"
import { competentFor } from "./competence.ts"
import type { Event } from "./Event.ts"
import { evolve, fold } from "./evolve.ts"
import type { Facility } from "./Facility.ts"
import { type Forerunner, row, standing } from "./Lifecycle.ts"
import { rules } from "./register.ts"
import { scope } from "./scope.ts"

/** An unknown forerunner does not stand in the way; one known to be absent does. */
const absent = (x: Facility, e: Event, what: Forerunner): boolean => {
  switch (what) {
    case "service":
      return silence(x.coverage, "service", undefined) === null && !x.service.some(({ on, to }) => to && on <= e.on)
    case "accessRequest":
      return (
        silence(x.coverage, "access", undefined) === null &&
        !x.requests.some(({ asked, id }) => "request" in e && id === e.request && known(asked))
      )
  }
}

/** A facility as a subject of the regulation (arts 17, 25). */
export const subject: Subject<Facility, Event> = {
  id: "facility",
  key: "facility",
  rules: [scope["N2.2"], ...rules, scope["N36.1"]],
  scope: Object.values(scope),
  evolve,
  fold,
  opens: (e) => e._tag === "FacilityPlanned" || e._tag === "FacilityTakenOver",
  row,
  position: (x, ctx) => positionAfter(standing, x, x.moves, (state, e) => competentFor(state, e, ctx)),
  instances: () => [],
  decided: ({ requests }, instance) => {
    const answered = requests.find((request) => request.instance === instance)?.answered
    return known(answered) ? [answered] : []
  },
  lacks: (x, e) => row(e._tag).presupposes?.filter((what) => absent(x, e, what)) ?? [],
  competence: competentFor,
  bearers,
  owing,
  addressees,
  periodsUntil: () => undefined
}
