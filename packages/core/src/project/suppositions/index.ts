/** What may turn out about the facts that the norms on projects miss. Explanations load it; rules do not. */
import type { Suppose, Suppositions } from "../../explanation/Inquiry.ts"
import type { Project } from "../Project.ts"
import { calendar } from "./calendar.ts"
import { application, material, opinion, opinionRequest, requestedOf } from "./consultation.ts"
import { decision, filedBy, filing, fiscal, funding } from "./investment.ts"
import { assessmentBasis, conclusion, conditions, considered, opinionBy, planBasis } from "./opinions.ts"
import { deviation, judgement, planItem, plansInForce } from "./planning.ts"
import { copiedTo, copy, keyList, report, reportedTo, timetable } from "./reporting.ts"

const facts = {
  application,
  "basis.assessment": assessmentBasis,
  "basis.plan": planBasis,
  calendar,
  conclusion,
  conditions,
  considered,
  copy,
  "copy.to": copiedTo,
  decision,
  deviation,
  filing,
  "filing.to": filedBy,
  fiscal,
  funding,
  judgement,
  keyList,
  material,
  opinion,
  "opinion.by": opinionBy,
  opinionRequest,
  "opinionRequest.to": requestedOf,
  planItem,
  plansInForce,
  report,
  "report.to": reportedTo,
  timetable
} satisfies { readonly [missing: string]: Suppose<Project> }

/** By the name under which a rule misses a fact; the gate of art. 10's reference hangs on whether a request asked the right authority. */
export const suppositions: Suppositions<Project> = {
  facts,
  gates: { "N10.2": ["opinionRequest.to", "material"] }
}
