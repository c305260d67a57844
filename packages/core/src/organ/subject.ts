import { silence } from "../verdict/Coverage.ts"
import type { Subject } from "../verdict/Subject.ts"
import { addressees } from "./addressees.ts"
import { bearers, owing } from "./bearers.ts"
import { competentFor } from "./competence.ts"
import type { Event } from "./Event.ts"
import { evolve, fold } from "./evolve.ts"
import { type Forerunner, row } from "./Lifecycle.ts"
import type { Organ } from "./Organ.ts"
import { rules } from "./register.ts"
import { scope } from "./scope.ts"

/** An unknown forerunner does not stand in the way; one known to be absent does. */
const absent = (o: Organ, e: Event, what: Forerunner): boolean => {
  const complete = silence(o.coverage, what, undefined) === null
  if (what === "channel") return complete && !o.channel.some(({ on, to }) => to && on <= e.on)
  return complete && !o.sites.some((s) => "site" in e && s.id === e.site && s.open.some(({ to }) => to))
}

/** The record of an organ as a subject of the regulation (arts 3, 4, 13, 15, 20, 21, 35). */
export const subject: Subject<Organ, Event> = {
  id: "organ",
  key: "agency",
  rules: [scope["N2.2"], ...rules, scope["N36.1"]],
  scope: Object.values(scope),
  evolve,
  fold,
  opens: (e) => e._tag === "OrganRecorded" || e._tag === "OrganTakenOver",
  row,
  position: () => "recorded",
  instances: () => [],
  decided: () => [],
  lacks: (o, e) => row(e._tag).presupposes?.filter((what) => absent(o, e, what)) ?? [],
  competence: competentFor,
  bearers,
  owing,
  addressees,
  periodsUntil: () => undefined
}
