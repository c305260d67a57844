/** The facts about plans, as scenario files write them. */
import type { CivilDate } from "../../civil/CivilDate.ts"
import { Event, type EventOf, type EventTag, type RecordSlice } from "../../planning/Event.ts"
import { plansInForce } from "../../planning/inForce.ts"
import type { Position } from "../../planning/Lifecycle.ts"
import type { PlanVersion } from "../../planning/PlanVersion.ts"
import { path } from "../../planning/path.ts"
import { subject } from "../../planning/subject.ts"
import { actNames, fieldNames, missingNames, positionNames, sliceNames, valueNames } from "../../planning/vocabulary.ts"
import type { Text } from "../../regulation/Text.ts"
import { type Form, type Key, list, may, particular, record, word } from "../Form.ts"
import type { SubjectForm } from "../SubjectForm.ts"
import { day, name, prose } from "../values.ts"
import { headerForms } from "./header.ts"

/** The name of a particular of any fact. */
type FieldName = { [T in EventTag]: Exclude<keyof EventOf<T>, "_tag"> & string }[EventTag]

const words = (field: keyof typeof valueNames): Form<string> =>
  word(fieldNames[field], valueNames[field] as { readonly [value: string]: Text })

const coverage = record(
  Object.fromEntries(Object.entries(sliceNames).map(([slice, { zh }]) => [slice, may(zh, day)])) as {
    readonly [S in RecordSlice]: Key<CivilDate> & { readonly required: false }
  }
)

/** How each particular is written, in whichever fact it stands. */
const forms: { readonly [F in FieldName]: Form<unknown> } = {
  ...headerForms,
  plan: name,
  kind: words("kind"),
  township: particular(prose),
  former: particular(name),
  coverage,
  grounds: particular(list(words("grounds"))),
  plans: particular(list(name)),
  coDrafters: particular(list(name)),
  signed: particular(list(name)),
  document: particular(prose),
  items: particular(list(name)),
  version: particular(name),
  filing: name,
  to: particular(name),
  received: particular(day),
  lacking: particular(list(name)),
  change: particular(prose)
}

/** Plans in scenario files: where a scenario speaks of one version alone it need not be named. */
export const planning: SubjectForm<PlanVersion, Event> = {
  subject,
  Event,
  acts: actNames,
  positions: positionNames,
  fields: fieldNames,
  missing: missingNames,
  forms,
  required: new Set(["on", "kind", "organ", "norm", "instance", "outcome", "of"]),
  defaults: { plan: "G1", filing: "F1" },
  introduces: { PlanDrafted: "plan", PlanTakenOver: "plan", PlanFiled: "filing" },
  maybe: {},
  agencies: ["by", "with", "to", "organ", "coDrafters", "signed"],
  path: (p, goal, ctx) => path(p, goal as Position, ctx),
  surrounds: (cases, { directory }) => ({ plansInForce: plansInForce(cases, directory) })
}
