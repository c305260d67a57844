/** The port behind which the agency directory is kept. @module */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Directory as AgencyDirectory } from "../agency/Directory.ts"
import type { StorageUnavailable } from "./StorageUnavailable.ts"

/**
 * Who holds which office, from wherever a host keeps it. What is handed out is whole and does not change under a decision: all grants with
 * their dates, and a version that every answer names.
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
