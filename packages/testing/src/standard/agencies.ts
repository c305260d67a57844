import type { CivilDate } from "@banfa/core/civil"

const day = (text: string): CivilDate => text as CivilDate
const from = day("2000-01-01")
const regions = { province: "440000", city: "440100" } as const

const offices: ReadonlyArray<
  readonly [id: string, office: string, level: keyof typeof regions, from: CivilDate, until?: CivilDate]
> = [
  ["p-info", "info", "province", from, day("2026-08-31")],
  ["p-info-2", "info", "province", day("2026-09-01")],
  ["p-drc", "investment", "province", from],
  ["p-fin", "finance", "province", from],
  ["p-audit", "audit", "province", from],
  ["p-supervisor", "supervision", "province", from],
  ["p-police", "organ", "province", from],
  ["info", "info", "city", from],
  ["drc", "investment", "city", from],
  ["fin", "finance", "city", from],
  ["audit", "audit", "city", from],
  ["supervisor", "supervision", "city", from],
  ["health", "organ", "city", from]
]

/** A small directory as data: the authorities of the province that art. 34 names, those of a city, and an agency without any grant. The provincial informatization authority is succeeded in 2026. */
export const agencies = {
  version: "sample-provincial-agencies-1",
  agencies: [...offices.map(([id, , level]) => [id, regions[level]] as const), ["stranger", "440100"] as const].map(
    ([id, region]) => ({ id, name: { zh: `${id}（示例）`, en: `${id} (sample)` }, region })
  ),
  holdings: offices.map(([agency, office, level, start, until]) => ({
    agency,
    office,
    region: regions[level],
    from: start,
    ...(until === undefined ? {} : { until })
  })),
  successions: [{ predecessor: "p-info", successor: "p-info-2", on: day("2026-09-01") }]
}

/** Every agency of the directory, and one that it does not know. */
export const anybody: ReadonlyArray<string> = [...agencies.agencies.map(({ id }) => id), "unheard-of"]

/** The provincial informatization authority on a day. */
export const provinceOn = (on: CivilDate): string => (on < "2026-09-01" ? "p-info" : "p-info-2")
