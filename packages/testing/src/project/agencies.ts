import type { CivilDate } from "@banfa/core/civil"

const day = (text: string): CivilDate => text as CivilDate

/** The levels at which a sample project can be examined: a city's, a county's, or a county's that applied to the province. */
export type Level = "city" | "county" | "province"
/** The offices that act in a project. */
export type Acting = "investment" | "info" | "finance" | "supervision" | "acceptance-body" | "appraiser"

const regionOf = { province: "440000", city: "440100", county: "440106" } as const

/** The level of the project itself: what the province examines in the samples is a county's project. */
export const ownLevel = (level: Level): Level => (level === "city" ? "city" : "county")

/** The region of the project itself. */
export const projectRegion = (level: Level): string => regionOf[ownLevel(level)]

const from = day("2000-01-01")
const offices: ReadonlyArray<readonly [id: string, office: string, level: Level, from: CivilDate, until?: CivilDate]> =
  [
    ["p-drc", "investment", "province", from],
    ["p-info", "info", "province", from],
    ["p-fin", "finance", "province", from],
    ["old-drc", "investment", "city", from, day("2026-02-28")],
    ["drc", "investment", "city", day("2026-03-01")],
    ["info", "info", "city", from, day("2026-08-31")],
    ["info-2", "info", "city", day("2026-09-01")],
    ["fin", "finance", "city", from],
    ["c-drc", "investment", "county", from],
    ["c-info", "info", "county", from],
    ["c-fin", "finance", "county", from],
    ["supervisor", "supervision", "city", from],
    ["c-supervisor", "supervision", "county", from],
    ["p-supervisor", "supervision", "province", from],
    ["acceptors", "acceptance-body", "city", from],
    ["c-acceptors", "acceptance-body", "county", from],
    ["p-acceptors", "acceptance-body", "province", from],
    ["appraisers", "appraiser", "city", from],
    ["c-appraisers", "appraiser", "county", from],
    ["p-appraisers", "appraiser", "province", from],
    ["health", "organ", "city", from, day("2026-12-31")],
    ["health-2", "organ", "city", day("2027-01-01")],
    ["c-health", "organ", "county", from]
  ]

/** Agencies that hold no office at all: construction units, third parties that assess, and one that nobody ever granted anything. */
const others = ["company", "company-2", "institute", "institute-2", "stranger"]

/**
 * A small directory as data: the province, a city and a county of it, two of the city's authorities and its organ succeeded in the course
 * of 2026, who accepts, who appraises, a third party that assesses, and an agency without any grant. Core's directory is built of it.
 */
export const agencies = {
  version: "sample-agencies-1",
  agencies: [...new Set(offices.map(([id]) => id)), ...others].map((id) => ({
    id,
    name: { zh: `${id}（示例）`, en: `${id} (sample)` },
    region: regionOf[offices.find((o) => o[0] === id)?.[2] ?? "city"]
  })),
  holdings: offices.map(([agency, office, level, start, until]) => ({
    agency,
    office,
    region: regionOf[level],
    from: start,
    ...(until === undefined ? {} : { until })
  })),
  successions: [
    { predecessor: "old-drc", successor: "drc", on: day("2026-03-01") },
    { predecessor: "info", successor: "info-2", on: day("2026-09-01") },
    { predecessor: "health", successor: "health-2", on: day("2027-01-01") },
    { predecessor: "company", successor: "company-2", on: day("2027-04-01") },
    { predecessor: "institute", successor: "institute-2", on: day("2026-11-01") }
  ]
}

/** Every agency of the sample directory, and one that it does not know. */
export const anybody: ReadonlyArray<string> = [...agencies.agencies.map(({ id }) => id), "unheard-of"]

/** The agency that holds an office at a level on a day. */
export const holderOn = (office: Acting, level: Level, on: CivilDate): string =>
  offices.find(([, o, l, start, until]) => o === office && l === level && start <= on && (until ?? on) >= on)?.[0] ??
  "unheard-of"

/** The responsible organ of a project of a level on a day. */
export const organOn = (level: Level, on: CivilDate): string =>
  level !== "city" ? "c-health" : on < "2027-01-01" ? "health" : "health-2"

/** The third party that assesses, on a day. */
export const instituteOn = (on: CivilDate): string => (on < "2026-11-01" ? "institute" : "institute-2")

/** Another level than the project's. */
export const otherThan = (level: Level): Level => (level === "city" ? "county" : "city")

/** The construction unit of the samples on a day. */
export const companyOn = (on: CivilDate): string => (on < "2027-04-01" ? "company" : "company-2")
