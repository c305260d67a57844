import type { CivilDate } from "@banfa/core/civil"
import type { Milestones } from "@banfa/core/organ"
import fc from "fast-check"
import { profilesOf, someEntries, somePeriod } from "../record/profiles.ts"

/** Every option of every open question on which the norms about organs depend; the first is the recommended one. */
export const readingOptions = {
  A04: ["nearest", "none"],
  A06: ["record", "joint"],
  A20: ["map", "organ"],
  A21: ["whole", "first"],
  A35: ["map", "fixed"]
} as const

const milestones: fc.Arbitrary<Milestones> = fc.record(
  {
    horizon: fc.integer({ min: 10, max: 300 }),
    steps: fc.array(
      fc.record({
        track: fc.constantFrom<"office-automation" | "document-transmission" | "matters" | "approval">(
          "office-automation",
          "document-transmission",
          "matters",
          "approval"
        ),
        by: fc.constantFrom("2026-04-30", "2026-06-30", "2026-12-31", "2027-06-30").map((d) => d as CivilDate),
        percent: fc.constantFrom(25, 50, 100)
      }),
      { maxLength: 4 }
    )
  },
  { requiredKeys: [] }
)

const made = profilesOf(
  { "progress.milestones": someEntries(milestones), "publication.within": someEntries(somePeriod) },
  readingOptions
)

/** Profiles with random milestones and periods that leave every reading at its default. */
export const defaultProfiles = made.plain

/** Profiles with random milestones, periods and readings. */
export const profiles = made.any
