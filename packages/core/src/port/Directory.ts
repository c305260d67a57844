/** The port behind which the agency directory is kept. @module */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Directory as AgencyDirectory } from "../agency/Directory.ts"
import type { StorageUnavailable } from "./StorageUnavailable.ts"

/**
 * Who holds which office, from wherever a host keeps it. What is handed out is whole and does not change under a decision: all grants with
 * their dates, and a version that every answer names.
 *
 * Guarantees, in the order in which the conformance suite of `@banfa/testing/directory` tests them:
 *
 * 1. *Answers.* It answers like the plain `directory` of the same data. What nobody has granted is denied, and an agency is known by its exact id.
 * 2. *Whole.* What was handed out does not change, whatever becomes of its source.
 * 3. *Versions.* It names a version, the same as long as the source holds the same, and another one as soon as it holds something else.
 * 4. *Age.* It says how old an answer may be at most, and never gives an older one: it reads its source anew, or fails.
 * 5. *Nonsense.* Data that contradict themselves never become the directory.
 * 6. *Gone.* While its source is gone it gives what it has read before for as long as its age allows, or fails with `StorageUnavailable`. When
 *    the source is back, so is the directory.
 */
export class Directory extends Context.Service<
  Directory,
  {
    /** The directory as it stands now. */
    readonly current: Effect.Effect<AgencyDirectory, StorageUnavailable>
  }
>()("@banfa/core/port/Directory") {
  /** A directory that is given once. */
  static readonly layerMemory = (directory: AgencyDirectory): Layer.Layer<Directory> =>
    Layer.succeed(Directory, Directory.of({ current: Effect.succeed(directory) }))
}
