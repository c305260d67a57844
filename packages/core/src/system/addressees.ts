import { addresseesBy, type Tellings } from "../verdict/Addressed.ts"
import type { Event } from "./Event.ts"
import { rules } from "./register.ts"
import type { System } from "./System.ts"

/** What each fact about a system tells whom: the sentences bind the organ alone and name nobody who is told. */
export const tellings: Tellings<System, Event> = {
  SystemRecorded: "record",
  SystemTakenOver: "record",
  SystemBuilt: "internal",
  SystemReachStated: "internal",
  SystemNetworkStated: "internal",
  SystemChecked: "finding",
  SystemOperationStarted: "internal",
  SystemOperationStopped: "internal",
  SystemMaintained: "internal",
  SystemDataUpdated: "internal",
  SystemCycleDeclared: "internal",
  SystemErrorConfirmed: "duty",
  SystemErrorCorrected: "internal",
  SystemSecurityUseStated: "internal",
  SystemRetired: "internal",
  Judged: "finding",
  Retracted: "retraction"
}

/** Whom an act on a system tells what. */
export const addressees = addresseesBy(tellings, rules)
