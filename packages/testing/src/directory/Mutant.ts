/**
 * A directory that is broken in one way: a suite that does not find it out is not worth running.
 */
import type { DirectoryData } from "@banfa/core/agency"
import type { Directory } from "@banfa/core/port/Directory"
import * as Effect from "effect/Effect"
import type { Guarantee } from "./Check.ts"
import type { Means, Source } from "./Means.ts"

/** One way to break a directory. */
export interface Mutant {
  /** What the broken directory does, as the end of the sentence "a directory that …". */
  readonly name: string
  /** The guarantee that it breaks: its checks find it out, and those of no other. */
  readonly breaks: Guarantee
  /** The guarantees that cannot but break with it, each with the reason; their checks find it out as well. */
  readonly alsoBreaks: Readonly<Partial<Record<Guarantee, string>>>
  /** The means of a sound directory, with the directory broken. */
  readonly of: (sound: Means) => Means
}

/** What a mutant knows of its source. */
interface Known {
  /** What the source holds. */
  readonly held: () => DirectoryData
  /** Whether it is away. */
  readonly isAway: () => boolean
  /** Whether the greatest age was passed since the source was last read, and how often it was. */
  readonly isOld: () => boolean
}

/** What a mutant makes of a sound directory, and of how its source is read. */
export type Change = (sound: Directory["Service"], known: Known) => Directory["Service"]

/** A mutant that answers otherwise. `begin` is called once for each adapter that is opened. */
export const mutant = (
  breaks: Guarantee,
  name: string,
  begin: () => Change,
  alsoBreaks: Mutant["alsoBreaks"] = {}
): Mutant => ({
  name,
  breaks,
  alsoBreaks,
  of: (sound) => ({
    begin: (data, options) =>
      Effect.map(sound.begin(data, options), (source) => broken(source, data, options?.away === true, begin()))
  })
})

const broken = (source: Source, data: DirectoryData, away: boolean, change: Change): Source => {
  let [held, isAway, isOld] = [data, away, away]
  const after = <E>(effect: Effect.Effect<void, E>, note: () => void) => Effect.tap(effect, () => Effect.sync(note))
  return {
    directory: change(source.directory, { held: () => held, isAway: () => isAway, isOld: () => isOld }),
    fill: (next) =>
      after(source.fill(next), () => {
        held = next
      }),
    readAnew: after(source.readAnew, () => {
      isOld &&= isAway
    }),
    grow: after(source.grow, () => {
      isOld = true
    }),
    takeAway: after(source.takeAway, () => {
      isAway = true
    }),
    giveBack: after(source.giveBack, () => {
      isAway = false
    })
  }
}
