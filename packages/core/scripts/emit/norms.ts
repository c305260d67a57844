import type { Data } from "../Data.ts"
import { moduleOf, table } from "./table.ts"

/** `norms.ts`: what rules need of each norm, without a word of text. */
export const normsModule = ({ norms }: Data): string =>
  moduleOf(
    table(
      "norms",
      "The 94 norms of the Measures: article, strength, bearers, readings that bear on them. No texts: rules import this.",
      Object.fromEntries(
        norms.map((norm) => [
          norm.id,
          {
            article: norm.article,
            force: norm.force,
            modality: norm.modality,
            bearer: norm.bearer,
            readings: norm.ambiguities,
            detectability: norm.detectability,
            related: norm.related
          }
        ])
      )
    )
  )

/** `readings.ts`: the ids of the readings and of their options, and the default of each. */
export const readingsModule = ({ readings }: Data): string =>
  moduleOf(
    table(
      "readings",
      "The 59 points on which the text can be read in more than one way, with the option taken unless a profile chooses.",
      Object.fromEntries(
        readings.map((reading) => [
          reading.id,
          { default: reading.default, options: reading.options.map((option) => option.id) }
        ])
      )
    ),
    table(
      "defaults",
      "The option of each that the analysis recommends, for those who need no more than that.",
      Object.fromEntries(readings.map((reading) => [reading.id, reading.default]))
    )
  )
