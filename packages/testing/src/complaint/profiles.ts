import { profilesOf, someEntries, somePeriod } from "../record/profiles.ts"

/** Every option of every open question on which the norm about complaints depends; the first is the recommended one. */
export const readingOptions = { A21: ["whole", "first"] } as const

const made = profilesOf({ "complaint.within": someEntries(somePeriod) }, readingOptions)

/** Profiles with random periods that leave every reading at its default. */
export const defaultProfiles = made.plain

/** Profiles with random periods and readings. */
export const profiles = made.any
