import * as Result from "effect/Result"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Role } from "../regulation/Role.ts"
import { type Office, type RoleId, roles, type Scope } from "../regulation/roles.ts"
import type { Text } from "../regulation/Text.ts"
import type { AgencyKind, DirectoryData } from "./Agency.ts"
import { DirectoryInvalid } from "./DirectoryInvalid.ts"
import type { Grant } from "./Grant.ts"
import { heldForRegion, holdingRegionOn, type Movements, movementsOf } from "./holdingRegion.ts"
import { changesOf, covers, type Span, spansOf, successionsOf, vacanciesOf } from "./holdings.ts"
import { inspectDirectory } from "./inspectDirectory.ts"
import { within } from "./Region.ts"
import { regionName } from "./regionName.ts"
import { resemblance } from "./resemblance.ts"
import { turnsOf } from "./turns.ts"

/** Who holds which office for which region on which day. Knows only what a deployment granted; days are civil days in Asia/Shanghai. */
export interface Directory {
  /** Names the state of the data; every answer carries it. */
  readonly version: string
  /**
   * Whether an agency fills a role for a region on a day: `false` for a known agency which does not; `undefined` for an
   * agency that the directory does not know, or where the day of a change of regions is not known. A role filled by the
   * case (`builder`, …) is held only where a holding of that very office is entered.
   */
  holds(agency: string, role: RoleId, region: string, on: CivilDate): boolean | undefined
  /**
   * The region for which an agency holds an office on a day, the first by code when there are several (`holds` is exact);
   * `null` when it holds it for none, `undefined` for an unknown agency.
   */
  seat(agency: string, office: Office, on: CivilDate): string | null | undefined
  /** The agency that fills a role for a region on a day; `undefined` when none is known, or more than one is. */
  holder(role: RoleId, region: string, on: CivilDate): string | undefined
  /** Whether it is stated that nobody fills a role for a region on a day; silence about the office is not such a statement. */
  vacant(role: RoleId, region: string, on: CivilDate): boolean
  /** On what it rests that an agency fills a role for a region on a day; `undefined` where `holds` is not true. */
  grant(agency: string, role: RoleId, region: string, on: CivilDate): Grant | undefined
  /** Everything on which it rests that an agency holds an office on a day, by region; empty for an unknown agency. */
  grants(agency: string, office: Office, on: CivilDate): ReadonlyArray<Grant>
  /** The agency that an agency has become by a day; itself while nothing succeeded it. */
  successorOn(agency: string, on: CivilDate): string
  /** Whether a region lies within another, or is it, on a day; `undefined` where the codes or the day of a change are not known. */
  within(region: string, ancestor: string, on: CivilDate): boolean | undefined
  /**
   * What an agency is: as entered, or a government or department where it holds an office that only an administrative organ holds;
   * `undefined` where neither tells. @article 2
   */
  kind(agency: string): AgencyKind | undefined
  /**
   * The agency that an id looks like without being it: written in full-width or other letters, with capitals, spaces or signs without width.
   * For saying what a mistaken id may have meant; `undefined` for the id of an agency, and for what looks like none or like several.
   */
  resembled(id: string): string | undefined
  /** What an agency is called; an agency without an English name keeps its Chinese one. */
  name(agency: string): Text | undefined
  /** What a region is called; `undefined` for an unknown code. */
  regionName(region: string): Text | undefined
  /**
   * Every day on which an answer of this directory may be another one than on the day before, each once, in order: beginnings and ends of
   * holdings, successions, changes of regions. Between two of them it answers alike.
   */
  readonly turns: ReadonlyArray<CivilDate>
}

const province = "440000"
/** The offices that only an administrative organ holds, beside that of a people's government. */
const administrative: ReadonlyArray<Office> = [
  "organ",
  "info",
  "planning",
  "investment",
  "finance",
  "audit",
  "supervision"
]
const none: ReadonlyArray<Span> = []

/**
 * Builds a directory, or says everything that is wrong with its data: unknown or repeated ids, unknown regions, ends
 * before beginnings, circles of successors, two authorities for one office and region on one day.
 */
export const directory = (data: DirectoryData): Result.Result<Directory, DirectoryInvalid> => {
  const findings = inspectDirectory(data)
  return findings.length === 0 ? Result.succeed(build(data)) : Result.fail(new DirectoryInvalid({ findings }))
}

type Offices = ReadonlyMap<Office, ReadonlyArray<Span>>

const build = (data: DirectoryData): Directory => {
  const movements = movementsOf(changesOf(data))
  const spans = spansOf(data)
  const successions = successionsOf(data)
  const vacancies = vacanciesOf(data)
  const byOffice = grouped(spans, (span) => span.office)
  const ofAgency = grouped(spans, (span) => span.agency)
  const byAgency = new Map<string, Offices>(
    data.agencies.map(({ id }) => [id, grouped(ofAgency.get(id) ?? none, (span) => span.office)])
  )
  const names = new Map<string, Text>(
    data.agencies.map(({ id, name }) => [id, { zh: name.zh, en: name.en ?? name.zh }])
  )

  const kinds = new Map<string, AgencyKind | undefined>(data.agencies.map(({ id, kind }) => [id, kind]))
  let resembling: ReadonlyMap<string, string | undefined> | undefined

  const fills = (offices: Offices, role: Role, region: string, on: CivilDate): boolean | undefined => {
    const held = anyHeld(offices.get(role.office) ?? none, role.scope, region, on, movements)
    if (held === false || role.except === undefined) return held
    const excepted = anyHeld(offices.get(role.except) ?? none, "any", region, on, movements)
    return excepted === true ? false : excepted === undefined ? undefined : held
  }

  const holds: Directory["holds"] = (agency, role, region, on) => {
    const offices = byAgency.get(agency)
    return offices === undefined ? undefined : fills(offices, roles[role], region, on)
  }

  const grantOf = ({ holding, region, successions: through }: Span, on: CivilDate): Grant => ({
    holding,
    region: holdingRegionOn(region, on, movements) ?? region,
    successions: through
  })

  return {
    version: data.version,
    holds,
    seat: (agency, office, on) => {
      const offices = byAgency.get(agency)
      if (offices === undefined) return undefined
      let seat: string | null = null
      for (const span of offices.get(office) ?? none) {
        if (!covers(span, on)) continue
        const region = holdingRegionOn(span.region, on, movements)
        if (region !== null && (seat === null || (region ?? span.region) < seat)) seat = region ?? span.region
      }
      return seat
    },
    holder: (role, region, on) => {
      let found: string | undefined
      for (const span of byOffice.get(roles[role].office) ?? none) {
        if (span.agency === found || !covers(span, on) || holds(span.agency, role, region, on) !== true) continue
        if (found !== undefined) return undefined
        found = span.agency
      }
      return found
    },
    vacant: (role, region, on) =>
      vacancies.some(
        (one) =>
          one.office === roles[role].office &&
          covers(one, on) &&
          heldInScope(one.region, roles[role].scope, region, on, movements) === true
      ),
    grant: (agency, role, region, on) => {
      if (holds(agency, role, region, on) !== true) return undefined
      const { office, scope } = roles[role]
      const span = byAgency
        .get(agency)
        ?.get(office)
        ?.find((one) => covers(one, on) && heldInScope(one.region, scope, region, on, movements) === true)
      return span === undefined ? undefined : grantOf(span, on)
    },
    grants: (agency, office, on) =>
      (byAgency.get(agency)?.get(office) ?? none)
        .filter((span) => covers(span, on) && holdingRegionOn(span.region, on, movements) !== null)
        .map((span) => grantOf(span, on)),
    successorOn: (agency, on) => {
      let current = agency
      for (;;) {
        const passes = successions.get(current)
        if (passes === undefined || on < passes.on) return current
        current = passes.successor
      }
    },
    within: (region, ancestor, on) => within(region, ancestor, on, movements.changes),
    kind: (agency) => {
      const entered = kinds.get(agency)
      const offices = byAgency.get(agency)
      if (entered !== undefined || offices === undefined) return entered
      if (offices.has("government")) return "government"
      return administrative.some((office) => offices.has(office)) ? "department" : undefined
    },
    resembled: (id) => {
      if (names.has(id)) return undefined
      resembling ??= resemblances(names.keys())
      return resembling.get(resemblance(id))
    },
    name: (agency) => names.get(agency),
    regionName,
    turns: turnsOf(data)
  }
}

/** The ids by what they look like; where several look alike, none. */
const resemblances = (ids: Iterable<string>): ReadonlyMap<string, string | undefined> => {
  const found = new Map<string, string | undefined>()
  for (const id of ids) {
    const look = resemblance(id)
    found.set(look, found.has(look) ? undefined : id)
  }
  return found
}

const grouped = <K>(spans: ReadonlyArray<Span>, key: (span: Span) => K): ReadonlyMap<K, ReadonlyArray<Span>> => {
  const groups = new Map<K, Array<Span>>()
  for (const span of spans) {
    const group = groups.get(key(span))
    if (group === undefined) groups.set(key(span), [span])
    else group.push(span)
  }
  return groups
}

const anyHeld = (
  spans: ReadonlyArray<Span>,
  scope: Scope,
  region: string,
  on: CivilDate,
  movements: Movements
): boolean | undefined => {
  let open = false
  for (const span of spans) {
    if (!covers(span, on)) continue
    const held = heldInScope(span.region, scope, region, on, movements)
    if (held === true) return true
    if (held === undefined) open = true
  }
  return open ? undefined : false
}

const heldInScope = (
  entered: string,
  scope: Scope,
  region: string,
  on: CivilDate,
  movements: Movements
): boolean | undefined => {
  if (scope === "provincial") return entered === province
  if (scope === "local" && entered === province) return false
  return heldForRegion(entered, region, on, movements)
}
