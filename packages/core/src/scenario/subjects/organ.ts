/** The facts about the record of an organ, as scenario files write them. */
import type { CivilDate } from "../../civil/CivilDate.ts"
import { Event, type EventOf, type EventTag, type RecordSlice } from "../../organ/Event.ts"
import type { Organ } from "../../organ/Organ.ts"
import { subject } from "../../organ/subject.ts"
import { actNames, fieldNames, missingNames, positionNames, valueNames } from "../../organ/vocabulary.ts"
import { type Form, type Key, list, may, particular, record, word } from "../Form.ts"
import type { SubjectForm } from "../SubjectForm.ts"
import { day, flag, name, prose, whole } from "../values.ts"
import { headerForms } from "./header.ts"

/** The name of a particular of any fact. */
type FieldName = { [T in EventTag]: Exclude<keyof EventOf<T>, "_tag"> & string }[EventTag]

/** The slices of the record of an organ. */
const sliceNames: { readonly [S in RecordSlice]: string } = {
  progress: "推进情况",
  site: "公众网站",
  information: "政务信息",
  publication: "信息发布",
  channel: "监督投诉渠道"
}

const coverage = record(
  Object.fromEntries(Object.entries(sliceNames).map(([slice, zh]) => [slice, may(zh, day)])) as {
    readonly [S in RecordSlice]: Key<CivilDate> & { readonly required: false }
  }
)
const count = particular(whole(0, 999_999_999))

/** How each particular is written, in whichever fact it stands. */
const forms: { readonly [F in FieldName]: Form<unknown> } = {
  ...headerForms,
  agency: name,
  coverage,
  systems: count,
  resources: count,
  track: word(fieldNames.track, valueNames.track),
  covered: count,
  total: count,
  exists: particular(flag),
  host: particular(name),
  site: name,
  linked: particular(flag),
  item: name,
  text: particular(prose),
  township: particular(prose),
  signed: list(name),
  appraisal: name,
  appraises: particular(word(fieldNames.appraises, valueNames.appraises)),
  eGovernment: particular(flag),
  items: particular(list(name))
}

/** Records of organs in scenario files. */
export const organ: SubjectForm<Organ, Event> = {
  subject,
  Event,
  acts: actNames,
  positions: positionNames,
  fields: fieldNames,
  missing: missingNames,
  forms,
  required: new Set(["on", "agency", "track", "norm", "instance", "outcome", "of"]),
  defaults: { site: "W1", item: "I1", appraisal: "K1" },
  introduces: { OrganSiteOpened: "site", OrganInformationArose: "item", OrganAppraised: "appraisal" },
  maybe: {},
  agencies: ["by", "with", "agency", "host", "signed"]
}
