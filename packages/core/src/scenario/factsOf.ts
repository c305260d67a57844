/** Facts with their defaults filled in, and what does not fit among them. */
import * as Result from "effect/Result"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Text } from "../regulation/Text.ts"
import { decodeAll, decoderOf } from "../verdict/decodeEvents.ts"
import type { Say } from "./Form.ts"
import { fieldsOf, type WrittenFact } from "./factForm.ts"
import { nearest } from "./nearest.ts"
import { about, item, only, type Place, under } from "./Place.ts"
import type { AnySubjectForm, CaseEvent } from "./SubjectForm.ts"
import type { Assembled } from "./settingOf.ts"
import { formOf, subjectForms } from "./subjects/index.ts"
import { endOf } from "./values.ts"

/** Facts as written, each with its place; `label` starts the ids of those that have none of their own. */
export interface Written {
  readonly facts: ReadonlyArray<WrittenFact>
  readonly at: Place
  readonly label: string
}

const decoders = new Map(subjectForms.map((form) => [form, decoderOf<CaseEvent>(form.Event)]))

const named = (form: AnySubjectForm, field: string): Text => form.fields[field] ?? { zh: field, en: field }
const fieldAt = (form: AnySubjectForm, fact: Place, field: string): Place => under(fact, field, named(form, field).zh)

/** Whose fact one is: of several subjects that have its kind the one that the others speak of, if they speak of one alone. */
const ownerOf = (
  { of }: WrittenFact,
  told: ReadonlyArray<CaseEvent>,
  facts: ReadonlyArray<WrittenFact>
): AnySubjectForm => {
  const [first, ...others] = of
  if (others.length === 0) return first as AnySubjectForm
  const spoken = new Set([...told.map(formOf), ...facts.flatMap((fact) => (fact.of.length === 1 ? fact.of : []))])
  return of.find((form) => spoken.has(form)) ?? (first as AnySubjectForm)
}

/** Facts in canonical form. `before` are those that the same check knows already. */
export const factsOf = (
  { at, facts, label }: Written,
  world: Assembled,
  before: ReadonlyArray<CaseEvent>,
  say: Say
): ReadonlyArray<CaseEvent> => {
  const events: Array<CaseEvent> = []
  const taken = new Map(before.map((event) => [event.id, event._tag]))
  for (const [index, fact] of facts.entries()) {
    const place = only(item(at, index))
    const form = ownerOf(fact, before, facts)
    const event = completed(fact, form, `${label}-${String(index + 1).padStart(3, "0")}`, world)
    unnamedTwice(fact, form, [...before, ...events], place, say)
    unnamedAmong(fact, form, [...before, ...facts.map(({ fields }) => fields)], place, say)
    agencies(event, form, place, world, say)
    if (form === subjectForms[0]) {
      const told = [...before, ...events, event]
      inProject(event.project, world, told, fieldAt(form, place, "project"), say)
    }
    if (taken.has(event.id as string)) {
      about(
        say,
        fieldAt(form, place, "id"),
        `编号“${String(event.id)}”重复`,
        `the id "${String(event.id)}" is used twice`
      )
    }
    if (fact.fields.corrects !== undefined && fact.fields.recordedAt === undefined) {
      about(say, place, "更正须写明“录入时刻”", `a correction states when it was entered ("recordedAt")`)
    }
    const decoded = decodeAll(decoders.get(form) as NonNullable<ReturnType<typeof decoders.get>>, [event])
    if (Result.isSuccess(decoded)) {
      events.push(...decoded.success)
      taken.set(event.id as string, fact.tag)
    } else {
      for (const { en, path, zh } of decoded.failure.findings) {
        const [field = ""] = path.split(".")
        const name = named(form, field)
        about(say, fieldAt(form, place, field), `${name.zh}：${zh}`, `${name.en}: ${en}`)
      }
    }
  }
  replaced(facts, at, taken, say)
  return events
}

const completed = ({ fields, tag }: WrittenFact, form: AnySubjectForm, id: string, world: Assembled): CaseEvent => {
  const [sole] = world.projects
  const ofProject = form === subjectForms[0]
  const project = ofProject
    ? (fields.project ?? (world.projects.length <= 1 ? (sole?.id ?? "P1") : undefined))
    : undefined
  const declared = world.projects.find((one) => one.id === project)
  const event: { [field: string]: unknown } = {
    _tag: tag,
    id,
    recordedAt: endOf(fields.on as CivilDate),
    ...(project === undefined ? {} : { project }),
    ...fields
  }
  for (const field of fieldsOf(form, tag)) {
    const value =
      field === "region"
        ? (declared?.region ?? world.region)
        : field === "organ"
          ? declared?.organ
          : form.defaults[field]
    if (!Object.hasOwn(event, field) && value !== undefined && form.maybe[tag] !== field) event[field] = value
  }
  return event as unknown as CaseEvent
}

const unnamedTwice = (
  { fields, tag }: WrittenFact,
  form: AnySubjectForm,
  earlier: ReadonlyArray<CaseEvent>,
  place: Place,
  say: Say
): void => {
  const field = form.introduces[tag]
  if (field === undefined || fields[field] !== undefined || fields.corrects !== undefined) return
  const other = earlier.some(
    (event) => formOf(event) === form && form.introduces[event._tag] === field && event[field] === form.defaults[field]
  )
  if (other) {
    const { zh, en } = named(form, field)
    about(say, place, `不止一项，须写明各自的“${zh}”`, `there are several: state the "${en}" of each`)
  }
}

/** Where facts name several applications, requests or budgets, one that names none belongs to nobody knows which. */
const unnamedAmong = (
  { fields, tag }: WrittenFact,
  form: AnySubjectForm,
  all: ReadonlyArray<object>,
  place: Place,
  say: Say
): void => {
  const { defaults, introduces, maybe } = form
  for (const field of fieldsOf(form, tag)) {
    if (defaults[field] === undefined || fields[field] !== undefined || introduces[tag] === field) continue
    if (maybe[tag] === field) continue
    const stated = all.map((fact) => (fact as { readonly [key: string]: unknown })[field])
    if (stated.every((id) => id === undefined || id === defaults[field])) continue
    const { zh, en } = named(form, field)
    about(say, place, `其他事实写明了“${zh}”，此处也须写明`, `other facts state their "${en}": state it here too`)
  }
}

/** Whether a fact opens the record of a project. */
export const opens = (event: CaseEvent): boolean =>
  formOf(event) === subjectForms[0] && subjectForms[0].subject.opens(event)

/** Says so when a project is neither in the setting nor opened by a fact. */
export const inProject = (
  project: unknown,
  { projects }: Assembled,
  told: ReadonlyArray<CaseEvent>,
  place: Place,
  say: Say
): void => {
  const opened = told.some((event) => opens(event) && event.project === project)
  if (project === undefined || projects.length === 0 || opened || projects.some(({ id }) => id === project)) return
  about(
    say,
    place,
    `背景未列项目“${String(project)}”，此前也没有建档的事实`,
    `no project "${String(project)}" is in the setting, and no fact before this one opens it`
  )
}

const agencies = (
  event: { readonly [field: string]: unknown },
  form: AnySubjectForm,
  place: Place,
  { known }: Assembled,
  say: Say
): void => {
  for (const field of form.agencies) {
    const value = event[field]
    for (const agency of Array.isArray(value) ? value : [value]) {
      if (typeof agency === "string" && agency !== "n/a") listed(agency, known, fieldAt(form, place, field), say)
    }
  }
}

/** Says so when an agency is neither in the directory of the setting nor named as outside it. */
export const listed = (agency: string, known: ReadonlySet<string>, place: Place, say: Say): void => {
  if (known.has(agency)) return
  const meant = nearest(agency, known)
  about(
    say,
    place,
    `背景未列“${agency}”${meant === undefined ? "" : `（是否应为“${meant}”？）`}；确属名录以外的，列入“名录外”`,
    `the setting does not list "${agency}"${meant === undefined ? "" : ` (did you mean "${meant}"?)`}; if it is outside the directory, list it under "outside"`
  )
}

const replaced = (facts: Written["facts"], at: Place, taken: ReadonlyMap<string, string>, say: Say): void => {
  for (const [index, { fields }] of facts.entries()) {
    for (const field of ["corrects", "of"] as const) {
      const id = fields[field]
      if (typeof id !== "string" || taken.has(id)) continue
      about(
        say,
        fieldAt(subjectForms[0] as AnySubjectForm, only(item(at, index)), field),
        `没有编号为“${id}”的记录`,
        `there is no fact with the id "${id}"`
      )
    }
  }
}
