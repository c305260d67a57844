import type { CivilDate } from "../civil/CivilDate.ts"
import { type Quarter, quarterNumber } from "../civil/Quarter.ts"
import type { Coverage } from "../verdict/Coverage.ts"
import { type Act, earlier, type Fact } from "../verdict/Fact.ts"
import type { Event, RecordSlice } from "./Event.ts"
import { moves } from "./Lifecycle.ts"
import { byId, once, put, told } from "./lists.ts"
import {
  type Application,
  type Baseline,
  type Budget,
  type Project,
  type Report,
  type Switch,
  unopened
} from "./Project.ts"

type Draft = { -readonly [K in keyof Project]: Project[K] }
type ListName =
  | "applications"
  | "budgets"
  | "reports"
  | "keyList"
  | "timetables"
  | "pauses"
  | "baselines"
  | "judgements"

/**
 * The case with one more fact in it. Slices that the fact does not touch stay the same objects: that is how advice knows which norms to
 * ask again. Total: any event in any position; a fact without its forerunners opens a stub and is never refused.
 */
export const evolve = (project: Project, event: Event): Project => {
  const draft: Draft = { ...project }
  apply(draft, event, true)
  return draft
}

/** The case that these facts make, read in any order. */
export const fold = (id: string, events: ReadonlyArray<Event>): Project => {
  const draft: Draft = unopened(id)
  for (const event of events) apply(draft, event, false)
  return draft
}

/** A list of the draft's own: records are never written to, shared lists are copied before their first change. */
const own = <K extends ListName>(d: Draft, list: K, shared: boolean): Draft[K] => {
  if (shared) d[list] = (d[list] as ReadonlyArray<unknown>).slice() as unknown as Draft[K]
  return d[list]
}

const statement = (e: Event): Act => ({ on: e.on, by: e.by, with: e.with, ref: e.id, kind: e._tag })

const application = (d: Draft, shared: boolean, id: string, change: (a: Application) => Application): void =>
  put(
    own(d, "applications", shared),
    byId(id),
    () => ({ id, instance: `application/${id}`, schemes: [], requests: [], opinions: [] }),
    change
  )
const budget = (d: Draft, shared: boolean, id: string, change: (b: Budget) => Budget): void =>
  put(own(d, "budgets", shared), byId(id), () => ({ id, instance: `budget/${id}`, copies: [] }), change)
const report = (d: Draft, shared: boolean, id: Quarter, change: (r: Report) => Report): void => {
  const quarter = quarterNumber(id)
  put(
    own(d, "reports", shared),
    (r) => r.quarter - quarter,
    () => ({ id, quarter, receipts: [], copies: [], corrections: [] }),
    change
  )
}
const dated = (d: Draft, list: "keyList" | "pauses", shared: boolean, e: Event, to: boolean): void => {
  const seq = String((e.seq ?? 0) + 1_000_000_000).padStart(10, "0")
  const id = `${e.on}#${seq}#${e.id}`
  put<Switch>(
    own(d, list, shared),
    byId(id),
    () => ({ id, ...statement(e), to }),
    (s) => s
  )
}
const baseline = (d: Draft, shared: boolean, e: Extract<Event, { readonly baseline?: unknown }>): void => {
  const b = e.baseline
  if (b === undefined || b === null || b === "n/a") return
  const row: Baseline = { id: `${e.on}#${e.id}`, ...statement(e), amount: b.amount, completeBy: b.completeBy }
  put<Baseline>(
    own(d, "baselines", shared),
    byId(row.id),
    () => row,
    (x) => x
  )
}
/** Two takeovers of one case: what either of them covers is covered, from the earlier day. */
const merged = (a: Coverage<RecordSlice> | undefined, b: Coverage<RecordSlice>): Coverage<RecordSlice> => {
  if (a === undefined) return b
  const out: { [S in RecordSlice]?: CivilDate | undefined } = { ...a }
  for (const slice of Object.keys(b) as Array<RecordSlice>) {
    const day = b[slice]
    const other = out[slice]
    if (day !== undefined && (other === undefined || day < other)) out[slice] = day
  }
  return out
}
const open = (d: Draft, e: Extract<Event, { readonly region: string }>): void => {
  const opened = earlier(d.opened as Fact<Act>, statement(e))
  if (opened.ref !== e.id) return
  d.opened = opened
  d.region = e.region
  d.organ = e.organ
  d.former = e._tag === "Drafted" ? e.former : undefined
}

const apply = (d: Draft, e: Event, shared: boolean): void => {
  const to = moves(e._tag)
  const seq = e.seq ?? 0
  const [day, order, ref] = d.since
  if (to !== undefined && (e.on > day || (e.on === day && (seq > order || (seq === order && e.id > ref))))) {
    d.position = to
    d.since = [e.on, seq, e.id]
  }
  switch (e._tag) {
    case "Drafted":
      return open(d, e)
    case "TakenOver":
      d.coverage = merged(d.coverage, e.coverage ?? {})
      return open(d, e)
    case "SchemeSubmitted":
      return application(d, shared, e.application, (a) => ({
        ...a,
        schemes: once(a.schemes, { ...statement(e), id: e.scheme, what: e.what, to: e.to, material: e.material })
      }))
    case "Applied":
      return application(d, shared, e.application, (a) => ({
        ...a,
        applied: earlier(a.applied, { ...statement(e), to: e.to })
      }))
    case "MateriallyChanged":
      baseline(d, shared, e)
      return application(d, shared, e.application, (a) => ({
        ...a,
        applied: earlier(a.applied, { ...statement(e), to: undefined }),
        former: earlier(a.former, { ...statement(e), of: e.former })
      }))
    case "Reapplied":
      return application(d, shared, e.application, (a) => ({
        ...a,
        former: earlier(a.former, { ...statement(e), of: e.former })
      }))
    case "OpinionRequested":
      return application(d, shared, e.application, (a) => ({
        ...a,
        requests: once(a.requests, { ...statement(e), id: e.request, instance: `request/${e.request}`, to: e.to })
      }))
    case "OpinionGiven":
    case "OpinionRevised":
      return application(d, shared, e.application, (a) => ({
        ...a,
        opinions: once(a.opinions, {
          ...statement(e),
          id: e.opinion,
          request: e.request,
          conclusion: e.conclusion,
          conditions: e.conditions,
          plan: e.plan,
          assessment: e.assessment
        })
      }))
    case "Approved":
      baseline(d, shared, e)
      return application(d, shared, e.application, (a) => ({
        ...a,
        decision: earlier(a.decision, {
          ...statement(e),
          approved: true,
          considered: e.considered,
          planItem: e.planItem,
          deviation: e.deviation,
          builder: e.builder,
          funding: e.funding,
          aims: e.aims,
          ranking: e.ranking
        })
      }))
    case "Rejected":
      return application(d, shared, e.application, (a) => ({
        ...a,
        decision: earlier(a.decision, {
          ...statement(e),
          approved: false,
          considered: e.considered,
          planItem: "n/a",
          deviation: "n/a",
          builder: "n/a",
          funding: "n/a",
          aims: "n/a",
          ranking: "n/a"
        })
      }))
    case "ReturnedForRevision":
    case "Withdrawn":
      return application(d, shared, e.application, (a) => ({ ...a, ended: earlier(a.ended, statement(e)) }))
    case "ConstructionStarted":
      d.started = earlier(d.started, statement(e))
      return
    case "ConstructionCompleted":
      d.completed = earlier(d.completed, statement(e))
      return
    case "Suspended":
      return dated(d, "pauses", shared, e, true)
    case "Resumed":
      return dated(d, "pauses", shared, e, false)
    case "InvestmentSettled":
    case "Cancelled":
      d.settled = earlier(d.settled, statement(e))
      return
    case "ProgressReported":
      return report(d, shared, e.period, (r) => ({
        ...r,
        receipts: told(r.receipts, { ...statement(e), to: e.to, amount: e.amount })
      }))
    case "ProgressCorrected":
      return report(d, shared, e.period, (r) => ({
        ...r,
        corrections: told(r.corrections, { ...statement(e), amount: e.amount, reason: e.reason })
      }))
    case "ReportCopied":
      return report(d, shared, e.period, (r) => ({ ...r, copies: told(r.copies, { ...statement(e), to: e.to }) }))
    case "InvestmentFiled":
      d.filings = told(d.filings, statement(e))
      return
    case "BudgetIssued":
      return budget(d, shared, e.budget, (b) => ({
        ...b,
        issued: earlier(b.issued, {
          ...statement(e),
          year: e.year,
          fiscal: e.fiscal,
          planItem: e.planItem,
          deviation: e.deviation,
          amount: e.amount
        })
      }))
    case "BudgetCopied":
      return budget(d, shared, e.budget, (b) => ({ ...b, copies: told(b.copies, { ...statement(e), to: e.to }) }))
    case "KeyListed":
      return dated(d, "keyList", shared, e, true)
    case "KeyDelisted":
      return dated(d, "keyList", shared, e, false)
    case "TimetableIssued": {
      const row = { ...statement(e), id: e.timetable, due: e.due, until: e.until, document: e.document }
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
        ...statement(e),
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
      return
  }
}
