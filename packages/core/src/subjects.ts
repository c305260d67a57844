import type { NormsOf } from "./regulation/Norm.ts"

/** The subjects of the regulation. */
export type SubjectId =
  | "planning"
  | "project"
  | "assessment"
  | "system"
  | "organ"
  | "complaint"
  | "resource"
  | "supervision"
  | "standard"
  | "facility"

/** The norms that say whether the Measures reach a case at all: they stand before all others, whatever the subject. */
export type ScopeNorm = "N2.1" | "N2.2" | "N36.1"

/** The norms about a project and its assessments. */
export type ProjectNorm =
  | "N3.4"
  | "N4.3"
  | "N4.4"
  | NormsOf<9 | 10 | 11 | 12 | 29 | 30 | 31 | 32 | 33 | 34>
  | "N14.1"
  | "N18.1"
  | "N19.1"
  | "N26.1"

/** The norms about plans. */
export type PlanningNorm = "N3.1" | "N4.2" | NormsOf<6 | 7 | 8>

/** The norms about what is issued separately. */
export type StandardNorm = "N3.2" | "N19.3" | "N23.2" | "N23.3" | "N34.1"

/** The norms about what the province builds for everybody. */
export type FacilityNorm = NormsOf<17 | 25>

/** The norms about an application system. */
export type SystemNorm = NormsOf<14 | 16 | 18> | "N19.1" | "N19.2"

/** The norms about the record of one administrative organ, and about whoever appraises it. */
export type OrganNorm = "N3.3" | "N4.1" | NormsOf<13 | 15 | 20 | 21> | "N35.1"

/** The norm about a complaint that came in online; the channel for it is asked of the organ. */
export type ComplaintNorm = "N21.3"

/** The norms about an information resource: how the catalogue, the agreement and the data centre come to be is no matter of one resource. */
export type ResourceNorm = NormsOf<22 | 24 | 26 | 27 | 28> | "N23.1"

/** The norm about inspections. */
export type SupervisionNorm = "N35.2"

/** The norms that have an evaluator, or stand declared as a judgement. */
export type EvaluatedNorm =
  | ScopeNorm
  | ProjectNorm
  | PlanningNorm
  | SystemNorm
  | OrganNorm
  | ComplaintNorm
  | StandardNorm
  | FacilityNorm
  | ResourceNorm
  | SupervisionNorm
