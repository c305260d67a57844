/** The facts about instruments that are issued separately, as scenario files write them. */
import type { CivilDate } from "../../civil/CivilDate.ts"
import { Event, type EventOf, type EventTag, type RecordSlice } from "../../standard/Event.ts"
import type { Instrument } from "../../standard/Instrument.ts"
import { instrumentsInForce } from "../../standard/inForce.ts"
import type { Position } from "../../standard/Lifecycle.ts"
import { path } from "../../standard/path.ts"
import { subject } from "../../standard/subject.ts"
import { actNames, fieldNames, missingNames, positionNames, valueNames } from "../../standard/vocabulary.ts"
import { type Form, type Key, list, may, particular, record, word } from "../Form.ts"
import type { SubjectForm } from "../SubjectForm.ts"
import { day, name, prose } from "../values.ts"
import { headerForms } from "./header.ts"

/** The name of a particular of any fact. */
type FieldName = { [T in EventTag]: Exclude<keyof EventOf<T>, "_tag"> & string }[EventTag]

/** The slices of the record of an instrument. */
const sliceNames: { readonly [S in RecordSlice]: string } = { issue: "印发", effect: "施行", end: "替代和废止" }

const coverage = record(
  Object.fromEntries(Object.entries(sliceNames).map(([slice, zh]) => [slice, may(zh, day)])) as {
    readonly [S in RecordSlice]: Key<CivilDate> & { readonly required: false }
  }
)

/** How each particular is written, in whichever fact it stands. */
const forms: { readonly [F in FieldName]: Form<unknown> } = {
  ...headerForms,
  instrument: name,
  kind: word(fieldNames.kind, valueNames.kind),
  level: particular(word(fieldNames.level, valueNames.level)),
  former: particular(name),
  coverage,
  signed: list(name),
  parts: particular(list(word(fieldNames.parts, valueNames.parts))),
  items: particular(list(name)),
  document: particular(prose),
  successor: particular(name)
}

/** Instruments in scenario files. */
export const standard: SubjectForm<Instrument, Event> = {
  subject,
  Event,
  acts: actNames,
  positions: positionNames,
  fields: fieldNames,
  missing: missingNames,
  forms,
  required: new Set(["on", "kind", "norm", "instance", "outcome", "of"]),
  defaults: { instrument: "F1" },
  introduces: {},
  maybe: {},
  agencies: ["by", "with", "organ", "signed"],
  path: (state, goal, ctx) => path(state, goal as Position, ctx),
  surrounds: (cases) => ({ instrumentsInForce: instrumentsInForce(cases) })
}
