import type { Data } from "../Data.ts"
import { moduleOf, table } from "./table.ts"

/** `regionNames.ts`: what each region is called. */
export const regionNamesModule = ({ regionNames, regions }: Data): string =>
  moduleOf(
    `import type { Text } from "../regulation/Text.ts"`,
    table(
      "regionNames",
      "What each region is called. English for the province and its cities only; a county keeps its Chinese name.",
      Object.fromEntries(regions.map(({ code, name }) => [code, { zh: name, en: regionNames[code] ?? name }])),
      "{ readonly [code: string]: Text }"
    )
  )

/** `regions.ts`: the codes of Guangdong with the months of the lists between which each came and went. */
export const regionsModule = ({ regions }: Data): string =>
  moduleOf(
    `import type { Region } from "./Region.ts"`,
    table(
      "regions",
      "The province, its cities and its counties by code, from the county-and-above code lists (GB/T 2260) of 2003-12 to 2019-04.",
      Object.fromEntries(
        regions.map((row) => [
          row.code,
          {
            level: row.level,
            parent: row.parent,
            ...(row.firstListed === null ? {} : { appeared: [row.notYetListed, row.firstListed] }),
            ...(row.lastListed === null ? {} : { ceased: [row.lastListed, row.noLongerListed] }),
            ...(row.successors === undefined ? {} : { successors: row.successors })
          }
        ])
      ),
      "{ readonly [code: string]: Region }"
    )
  )
