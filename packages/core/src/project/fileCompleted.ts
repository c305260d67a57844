import { unplanned } from "../assessment/Assessment.ts"
import type { AssessmentEvent } from "../assessment/Event.ts"
import { evolveAssessment } from "../assessment/evolve.ts"
import { decided } from "../verdict/decisions.ts"
import { earlier } from "../verdict/Fact.ts"
import { byId, put, told, unfiled } from "../verdict/lists.ts"
import { datedBy, statementOf } from "../verdict/stated.ts"
import type { CompletedTag } from "./completedLifecycle.ts"
import { acceptance, type Draft, dated, own } from "./draft.ts"
import type { EventOf } from "./Event.ts"

/** Files the facts of the completed project and those of its assessments. @article 29 @article 31 @article 32 @article 33 */
export const fileCompleted = (d: Draft, e: EventOf<CompletedTag> | AssessmentEvent, shared: boolean): void => {
  switch (e._tag) {
    case "CompletionReported":
      d.completionReports = told(d.completionReports, { ...statementOf(e), to: e.to, onBehalfOf: e.onBehalfOf })
      return
    case "AcceptanceApplied":
    case "AcceptanceReapplied": {
      const { against, network, security } = e
      const applied = datedBy(e, { security, against, network })
      return acceptance(d, shared, e.acceptance, (a) => ({ ...a, applied: earlier(a.applied, applied) }))
    }
    case "AcceptancePassed":
    case "AcceptanceFailed":
      return acceptance(d, shared, e.acceptance, (a) =>
        decided(a, { ...statementOf(e), passed: e._tag === "AcceptancePassed", considered: e.considered })
      )
    case "TrialOperationStarted":
    case "OperationStarted":
      return dated(d, "operation", shared, e, true)
    case "Retired":
      d.retired = earlier(d.retired, { ...statementOf(e), interfaces: e.interfaces })
      return dated(d, "operation", shared, e, false)
    case "ReviewHeld": {
      const { considered, purpose, review: id } = e
      const row = { ...statementOf(e), id, instance: `review/${id}`, purpose, considered }
      put(
        own(d, "reviews", shared),
        byId(id),
        () => row,
        (r) => earlier(r, row)
      )
      return
    }
    case "AssessmentPlanned":
    case "AssessmentCommissioned":
    case "AssessmentTakenInHouse":
    case "AssessmentStarted":
    case "AssessmentReported":
    case "AssessmentReportReturned":
    case "AssessmentReportResubmitted":
    case "AssessmentIssued":
    case "AssessmentClosed":
    case "AssessmentSuperseded":
    case "AssessmentCancelled":
      put(
        own(d, "assessments", shared),
        byId(e.assessment),
        () => unplanned(e.assessment),
        (x) => evolveAssessment(x, e)
      )
      return
    default:
      unfiled(e)
  }
}
