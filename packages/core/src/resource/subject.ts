import { addDays } from "../civil/CivilDate.ts"
import { silence } from "../verdict/Coverage.ts"
import { decisionInstance, decisionsOn, perDecision } from "../verdict/decisions.ts"
import { known } from "../verdict/Fact.ts"
import type { Subject } from "../verdict/Subject.ts"
import { addressees } from "./addressees.ts"
import { bearers, owing } from "./bearers.ts"
import { competentFor } from "./competence.ts"
import type { Event, RecordSlice } from "./Event.ts"
import { evolve, fold } from "./evolve.ts"
import { type Forerunner, row } from "./Lifecycle.ts"
import type { Resource } from "./Resource.ts"
import { rules } from "./register.ts"
import { scope } from "./scope.ts"
import { position } from "./standing.ts"

/** Whether the record of a slice is complete from its beginning. */
const complete = (r: Resource, slice: RecordSlice): boolean => silence(r.coverage, slice, undefined) === null

/** An unknown forerunner does not stand in the way; one known to be absent does. */
const absent = (r: Resource, e: Event, what: Forerunner): boolean => {
  const exception = "consent" in e ? r.exceptions.find(({ id }) => id === e.consent) : undefined
  const sharing = "sharing" in e ? r.sharings.find(({ id }) => id === e.sharing) : undefined
  switch (what) {
    case "listing":
      return complete(r, "listing") && !r.listings.some(({ on, to }) => to && on <= e.on)
    case "declaration":
      return complete(r, "declaration") && !r.declarations.some(({ on }) => on <= e.on)
    case "interface":
      return complete(r, "interface") && !r.interfaces.some(({ on, to }) => to && on <= e.on)
    case "falsity":
      return (
        r.coverage === undefined &&
        !r.falsities.some(({ found, id }) => "falsity" in e && id === e.falsity && known(found) && found.on <= e.on)
      )
    case "suspension":
      return r.coverage === undefined && !r.moves.some(({ act }) => act._tag === "ResourceSuspended" && act.on <= e.on)
    case "storage":
      return r.coverage === undefined && !r.placements.some(({ on, place }) => place !== "nowhere" && on <= e.on)
    case "exceptionRequest":
      return complete(r, "storageException") && !(exception?.requests.some(({ on }) => on <= e.on) ?? false)
    case "consent":
      return complete(r, "storageException") && !(exception?.decisions.some((d) => d.consents && d.on <= e.on) ?? false)
    case "sharingRequest":
      return complete(r, "sharingRequest") && !known(sharing?.requested)
    case "sharingReturn":
      return (
        complete(r, "sharingRequest") &&
        !(sharing?.steps.some(({ kind }) => kind === "SharingRequestReturned") ?? false)
      )
    case "grant":
      return (
        complete(r, "sharingRequest") && !(sharing !== undefined && decisionsOn(sharing).some(({ granted }) => granted))
      )
  }
}

/** Of acts that are about no request the storage: the other norms that guard them have no instances. */
const instances = (r: Resource, e: Event): ReadonlyArray<string> => {
  if ("consent" in e) return [`consent/${e.consent}`]
  if ("sharing" in e) return [`sharing/${e.sharing}`, decisionInstance(e.id)]
  return [`storage/${r.id}`]
}

/** The information resource as a subject of the regulation (arts 22 to 24, 26 to 28). */
export const subject: Subject<Resource, Event> = {
  id: "resource",
  key: "resource",
  rules: [scope["N2.2"], ...rules, scope["N36.1"]],
  scope: Object.values(scope),
  evolve,
  fold,
  opens: (e) => e._tag === "ResourceIdentified" || e._tag === "ResourceTakenOver",
  row,
  position,
  instances,
  decided: ({ exceptions, sharings }, instance) => [
    ...sharings
      .flatMap(perDecision)
      .filter((one) => one.instance === instance)
      .flatMap(decisionsOn),
    ...exceptions.filter((one) => one.instance === instance).flatMap(({ decisions }) => decisions)
  ],
  lacks: (r, e) => row(e._tag).presupposes?.filter((what) => absent(r, e, what)) ?? [],
  competence: competentFor,
  bearers,
  owing,
  addressees,
  periodsUntil: ({ produced }, { asOf }) => (known(produced) && produced > asOf ? addDays(produced, -1) : undefined)
}
