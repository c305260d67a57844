/** The agencies of a city and three of its people. Agencies, people and days are invented. */
import { type Directory, directory, parseDirectoryData } from "@banfa/core/agency"
import type { StatedPost } from "@banfa/identity-oidc"
import * as Result from "effect/Result"

const agency = (id: string, zh: string) => ({ id, name: { zh }, region: "440100" })

/** Who holds which office. */
export const agencies: Directory = Result.getOrThrow(
  Result.flatMap(
    parseDirectoryData({
      version: "2026-03",
      agencies: [agency("drc", "市发展改革局"), agency("info", "市信息化局"), agency("health", "市卫生局")],
      holdings: [
        { agency: "drc", office: "investment", region: "440100", from: "2005-02-04" },
        { agency: "info", office: "info", region: "440100", from: "2005-02-04" },
        { agency: "health", office: "organ", region: "440100", from: "2005-02-04" }
      ],
      successions: []
    }),
    directory
  )
)

/** What the provider states of a person. */
export interface Person {
  /** What the person is called. */
  readonly name: string
  /** The posts, as its personnel system has them. */
  readonly posts: ReadonlyArray<StatedPost>
}

/** The people whom the provider knows, by the name with which they log in. */
export const people: Readonly<Record<string, Person>> = {
  chen: { name: "陈示例", posts: [{ agency: "health", title: "信息科科长", offices: ["organ"], from: "2024-01-01" }] },
  li: { name: "李示例", posts: [{ agency: "health", offices: ["organ"], from: "2020-01-01", until: "2025-12-31" }] },
  zhang: { name: "张示例", posts: [] }
}
