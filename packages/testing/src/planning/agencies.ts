import type { CivilDate } from "@banfa/core/civil"

const day = (text: string): CivilDate => text as CivilDate
const from = day("2000-01-01")

/** The areas of the samples: the province, a city, a county-level district of it, and a city without counties. */
export const areas = { province: "440000", city: "440100", county: "440106", plain: "441900" } as const
/** Where a sample plan belongs. */
export type Area = keyof typeof areas
/** The offices that act on a plan. */
export type Acting = "info" | "planning" | "government"

const offices: ReadonlyArray<readonly [id: string, office: string, area: Area, from: CivilDate, until?: CivilDate]> = [
  ["p-info", "info", "province", from],
  ["p-info-2", "info", "province", day("2026-09-01")],
  ["p-planning", "planning", "province", from],
  ["p-government", "government", "province", from],
  ["p-health", "organ", "province", from],
  ["p-health-2", "organ", "province", day("2027-01-01")],
  ["info", "info", "city", from],
  ["planning", "planning", "city", from],
  ["planning-2", "planning", "city", day("2026-06-01")],
  ["government", "government", "city", from],
  ["health", "organ", "city", from],
  ["c-info", "info", "county", from],
  ["c-planning", "planning", "county", from],
  ["c-government", "government", "county", from],
  ["d-info", "info", "plain", from],
  ["d-planning", "planning", "plain", from],
  ["d-government", "government", "plain", from],
  ["p-supervisor", "supervision", "province", from],
  ["supervisor", "supervision", "city", from]
]
const successions = [
  { predecessor: "p-info", successor: "p-info-2", on: day("2026-09-01") },
  { predecessor: "planning", successor: "planning-2", on: day("2026-06-01") },
  { predecessor: "p-health", successor: "p-health-2", on: day("2027-01-01") }
]
const successors = new Set(successions.map(({ successor }) => successor))

/** Departments that draft plans together with the one that leads, and an agency that nobody ever granted anything. */
const others = ["finance", "education", "stranger"]

/** A small directory as data: the authorities of a province, a city, a district and a city without counties, some succeeded in the course of time. */
export const agencies = {
  version: "sample-planning-agencies-1",
  agencies: [...offices.map(([id]) => id), ...others].map((id) => ({
    id,
    name: { zh: `${id}（示例）`, en: `${id} (sample)` },
    region: areas[offices.find((o) => o[0] === id)?.[2] ?? "city"]
  })),
  // What a successor holds it holds by succession.
  holdings: offices
    .filter(([agency]) => !successors.has(agency))
    .map(([agency, office, area, start]) => ({ agency, office, region: areas[area], from: start })),
  successions
}

/** Every agency of the sample directory, and one that it does not know. */
export const anybody: ReadonlyArray<string> = [...agencies.agencies.map(({ id }) => id), "unheard-of"]

/** Who has taken over from an agency by a day. */
const current = (agency: string, on: CivilDate): string =>
  successions.find(({ on: passes, predecessor }) => predecessor === agency && passes <= on)?.successor ?? agency

/** The agency that holds an office for an area on a day. */
export const holderOn = (office: Acting, area: Area, on: CivilDate): string => {
  const found = offices.find(([id, o, a]) => o === office && a === area && !successors.has(id))?.[0]
  return found === undefined ? "unheard-of" : current(found, on)
}

/** The provincial organ of the samples on a day. */
export const organOn = (on: CivilDate): string => current("p-health", on)

/** Another area than the plan's. */
export const otherThan = (area: Area): Area => (area === "city" ? "county" : "city")
