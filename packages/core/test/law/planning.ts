import { agencies, planId, plansInForce } from "@banfa/testing/planning"
import { calendar } from "@banfa/testing/project"
import * as Result from "effect/Result"
import { directory } from "../../src/agency/Directory.ts"
import { parseDirectoryData } from "../../src/agency/DirectorySchema.ts"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import {
  type Context,
  caseAt,
  context,
  type Event,
  fold,
  type PlanVersion,
  type Verdict,
  verdicts
} from "../../src/planning/index.ts"
import type { Profile } from "../../src/profile/Profile.ts"
import { now } from "./Law.ts"

/** The sample directory of plans. */
export const sample = Result.getOrThrow(directory(Result.getOrThrow(parseDirectoryData(agencies))))

/** What the histories of plans are judged with. */
export const asked = (asOf: CivilDate, profile: Profile): Context =>
  context({ asOf, profile, directory: sample, calendar, plansInForce })

/** What the norms say of a plan. */
export const says = (p: PlanVersion, asOf: CivilDate, profile: Profile): ReadonlyArray<Verdict> =>
  verdicts(p, asked(asOf, profile)).verdicts

/** The plan of some facts on a day, all entries known. */
export const onDay = (events: ReadonlyArray<Event>, asOf: CivilDate): PlanVersion => caseAt(planId, events, asOf, now)

/** The plan of some facts, all of them, corrections apart. */
export const folded = (events: ReadonlyArray<Event>): PlanVersion => fold(planId, events)
