/** Data of directories over which the suite runs: small, and with everything in them that can turn. */
import type { AgencyId, AgencyKind, DirectoryData, Holding, RegionCode, Succession } from "@banfa/core/agency"
import type { CivilDate } from "@banfa/core/civil"

const day = (text: string) => text as CivilDate
const id = (text: string) => text as AgencyId
const region = (text: string) => text as RegionCode

const agency = (
  name: string,
  of: string,
  more: { readonly kind?: AgencyKind; readonly from?: CivilDate; readonly until?: CivilDate } = {}
): DirectoryData["agencies"][number] => ({ id: id(name), name: { zh: `${name}（示例）` }, region: region(of), ...more })

const holding = (of: string, office: Holding["office"], where: string, from: string, until?: string): Holding => ({
  agency: id(of),
  office,
  region: region(where),
  from: day(from),
  source: `${of}〔2003〕1号（示例）`,
  ...(until === undefined ? {} : { until: day(until) })
})

const succession = (predecessor: string, successor: string, on: string): Succession => ({
  predecessor: id(predecessor),
  successor: id(successor),
  on: day(on),
  source: "机构改革方案（示例）"
})

/** Authorities of the province, of two cities and of a district, one of which gives way to another. */
export const province: DirectoryData = {
  version: "directory-suite-1",
  agencies: [
    agency("prov-info", "440000", { kind: "department" }),
    {
      ...agency("gz-info", "440100"),
      name: { zh: "广州市信息化办公室（示例）", en: "Guangzhou Informatization Office (sample)" }
    },
    agency("gz-data", "440100", { from: day("2019-01-10") }),
    agency("sz-info", "440300", { until: day("2018-12-31") }),
    agency("yuexiu-info", "440104"),
    agency("gz-health", "440100"),
    agency("gz-hospital", "440100", { kind: "public-institution" }),
    agency("省行政厅", "440000")
  ],
  holdings: [
    holding("prov-info", "info", "440000", "2003-01-01"),
    holding("gz-info", "info", "440100", "2003-01-01"),
    holding("gz-info", "organ", "440100", "2003-01-01"),
    holding("sz-info", "info", "440300", "2003-01-01"),
    holding("yuexiu-info", "info", "440104", "2006-01-01", "2016-06-30"),
    holding("gz-health", "organ", "440100", "2003-01-01"),
    holding("省行政厅", "investment", "440000", "2004-02-29")
  ],
  successions: [succession("gz-info", "gz-data", "2019-01-10")],
  vacancies: [{ office: "audit", region: region("440000"), from: day("2012-01-01"), until: day("2012-06-30") }]
}

/** The same agencies a day later in the life of their source: one office has been taken away, and one given to another. */
export const later: DirectoryData = {
  ...province,
  version: "directory-suite-2",
  holdings: [
    ...province.holdings.filter(({ agency: of }) => of !== "sz-info"),
    holding("gz-health", "info", "440300", "2003-01-01")
  ]
}

/** A district that changed its code, on a day that the deployment has verified. */
export const moved: DirectoryData = {
  version: "directory-suite-3",
  agencies: [agency("dongshan-info", "440102"), agency("yuexiu-info", "440104"), agency("gaoyao-info", "441283")],
  holdings: [
    holding("dongshan-info", "info", "440102", "2003-01-01"),
    holding("gaoyao-info", "info", "441283", "2003-01-01")
  ],
  successions: [],
  regionChanges: [
    {
      code: region("441283"),
      ceasedOn: day("2015-05-20"),
      successor: region("441204"),
      source: "国函〔2015〕（示例）"
    },
    { code: region("441204"), appearedOn: day("2015-05-20") }
  ]
}

/** Data that grant nothing. */
export const bare: DirectoryData = { ...province, version: "directory-suite-4", holdings: [], successions: [] }

/** Data that contradict themselves: two authorities for one office, region and day. */
export const contradicting: DirectoryData = {
  ...province,
  version: "directory-suite-5",
  holdings: [...province.holdings, holding("gz-health", "info", "440100", "2003-01-01")]
}
