/** Errors in the information of a system: which are open, since when, and until when others were. @article 16 */
import type { CivilDate } from "../civil/CivilDate.ts"
import { type Act, known } from "../verdict/Fact.ts"
import { commencement } from "../verdict/Rule.ts"
import { laterOf } from "../verdict/recurring.ts"
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
  let corrected: Act | undefined
  const intervals: Array<Interval> = []
  const end = known(s.retired) && s.retired.on <= on ? s.retired : undefined
  for (const error of s.errors) {
    const { confirmed } = error
    if (!known(confirmed)) continue
    const correction = correctionOf(error)
    if (correction !== undefined && (corrected === undefined || correction.on > corrected.on)) corrected = correction
    const until = end !== undefined && (correction === undefined || end.on < correction.on) ? end : correction
    if (until === undefined) {
      if (opened === undefined || confirmed.on < opened.on) opened = confirmed
    } else if (until.on > confirmed.on && until.on > commencement) {
      const from = laterOf(confirmed.on, commencement)
      intervals.push({ status: "Breached", from, until: until.on, act: confirmed })
    }
  }
  intervals.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return { opened, corrected, intervals: intervals.length === 0 ? undefined : intervals }
}
