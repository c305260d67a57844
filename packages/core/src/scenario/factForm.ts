/** How a fact is written: `批准立项: { 日期: 2026-03-01, 办理机关: 市发展改革局 }`, under its Chinese name or its English tag. */
import type { CivilDate } from "../civil/CivilDate.ts"
import { Event, type EventOf, type EventTag, type RecordSlice } from "../project/Event.ts"
import { actNames, fieldNames, valueNames } from "../project/vocabulary.ts"
import type { Text } from "../regulation/Text.ts"
import { sliceNames } from "./aliases.ts"
import {
  defined,
  type Form,
  isRecord,
  type JsonSchema,
  type Key,
  list,
  may,
  must,
  particular,
  record,
  unknownWord,
  word
} from "./Form.ts"
import {
  amount,
  baseline,
  day,
  flag,
  moment,
  name,
  norm,
  period,
  planItem,
  prose,
  quarter,
  region,
  whole
} from "./values.ts"

/** The name of a particular of any fact. */
export type FieldName = { [T in EventTag]: Exclude<keyof EventOf<T>, "_tag"> & string }[EventTag]

const words = (field: keyof typeof valueNames): Form<string> =>
  word(fieldNames[field], valueNames[field] as { readonly [value: string]: Text })

/** A word of the library's, or one that a document of the host has added. */
const wordOrName = (field: "interests" | "items"): Form<string> => {
  const known = words(field)
  return {
    read: (value, at, say) => known.read(value, at, () => undefined) ?? name.read(value, at, say),
    schema: (defs) => ({ anyOf: [known.schema(defs), name.schema(defs)] })
  }
}

const slices: { readonly [S in RecordSlice]: Text } = sliceNames
const coverage = record(
  Object.fromEntries(Object.entries(slices).map(([slice, { zh }]) => [slice, may(zh, day)])) as {
    readonly [S in RecordSlice]: Key<CivilDate> & { readonly required: false }
  }
)

/** How each particular is written, in whichever fact it stands. */
const fieldForms: { readonly [F in FieldName]: Form<unknown> } = {
  id: name,
  project: name,
  on: day,
  recordedAt: moment,
  recordedBy: name,
  seq: whole(-9999, 9999),
  by: name,
  with: list(name),
  corrects: name,
  of: name,
  region,
  organ: name,
  former: particular(name),
  coverage,
  application: name,
  scheme: name,
  what: particular(words("what")),
  to: particular(name),
  material: particular(flag),
  reason: particular(prose),
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
  norm,
  instance: prose,
  outcome: words("outcome")
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

/** Every kind of fact. */
const tags = Object.keys(Event.cases) as ReadonlyArray<EventTag>

/** The particulars of a kind of fact. */
export const fieldsOf = (tag: EventTag): ReadonlyArray<FieldName> =>
  Object.keys((Event.cases[tag] as unknown as { readonly fields: object }).fields).filter(
    (field) => field !== "_tag"
  ) as ReadonlyArray<FieldName>

/** A fact as read, before its defaults are filled in. */
export interface WrittenFact {
  readonly tag: EventTag
  readonly fields: { readonly [field: string]: unknown }
}

const bodies = Object.fromEntries(
  tags.map((tag) => [
    tag,
    record(
      Object.fromEntries(
        fieldsOf(tag).map((field) => [
          field,
          {
            zh: fieldNames[field].zh,
            form: defined(`field-${field}`, fieldForms[field]),
            required: required.has(field)
          }
        ])
      )
    )
  ])
) as { readonly [T in EventTag]: Form<{ readonly [field: string]: unknown }> }

const tagOf = (written: string): EventTag | undefined =>
  tags.find((tag) => tag === written || actNames[tag].zh === written)

/** One fact. */
export const fact: Form<WrittenFact> = defined("fact", {
  read: (value, at, say) => {
    const keys = isRecord(value) ? Object.keys(value) : []
    const [written] = keys
    if (!isRecord(value) || written === undefined || keys.length > 1) {
      return say(
        at,
        "一项事实写作“申请立项: { 日期: … }”，每项一个名称",
        `a fact is written "Applied: { on: … }", one name for each`
      )
    }
    const tag = tagOf(written.trim())
    if (tag === undefined) {
      const known = [...tags.map((one) => actNames[one].zh), ...tags]
      return unknownWord(say, [...at, written], { zh: "事实的名称", en: "the name of a fact" }, written, known)
    }
    const fields = bodies[tag].read(value[written], [...at, written], say)
    return fields === undefined ? undefined : { tag, fields }
  },
  schema: (defs) => ({
    type: "object",
    minProperties: 1,
    maxProperties: 1,
    additionalProperties: false,
    properties: Object.fromEntries(
      tags.flatMap((tag): Array<[string, JsonSchema]> => {
        const body = defined(tag, bodies[tag]).schema(defs)
        return [
          [actNames[tag].zh, body],
          [tag, body]
        ]
      })
    )
  })
})
