/** The subjects whose facts scenario files can tell. */
import type { Text } from "../../regulation/Text.ts"
import { type AnySubjectForm, among, type CaseEvent } from "../SubjectForm.ts"
import { complaint } from "./complaint.ts"
import { facility } from "./facility.ts"
import { organ } from "./organ.ts"
import { planning } from "./planning.ts"
import { project } from "./project.ts"
import { resource } from "./resource.ts"
import { standard } from "./standard.ts"
import { supervision } from "./supervision.ts"
import { system } from "./system.ts"

/** Every subject; the first is the one that a file speaks of where it names none. */
export const subjectForms: ReadonlyArray<AnySubjectForm> = [
  among(project),
  among(planning),
  among(standard),
  among(facility),
  among(resource),
  among(system),
  among(organ),
  among(supervision),
  among(complaint)
]

/** The subject of this id. */
export const subjectForm = (id: string): AnySubjectForm =>
  subjectForms.find(({ subject }) => subject.id === id) ?? (subjectForms[0] as AnySubjectForm)

/** The subject that a fact is about: its kind and the particular that names its case say which. */
export const formOf = (event: CaseEvent): AnySubjectForm =>
  subjectForms.find(
    ({ Event, subject }) => Object.hasOwn(Event.cases, event._tag) && Object.hasOwn(event, subject.key)
  ) ?? (subjectForms[0] as AnySubjectForm)

/** The case that a fact is about. */
export const caseOf = (event: CaseEvent): string => String(event[formOf(event).subject.key])

/** What a kind of fact is called, whatever it is about. */
export const actText = (event: CaseEvent): Text => formOf(event).acts[event._tag] ?? { zh: event._tag, en: event._tag }
