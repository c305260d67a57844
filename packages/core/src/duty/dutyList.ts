import * as Arr from "effect/Array"
import * as Order from "effect/Order"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Source } from "../profile/Parameter.ts"
import type { RoleId } from "../regulation/Role.ts"
import { type Answer, basisOf } from "../verdict/Basis.ts"
import type { Duty } from "../verdict/Duty.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import { among, type Case, type Days, liesIn } from "./Case.ts"

/** Which duties are asked for. What is left out is not asked about; an empty query asks for all. */
export interface DutyQuery {
  /** Owed by this agency, alone or with others, by its id. */
  readonly bearer?: string | undefined
  /** Owed by whoever fills this role. */
  readonly role?: RoleId | undefined
  /** Of cases of this region or one below it. */
  readonly region?: string | undefined
  /** Of cases of this subject, `project`. */
  readonly subject?: string | undefined
  /** Under this norm. */
  readonly norm?: Verdict["norm"] | undefined
  /** Standing so. */
  readonly status?: ReadonlyArray<"Pending" | "DueUnspecified" | "Overdue" | "Breached"> | undefined
  /** Due on one of these days; what has no day, by the text or by a document, is then not meant. */
  readonly due?: Days | undefined
}

/** When a duty has to be done, the statutory term apart from a local one. */
export interface Term {
  /** The day that the Measures themselves fix; `undefined`: they fix none. */
  readonly statutory: CivilDate | undefined
  /** The day that a document fixes, with the document. */
  readonly local: { readonly day: CivilDate; readonly source: Source } | undefined
}

/** One open duty, whatever it is about. */
export interface DutyRow extends Duty {
  /** The subject, `project`. */
  readonly subject: string
  /** The id of the case. */
  readonly case: string
  /** The code of the region of the case. */
  readonly region: string | undefined
  /** When it has to be done. */
  readonly term: Term
}

/** The answer to *who owes what, over all cases?* */
export interface DutyList extends Answer {
  /** What is due first comes first; what has no day stands last, in the order of the cases. */
  readonly rows: ReadonlyArray<DutyRow>
}

const termOf = ({ due, entry }: Verdict): Term => ({
  statutory: entry === undefined ? due : undefined,
  local: entry === undefined || due === undefined ? undefined : { day: due, source: entry.source }
})

const meant = ({ bearers, verdict: v }: Duty, { bearer, due, norm, role, status }: DutyQuery): boolean =>
  (norm === undefined || v.norm === norm) &&
  (status === undefined || status.some((one) => one === v.status)) &&
  (due === undefined || (v.due !== undefined && among(due, v.due))) &&
  ((bearer === undefined && role === undefined) ||
    bearers.some((b) => (bearer === undefined || b.agency === bearer) && (role === undefined || b.role === role)))

const noDay = "9999-12-31"

/**
 * What is owed during the day asked over cases of any subjects: the inbox of an agency, the follow-up list of a region. Read from the
 * verdicts, stored nowhere; a case outside the query is not judged.
 */
export const dutyList = (cases: Iterable<Case>, query: DutyQuery, ctx: Context): DutyList => {
  const rows: Array<DutyRow> = []
  for (const one of cases) {
    if (query.subject !== undefined && one.subject !== query.subject) continue
    if (!liesIn(one, query.region, ctx)) continue
    for (const duty of one.duties(ctx).duties) {
      if (!meant(duty, query)) continue
      rows.push({ ...duty, subject: one.subject, case: one.id, region: one.region, term: termOf(duty.verdict) })
    }
  }
  return { rows: Arr.sortWith(rows, ({ verdict: { due = noDay } }) => due, Order.String), basis: basisOf(ctx) }
}
