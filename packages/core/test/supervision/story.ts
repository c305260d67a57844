import { agencies, inspectionId } from "@banfa/testing/supervision"
import * as Result from "effect/Result"
import { directory } from "../../src/agency/Directory.ts"
import { parseDirectoryData } from "../../src/agency/DirectorySchema.ts"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import {
  advise,
  caseAt,
  context,
  type Event,
  type EventOf,
  type EventTag,
  fold,
  verdicts
} from "../../src/supervision/index.ts"
import { now } from "../law/Law.ts"

/** The directory of the samples. */
export const sample = Result.getOrThrow(directory(Result.getOrThrow(parseDirectoryData(agencies))))

/** What is asked with. */
export const asked = (asOf: string, profile: Profile = textOnly) =>
  context({ asOf: asOf as CivilDate, profile, directory: sample })

/** The text with A35 read as fixed organs. */
export const fixed = reading(textOnly, "A35", "fixed")

type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "inspection" | "on" | "recordedAt">

/** One fact of a story, called after its kind and its day. */
export const fact = <T extends EventTag>(_tag: T, on: string, particulars: Particulars<T>): EventOf<T> =>
  ({
    _tag,
    id: `${_tag}-${on}`,
    inspection: inspectionId,
    on,
    recordedAt: `${on}T01:00:00Z`,
    ...particulars
  }) as unknown as EventOf<T>

/** An inspection of a city's organs, opened by its supervision department. */
export const opened = (...organs: ReadonlyArray<string>): EventOf<"InspectionOpened"> =>
  fact("InspectionOpened", "2026-01-05", {
    region: "440100",
    organs: organs.length === 0 ? ["health"] : organs,
    period: { from: "2025-01-01" as CivilDate },
    ground: "年度检查计划",
    by: "supervisor"
  })
/** Started by it. */
export const started = fact("InspectionStarted", "2026-01-10", { by: "supervisor" })
/** With one thing found. */
export const found = fact("InspectionFindingsIssued", "2026-02-10", {
  findings: [{ id: "F1", norm: "N10.1", evidence: "立项卷宗第12页" }],
  considered: ["X1"],
  by: "supervisor"
})
/** Which the organ begins to put right. */
export const rectifying = fact("RectificationStarted", "2026-02-20", { by: "health" })
/** And reports. */
export const rectified = fact("RectificationReported", "2026-03-20", { document: "整改报告", by: "health" })

/** What the norm says of a story on a day, in one line an instance: `instance status missing note gate`. */
export const lines = (story: ReadonlyArray<Event>, asOf = "2026-12-01", profile?: Profile): ReadonlyArray<string> =>
  verdicts(caseAt(inspectionId, story, asOf as CivilDate, now), asked(asOf, profile))
    .verdicts.filter(({ norm }) => norm === "N35.2")
    .map((v) =>
      [v.instance, v.status, v.missing, v.note, v.gate].filter((part) => part !== undefined && part !== "").join(" ")
    )

/** What is advised on an act after a story. */
export const advised = (story: ReadonlyArray<Event>, act: Event, profile?: Profile) =>
  advise(fold(inspectionId, story), act, asked(act.on, profile))

/** The reasons of an advice in short. */
export const reasons = ({ reasons: all }: ReturnType<typeof advised>) =>
  all.map((r) =>
    [
      r._tag,
      r.outcome,
      r._tag === "Norm" ? `${r.verdict.norm} ${r.verdict.note ?? r.verdict.missing}` : "",
      r._tag === "Missing" ? r.field : ""
    ]
      .filter((part) => part !== "")
      .join(" ")
  )
