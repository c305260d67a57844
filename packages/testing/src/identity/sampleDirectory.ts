/** The agencies over which the suite runs, and the posts that its people hold. */
import {
  type Actor,
  type Directory as AgencyDirectory,
  type AgencyId,
  directory as build,
  type DirectoryData,
  type RegionCode
} from "@banfa/core/agency"
import type { CivilDate } from "@banfa/core/civil"
import { Directory } from "@banfa/core/port/Directory"
import * as Result from "effect/Result"

const day = (text: string) => text as CivilDate
const agency = (id: string, zh: string, region: string) => ({
  id: id as AgencyId,
  name: { zh },
  region: region as RegionCode
})
const since = (id: string, office: "info" | "organ" | "investment", region: string) => ({
  agency: id as AgencyId,
  office,
  region: region as RegionCode,
  from: day("2003-01-01")
})

const data: DirectoryData = {
  version: "identity-suite-1",
  agencies: [
    agency("gz-health", "广州市卫生局（示例）", "440100"),
    agency("gz-info", "广州市信息化办公室（示例）", "440100"),
    agency("省行政厅", "广东省行政厅（示例）", "440000")
  ],
  holdings: [
    since("gz-health", "organ", "440100"),
    since("gz-info", "info", "440100"),
    since("gz-info", "organ", "440100"),
    since("省行政厅", "organ", "440000"),
    since("省行政厅", "investment", "440000")
  ],
  successions: []
}

/** The directory of the suite: three agencies, one of them with a Chinese id. */
export const sampleDirectory: AgencyDirectory = Result.getOrThrow(build(data))

/** The port over {@link sampleDirectory}, for the adapter. */
export const agencies = Directory.layerMemory(sampleDirectory)

type Post = Actor["posts"][number]

/** The posts that the people of the suite hold, in any combination: over, running without an end, to come, for the time being. */
export const samplePosts = {
  running: {
    agency: "gz-health",
    title: "信息处处长",
    offices: "all",
    from: day("2024-01-01"),
    source: "穗卫任〔2024〕1号（示例）"
  },
  over: { agency: "gz-info", offices: ["info"], from: day("2020-01-01"), until: day("2021-12-31") },
  toCome: { agency: "gz-info", title: "副主任", offices: ["info", "organ"], from: day("2090-01-01") },
  acting: {
    agency: "省行政厅",
    title: "代理处长",
    offices: ["organ", "investment"],
    from: day("2026-01-01"),
    until: day("2026-06-30"),
    acting: true
  }
} as const satisfies { readonly [name: string]: Post }

/** Ids that look like those of agencies of {@link sampleDirectory} and are none, under how they differ. */
export const lookAlikes: Readonly<Record<string, string>> = {
  "full-width letters": "ｇｚ-ｈｅａｌｔｈ",
  "a Cyrillic letter": "gz-h\u0435alth",
  "another hyphen": "gz\u2010health",
  "a zero-width space": "gz-\u200bhealth",
  "a compatibility ideograph": "省\ufa08政厅",
  capitals: "GZ-HEALTH",
  "a space behind it": "gz-health ",
  "a longer one": "gz-health-2",
  "a shorter one": "gz"
}
