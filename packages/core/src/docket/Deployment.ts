import * as Context from "effect/Context"
import type { Profile } from "../profile/Profile.ts"
import type { Context as Question } from "../verdict/Verdict.ts"

/** Who may enter facts, and from when to when; nobody else may. */
export interface Recorder {
  readonly id: string
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** What a deployment decides about its docket: the profile, the plans in force, and who may enter facts (nobody, unless named). */
export class Deployment extends Context.Service<
  Deployment,
  {
    readonly profile: Profile
    readonly plansInForce: Question["plansInForce"]
    readonly recorders: ReadonlyArray<Recorder>
  }
>()("@banfa/core/docket/Deployment") {}
