/** The facts about inspections, as scenario files write them. */
import type { CivilDate } from "../../civil/CivilDate.ts"
import { Event, type EventOf, type EventTag, type RecordSlice } from "../../supervision/Event.ts"
import type { InspectionCase } from "../../supervision/InspectionCase.ts"
import type { Position } from "../../supervision/Lifecycle.ts"
import { path } from "../../supervision/path.ts"
import { subject } from "../../supervision/subject.ts"
import { actNames, fieldNames, missingNames, positionNames, valueNames } from "../../supervision/vocabulary.ts"
import { type Form, type Key, list, may, must, particular, record, word } from "../Form.ts"
import type { SubjectForm } from "../SubjectForm.ts"
import { day, name, norm, prose } from "../values.ts"
import { headerForms } from "./header.ts"

/** The name of a particular of any fact. */
type FieldName = { [T in EventTag]: Exclude<keyof EventOf<T>, "_tag"> & string }[EventTag]

/** The slices of the record of an inspection. */
const sliceNames: { readonly [S in RecordSlice]: string } = {
  start: "开展检查",
  findings: "检查发现的问题",
  rectification: "整改情况报告"
}

const coverage = record(
  Object.fromEntries(Object.entries(sliceNames).map(([slice, zh]) => [slice, may(zh, day)])) as {
    readonly [S in RecordSlice]: Key<CivilDate> & { readonly required: false }
  }
)
const finding = record({
  id: must("编号", name),
  norm: may("规范", particular(norm)),
  evidence: may("证据", particular(prose))
})

/** How each particular is written, in whichever fact it stands. */
const forms: { readonly [F in FieldName]: Form<unknown> } = {
  ...headerForms,
  inspection: name,
  organs: list(name, 200),
  coverage,
  period: particular(record({ from: may("起", day), until: may("止", day) })),
  ground: particular(prose),
  findings: particular(list(finding, 200)),
  considered: particular(list(name)),
  statement: particular(prose),
  document: particular(prose),
  exception: particular(word(fieldNames.exception, valueNames.exception))
}

/** Inspections in scenario files. */
export const supervision: SubjectForm<InspectionCase, Event> = {
  subject,
  Event,
  acts: actNames,
  positions: positionNames,
  fields: fieldNames,
  missing: missingNames,
  forms,
  required: new Set(["on", "organs", "norm", "instance", "outcome", "of"]),
  defaults: { inspection: "I1" },
  introduces: {},
  maybe: {},
  agencies: ["by", "with", "organs"],
  path: (state, goal, ctx) => path(state, goal as Position, ctx)
}
