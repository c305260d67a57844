import { addresseesBy, type Tellings } from "../verdict/Addressed.ts"
import type { Event } from "./Event.ts"
import type { Instrument } from "./Instrument.ts"
import { rules } from "./register.ts"

/** What each fact about an instrument tells whom: it speaks to every organ, so no sentence names one that is told. */
export const tellings: Tellings<Instrument, Event> = {
  InstrumentDrafted: "record",
  InstrumentTakenOver: "record",
  InstrumentIssued: "unnamed",
  InstrumentTookEffect: "unnamed",
  InstrumentReplaced: "unnamed",
  InstrumentRepealed: "unnamed",
  InstrumentAbandoned: "internal",
  Judged: "finding",
  Retracted: "retraction"
}

/** Whom an act on an instrument tells what. */
export const addressees = addresseesBy(tellings, rules)
