import { profilesOf, someEntries, somePeriod } from "../record/profiles.ts"

/** Every option of every open question on which the norms about application systems depend; the first is the recommended one. */
export const readingOptions = {
  A09b: ["chain", "provincial"],
  A18: ["either", "both"],
  A19: ["undetermined", "general"]
} as const

const made = profilesOf({ "resource.updateCycle": someEntries(somePeriod) }, readingOptions)

/** Profiles with random update cycles that leave every reading at its default. */
export const defaultProfiles = made.plain

/** Profiles with random update cycles and random readings. */
export const profiles = made.any
