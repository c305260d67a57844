/** What may turn out about the facts that the norms on projects miss. Explanations load it; rules do not. */

import { calendar } from "../../explanation/calendarDays.ts"
import type { Suppose, Suppositions } from "../../explanation/Inquiry.ts"
import { scopeSuppositions } from "../../explanation/scope.ts"
import { dataCentre, platform } from "../../explanation/supposedSurroundings.ts"
import type { Project } from "../Project.ts"
import { completion, completionReport, completionReportedTo, operation } from "./afterwards.ts"
import { assessmentRound, assessmentStart, assessmentType } from "./assessments.ts"
import {
  against,
  construction,
  interfaces,
  network,
  planConformity,
  reach,
  securityCheck,
  securityNorms
} from "./building.ts"
import { considered } from "./considered.ts"
import { application, material, opinion, opinionRequest, requestedOf } from "./consultation.ts"
import { assessmentConclusion, coOrganizers, criteria, declaredInterests, items } from "./content.ts"
import { heldAssessment, submission, submittedTo } from "./exAnte.ts"
import { decision, filedBy, filing, fiscal, funding } from "./investment.ts"
import { assessmentBasis, conclusion, conditions, opinionBy, planBasis } from "./opinions.ts"
import { assessor, executor, issuer, organizer } from "./organizing.ts"
import { deviation, judgement, planItem, plansInForce } from "./planning.ts"
import { copiedTo, copy, designation, keyList, report, reportedTo, timetable } from "./reporting.ts"
import { organ, work } from "./scope.ts"

const facts = {
  ...scopeSuppositions,
  against,
  construction,
  dataCentre,
  interfaces,
  network,
  planConformity,
  platform,
  reach,
  securityCheck,
  securityNorms,
  application,
  assessment: heldAssessment,
  "assessment.application": assessmentRound,
  "assessment.start": assessmentStart,
  "assessment.type": assessmentType,
  assessor,
  "basis.assessment": assessmentBasis,
  "basis.plan": planBasis,
  calendar,
  coOrganizers,
  completion,
  completionReport,
  "completionReport.to": completionReportedTo,
  conclusion: (p, v, ctx) => (v.norm === "N31.4" ? assessmentConclusion : conclusion)(p, v, ctx),
  conditions,
  considered,
  copy,
  "copy.to": copiedTo,
  criteria,
  decision,
  designation,
  deviation,
  executor,
  filing,
  "filing.to": filedBy,
  fiscal,
  funding,
  interests: declaredInterests,
  issuer,
  items,
  judgement,
  keyList,
  material,
  operation,
  opinion,
  organ,
  "opinion.by": opinionBy,
  opinionRequest,
  "opinionRequest.to": requestedOf,
  organizer,
  planItem,
  plansInForce,
  report,
  "report.to": reportedTo,
  submission,
  "submission.to": submittedTo,
  timetable,
  work
} satisfies { readonly [missing: string]: Suppose<Project> }

/** By the name under which a rule misses a fact; the gate of art. 10's reference hangs on whether a request asked the right authority, that of art. 34 on the version of the standards. */
export const suppositions: Suppositions<Project> = {
  facts,
  gates: { "N10.2": ["opinionRequest.to", "material"], "N34.1": ["criteria"] }
}
