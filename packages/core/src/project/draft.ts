/** The case while facts are being filed in it, and how each list of it is written. */

import { type Quarter, quarterNumber } from "../civil/Quarter.ts"
import { byId, put } from "../verdict/lists.ts"
import { statementOf } from "../verdict/stated.ts"
import type { Event } from "./Event.ts"
import type { Acceptance, Application, Baseline, Budget, Project, Report, Switch } from "./Project.ts"

/** A case that is being filled: its own fields are written, the records and lists that it shares are not. */
export type Draft = { -readonly [K in keyof Project]: Project[K] }
type ListName =
  | "acceptances"
  | "assessments"
  | "operation"
  | "reviews"
  | "applications"
  | "budgets"
  | "reports"
  | "designations"
  | "keyList"
  | "timetables"
  | "pauses"
  | "baselines"
  | "judgements"
  | "moves"

/** A list of the draft's own: records are never written to, shared lists are copied before their first change. */
export const own = <K extends ListName>(d: Draft, list: K, shared: boolean): Draft[K] => {
  if (shared) d[list] = (d[list] as ReadonlyArray<unknown>).slice() as unknown as Draft[K]
  return d[list]
}

/** Changes one round of establishment. */
export const application = (d: Draft, shared: boolean, id: string, change: (a: Application) => Application): void =>
  put(
    own(d, "applications", shared),
    byId(id),
    () => ({ id, instance: `application/${id}`, schemes: [], requests: [], opinions: [] }),
    change
  )
/** Changes one annual budget. */
export const budget = (d: Draft, shared: boolean, id: string, change: (b: Budget) => Budget): void =>
  put(own(d, "budgets", shared), byId(id), () => ({ id, instance: `budget/${id}`, copies: [] }), change)
/** Changes the report on one quarter. */
export const report = (d: Draft, shared: boolean, id: Quarter, change: (r: Report) => Report): void => {
  const quarter = quarterNumber(id)
  put(
    own(d, "reports", shared),
    (r) => r.quarter - quarter,
    () => ({ id, quarter, receipts: [], copies: [], corrections: [] }),
    change
  )
}
/** Changes one acceptance. */
export const acceptance = (d: Draft, shared: boolean, id: string, change: (a: Acceptance) => Acceptance): void =>
  put(own(d, "acceptances", shared), byId(id), () => ({ id, instance: `acceptance/${id}` }), change)
/** Turns something on or off on the day of the act. */
export const dated = (
  d: Draft,
  list: "designations" | "keyList" | "operation" | "pauses",
  shared: boolean,
  e: Event,
  to: boolean
): void => {
  const seq = String((e.seq ?? 0) + 1_000_000_000).padStart(10, "0")
  const id = `${e.on}#${seq}#${e.id}`
  put<Switch>(
    own(d, list, shared),
    byId(id),
    () => ({ id, ...statementOf(e), to }),
    (s) => s
  )
}
/** Keeps a baseline; none is ever overwritten. */
export const baseline = (d: Draft, shared: boolean, e: Extract<Event, { readonly baseline?: unknown }>): void => {
  const b = e.baseline
  if (b === undefined || b === null || b === "n/a") return
  const row: Baseline = { id: `${e.on}#${e.id}`, ...statementOf(e), amount: b.amount, completeBy: b.completeBy }
  put<Baseline>(
    own(d, "baselines", shared),
    byId(row.id),
    () => row,
    (x) => x
  )
}
