import { projectId } from "@banfa/testing/project"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Profile, textOnly } from "../../src/profile/Profile.ts"
import { contentItems } from "../../src/project/art30.ts"
import { inquire } from "../../src/project/explain.ts"
import {
  advise,
  type Context,
  type Event,
  type EventOf,
  type EventTag,
  fold,
  verdicts
} from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"

type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "project" | "on" | "recordedAt">

/** One fact of a story, called after its kind and its day. */
export const fact = <T extends EventTag>(_tag: T, on: string, particulars: Particulars<T>): EventOf<T> =>
  ({
    _tag,
    id: `${_tag}-${on}`,
    project: projectId,
    on,
    recordedAt: `${on}T01:00:00Z`,
    ...particulars
  }) as unknown as EventOf<T>

/** What is advised on an act after a story. */
export const advised = (story: ReadonlyArray<Event>, act: Event, profile: Profile = textOnly) =>
  advise(fold(projectId, story), act, asked(act.on as CivilDate, profile))

/** What is missing of a verdict on a day, and what it would be under each answer. */
export const inquiryOf = (
  facts: ReadonlyArray<Event>,
  [norm, instance]: readonly [norm: string, instance: string],
  asOf: string,
  { profile = textOnly, ...beside }: Partial<Context> = {}
) => {
  const p = fold(projectId, facts)
  const ctx = { ...asked(asOf as CivilDate, profile), ...beside }
  const v = verdicts(p, ctx).verdicts.find((x) => x.norm === norm && x.instance === instance)
  return v === undefined ? undefined : inquire(p, v, ctx)
}

/** The same in English: the name, then each answer and what follows from it. */
export const inquiryLines = (...of: Parameters<typeof inquiryOf>): ReadonlyArray<string | undefined> => {
  const { answers = [], name } = inquiryOf(...of) ?? {}
  return [name, ...answers.map(({ answer, conclusion }) => `${answer.en} > ${conclusion.en}`)]
}

/** A scheme that reaches across departments, on the unified platform. */
const onPlatform = { crossDept: true, crossRegion: false, network: "unified-platform" } as const

/** A city's project up to the opinion: submitted, applied for, assessed ex ante, the opinion asked for and given. */
export const upToOpinion: ReadonlyArray<Event> = [
  fact("Drafted", "2026-03-02", { region: "440100", organ: "health", by: "health" }),
  fact("SchemeSubmitted", "2026-03-10", {
    application: "A1",
    scheme: "S1",
    what: "scheme",
    ...onPlatform,
    to: "info",
    by: "health"
  }),
  fact("Applied", "2026-03-10", { application: "A1", to: "drc", by: "health" }),
  fact("AssessmentPlanned", "2026-03-11", { assessment: "X1", type: "ex-ante", application: "A1", by: "info" }),
  fact("AssessmentCommissioned", "2026-03-11", { assessment: "X1", assessor: "institute", interests: [], by: "info" }),
  fact("AssessmentStarted", "2026-03-11", { assessment: "X1", criteria: "标准一", scheme: "S1", by: "info" }),
  fact("OpinionRequested", "2026-03-12", { application: "A1", request: "R1", to: "info", by: "drc" }),
  fact("AssessmentIssued", "2026-03-18", {
    assessment: "X1",
    items: contentItems,
    conclusion: "support",
    planConformity: "pass",
    against: ["plan-p"],
    by: "info"
  }),
  fact("OpinionGiven", "2026-03-20", {
    application: "A1",
    request: "R1",
    opinion: "O1",
    conclusion: "support",
    plan: "plan-p",
    assessment: "X1",
    by: "info"
  })
]

/** The same, approved with a company as construction unit. */
export const upToApproval: ReadonlyArray<Event> = [
  ...upToOpinion,
  fact("Approved", "2026-03-30", {
    application: "A1",
    considered: ["O1", "X1"],
    planItem: { plan: "plan-p", item: "item-1" },
    builder: "company",
    by: "drc"
  })
]
