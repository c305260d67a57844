/** The facts about information resources, as scenario files write them. */
import type { CivilDate } from "../../civil/CivilDate.ts"
import type { Text } from "../../regulation/Text.ts"
import { Event, type EventOf, type EventTag, type RecordSlice } from "../../resource/Event.ts"
import type { Goal } from "../../resource/Goal.ts"
import { path } from "../../resource/path.ts"
import type { Resource } from "../../resource/Resource.ts"
import { subject } from "../../resource/subject.ts"
import { actNames, fieldNames, goalNames, missingNames, positionNames, valueNames } from "../../resource/vocabulary.ts"
import { type Form, type Key, may, particular, record, word } from "../Form.ts"
import type { SubjectForm } from "../SubjectForm.ts"
import { amount, day, flag, name, prose } from "../values.ts"
import { headerForms } from "./header.ts"

/** The name of a particular of any fact. */
type FieldName = { [T in EventTag]: Exclude<keyof EventOf<T>, "_tag"> & string }[EventTag]

/** The slices of the record of a resource. */
const sliceNames: { readonly [S in RecordSlice]: string } = {
  listing: "目录",
  integration: "整合",
  declaration: "拟定",
  interface: "交换接口",
  publication: "公开",
  storageException: "自行存储申请",
  sharingRequest: "共享申请"
}

const coverage = record(
  Object.fromEntries(Object.entries(sliceNames).map(([slice, zh]) => [slice, may(zh, day)])) as {
    readonly [S in RecordSlice]: Key<CivilDate> & { readonly required: false }
  }
)

const words = (field: keyof typeof valueNames): Form<string> =>
  word(fieldNames[field], valueNames[field] as { readonly [value: string]: Text })

const purpose = record({
  content: may(fieldNames.content.zh, particular(prose)),
  scope: may(fieldNames.scope.zh, particular(prose)),
  manner: may(fieldNames.manner.zh, particular(prose))
})

/** How each particular is written, in whichever fact it stands. */
const forms: { readonly [F in FieldName]: Form<unknown> } = {
  ...headerForms,
  resource: name,
  produced: particular(day),
  coverage,
  database: particular(flag),
  licensing: particular(flag),
  collaborative: particular(flag),
  crossDept: particular(flag),
  crossRegion: particular(flag),
  disclosable: particular(flag),
  ground: particular(prose),
  how: particular(words("how")),
  catalogue: particular(name),
  agreement: particular(name),
  disclosure: particular(purpose),
  internal: particular(purpose),
  to: particular(name),
  audience: particular(words("audience")),
  electronic: particular(flag),
  document: particular(prose),
  falsity: name,
  shared: particular(flag),
  amount: particular(amount),
  legalBasis: particular(prose),
  department: particular(name),
  premises: particular(words("premises")),
  where: particular(prose),
  consent: name,
  circumstances: particular(prose),
  from: particular(day),
  until: particular(day),
  sharing: name,
  applicant: particular(words("applicant")),
  need: particular(prose),
  channel: particular(words("channel")),
  contract: particular(name),
  conforms: particular(flag)
}

/** Information resources in scenario files. */
export const resource: SubjectForm<Resource, Event> = {
  subject,
  Event,
  acts: actNames,
  positions: positionNames,
  fields: fieldNames,
  missing: missingNames,
  forms,
  required: new Set(["on", "norm", "instance", "outcome", "of"]),
  defaults: { resource: "R1", falsity: "F1", consent: "C1", sharing: "S1" },
  introduces: { ResourceFalsityConfirmed: "falsity", SharingRequested: "sharing" },
  maybe: {},
  agencies: ["by", "with", "to", "organ", "department"],
  goals: goalNames,
  path: (state, goal, ctx) => path(state, goal as Goal, ctx)
}
