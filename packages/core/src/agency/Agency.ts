import type { Brand } from "effect/Brand"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Office } from "../regulation/roles.ts"
import type { RegionChange, RegionCode } from "./Region.ts"

/** The id under which a host knows an agency: 1 to 64 characters, none of them a control character. */
export type AgencyId = string & Brand<"AgencyId">

/** What an agency is, as far as it matters to whom the Measures speak. @article 2 */
export type AgencyKind =
  | "government"
  | "department"
  | "affiliated-organ"
  | "authorized-organization"
  | "public-institution"
  | "party-organ"
  | "legislature"
  | "court"
  | "procuratorate"
  | "central-vertical-organ"
  | "enterprise"

/** An agency. `from` is the first and `until` the last day on which it exists; left out where that is open. */
export interface Agency {
  /** Unique in the directory. */
  readonly id: AgencyId
  /** The Chinese name in full; without an English one the Chinese stands in both languages. */
  readonly name: { readonly zh: string; readonly en?: string }
  /** The region whose agency it is. */
  readonly region: RegionCode
  /** What it is; left out, an office that only an administrative organ holds tells that it is one. @article 2 */
  readonly kind?: AgencyKind
  readonly from?: CivilDate
  readonly until?: CivilDate
}

/**
 * That an agency holds an office for a region, from the first day to the last (`until`, the day included). `source`
 * names the document that says so. @article 4
 */
export interface Holding {
  /** Who holds the office. */
  readonly agency: AgencyId
  /** The office: `info` covers `info.provincial`, `info.local` and `info.any`. */
  readonly office: Office
  /** The region for which it is held, exactly; nothing below it. */
  readonly region: RegionCode
  /** The first day. */
  readonly from: CivilDate
  readonly until?: CivilDate
  readonly source?: string
}

/** That one agency takes over from another: `on` is the first day of the successor. */
export interface Succession {
  /** The agency that gives way. */
  readonly predecessor: AgencyId
  /** The agency that takes over. */
  readonly successor: AgencyId
  readonly on: CivilDate
  /** The document that says so. */
  readonly source?: string
}

/**
 * That nobody holds an office for a region from the first day to the last, as a document states. Silence about an office says nothing; a
 * vacancy says that there is nobody. @article 34
 */
export interface Vacancy {
  /** The office that nobody holds. */
  readonly office: Office
  /** The region for which nobody holds it, exactly. */
  readonly region: RegionCode
  /** The first day. */
  readonly from: CivilDate
  /** The last day; left out where it is open. */
  readonly until?: CivilDate
  /** The document that says so. */
  readonly source?: string
}

/** What a deployment says about its agencies. Everything that it does not grant is denied. */
export interface DirectoryData {
  /** Names this state of the data; every answer carries it. */
  readonly version: string
  /** Every agency, those that exist no longer too. */
  readonly agencies: ReadonlyArray<Agency>
  /** Who holds which office, with dates. */
  readonly holdings: ReadonlyArray<Holding>
  /** Which agency took over from which. */
  readonly successions: ReadonlyArray<Succession>
  /** Offices that nobody holds, where that is stated. */
  readonly vacancies?: ReadonlyArray<Vacancy>
  /** Legal days of changes of regions, where a deployment has verified them. */
  readonly regionChanges?: ReadonlyArray<RegionChange>
}
