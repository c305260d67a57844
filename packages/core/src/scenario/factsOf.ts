/** Facts with their defaults filled in, and what does not fit among them. */
import * as Result from "effect/Result"
import type { CivilDate } from "../civil/CivilDate.ts"
import { decodeEvents } from "../project/decode.ts"
import type { Event, EventTag } from "../project/Event.ts"
import { fieldNames } from "../project/vocabulary.ts"
import type { Say } from "./Form.ts"
import { type FieldName, fieldsOf, type WrittenFact } from "./factForm.ts"
import { nearest } from "./nearest.ts"
import { about, item, only, type Place, under } from "./Place.ts"
import type { Assembled } from "./settingOf.ts"
import { endOf } from "./values.ts"

/** Facts as written, each with its place; `label` starts the ids of those that have none of their own. */
export interface Written {
  readonly facts: ReadonlyArray<WrittenFact>
  readonly at: Place
  readonly label: string
}

/** What instances are called where a scenario has only one of them and does not name it. */
const defaultIds: { readonly [F in FieldName]?: string } = {
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

const agencyFields: ReadonlyArray<FieldName> = [
  "by",
  "with",
  "to",
  "organ",
  "builder",
  "onBehalfOf",
  "signed",
  "assessor"
]

const fieldAt = (fact: Place, field: string): Place =>
  under(fact, field, Object.hasOwn(fieldNames, field) ? fieldNames[field as keyof typeof fieldNames].zh : field)

/** Facts in canonical form. `before` are those that the same check knows already. */
export const factsOf = (
  { at, facts, label }: Written,
  world: Assembled,
  before: ReadonlyArray<Event>,
  say: Say
): ReadonlyArray<Event> => {
  const events: Array<Event> = []
  const taken = new Map(before.map((event) => [event.id, event._tag]))
  for (const [index, fact] of facts.entries()) {
    const place = only(item(at, index))
    const event = completed(fact, `${label}-${String(index + 1).padStart(3, "0")}`, world)
    unnamedTwice(fact, [...before, ...events], place, say)
    unnamedAmong(fact, [...before, ...facts.map(({ fields }) => fields)], place, say)
    agencies(event, place, world, say)
    inProject(event.project, world, [...before, ...events, event as unknown as Event], fieldAt(place, "project"), say)
    if (taken.has(event.id as string)) {
      about(say, fieldAt(place, "id"), `编号“${String(event.id)}”重复`, `the id "${String(event.id)}" is used twice`)
    }
    if (fact.fields.corrects !== undefined && fact.fields.recordedAt === undefined) {
      about(say, place, "更正须写明“录入时刻”", `a correction states when it was entered ("recordedAt")`)
    }
    const decoded = decodeEvents([event])
    if (Result.isSuccess(decoded)) {
      events.push(...decoded.success)
      taken.set(event.id as string, fact.tag)
    } else {
      for (const { en, path, zh } of decoded.failure.findings) {
        const [field = ""] = path.split(".")
        const name = Object.hasOwn(fieldNames, field)
          ? fieldNames[field as keyof typeof fieldNames]
          : { zh: field, en: field }
        about(say, fieldAt(place, field), `${name.zh}：${zh}`, `${name.en}: ${en}`)
      }
    }
  }
  replaced(facts, at, taken, say)
  return events
}

const completed = (
  { fields, tag }: WrittenFact,
  id: string,
  world: Assembled
): { readonly [field: string]: unknown } => {
  const [sole] = world.projects
  const project = fields.project ?? (world.projects.length <= 1 ? (sole?.id ?? "P1") : undefined)
  const declared = world.projects.find((one) => one.id === project)
  const event: { [field: string]: unknown } = {
    _tag: tag,
    id,
    recordedAt: endOf(fields.on as CivilDate),
    ...(project === undefined ? {} : { project }),
    ...fields
  }
  for (const field of fieldsOf(tag)) {
    const value =
      field === "region" ? (declared?.region ?? world.region) : field === "organ" ? declared?.organ : defaultIds[field]
    if (!Object.hasOwn(event, field) && value !== undefined && maybe[tag] !== field) event[field] = value
  }
  return event
}

const unnamedTwice = ({ fields, tag }: WrittenFact, earlier: ReadonlyArray<Event>, place: Place, say: Say): void => {
  const field = introduces[tag]
  if (field === undefined || fields[field] !== undefined || fields.corrects !== undefined) return
  const other = earlier.some(
    (event) =>
      introduces[event._tag] === field &&
      (event as unknown as { readonly [key: string]: unknown })[field] === defaultIds[field]
  )
  if (other) {
    const { zh, en } = fieldNames[field as keyof typeof fieldNames]
    about(say, place, `不止一项，须写明各自的“${zh}”`, `there are several: state the "${en}" of each`)
  }
}

/** Where facts name several applications, requests or budgets, one that names none belongs to nobody knows which. */
const unnamedAmong = ({ fields, tag }: WrittenFact, all: ReadonlyArray<object>, place: Place, say: Say): void => {
  for (const field of fieldsOf(tag)) {
    if (defaultIds[field] === undefined || fields[field] !== undefined || introduces[tag] === field) continue
    if (maybe[tag] === field) continue
    const named = all.map((fact) => (fact as { readonly [key: string]: unknown })[field])
    if (named.every((id) => id === undefined || id === defaultIds[field])) continue
    const { zh, en } = fieldNames[field as keyof typeof fieldNames]
    about(say, place, `其他事实写明了“${zh}”，此处也须写明`, `other facts state their "${en}": state it here too`)
  }
}

/** Says so when a project is neither in the setting nor opened by a fact. */
export const inProject = (
  project: unknown,
  { projects }: Assembled,
  told: ReadonlyArray<Event>,
  place: Place,
  say: Say
): void => {
  const opened = told.some(
    (event) => (event._tag === "Drafted" || event._tag === "TakenOver") && event.project === project
  )
  if (project === undefined || projects.length === 0 || opened || projects.some(({ id }) => id === project)) return
  about(
    say,
    place,
    `背景未列项目“${String(project)}”，此前也没有建档的事实`,
    `no project "${String(project)}" is in the setting, and no fact before this one opens it`
  )
}

const agencies = (event: { readonly [field: string]: unknown }, place: Place, { known }: Assembled, say: Say): void => {
  for (const field of agencyFields) {
    const value = event[field]
    for (const agency of Array.isArray(value) ? value : [value]) {
      if (typeof agency === "string" && agency !== "n/a") listed(agency, known, fieldAt(place, field), say)
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

const replaced = (facts: Written["facts"], at: Place, taken: ReadonlyMap<string, EventTag>, say: Say): void => {
  for (const [index, { fields }] of facts.entries()) {
    for (const field of ["corrects", "of"] as const) {
      const id = fields[field]
      if (typeof id !== "string" || taken.has(id)) continue
      about(
        say,
        fieldAt(only(item(at, index)), field),
        `没有编号为“${id}”的记录`,
        `there is no fact with the id "${id}"`
      )
    }
  }
}
