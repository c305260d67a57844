import { directory, parseDirectoryData } from "@banfa/core/agency"
import type { Embedding } from "@banfa/core/docket"
import * as Result from "effect/Result"

const offices = { drc: "investment", info: "info", fin: "finance", health: "organ" } as const

/** Who enters facts. */
export const clerk = "clerk"

/** A docket of a small city: four agencies, one clerk, and the plans that are on record. */
export const world = {
  directory: Result.getOrThrow(
    Result.flatMap(
      parseDirectoryData({
        version: "faults-1",
        agencies: Object.keys(offices).map((id) => ({
          id,
          name: { zh: `${id}（示例）`, en: `${id} (sample)` },
          region: "440100"
        })),
        holdings: Object.entries(offices).map(([agency, office]) => ({
          agency,
          office,
          region: "440100",
          from: "2000-01-01"
        })),
        successions: []
      }),
      directory
    )
  ),
  recorders: [{ id: clerk }],
  surroundedBy: ["planning"]
} as const satisfies Embedding<never>
