import { merged } from "../verdict/Coverage.ts"
import { type Act, earlier, type Fact } from "../verdict/Fact.ts"
import { byId, put, told, unfiled } from "../verdict/lists.ts"
import { withMove } from "../verdict/position.ts"
import { datedBy, statementOf, withDated } from "../verdict/stated.ts"
import type { Event } from "./Event.ts"
import { row } from "./Lifecycle.ts"
import { type Build, type ConfirmedError, type System, unopened } from "./System.ts"

/** A case that is being filled: its own fields are written, the records and lists that it shares are not. */
type Draft = { -readonly [K in keyof System]: System[K] }

/**
 * The case with one more fact in it. Slices that the fact does not touch stay the same objects. Total: any fact in any order; one without
 * its forerunners opens a stub and is never refused.
 */
export const evolve = (system: System, event: Event): System => {
  const draft: Draft = { ...system }
  file(draft, event)
  return draft
}

/** The case that these facts make, read in any order. */
export const fold = (id: string, events: ReadonlyArray<Event>): System => {
  const draft: Draft = unopened(id)
  for (const event of events) file(draft, event)
  return draft
}

const open = (d: Draft, e: Extract<Event, { readonly region: string }>): void => {
  const opened = earlier(d.opened as Fact<Act>, statementOf(e))
  if (opened.ref !== e.id) return
  d.opened = opened
  d.region = e.region
  d.organ = e.organ
  d.former = e._tag === "SystemRecorded" ? e.former : undefined
}

const error = (d: Draft, id: string, change: (e: ConfirmedError) => ConfirmedError): void => {
  d.errors = d.errors.slice()
  put(d.errors, byId(id), () => ({ id, corrections: [] }), change)
}

const file = (d: Draft, e: Event): void => {
  d.moves = withMove(d.moves, e, row(e._tag))
  switch (e._tag) {
    case "SystemRecorded":
      return open(d, e)
    case "SystemTakenOver":
      d.coverage = merged(d.coverage, e.coverage ?? {})
      return open(d, e)
    case "SystemBuilt": {
      const row: Build = { ...statementOf(e), id: e.build, instance: `build/${e.build}`, work: e.work }
      d.builds = d.builds.slice()
      put(
        d.builds,
        byId(row.id),
        () => row,
        (b) => earlier(b, row)
      )
      return
    }
    case "SystemReachStated":
      d.reaches = withDated(d.reaches, datedBy(e, { crossDept: e.crossDept, crossRegion: e.crossRegion }))
      return
    case "SystemNetworkStated":
      d.networks = withDated(d.networks, datedBy(e, { network: e.network, consent: e.consent }))
      return
    case "SystemChecked": {
      const { against, build, occasion, result, what } = e
      d.checks = withDated(d.checks, datedBy(e, { what, result, against, occasion, build }))
      return
    }
    case "SystemOperationStarted":
    case "SystemOperationStopped":
      d.operation = withDated(d.operation, datedBy(e, { to: e._tag === "SystemOperationStarted" }))
      return
    case "SystemMaintained":
      d.maintenance = withDated(d.maintenance, datedBy(e, { text: e.text }))
      return
    case "SystemDataUpdated":
      d.updates = withDated(d.updates, datedBy(e, {}))
      return
    case "SystemCycleDeclared":
      d.cycles = withDated(d.cycles, datedBy(e, { cycle: e.cycle }))
      return
    case "SystemErrorConfirmed":
      return error(d, e.error, (x) => ({ ...x, confirmed: earlier(x.confirmed, statementOf(e)) }))
    case "SystemErrorCorrected":
      return error(d, e.error, (x) => ({ ...x, corrections: told(x.corrections, statementOf(e)) }))
    case "SystemSecurityUseStated": {
      const { own, reason, service, used } = e
      d.securityUses = withDated(d.securityUses, datedBy(e, { service, used, own, reason }))
      return
    }
    case "SystemRetired":
      d.retired = earlier(d.retired, statementOf(e))
      return
    case "Judged": {
      const { instance, norm, outcome, reason } = e
      d.judgements = withDated(d.judgements, datedBy(e, { norm, instance, outcome, reason }))
      return
    }
    case "Retracted":
      return
    default:
      unfiled(e)
  }
}
