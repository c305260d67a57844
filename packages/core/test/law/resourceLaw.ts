import { agencies, established, type Province, resourceId, surroundingsOf } from "@banfa/testing/resource"
import * as Result from "effect/Result"
import { directory } from "../../src/agency/Directory.ts"
import { parseDirectoryData } from "../../src/agency/DirectorySchema.ts"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import type { Profile } from "../../src/profile/Profile.ts"
import {
  type Context,
  caseAt,
  context,
  type Event,
  fold,
  type Resource,
  type Verdict,
  verdicts
} from "../../src/resource/index.ts"
import { now } from "./Law.ts"

/** The sample directory of resources. */
export const sample = Result.getOrThrow(directory(Result.getOrThrow(parseDirectoryData(agencies))))

/** What the histories are judged with: the sample directory, and what is known of the province. */
export const asked = (asOf: CivilDate, profile: Profile, province: Province = established): Context =>
  context({ asOf, profile, directory: sample, ...surroundingsOf(province) })

/** What the norms say of a case. */
export const says = (r: Resource, asOf: CivilDate, profile: Profile, province?: Province): ReadonlyArray<Verdict> =>
  verdicts(r, asked(asOf, profile, province)).verdicts

/** The case of some facts on a day, all entries known. */
export const onDay = (events: ReadonlyArray<Event>, asOf: CivilDate): Resource => caseAt(resourceId, events, asOf, now)

/** The case of some facts, all of them, corrections apart. */
export const folded = (events: ReadonlyArray<Event>): Resource => fold(resourceId, events)
