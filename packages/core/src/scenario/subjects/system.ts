/** The facts about application systems, as scenario files write them. */
import type { CivilDate } from "../../civil/CivilDate.ts"
import { Event, type EventOf, type EventTag, type RecordSlice } from "../../system/Event.ts"
import type { System } from "../../system/System.ts"
import { subject } from "../../system/subject.ts"
import { actNames, fieldNames, missingNames, positionNames, valueNames } from "../../system/vocabulary.ts"
import { type Form, type Key, list, may, particular, record, word } from "../Form.ts"
import type { SubjectForm } from "../SubjectForm.ts"
import { day, flag, name, period, prose } from "../values.ts"
import { headerForms } from "./header.ts"

/** The name of a particular of any fact. */
type FieldName = { [T in EventTag]: Exclude<keyof EventOf<T>, "_tag"> & string }[EventTag]

/** The slices of the record of a system. */
const sliceNames: { readonly [S in RecordSlice]: string } = {
  construction: "建设和改建",
  operation: "运行",
  update: "数据更新",
  error: "信息错误"
}

const coverage = record(
  Object.fromEntries(Object.entries(sliceNames).map(([slice, zh]) => [slice, may(zh, day)])) as {
    readonly [S in RecordSlice]: Key<CivilDate> & { readonly required: false }
  }
)

/** How each particular is written, in whichever fact it stands. */
const forms: { readonly [F in FieldName]: Form<unknown> } = {
  ...headerForms,
  system: name,
  former: particular(name),
  coverage,
  build: particular(name),
  work: particular(word(fieldNames.work, valueNames.work)),
  crossDept: particular(flag),
  crossRegion: particular(flag),
  network: particular(word(fieldNames.network, valueNames.network)),
  consent: particular(prose),
  what: word(fieldNames.what, valueNames.what),
  result: particular(word(fieldNames.result, valueNames.result)),
  against: particular(list(name)),
  occasion: particular(word(fieldNames.occasion, valueNames.occasion)),
  cycle: particular(period),
  error: name,
  text: particular(prose),
  service: name,
  used: particular(flag),
  own: particular(flag)
}

/** Application systems in scenario files. */
export const system: SubjectForm<System, Event> = {
  subject,
  Event,
  acts: actNames,
  positions: positionNames,
  fields: fieldNames,
  missing: missingNames,
  forms,
  required: new Set(["on", "what", "service", "norm", "instance", "outcome", "of"]),
  defaults: { system: "S1", build: "B1", error: "E1" },
  introduces: { SystemBuilt: "build", SystemErrorConfirmed: "error" },
  maybe: { SystemChecked: "build" },
  agencies: ["by", "with", "organ"]
}
