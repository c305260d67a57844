/** How a fact is written: `批准立项: { 日期: 2026-03-01, 办理机关: 市发展改革局 }`, under its Chinese name or its English tag. */
import { defined, type Form, isRecord, type JsonSchema, type Key, may, record, unknownWord } from "./Form.ts"
import type { AnySubjectForm } from "./SubjectForm.ts"
import { subjectForms } from "./subjects/index.ts"

/** The particulars of a kind of fact. */
export const fieldsOf = ({ Event }: AnySubjectForm, tag: string): ReadonlyArray<string> =>
  Object.keys((Event.cases[tag] as unknown as { readonly fields: object }).fields).filter((field) => field !== "_tag")

/** A fact as read, before its defaults are filled in. */
export interface WrittenFact {
  readonly tag: string
  readonly fields: { readonly [field: string]: unknown }
  /** Whose fact it may be: of one subject, or of several that have facts of this kind. */
  readonly of: ReadonlyArray<AnySubjectForm>
}

interface Kind {
  readonly tag: string
  readonly zh: string
  readonly of: ReadonlyArray<AnySubjectForm>
  readonly body: Form<{ readonly [field: string]: unknown }>
}

/** One definition for particulars that are written alike in several subjects. */
const definedField = (form: AnySubjectForm, field: string): Form<unknown> => {
  const first = subjectForms.find(({ forms }) => Object.hasOwn(forms, field)) ?? form
  const own = form.forms[field] as Form<unknown>
  return defined(own === first.forms[field] ? `field-${field}` : `field-${form.subject.id}-${field}`, own)
}

const keysOf = (form: AnySubjectForm, tag: string, shared: boolean): { readonly [field: string]: Key<unknown> } =>
  Object.fromEntries(
    fieldsOf(form, tag).map((field) => {
      const key = may((form.fields[field] as { readonly zh: string }).zh, definedField(form, field))
      return [field, { ...key, required: form.required.has(field) && !(shared && field === form.subject.key) }]
    })
  )

/** Every kind of fact. A kind that several subjects have is written alike in all of them, but for the particular that names the case. */
const kinds: ReadonlyArray<Kind> = [...new Set(subjectForms.flatMap(({ Event }) => Object.keys(Event.cases)))].map(
  (tag) => {
    const of = subjectForms.filter(({ Event }) => Object.hasOwn(Event.cases, tag))
    const keys = Object.assign({}, ...of.map((form) => keysOf(form, tag, of.length > 1))) as ReturnType<typeof keysOf>
    return { tag, zh: of[0]?.acts[tag]?.zh ?? tag, of, body: record(keys) }
  }
)

/** One fact. */
export const fact: Form<WrittenFact> = defined("fact", {
  write: ({ fields, tag }) => {
    const kind = kinds.find((one) => one.tag === tag)
    return { [kind?.zh ?? tag]: kind?.body.write(fields) ?? fields }
  },
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
    const kind = kinds.find(({ tag, zh }) => tag === written.trim() || zh === written.trim())
    if (kind === undefined) {
      const known = [...kinds.map(({ zh }) => zh), ...kinds.map(({ tag }) => tag)]
      return unknownWord(say, [...at, written], { zh: "事实的名称", en: "the name of a fact" }, written, known)
    }
    const fields = kind.body.read(value[written], [...at, written], say)
    if (fields === undefined) return undefined
    const named = kind.of.filter(({ subject }) => Object.hasOwn(fields, subject.key))
    return { tag: kind.tag, fields, of: named.length > 0 ? named : kind.of }
  },
  schema: (defs) => ({
    type: "object",
    minProperties: 1,
    maxProperties: 1,
    additionalProperties: false,
    properties: Object.fromEntries(
      kinds.flatMap(({ body, tag, zh }): Array<[string, JsonSchema]> => {
        const schema = defined(tag, body).schema(defs)
        return [
          [zh, schema],
          [tag, schema]
        ]
      })
    )
  })
})
