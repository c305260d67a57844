/** The facts about projects and their assessments, as scenario files write them. */
import type { CivilDate } from "../../civil/CivilDate.ts"
import { Event, type EventOf, type EventTag, type RecordSlice } from "../../project/Event.ts"
import type { Position } from "../../project/Lifecycle.ts"
import type { Project } from "../../project/Project.ts"
import { path } from "../../project/path.ts"
import { subject } from "../../project/subject.ts"
import { actNames, fieldNames, missingNames, positionNames, valueNames } from "../../project/vocabulary.ts"
import type { Text } from "../../regulation/Text.ts"
import { type Form, type Key, list, may, must, particular, record, word } from "../Form.ts"
import type { SubjectForm } from "../SubjectForm.ts"
import { amount, baseline, day, flag, name, period, planItem, prose, quarter, whole } from "../values.ts"
import { headerForms } from "./header.ts"

/** The name of a particular of any fact. */
type FieldName = { [T in EventTag]: Exclude<keyof EventOf<T>, "_tag"> & string }[EventTag]

/** The slices of the record of a project. */
const sliceNames = {
  application: { zh: "立项申请", en: "application" },
  consultation: { zh: "征求意见", en: "consultation" },
  decision: { zh: "立项决定", en: "decision" },
  works: { zh: "建设过程", en: "works" },
  filing: { zh: "投资备案", en: "filing" },
  budget: { zh: "预算", en: "budget" },
  report: { zh: "投资进展报送", en: "report" },
  copy: { zh: "投资进展抄送", en: "copy" },
  keyList: { zh: "省重点项目", en: "key list" },
  submission: { zh: "建设规划和建设方案提交", en: "submission of plans and schemes" },
  assessment: { zh: "效果评估", en: "assessment" },
  completion: { zh: "建设情况报送", en: "completion report" },
  acceptance: { zh: "验收", en: "acceptance" },
  operation: { zh: "运行", en: "operation" },
  review: { zh: "检查考核", en: "inspection and appraisal" }
} as const satisfies { readonly [slice: string]: Text }

const words = (field: keyof typeof valueNames): Form<string> =>
  word(fieldNames[field], valueNames[field] as { readonly [value: string]: Text })

/** A word of the library's, or one that a document of the host has added. */
const wordOrName = (field: "interests" | "items"): Form<string> => {
  const known = words(field)
  return {
    write: (value) => known.write(value),
    read: (value, at, say) => known.read(value, at, () => undefined) ?? name.read(value, at, say),
    schema: (defs) => ({ anyOf: [known.schema(defs), name.schema(defs)] })
  }
}

const coverage = record(
  Object.fromEntries(Object.entries(sliceNames).map(([slice, { zh }]) => [slice, may(zh, day)])) as {
    readonly [S in RecordSlice]: Key<CivilDate> & { readonly required: false }
  }
)

/** How each particular is written, in whichever fact it stands. */
const forms: { readonly [F in FieldName]: Form<unknown> } = {
  ...headerForms,
  project: name,
  organ: particular(name),
  work: words("work"),
  text: particular(prose),
  former: particular(name),
  coverage,
  application: particular(name),
  scheme: particular(name),
  what: particular(words("what")),
  to: particular(name),
  material: particular(flag),
  request: name,
  opinion: name,
  conclusion: particular(words("conclusion")),
  conditions: particular(prose),
  plan: particular(name),
  assessment: particular(name),
  considered: particular(list(name)),
  onBehalfOf: particular(name),
  acceptance: name,
  defects: particular(prose),
  review: name,
  purpose: words("purpose"),
  type: words("type"),
  signed: list(name),
  assessor: particular(name),
  interests: particular(list(wordOrName("interests"))),
  criteria: particular(prose),
  items: particular(list(wordOrName("items"))),
  omitted: particular(
    list(record({ item: must("内容", wordOrName("items")), reason: may("理由", particular(prose)) }))
  ),
  successor: particular(name),
  planItem: particular(planItem),
  deviation: particular(prose),
  builder: particular(name),
  funding: particular(list(words("funding"))),
  baseline: particular(baseline),
  aims: particular(list(words("aims"))),
  ranking: particular(prose),
  period: quarter,
  amount: particular(amount),
  budget: name,
  year: particular(whole(1990, 2199)),
  fiscal: particular(flag),
  timetable: name,
  due: period,
  until: particular(day),
  document: particular(prose),
  crossDept: particular(flag),
  crossRegion: particular(flag),
  network: particular(words("network")),
  planConformity: particular(words("planConformity")),
  security: particular(words("security")),
  against: particular(list(name)),
  interfaces: particular(list(name))
}

/** The particulars that every fact of their kind has to state; ids, the moment of entry and the project have defaults. */
const required: ReadonlySet<string> = new Set([
  "on",
  "period",
  "due",
  "norm",
  "instance",
  "outcome",
  "of",
  "purpose",
  "type"
])

/** What instances are called where a scenario has only one of them and does not name it. */
const defaults: { readonly [F in FieldName]?: string } = {
  application: "A1",
  scheme: "S1",
  request: "R1",
  opinion: "O1",
  budget: "B1",
  timetable: "T1",
  acceptance: "C1",
  review: "V1",
  assessment: "X1"
}

/** The facts that bring an instance into being: two of them without a name would be taken for one. */
const introduces: { readonly [T in EventTag]?: FieldName } = {
  Applied: "application",
  Reapplied: "application",
  MateriallyChanged: "application",
  SchemeSubmitted: "scheme",
  OpinionRequested: "request",
  OpinionGiven: "opinion",
  OpinionRevised: "opinion",
  BudgetIssued: "budget",
  TimetableIssued: "timetable",
  AcceptanceApplied: "acceptance",
  AcceptanceReapplied: "acceptance",
  ReviewHeld: "review",
  AssessmentPlanned: "assessment"
}

/** Ids that a fact may leave unsaid: what nobody stated is unknown, so no default takes its place. */
const maybe: { readonly [T in EventTag]?: FieldName } = {
  OpinionGiven: "assessment",
  OpinionRevised: "assessment",
  AssessmentPlanned: "application",
  AssessmentStarted: "scheme"
}

const agencies: ReadonlyArray<FieldName> = ["by", "with", "to", "organ", "builder", "onBehalfOf", "signed", "assessor"]

/** Projects in scenario files. */
export const project: SubjectForm<Project, Event> = {
  subject,
  Event,
  acts: actNames,
  positions: positionNames,
  fields: fieldNames,
  missing: missingNames,
  forms,
  required,
  defaults,
  introduces,
  maybe,
  agencies,
  path: (p, goal, ctx) => path(p, goal as Position, ctx)
}
