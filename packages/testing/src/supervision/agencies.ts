import type { CivilDate } from "@banfa/core/civil"

const day = (text: string): CivilDate => text as CivilDate
const from = day("2000-01-01")
const regions = { province: "440000", city: "440100", county: "440106" } as const
/** The level of which an inspection is. */
export type Level = "province" | "city" | "county"

const offices: ReadonlyArray<readonly [id: string, office: string, level: Level, from: CivilDate, until?: CivilDate]> =
  [
    ["p-supervisor", "supervision", "province", from],
    ["supervisor", "supervision", "city", from, day("2026-08-31")],
    ["supervisor-2", "supervision", "city", day("2026-09-01")],
    ["c-supervisor", "supervision", "county", from],
    ["info", "info", "city", from],
    ["drc", "investment", "city", from],
    ["fin", "finance", "city", from],
    ["health", "organ", "city", from, day("2026-12-31")],
    ["health-2", "organ", "city", day("2027-01-01")],
    ["c-info", "info", "county", from],
    ["c-health", "organ", "county", from]
  ]

/** A small directory as data: supervision departments of three levels, that of the city succeeded in 2026, the authorities and organs that they inspect, and an agency without any grant. */
export const agencies = {
  version: "sample-supervision-1",
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
  successions: [
    { predecessor: "supervisor", successor: "supervisor-2", on: day("2026-09-01") },
    { predecessor: "health", successor: "health-2", on: day("2027-01-01") }
  ]
}

/** Every agency of the directory, and one that it does not know. */
export const anybody: ReadonlyArray<string> = [...agencies.agencies.map(({ id }) => id), "unheard-of"]

/** The region of a level. */
export const regionOf = (level: Level): string => regions[level]

/** The supervision department of a level on a day. */
export const supervisorOn = (level: Level, on: CivilDate): string => {
  if (level !== "city") return level === "province" ? "p-supervisor" : "c-supervisor"
  return on < "2026-09-01" ? "supervisor" : "supervisor-2"
}

/** Who an organ has become by a day. */
export const organOn = (organ: string, on: CivilDate): string => {
  const { successions } = agencies
  return successions.find((s) => s.predecessor === organ && s.on <= on)?.successor ?? organ
}
