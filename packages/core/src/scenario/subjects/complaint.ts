/** The facts about complaints that came in online, as scenario files write them. */
import type { CivilDate } from "../../civil/CivilDate.ts"
import type { Complaint } from "../../complaint/Complaint.ts"
import { Event, type EventOf, type EventTag, type RecordSlice } from "../../complaint/Event.ts"
import type { Position } from "../../complaint/Lifecycle.ts"
import { path } from "../../complaint/path.ts"
import { subject } from "../../complaint/subject.ts"
import { actNames, fieldNames, missingNames, positionNames } from "../../complaint/vocabulary.ts"
import { type Form, type Key, may, particular, record } from "../Form.ts"
import type { SubjectForm } from "../SubjectForm.ts"
import { day, name, prose } from "../values.ts"
import { headerForms } from "./header.ts"

/** The name of a particular of any fact. */
type FieldName = { [T in EventTag]: Exclude<keyof EventOf<T>, "_tag"> & string }[EventTag]

/** The slices of the record of a complaint. */
const sliceNames: { readonly [S in RecordSlice]: string } = { answer: "受理情况", reply: "答复情况" }

const coverage = record(
  Object.fromEntries(Object.entries(sliceNames).map(([slice, zh]) => [slice, may(zh, day)])) as {
    readonly [S in RecordSlice]: Key<CivilDate> & { readonly required: false }
  }
)

/** How each particular is written, in whichever fact it stands. */
const forms: { readonly [F in FieldName]: Form<unknown> } = {
  ...headerForms,
  complaint: name,
  coverage,
  text: particular(prose),
  to: particular(name)
}

/** Complaints in scenario files. */
export const complaint: SubjectForm<Complaint, Event> = {
  subject,
  Event,
  acts: actNames,
  positions: positionNames,
  fields: fieldNames,
  missing: missingNames,
  forms,
  required: new Set(["on", "organ", "norm", "instance", "outcome", "of"]),
  defaults: { complaint: "T1" },
  introduces: { ComplaintReceived: "complaint" },
  maybe: {},
  agencies: ["by", "with", "organ", "to"],
  path: (state, goal, ctx) => path(state, goal as Position, ctx)
}
