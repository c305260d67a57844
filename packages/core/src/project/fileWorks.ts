import { earlier } from "../verdict/Fact.ts"
import { byId, put, told } from "../verdict/lists.ts"
import { statementOf } from "../verdict/stated.ts"
import { budget, type Draft, dated, own, report } from "./draft.ts"
import type { EventOf } from "./Event.ts"
import { fileCompleted } from "./fileCompleted.ts"

/** The kinds of facts of the works and of the money in them. */
type WorksTag =
  | "ConstructionStarted"
  | "ConstructionCompleted"
  | "Suspended"
  | "Resumed"
  | "Cancelled"
  | "InvestmentSettled"
  | "ProgressReported"
  | "ProgressCorrected"
  | "ReportCopied"
  | "InvestmentFiled"
  | "BudgetIssued"
  | "BudgetCopied"
  | "KeyListed"
  | "KeyDelisted"
  | "ProvincialKeyDesignated"
  | "ProvincialKeyEnded"
  | "ImplementationCoordinated"
  | "ImplementationSupervised"
  | "TimetableIssued"
  | "Judged"

/** Files the facts of the works and of the money in them. @article 9 @article 11 @article 12 */
export const fileWorks = (
  d: Draft,
  e: EventOf<WorksTag> | Parameters<typeof fileCompleted>[1],
  shared: boolean
): void => {
  switch (e._tag) {
    case "ConstructionStarted":
      d.started = earlier(d.started, statementOf(e))
      return
    case "ConstructionCompleted":
      d.completed = earlier(d.completed, statementOf(e))
      return
    case "Suspended":
      return dated(d, "pauses", shared, e, true)
    case "Resumed":
      return dated(d, "pauses", shared, e, false)
    case "Cancelled":
      d.cancelled = earlier(d.cancelled, statementOf(e))
      d.settled = earlier(d.settled, statementOf(e))
      return
    case "InvestmentSettled":
      d.settled = earlier(d.settled, statementOf(e))
      return
    case "ProgressReported":
      return report(d, shared, e.period, (r) => ({
        ...r,
        receipts: told(r.receipts, { ...statementOf(e), to: e.to, amount: e.amount })
      }))
    case "ProgressCorrected":
      return report(d, shared, e.period, (r) => ({
        ...r,
        corrections: told(r.corrections, { ...statementOf(e), amount: e.amount, reason: e.reason })
      }))
    case "ReportCopied":
      return report(d, shared, e.period, (r) => ({ ...r, copies: told(r.copies, { ...statementOf(e), to: e.to }) }))
    case "InvestmentFiled":
      d.filings = told(d.filings, statementOf(e))
      return
    case "BudgetIssued":
      return budget(d, shared, e.budget, (b) => ({
        ...b,
        issued: earlier(b.issued, {
          ...statementOf(e),
          year: e.year,
          fiscal: e.fiscal,
          planItem: e.planItem,
          deviation: e.deviation,
          amount: e.amount,
          considered: e.considered
        })
      }))
    case "BudgetCopied":
      return budget(d, shared, e.budget, (b) => ({ ...b, copies: told(b.copies, { ...statementOf(e), to: e.to }) }))
    case "KeyListed":
      return dated(d, "keyList", shared, e, true)
    case "KeyDelisted":
      return dated(d, "keyList", shared, e, false)
    case "ProvincialKeyDesignated":
      return dated(d, "designations", shared, e, true)
    case "ProvincialKeyEnded":
      return dated(d, "designations", shared, e, false)
    case "ImplementationCoordinated":
      d.coordinations = told(d.coordinations, statementOf(e))
      return
    case "ImplementationSupervised":
      d.supervisions = told(d.supervisions, statementOf(e))
      return
    case "TimetableIssued": {
      const row = { ...statementOf(e), id: e.timetable, due: e.due, until: e.until, document: e.document }
      put(
        own(d, "timetables", shared),
        byId(e.timetable),
        () => row,
        (t) => earlier(t, row)
      )
      return
    }
    case "Judged": {
      const row = {
        ...statementOf(e),
        id: e.id,
        norm: e.norm,
        instance: e.instance,
        outcome: e.outcome,
        reason: e.reason
      }
      put(
        own(d, "judgements", shared),
        byId(e.id),
        () => row,
        (j) => j
      )
      return
    }
    default:
      return fileCompleted(d, e, shared)
  }
}
