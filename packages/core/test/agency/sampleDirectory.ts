import * as Result from "effect/Result"
import type { Agency, AgencyId, DirectoryData, Holding, Succession, Vacancy } from "../../src/agency/Agency.ts"
import { type Directory, directory } from "../../src/agency/Directory.ts"
import type { RegionChange, RegionCode } from "../../src/agency/Region.ts"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import type { Office } from "../../src/regulation/roles.ts"

export const day = (text: string) => text as CivilDate

export const agency = (id: string, region: string, period: Partial<Pick<Agency, "from" | "until">> = {}): Agency => ({
  id: id as AgencyId,
  name: { zh: `${id}（示例）` },
  region: region as RegionCode,
  ...period
})

export const holding = (id: string, office: Office, region: string, from: string, until?: string): Holding => ({
  agency: id as AgencyId,
  office,
  region: region as RegionCode,
  from: day(from),
  ...(until === undefined ? {} : { until: day(until) })
})

export const succession = (predecessor: string, successor: string, on: string): Succession => ({
  predecessor: predecessor as AgencyId,
  successor: successor as AgencyId,
  on: day(on)
})

export interface Parts {
  readonly agencies: ReadonlyArray<Agency>
  readonly holdings?: ReadonlyArray<Holding>
  readonly successions?: ReadonlyArray<Succession>
  readonly regionChanges?: ReadonlyArray<RegionChange>
  readonly vacancies?: ReadonlyArray<Vacancy>
}

export const data = ({
  agencies,
  holdings = [],
  regionChanges,
  successions = [],
  vacancies
}: Parts): DirectoryData => ({
  version: "sample-1",
  agencies,
  holdings,
  successions,
  ...(regionChanges === undefined ? {} : { regionChanges }),
  ...(vacancies === undefined ? {} : { vacancies })
})

export const build = (parts: Parts): Directory => Result.getOrThrow(directory(data(parts)))

export const findingsOf = (parts: Parts): ReadonlyArray<string> => {
  const error = Result.getOrThrow(Result.flip(directory(data(parts))))
  return error.findings.map((finding) => `${finding.kind} ${finding.at}`)
}

/** The province, Guangzhou, Shenzhen and two districts of Guangzhou, with an informatization authority each. */
export const guangdong: Parts = {
  agencies: [
    agency("prov-info", "440000"),
    agency("gz-info", "440100"),
    agency("sz-info", "440300"),
    agency("dongshan-info", "440102"),
    agency("yuexiu-info", "440104"),
    agency("gz-health", "440100")
  ],
  holdings: [
    holding("prov-info", "info", "440000", "2003-01-01"),
    holding("gz-info", "info", "440100", "2003-01-01"),
    holding("gz-info", "organ", "440100", "2003-01-01"),
    holding("sz-info", "info", "440300", "2003-01-01"),
    holding("dongshan-info", "info", "440102", "2003-01-01"),
    holding("yuexiu-info", "info", "440104", "2003-01-01"),
    holding("gz-health", "organ", "440100", "2003-01-01")
  ]
}
