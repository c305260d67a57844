import { earlier } from "../verdict/Fact.ts"
import { told } from "../verdict/lists.ts"
import { withMove } from "../verdict/position.ts"
import { statementOf } from "../verdict/stated.ts"
import type { Assessment } from "./Assessment.ts"
import type { AssessmentEvent } from "./Event.ts"
import { assessmentLifecycle } from "./Lifecycle.ts"

/** The assessment with one more fact in it. Total, and in whatever order facts are read they make the same assessment. */
export const evolveAssessment = (x: Assessment, e: AssessmentEvent): Assessment => ({
  ...stated(x, e),
  moves: withMove(x.moves, e, assessmentLifecycle[e._tag])
})

const stated = (x: Assessment, e: AssessmentEvent): Assessment => {
  const act = statementOf(e)
  switch (e._tag) {
    case "AssessmentPlanned": {
      const planned = { ...act, type: e.type, application: e.application, signed: e.signed }
      return { ...x, planned: earlier(x.planned, planned) }
    }
    case "AssessmentCommissioned": {
      const { assessor, interests } = e
      const engaged = { ...act, executor: "third-party", assessor, reason: "n/a", interests } as const
      return { ...x, engaged: earlier(x.engaged, engaged) }
    }
    case "AssessmentTakenInHouse": {
      const { interests, reason } = e
      const engaged = { ...act, executor: "in-house", assessor: "n/a", reason, interests } as const
      return { ...x, engaged: earlier(x.engaged, engaged) }
    }
    case "AssessmentStarted": {
      const started = { ...act, criteria: e.criteria, scheme: e.scheme, signed: e.signed }
      return { ...x, started: earlier(x.started, started) }
    }
    case "AssessmentReported":
    case "AssessmentReportResubmitted":
      return { ...x, reports: told(x.reports, { ...act, items: e.items, omitted: e.omitted }) }
    case "AssessmentReportReturned":
      return { ...x, returns: told(x.returns, act) }
    case "AssessmentIssued": {
      const { against, conclusion, items, omitted, planConformity } = e
      const issued = { ...act, items, omitted, conclusion, planConformity, against }
      return { ...x, issued: earlier(x.issued, issued) }
    }
    case "AssessmentSuperseded":
      return { ...x, superseded: earlier(x.superseded, { ...act, successor: e.successor }) }
    case "AssessmentClosed":
      return { ...x, closed: earlier(x.closed, act) }
    case "AssessmentCancelled":
      return { ...x, cancelled: earlier(x.cancelled, act) }
  }
}
