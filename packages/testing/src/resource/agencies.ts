import type { CivilDate } from "@banfa/core/civil"

const day = (text: string): CivilDate => text as CivilDate
const from = day("2000-01-01")

const offices: ReadonlyArray<
  readonly [id: string, office: string, region: string, from: CivilDate, until?: CivilDate]
> = [
  ["p-info", "info", "440000", from, day("2026-08-31")],
  ["p-info-2", "info", "440000", day("2026-09-01")],
  ["centre", "datacenter", "440000", from],
  ["info", "info", "440100", from],
  ["supervisor", "supervision", "440100", from],
  ["health", "organ", "440100", from, day("2026-12-31")],
  ["health-2", "organ", "440100", day("2027-01-01")],
  ["police", "organ", "440100", from]
]

/** Agencies without an office of art. 22 to 28: a business department, a company that asks to share, and one that nobody granted anything. */
const others = ["records", "company", "stranger"]

/**
 * A small directory as data: the provincial authority with its successor, the data centre, the city's authority, two organs of the city, one
 * of them succeeded, a business department. Core's directory is built of it.
 */
export const agencies = {
  version: "sample-resource-agencies-1",
  agencies: [...new Set(offices.map(([id]) => id)), ...others].map((id) => ({
    id,
    name: { zh: `${id}（示例）`, en: `${id} (sample)` },
    region: offices.find((o) => o[0] === id)?.[2] ?? "440100"
  })),
  holdings: offices.map(([agency, office, region, start, until]) => ({
    agency,
    office,
    region,
    from: start,
    ...(until === undefined ? {} : { until })
  })),
  successions: [
    { predecessor: "p-info", successor: "p-info-2", on: day("2026-09-01") },
    { predecessor: "health", successor: "health-2", on: day("2027-01-01") }
  ]
}

/** Every agency of the sample directory, and one that it does not know. */
export const anybody: ReadonlyArray<string> = [...agencies.agencies.map(({ id }) => id), "unheard-of"]

/** The provincial authority on a day. */
export const provincialOn = (on: CivilDate): string => (on < "2026-09-01" ? "p-info" : "p-info-2")
/** The organ of the sample resource on a day. */
export const organOn = (on: CivilDate): string => (on < "2027-01-01" ? "health" : "health-2")
