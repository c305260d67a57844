/** The facts about what the province builds for everybody, as scenario files write them. */
import type { CivilDate } from "../../civil/CivilDate.ts"
import { Event, type EventOf, type EventTag, type RecordSlice } from "../../facility/Event.ts"
import type { Facility } from "../../facility/Facility.ts"
import { inService } from "../../facility/inService.ts"
import { subject } from "../../facility/subject.ts"
import { actNames, fieldNames, kindNames, missingNames, positionNames } from "../../facility/vocabulary.ts"
import { type Form, type Key, may, particular, record, word } from "../Form.ts"
import type { SubjectForm } from "../SubjectForm.ts"
import { day, flag, name, prose } from "../values.ts"
import { headerForms } from "./header.ts"

/** The name of a particular of any fact. */
type FieldName = { [T in EventTag]: Exclude<keyof EventOf<T>, "_tag"> & string }[EventTag]

/** The slices of the record of a facility. */
const sliceNames: { readonly [S in RecordSlice]: string } = { service: "使用", access: "接入申请" }

const coverage = record(
  Object.fromEntries(Object.entries(sliceNames).map(([slice, zh]) => [slice, may(zh, day)])) as {
    readonly [S in RecordSlice]: Key<CivilDate> & { readonly required: false }
  }
)

/** How each particular is written, in whichever fact it stands. */
const forms: { readonly [F in FieldName]: Form<unknown> } = {
  ...headerForms,
  facility: name,
  kind: word(fieldNames.kind, kindNames),
  opensOn: particular(day),
  coverage,
  request: name,
  need: particular(prose),
  granted: particular(flag)
}

/** Facilities in scenario files. */
export const facility: SubjectForm<Facility, Event> = {
  subject,
  Event,
  acts: actNames,
  positions: positionNames,
  fields: fieldNames,
  missing: missingNames,
  forms,
  required: new Set(["on", "kind", "norm", "instance", "outcome", "of"]),
  defaults: { facility: "D1", request: "Q1" },
  introduces: { FacilityAccessRequested: "request" },
  maybe: {},
  agencies: ["by", "with", "organ"],
  surrounds: (cases) => ({ inService: inService(cases) })
}
