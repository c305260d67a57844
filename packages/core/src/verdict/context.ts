import type { Directory } from "../agency/Directory.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import { noCalendar, type WorkingCalendar } from "../civil/WorkingCalendar.ts"
import { type Profile, textOnly } from "../profile/Profile.ts"
import { type Brought, surroundings } from "./Surroundings.ts"
import type { Context } from "./Verdict.ts"

/** A directory that grants nothing and knows nobody: whoever acts, the answer is unknown. */
export const emptyDirectory: Directory = {
  version: "empty",
  holds: () => undefined,
  seat: () => undefined,
  holder: () => undefined,
  vacant: () => false,
  grant: () => undefined,
  grants: () => [],
  successorOn: (agency) => agency,
  within: (region, ancestor) => (region === ancestor ? true : undefined),
  kind: () => undefined,
  resembled: () => undefined,
  name: () => undefined,
  regionName: () => undefined,
  turns: []
}

/** What an answer is asked with. Whatever is left out is unknown, never assumed. */
export interface Question extends Brought {
  /** The day during which the case is asked about. */
  readonly asOf: CivilDate
  /** By default the text of the Measures alone. */
  readonly profile?: Profile | undefined
  /** By default nobody is known. */
  readonly directory?: Directory | undefined
  /** By default no year is known. */
  readonly calendar?: WorkingCalendar | undefined
}

/** The context of a question: by default the text alone, an empty directory, no calendar, plans unknown. */
export const context = (question: Question): Context => ({
  asOf: question.asOf,
  profile: question.profile ?? textOnly,
  directory: question.directory ?? emptyDirectory,
  calendar: question.calendar ?? noCalendar,
  ...surroundings(question)
})
