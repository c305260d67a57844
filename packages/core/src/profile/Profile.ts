import { defaultReadings, type ReadingId, type Readings } from "../regulation/Norm.ts"
import type { Text } from "../regulation/Text.ts"
import type { LocalNorm } from "./LocalNorm.ts"
import type { Entry, ParameterId, Parameters, Source } from "./Parameter.ts"

/** What a deployment adds to the text: readings, values for what the Measures leave open, local norms, each with its source. */
export interface Profile {
  /** Its name in every answer, with its version. */
  readonly id: string
  /** Changes with every change of what it says. */
  readonly version: string
  /** For people. */
  readonly title: Text
  /** The layers it was composed of, lowest first; empty for the text alone. */
  readonly layers: ReadonlyArray<{ readonly id: string; readonly version: string }>
  /** How each open question is read. */
  readonly readings: Readings
  /** The document of the layer that chose a reading, be it the recommended one; absent where no layer chose. */
  readonly chosenBy?: { readonly [R in ReadingId]?: Source } | undefined
  /** What the Measures leave open, as somebody fixed it; what is not set stays open. */
  readonly parameters: { readonly [P in ParameterId]?: ReadonlyArray<Entry<Parameters[P]>> | undefined }
  /** The norms that local documents add. */
  readonly localNorms: ReadonlyArray<LocalNorm>
}

/** The Measures alone: no invented day, every open question read as the analysis recommends. */
export const textOnly: Profile = {
  id: "text-only",
  version: "1",
  title: { zh: "仅依《办法》原文", en: "Text of the Measures only" },
  layers: [],
  readings: defaultReadings,
  parameters: {},
  localNorms: []
}

/** The same profile under another reading of one question, which no document chose: how sensitivity asks again. */
export const reading = <R extends keyof Readings>(profile: Profile, id: R, option: Readings[R]): Profile => ({
  ...profile,
  readings: { ...profile.readings, [id]: option },
  ...(profile.chosenBy?.[id] === undefined ? {} : { chosenBy: { ...profile.chosenBy, [id]: undefined } })
})
