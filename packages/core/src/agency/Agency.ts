import type { Brand } from "effect/Brand"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Office } from "../regulation/roles.ts"
import type { RegionChange, RegionCode } from "./Region.ts"

/** The id under which a host knows an agency: 1 to 64 characters, none of them a control character. */
export type AgencyId = string & Brand<"AgencyId">

/** An agency. `from` is the first and `until` the last day on which it exists; left out where that is open. */
export interface Agency {
  readonly id: AgencyId
  readonly name: { readonly zh: string; readonly en?: string }
  readonly region: RegionCode
  readonly from?: CivilDate
  readonly until?: CivilDate
}

/**
 * That an agency holds an office for a region, from the first day to the last (`until`, the day included). `source`
 * names the document that says so. @article 4
 */
export interface Holding {
  readonly agency: AgencyId
  readonly office: Office
  readonly region: RegionCode
  readonly from: CivilDate
  readonly until?: CivilDate
  readonly source?: string
}

/** That one agency takes over from another: `on` is the first day of the successor. */
export interface Succession {
  readonly predecessor: AgencyId
  readonly successor: AgencyId
  readonly on: CivilDate
  readonly source?: string
}

/** What a deployment says about its agencies. Everything that it does not grant is denied. */
export interface DirectoryData {
  readonly version: string
  readonly agencies: ReadonlyArray<Agency>
  readonly holdings: ReadonlyArray<Holding>
  readonly successions: ReadonlyArray<Succession>
  readonly regionChanges?: ReadonlyArray<RegionChange>
}
