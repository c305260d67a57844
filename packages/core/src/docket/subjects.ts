/** The subjects of which the docket keeps cases: one row each, in one list. */
import { Event as ComplaintEvent } from "../complaint/Event.ts"
import * as complaint from "../complaint/explain.ts"
import { nextActs as nextOfComplaint } from "../complaint/nextActs.ts"
import { path as complaintPath } from "../complaint/path.ts"
import { subject as complaints } from "../complaint/subject.ts"
import { Event as FacilityEvent } from "../facility/Event.ts"
import * as facility from "../facility/explain.ts"
import { inService } from "../facility/inService.ts"
import { subject as facilities } from "../facility/subject.ts"
import { Event as OrganEvent } from "../organ/Event.ts"
import * as organ from "../organ/explain.ts"
import { subject as organs } from "../organ/subject.ts"
import type { NextActOf } from "../path/nextActs.ts"
import { Event as PlanningEvent } from "../planning/Event.ts"
import * as planning from "../planning/explain.ts"
import { plansInForce } from "../planning/inForce.ts"
import { nextActs as nextOfPlan } from "../planning/nextActs.ts"
import { path as planPath } from "../planning/path.ts"
import { subject as plans } from "../planning/subject.ts"
import { Event as ProjectEvent } from "../project/Event.ts"
import * as project from "../project/explain.ts"
import { nextActs as nextOfProject } from "../project/nextActs.ts"
import { path as projectPath } from "../project/path.ts"
import { subject as projects } from "../project/subject.ts"
import { Event as ResourceEvent } from "../resource/Event.ts"
import * as resource from "../resource/explain.ts"
import { nextActs as nextOfResource } from "../resource/nextActs.ts"
import { path as resourcePath } from "../resource/path.ts"
import { subject as resources } from "../resource/subject.ts"
import { Event as StandardEvent } from "../standard/Event.ts"
import * as standard from "../standard/explain.ts"
import { instrumentsInForce } from "../standard/inForce.ts"
import { nextActs as nextOfInstrument } from "../standard/nextActs.ts"
import { path as instrumentPath } from "../standard/path.ts"
import { subject as instruments } from "../standard/subject.ts"
import { Event as InspectionEvent } from "../supervision/Event.ts"
import * as supervision from "../supervision/explain.ts"
import { nextActs as nextOfInspection } from "../supervision/nextActs.ts"
import { path as inspectionPath } from "../supervision/path.ts"
import { subject as inspections } from "../supervision/subject.ts"
import { Event as SystemEvent } from "../system/Event.ts"
import * as system from "../system/explain.ts"
import { subject as systems } from "../system/subject.ts"
import type { DecodeEvent } from "../verdict/decodeEvents.ts"
import type { Recorded } from "../verdict/record.ts"
import { type Keeping, keeping, type Surrounding, surrounding } from "./keeping.ts"
import { type Ways, withWays } from "./ways.ts"

/** By the id of the subject, which is also the first part of the names of its streams. A new subject is kept by its row here. */
export const subjects = {
  project: withWays(keeping({ ...project, subject: projects, Event: ProjectEvent }), {
    subject: projects,
    nextActs: nextOfProject,
    path: projectPath
  }),
  planning: withWays(
    surrounding({ ...planning, subject: plans, Event: PlanningEvent }, (cases, directory) => ({
      plansInForce: plansInForce(cases, directory)
    })),
    { subject: plans, nextActs: nextOfPlan, path: planPath }
  ),
  standard: withWays(
    surrounding({ ...standard, subject: instruments, Event: StandardEvent }, (cases) => ({
      instrumentsInForce: instrumentsInForce(cases)
    })),
    { subject: instruments, nextActs: nextOfInstrument, path: instrumentPath }
  ),
  facility: surrounding({ ...facility, subject: facilities, Event: FacilityEvent }, (cases) => ({
    inService: inService(cases)
  })),
  system: keeping({ ...system, subject: systems, Event: SystemEvent }),
  organ: keeping({ ...organ, subject: organs, Event: OrganEvent }),
  complaint: withWays(keeping({ ...complaint, subject: complaints, Event: ComplaintEvent }), {
    subject: complaints,
    nextActs: nextOfComplaint,
    path: complaintPath
  }),
  resource: withWays(keeping({ ...resource, subject: resources, Event: ResourceEvent }), {
    subject: resources,
    nextActs: nextOfResource,
    path: resourcePath
  }),
  supervision: withWays(keeping({ ...supervision, subject: inspections, Event: InspectionEvent }), {
    subject: inspections,
    nextActs: nextOfInspection,
    path: inspectionPath
  })
} as const

/** A subject of which the docket keeps cases. */
export type CaseSubject = keyof typeof subjects

/** A subject whose cases tell those of others what surrounds them: plans, instruments, facilities. */
export type SurroundingSubject = {
  [S in CaseSubject]: (typeof subjects)[S] extends { readonly surrounds: unknown } ? S : never
}[CaseSubject]

/** A subject whose cases have steps, and so ways. */
export type WaySubject = {
  [S in CaseSubject]: (typeof subjects)[S] extends { readonly ways: unknown } ? S : never
}[CaseSubject]

/** What ways through the cases of a subject can lead to. */
export type GoalOf<S extends WaySubject> = {
  [K in S]: Parameters<(typeof subjects)[K]["ways"]["path"]>[2]
}[S]

/** The facts of a subject, as its door takes them. */
export type FactOf<S extends CaseSubject> = {
  [K in S]: (typeof subjects)[K]["decode"] extends DecodeEvent<infer E> ? E : never
}[S]

/** What would be next in a case of a subject. */
export type NextOf<S extends WaySubject> =
  FactOf<S> extends infer E extends { readonly _tag: string } ? NextActOf<E> : never

/** A case of the docket: what it is about, and its id. */
export interface CaseRef<S extends CaseSubject = CaseSubject> {
  /** The subject, `project`. */
  readonly subject: S
  /** With which its facts name it; unique among the cases of the subject. */
  readonly id: string
}

/** What the docket knows of a subject. */
export const keepingOf = (subject: CaseSubject): Keeping<Recorded> => subjects[subject]

/** The subject whose cases tell others what surrounds them, where this is one. */
export const surroundingOf = (subject: CaseSubject): Surrounding<Recorded> | undefined => {
  const kept: Keeping<Recorded> | Surrounding<Recorded> = subjects[subject]
  return "surrounds" in kept ? kept : undefined
}

/** The ways through the cases of a subject, where it has any. */
export const waysOf = (subject: CaseSubject): Ways<Recorded, string> | undefined => {
  const kept: Keeping<Recorded> | { readonly ways: unknown } = subjects[subject]
  return "ways" in kept ? (kept.ways as Ways<Recorded, string>) : undefined
}

/** The ids of the subjects. */
export const caseSubjects = Object.keys(subjects) as ReadonlyArray<CaseSubject>

/** The ids of the subjects whose cases have ways. */
export const waySubjects = caseSubjects.filter((subject): subject is WaySubject => waysOf(subject) !== undefined)
