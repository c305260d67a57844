import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { Delegation } from "../agency/Actor.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { StorageUnavailable } from "../port/StorageUnavailable.ts"
import type { Profile } from "../profile/Profile.ts"
import type { Brought } from "../verdict/Surroundings.ts"
import type { SurroundingSubject } from "./subjects.ts"

/** Who may enter facts, and from when to when; nobody else may. */
export interface Recorder {
  /** The id that commands carry as `by`. */
  readonly id: string
  /** The first day on which it may enter facts; absent: from the beginning. */
  readonly from?: string | undefined
  /** The last day on which it may; absent: without end. */
  readonly until?: string | undefined
}

/** Which of its own cases a docket lets surround the others. */
export interface Surrounded {
  /**
   * The subjects of which this docket keeps all cases that there are: what other cases have to know of plans, instruments or facilities is
   * read from them, as of the day asked and as known at the instant asked, and decisions are guarded by them. By default none. What the
   * host brings comes first.
   */
  readonly surroundedBy?: ReadonlyArray<SurroundingSubject> | undefined
  /**
   * Every civil day on which what the host itself brings of the surroundings is another than on the day before. Functions cannot say it; where
   * the host brings some and leaves this out, the index of duties is not relied on, and each case is asked.
   */
  readonly changesOn?: ReadonlyArray<CivilDate> | undefined
}

/** By whom people may speak for agencies in which they hold no post. */
export interface Entrusted {
  /** The delegations as they stand now, asked for every command of a person; by default there are none. A list that has changed is another list. */
  readonly delegations?: Effect.Effect<ReadonlyArray<Delegation>, StorageUnavailable> | undefined
}

/** What a deployment decides about its docket: the profile, what is known of the surroundings, and who may enter facts (nobody, unless named). */
export class Deployment extends Context.Service<
  Deployment,
  Brought & Surrounded & Entrusted & { readonly profile: Profile; readonly recorders: ReadonlyArray<Recorder> }
>()("@banfa/core/docket/Deployment") {}
