import { agencies, plansInForce } from "@banfa/testing/planning"
import { calendar } from "@banfa/testing/project"
import * as Result from "effect/Result"
import { directory } from "../../src/agency/Directory.ts"
import { parseDirectoryData } from "../../src/agency/DirectorySchema.ts"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import {
  advise,
  type Context,
  caseAt,
  context,
  type Event,
  type EventOf,
  type EventTag,
  fold,
  type PlanVersion,
  subject,
  type Verdict,
  verdicts
} from "../../src/planning/index.ts"
import { compose } from "../../src/profile/compose.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"

/** The id of the plan of the stories. */
export const planId = "plan-1"
/** A day. */
export const day = (text: string): CivilDate => text as CivilDate

type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "plan" | "on" | "recordedAt">

/** One fact of a story, called after its kind and its day. */
export const fact = <T extends EventTag>(_tag: T, on: string, particulars: Particulars<T>): EventOf<T> =>
  ({
    _tag,
    id: `${_tag}-${on}`,
    plan: planId,
    on,
    recordedAt: `${on}T01:00:00Z`,
    ...particulars
  }) as unknown as EventOf<T>

/** The directory of the stories. */
export const sample = Result.getOrThrow(directory(Result.getOrThrow(parseDirectoryData(agencies))))

/** What the stories are asked with. */
export const ask = (asOf: string, profile: Profile = textOnly): Context =>
  context({ asOf: day(asOf), profile, directory: sample, calendar, plansInForce })

/** The case of a story on a day. */
export const on = (story: ReadonlyArray<Event>, asOf: string): PlanVersion =>
  caseAt(planId, story, day(asOf), "2199-01-01T00:00:00Z")

/** What a norm says of a story on a day; `undefined` where it says nothing. */
export const says = (
  story: ReadonlyArray<Event>,
  norm: string,
  asOf: string,
  profile: Profile = textOnly,
  instance = ""
): Verdict | undefined =>
  verdicts(on(story, asOf), ask(asOf, profile)).verdicts.find((v) => v.norm === norm && v.instance === instance)

/** The status of a norm, with what it misses or remarks: `Undetermined plans`, `Breached other-body`. */
export const status = (
  story: ReadonlyArray<Event>,
  norm: string,
  asOf: string,
  profile: Profile = textOnly
): string => {
  const v = says(story, norm, asOf, profile)
  return v === undefined ? "" : [v.status, v.missing, v.note].filter((part) => part !== undefined).join(" ")
}

/** The role that bears the verdict of a norm, and who fills it. */
export const bearer = (
  story: ReadonlyArray<Event>,
  norm: string,
  asOf: string,
  profile: Profile = textOnly
): string => {
  const v = says(story, norm, asOf, profile)
  const borne = v === undefined ? [] : subject.bearers(v, on(story, asOf), ask(asOf, profile))
  return borne.map(({ agency, role }) => `${role} ${agency ?? "?"}`).join(", ")
}

/** What is advised on an act after a story. */
export const advised = (story: ReadonlyArray<Event>, act: Event, profile: Profile = textOnly) =>
  advise(fold(planId, story), act, ask(act.on, profile))

/** A profile that reads one question otherwise. */
export const read = reading.bind(undefined, textOnly)

/** A profile that fixes the time for a review and for a filing. */
export const timed: Profile = Result.getOrThrow(
  compose(textOnly, {
    id: "times",
    version: "1",
    title: { zh: "示例期限", en: "Sample times" },
    source: { title: { zh: "示例规定", en: "Sample rules" }, status: "sample" },
    parameters: {
      "planReview.within": [
        {
          value: 10,
          from: day("2005-02-04"),
          source: { title: { zh: "示例规定", en: "Sample rules" }, status: "sample" }
        }
      ],
      "filing.within": [
        {
          value: 30,
          from: day("2005-02-04"),
          source: { title: { zh: "示例规定", en: "Sample rules" }, status: "sample" }
        }
      ]
    }
  })
)

const grounds = ["national-overall-plan", "provincial-conditions"] as const

/** The provincial plan in drafting. */
export const provincial: ReadonlyArray<Event> = [
  fact("PlanDrafted", "2026-01-05", {
    kind: "provincial",
    region: "440000",
    organ: "p-info",
    by: "p-info",
    former: null
  })
]
/** Its submission for review as provided. */
export const submitted = fact("PlanSubmittedForReview", "2026-02-02", {
  grounds: [...grounds],
  coDrafters: ["finance"],
  by: "p-info"
})
/** The plan of the district in drafting. */
export const local: ReadonlyArray<Event> = [
  fact("PlanDrafted", "2026-01-05", { kind: "local", region: "440106", organ: "c-info", by: "c-info", former: null })
]
/** Its submission for review as provided. */
export const submittedLocal = fact("PlanSubmittedForReview", "2026-02-02", {
  plans: ["plan-p"],
  coDrafters: ["finance"],
  by: "c-info"
})
/** The plan of a provincial organ in drafting. */
export const departmental: ReadonlyArray<Event> = [
  fact("PlanDrafted", "2026-01-05", {
    kind: "departmental",
    region: "440000",
    organ: "p-health",
    by: "p-health",
    former: null
  })
]
/** Its filing as provided. */
export const filed = fact("PlanFiled", "2026-02-02", {
  filing: "F1",
  to: "p-info",
  received: day("2026-02-05"),
  plans: ["plan-p"],
  by: "p-health"
})
