import * as Result from "effect/Result"
import { directory, parseDirectoryData } from "../../src/agency/index.ts"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Profile, textOnly } from "../../src/profile/Profile.ts"
import { decodeEvents } from "../../src/project/decode.ts"
import type { Event } from "../../src/project/Event.ts"
import { context } from "../../src/project/index.ts"
import type { Context } from "../../src/verdict/Verdict.ts"

/** A city with its three authorities, an organ and a construction unit. */
export const agencies = Result.getOrThrow(
  Result.flatMap(
    parseDirectoryData({
      version: "sample",
      agencies: [
        { id: "drc", name: { zh: "示例市发展改革局", en: "Sample City DRC" }, region: "440100" },
        { id: "info", name: { zh: "示例市信息化局", en: "Sample City Informatization Bureau" }, region: "440100" },
        { id: "health", name: { zh: "示例市卫生局", en: "Sample City Health Bureau" }, region: "440100" }
      ],
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

/** A question about the sample city, with one provincial plan in force. */
export const ask = (asOf: string, profile: Profile = textOnly): Context =>
  context({
    asOf: asOf as CivilDate,
    profile,
    directory: agencies,
    plansInForce: () => [{ id: "plan-2025", kind: "provincial" }]
  })

const fact = (id: string, on: string, fields: object): object => ({
  id,
  project: "P1",
  on,
  recordedAt: `${on}T08:00:00Z`,
  ...fields
})

/** An adverse opinion that was considered, and an approval; from the third fact on, the opinion is asked for. */
export const facts: ReadonlyArray<Event> = Result.getOrThrow(
  decodeEvents([
    fact("e1", "2026-01-05", { _tag: "Drafted", by: "health", region: "440100", organ: "health" }),
    fact("e2", "2026-01-10", { _tag: "Applied", by: "health", application: "A1" }),
    fact("e3", "2026-02-01", { _tag: "OpinionRequested", by: "drc", application: "A1", request: "R1", to: "info" }),
    fact("e4", "2026-02-10", {
      _tag: "OpinionGiven",
      by: "info",
      application: "A1",
      request: "R1",
      opinion: "O1",
      conclusion: "not-support",
      plan: "plan-2025",
      assessment: "X1"
    }),
    fact("e5", "2026-02-20", {
      _tag: "Approved",
      by: "drc",
      application: "A1",
      considered: ["O1"],
      planItem: { plan: "plan-2025", item: "7" },
      builder: null,
      funding: ["fiscal"]
    })
  ])
)
