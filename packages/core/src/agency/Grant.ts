import type { Holding, Succession } from "./Agency.ts"

/** On what it rests that an agency holds an office on a day. */
export interface Grant {
  /** The holding as it was entered: of the agency itself, or of an agency that it has succeeded. */
  readonly holding: Holding
  /** The region for which it is held on the day, under the code of that day; under the code of the entry where the day of its change is not known. */
  readonly region: string
  /** The successions through which it came to the agency, the first one first. */
  readonly successions: ReadonlyArray<Succession>
}
