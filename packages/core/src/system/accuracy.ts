/** Errors in the information of a system: which are open, since when, and until when others were. @article 16 */
import type { CivilDate } from "../civil/CivilDate.ts"
import { type Act, byDay, earlier, known, latest } from "../verdict/Fact.ts"
import { commencement } from "../verdict/Rule.ts"
import { earliest, laterOf } from "../verdict/recurring.ts"
import type { Interval } from "../verdict/Verdict.ts"
import type { View } from "./Rule.ts"
import type { ConfirmedError } from "./System.ts"

/** What the confirmed errors come to on a day. */
export interface Accuracy {
  /** The confirmation of the error that has been open longest. */
  readonly opened: Act | undefined
  /** The last correction. */
  readonly corrected: Act | undefined
  /** From when until when errors were open that are corrected now. */
  readonly intervals: ReadonlyArray<Interval> | undefined
}

/** The first correction that came after the confirmation, or on its day. */
const correctionOf = ({ confirmed, corrections }: ConfirmedError): Act | undefined =>
  known(confirmed) ? corrections.find(({ on }) => on >= confirmed.on) : undefined

/** The errors of a system as they stand on a day; with the system itself they end. */
export const accuracy = (s: View<"errors" | "retired">, on: CivilDate): Accuracy => {
  let opened: Act | undefined
  const corrections: Array<Act> = []
  const ended: Array<Act & { readonly until: CivilDate }> = []
  const end = known(s.retired) && s.retired.on <= on ? s.retired.on : undefined
  for (const error of s.errors) {
    const { confirmed } = error
    if (!known(confirmed)) continue
    const correction = correctionOf(error)
    if (correction !== undefined) corrections.push(correction)
    const until = earliest(end, correction?.on)
    if (until === undefined) opened = earlier(opened, confirmed)
    else ended.push({ ...confirmed, until })
  }
  const intervals = ended.sort(byDay).flatMap(({ until, ...act }): ReadonlyArray<Interval> => {
    const from = laterOf(act.on, commencement)
    return from < until ? [{ status: "Breached", from, until, act }] : []
  })
  return { opened, corrected: latest(corrections), intervals: intervals.length === 0 ? undefined : intervals }
}
