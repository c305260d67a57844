import { profilesOf, someEntries, somePeriod } from "../record/profiles.ts"

/** Every option of every open question on which the norm about inspections depends; the first is the recommended one. */
export const readingOptions = { A35: ["map", "fixed"] } as const

const made = profilesOf({ "inspection.cycle": someEntries(somePeriod) }, readingOptions)

/** Profiles with random cycles that leave every reading at its default. */
export const defaultProfiles = made.plain

/** Profiles with random cycles and readings. */
export const profiles = made.any
