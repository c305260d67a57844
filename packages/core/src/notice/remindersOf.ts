import { type CivilDate, dayNumber } from "../civil/CivilDate.ts"
import type { DutyRow } from "../duty/dutyList.ts"
import type { Notice } from "./Notice.ts"
import { noticeId } from "./noticeId.ts"

/** The shortest lead that has begun: of several that were missed only the one that still says something. */
const begun = (leads: ReadonlyArray<number>, left: number): number | undefined => {
  const reached = leads.filter((lead) => left <= lead)
  return reached.length === 0 ? undefined : Math.min(...reached)
}

/**
 * Who has to be reminded on a day: of what is due within one of the leads (days before its day, that day counts as 0), and of what is overdue.
 * Asked every day, a reminder has the same id every time, so that it is told once; asked late, it is told late, and once. What has no day is
 * never due soon.
 *
 * @param rows - What is owed on the day asked.
 * @param leads - How many days before, `[14, 3]`.
 * @param asOf - The day asked.
 */
export const remindersOf = (
  rows: ReadonlyArray<DutyRow>,
  leads: ReadonlyArray<number>,
  asOf: CivilDate
): ReadonlyArray<Notice> =>
  rows.flatMap((row) => {
    const { due, instance, norm, status } = row.verdict
    const late = status === "Overdue"
    const left = due === undefined ? undefined : dayNumber(due) - dayNumber(asOf)
    const lead = late || left === undefined || left < 0 ? undefined : begun(leads, left)
    if (!late && lead === undefined) return []
    const kind = late ? "overdue" : "due-soon"
    const parts = [norm, row.case, instance, due ?? "", ...(lead === undefined ? [] : [String(lead)])]
    return row.bearers.map(
      (to): Notice => ({
        id: noticeId({ kind, subject: row.subject, parts }, to),
        kind,
        case: { subject: row.subject, id: row.case },
        norm,
        instance,
        to,
        on: asOf,
        status,
        demanded: false,
        ...(due === undefined ? {} : { due }),
        ...(row.term.local === undefined ? {} : { localTerm: true })
      })
    )
  })
