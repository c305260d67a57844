import type { Directory } from "../agency/Directory.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Quarter } from "../civil/Quarter.ts"
import type { Text } from "../regulation/Text.ts"
import type { Profile } from "./Profile.ts"

/** A period of calendar days, or of working days where a host's calendar knows them. The day it counts from is not counted. */
export type Period = number | { readonly workdays: number }

/** When the provincial investment authority wants the report for a quarter: a period after its last day, or a day for each quarter. @article 12 */
export type Timetable = Period | { readonly [quarter: Quarter]: CivilDate }

/** What is to be reached step by step (逐步), each measured as a share of a whole. @article 15 @article 21 */
export type ProgressTrack = "office-automation" | "document-transmission" | "matters" | "approval"

/** What a document asks of progressive duties: a share to be reached by a day, and how long nothing may move before it is remarked on. */
export interface Milestones {
  /** In days, from the last step. */
  readonly horizon?: number | undefined
  /** By which day which share of a track is to be reached, in hundredths. */
  readonly steps?:
    | ReadonlyArray<{ readonly track: ProgressTrack; readonly by: CivilDate; readonly percent: number }>
    | undefined
}

/** What the Measures leave open, by the norm that leaves it: only what an evaluated norm reads can be set. */
export interface Parameters {
  /** From the submission of a plan for review. @article 6 @article 8 */
  readonly "planReview.within": Period
  /** From the beginning of the drafting of a departmental plan. @article 7 */
  readonly "filing.within": Period
  /** From the application for establishment. @article 10 */
  readonly "opinionRequest.within": Period
  /** From the request for an opinion. @article 10 */
  readonly "opinion.within": Period
  /** From the first investment decision. @article 11 */
  readonly "investmentFiling.within": Period
  /** After the day on which the annual budget is issued. @article 11 */
  readonly "budgetCopy.graceDays": Period
  /** After the last day of the quarter. @article 12 */
  readonly "quarterlyReport.dueRule": Period
  /** After the time for the report. @article 12 */
  readonly "quarterlyReport.copyGraceDays": Period
  /** For projects on the provincial key list. @article 12 */
  readonly "keyProject.timetable": Timetable
  /** What progressive duties are to reach by when, and how long they may stand still. @article 15 @article 21 */
  readonly "progress.milestones": Milestones
  /** From the last update of the data. @article 16 */
  readonly "resource.updateCycle": Period
  /** From the day on which the information was produced. @article 20 @article 22 */
  readonly "publication.within": Period
  /** From the day on which a complaint came in. @article 21 */
  readonly "complaint.within": Period
  /** After the day of the application. @article 31 */
  readonly "exAnteSubmission.graceDays": Period
  /** From the application for establishment. @article 31 */
  readonly "exAnte.within": Period
  /** From the completion of the works. @article 32 */
  readonly "completionReport.within": Period
  /** From the beginning of operation, then from each application assessment; shown, never overdue. @article 33 */
  readonly "applicationAssessment.cycle": Period
  /** From the day on which the resource is tagged as one to be integrated. @article 23 */
  readonly "integration.within": Period
  /** From the day on which catalogue and agreement are both in force. @article 24 */
  readonly "declaration.within": Period
  /** From the listing in the provincial catalogue. @article 26 */
  readonly "interface.within": Period
  /** From the request to store a database oneself. @article 27 */
  readonly "storageException.within": Period
  /** From the request to share; shown, never overdue. @article 28 */
  readonly "sharing.within": Period
  /** Content items that an assessment has to cover beside the six of the sentence. @article 30 */
  readonly "assessment.content": ReadonlyArray<string>
  /** Relations to a project that keep an assessor from assessing it, beside those that the library knows. @article 30 */
  readonly "assessment.interests": ReadonlyArray<string>
  /** From the last inspection of an organ; shown, never overdue. @article 35 */
  readonly "inspection.cycle": Period
}
/** The name of a parameter. */
export type ParameterId = keyof Parameters
/** The parameters whose value is a plain period. */
export type PeriodParameter = { [P in ParameterId]: Parameters[P] extends Period ? P : never }[ParameterId]

/** The document that fixes a value. Nobody invents one: a sample says that it is a sample. */
export interface Source {
  /** The document, by its title and number. */
  readonly title: Text
  /** Whether anybody has checked it against the original; a sample is made up. */
  readonly status: "sample" | "unverified" | "verified"
}

/** A value that somebody fixed: by which document, from which day, until which day, for which region and below. */
export interface Entry<A = unknown> {
  /** What was fixed. */
  readonly value: A
  /** The document that fixed it. */
  readonly source: Source
  /** The first day on which it is in force. */
  readonly from: CivilDate
  /** The last day; absent: without end. */
  readonly until?: CivilDate | undefined
  /** The region for which it was fixed, and all below it; absent: everywhere. */
  readonly region?: string | undefined
}

/** A norm of a local document: never one of the Measures, and named so that nobody can take it for one. */
export type LocalNormId = `local:${string}`

/** Whether an entry is for a region: for everywhere, or for one in which the region lies on the day. */
const isFor = (
  { directory }: { readonly directory: Directory },
  { region: its }: Entry,
  region: string | undefined,
  on: CivilDate
): boolean => its === undefined || (region !== undefined && directory.within(region, its, on) === true)

/** The entry by which a document fixes a value for a subject of a region, whatever the day from which it does; of several the last in force. */
export const fixedBy = (
  ctx: { readonly profile: Profile; readonly directory: Directory; readonly asOf: CivilDate },
  id: ParameterId,
  region: string | undefined
): Entry | undefined => {
  const entries: ReadonlyArray<Entry> = ctx.profile.parameters[id] ?? []
  return entries
    .filter((entry) => isFor(ctx, entry, region, ctx.asOf))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1)
}

/**
 * The entry in force on a day for a subject of a region. A parameter applies to duties that arise while it is in force;
 * of several entries the one that took force last wins, and of two of one day the later in the list.
 */
export const parameter = <P extends ParameterId>(
  ctx: { readonly profile: Profile; readonly directory: Directory },
  id: P,
  on: CivilDate,
  region: string | undefined
): Entry<Parameters[P]> | undefined => {
  const entries = ctx.profile.parameters[id] as ReadonlyArray<Entry<Parameters[P]>> | undefined
  if (entries === undefined) return undefined
  let found: Entry<Parameters[P]> | undefined
  for (const e of entries) {
    if (e.from > on || (e.until !== undefined && on > e.until)) continue
    if (!isFor(ctx, e, region, on)) continue
    if (found === undefined || e.from >= found.from) found = e
  }
  return found
}
