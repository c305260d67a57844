import type { Directory } from "../agency/Directory.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { WorkingCalendar } from "../civil/WorkingCalendar.ts"
import type { Entry, LocalNormId } from "../profile/Parameter.ts"
import type { Profile } from "../profile/Profile.ts"
import type { NormId, Status } from "../regulation/Norm.ts"
import type { Act } from "./Fact.ts"
import type { Surroundings } from "./Surroundings.ts"

/** A remark beside a status that an explanation can render; it is never a status of its own. */
export type Note =
  | "access-unanswered"
  | "after-the-decision"
  | "before-completion"
  | "co-drafter-missing"
  | "conflict-of-interest"
  | "content-item-missing"
  | "cycle-over"
  | "issued-by-another"
  | "no-assessment"
  | "no-criteria"
  | "no-co-organizer"
  | "not-an-assessment"
  | "not-an-organ"
  | "not-considered"
  | "not-construction"
  | "not-in-directory"
  | "not-jointly"
  | "nothing-submitted"
  | "part-of-documents"
  | "asked-unanswered"
  | "before-period"
  | "built-before"
  | "calendar-unknown"
  | "copy-missing"
  | "declared-judgement"
  | "deemed-consent"
  | "departs-from-opinion"
  | "departs-from-result"
  | "channel-closed"
  | "displaced"
  | "against-agreement"
  | "earlier-breach"
  | "earlier-scheme"
  | "earlier-version"
  | "elements-missing"
  | "eligible-refused"
  | "fallen"
  | "ground-for-deviation"
  | "handling-period-over"
  | "higher-supervision"
  | "judged"
  | "lapsed"
  | "link-removed"
  | "listed-by-another"
  | "no-resource"
  | "no-step"
  | "no-timetable"
  | "no-yardstick"
  | "filing-incomplete"
  | "filing-refused"
  | "no-provincial-plan"
  | "need-missing"
  | "no-timetable"
  | "not-received"
  | "not-registered"
  | "provincial-plan-over"
  | "refused-on-merits"
  | "not-by-construction-unit"
  | "not-by-supervision"
  | "not-inspected"
  | "opinion-not-explicit"
  | "other-body"
  | "other-channel"
  | "other-level"
  | "other-recipient"
  | "outside-guangdong"
  | "own-service"
  | "passed-over"
  | "platform-unavailable"
  | "reason-given"
  | "reason-missing"
  | "repealed"
  | "replaced-reply"
  | "self-closed"
  | "timetable-covers-part"
  | "under-way"
  | "withheld-published"

/** An interval of breach that stays on record although the state was put right later. */
export interface Interval {
  /** How it stood. */
  readonly status: Status
  /** The first day on which it stood so. */
  readonly from: CivilDate
  /** The first day on which it no longer stood. */
  readonly until: CivilDate
  /** The act that was not as provided. */
  readonly act?: Act | undefined
}

/** Where a norm gates an act: whether what the guard asks for holds. */
export type Gate = "met" | "unmet" | "unknown"

/** What a norm says about one instance: its status and the objects it rests on, by reference. No text is built here. */
export interface Ruling<S extends Status = Status> {
  /** A status of the force of the norm. */
  readonly status: S
  /** The fact that set the norm off. */
  readonly trigger?: Act | undefined
  /** The fact that answered it, or made the breach irreparable. */
  readonly act?: Act | undefined
  /** The day by which it is owed, where the text or the profile fixes one. */
  readonly due?: CivilDate | undefined
  /** Where no day is fixed, the last day after which it was certainly late. */
  readonly limit?: CivilDate | undefined
  /** The profile entry that fixes the day, or would fix it if everything were known; without one the Measures alone decide the time. */
  readonly entry?: Entry | undefined
  /** For `Undetermined`: the fact that would decide. */
  readonly missing?: string | undefined
  /** A remark beside the status. */
  readonly note?: Note | undefined
  /** The last day on which this ruling holds if nobody acts; absent where waiting changes nothing. */
  readonly stands?: CivilDate | undefined
  /** Where gate and blame differ; otherwise the gate follows from the status. */
  readonly gate?: Gate | undefined
  /** Under the chosen reading an unmet gate of this norm denies, although the norm itself only refers. */
  readonly bars?: true | undefined
  /** Of a breach: the act can still be done, and then counts as late or as put right. */
  readonly outstanding?: true | undefined
  /** What was not as provided before and was put right. */
  readonly intervals?: ReadonlyArray<Interval> | undefined
}

/** Identity is `(norm, subject, instance)`; the instance is named by the facts (`application/A1`, `quarter/2026-Q1`), never by position. */
export interface Verdict<S extends Status = Status> extends Ruling<S> {
  /** A norm of the Measures, or one that a layer of the profile added. */
  readonly norm: NormId | LocalNormId
  /** Id of the case, e.g. of the project. */
  readonly subject: string
  /** What of the case it is about; empty for the whole. */
  readonly instance: string
  /** The decision that the act precedes in law, where the act was entered only after that decision had been. */
  readonly precedes?: Act | undefined
}

/** Everything a rule may look at besides its case. `asOf` means *during* that day: a duty due today is pending. */
export interface Context extends Surroundings {
  /** The day asked about, in Asia/Shanghai. */
  readonly asOf: CivilDate
  /** How open questions are read, and what was fixed for what the Measures leave open. */
  readonly profile: Profile
  /** Who holds which office. */
  readonly directory: Directory
  /** Which days are worked. */
  readonly calendar: WorkingCalendar
}

/** Whether a ruling still asks somebody for something: in time, late, or although what was owed has been broken. */
export const open = ({ outstanding, status }: Pick<Ruling, "outstanding" | "status">): boolean =>
  status === "Pending" || status === "DueUnspecified" || status === "Overdue" || outstanding === true

/** Would an inspector write it down? */
export const adverse = (status: Status): boolean =>
  status === "Breached" || status === "Overdue" || status === "FulfilledLate" || status === "DoesNotQualify"
