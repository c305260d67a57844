import * as Context from "effect/Context"
import type { Profile } from "../profile/Profile.ts"
import type { Surroundings } from "../verdict/Surroundings.ts"

/** Who may enter facts, and from when to when; nobody else may. */
export interface Recorder {
  /** The id that commands carry as `by`. */
  readonly id: string
  /** The first day on which it may enter facts; absent: from the beginning. */
  readonly from?: string | undefined
  /** The last day on which it may; absent: without end. */
  readonly until?: string | undefined
}

/** What a deployment decides about its docket: the profile, what is known of the surroundings, and who may enter facts (nobody, unless named). */
export class Deployment extends Context.Service<
  Deployment,
  Surroundings & { readonly profile: Profile; readonly recorders: ReadonlyArray<Recorder> }
>()("@banfa/core/docket/Deployment") {}
