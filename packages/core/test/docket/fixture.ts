import { calendar, plansInForce } from "@banfa/testing/project"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import {
  type Answered,
  type CaseRef,
  type Command,
  type EmbeddedDocket,
  type Embedding,
  embed
} from "../../src/docket/index.ts"
import { EventStore, type StoredEvent } from "../../src/port/EventStore.ts"
import { makeMemory } from "../../src/port/memoryEventStore.ts"
import { sample } from "../law/Law.ts"

export type Store = EventStore["Service"]

/** A fact as a host sends it. */
export type Sent = { readonly _tag: string; readonly on: string } & { readonly [key: string]: unknown }

/** The project of which most of these tests tell. */
export const P1 = "P1"

/** A project as a case of the docket. */
export const inProject = (id = P1): CaseRef<"project"> => ({ subject: "project", id })

const fact = (_tag: string, on: string, particulars: object, project: string): Sent => ({
  _tag,
  on,
  project,
  ...particulars
})

/** The acts of a city's project, each by whoever is competent for it; the opening names no builder, so the organ builds. */
export const act = {
  drafted: (on = "2026-03-02", project = P1) =>
    fact("Drafted", on, { region: "440100", organ: "health", former: null, by: "health" }, project),
  applied: (on = "2026-03-10", project = P1) =>
    fact("Applied", on, { application: "A1", to: "drc", by: "health" }, project),
  requested: (on = "2026-03-12", request = "R1", project = P1) =>
    fact("OpinionRequested", on, { application: "A1", request, to: "info", by: "drc" }, project),
  given: (on = "2026-03-20", project = P1) =>
    fact(
      "OpinionGiven",
      on,
      {
        application: "A1",
        request: "R1",
        opinion: "O1",
        conclusion: "support",
        plan: "plan-p",
        assessment: assessmentOf(project),
        by: "info"
      },
      project
    ),
  approved: (on = "2026-03-30", project = P1) =>
    fact(
      "Approved",
      on,
      {
        application: "A1",
        considered: ["O1", assessmentOf(project)],
        planItem: { plan: "plan-p", item: "item-1" },
        builder: "company",
        by: "drc"
      },
      project
    ),
  rejected: (on = "2026-03-30", project = P1) =>
    fact(
      "Rejected",
      on,
      { application: "A1", considered: ["O1", assessmentOf(project)], reason: "暂缓", by: "drc" },
      project
    ),
  withdrawn: (on = "2026-03-30", project = P1) =>
    fact("Withdrawn", on, { application: "A1", reason: "方案调整", by: "health" }, project),
  reported: (on: string, period: string, project = P1) =>
    fact("ProgressReported", on, { period, to: "drc", amount: "120000.00", by: "company" }, project)
}

/** A project up to the opinion. */
export const upToOpinion = (project = P1): ReadonlyArray<Sent> => [
  act.drafted("2026-03-02", project),
  act.applied("2026-03-10", project),
  act.requested("2026-03-12", "R1", project),
  act.given("2026-03-20", project)
]

/** The ex-ante assessment of a project: an assessment belongs to one project, so each has its own name. */
export const assessmentOf = (project = P1): string => `X-${project}`

/** The scheme of a project, submitted with its application, and its ex-ante assessment by a third party. */
export const assessed = (project = P1): ReadonlyArray<Sent> => {
  const assessment = assessmentOf(project)
  const of = (_tag: string, on: string, particulars: object): Sent =>
    fact(_tag, on, { assessment, by: "info", ...particulars }, project)
  const scheme = {
    application: "A1",
    scheme: "S1",
    what: "both",
    to: "info",
    material: false,
    crossDept: false,
    crossRegion: false,
    by: "health"
  }
  const items = [
    "feasibility",
    "effectiveness",
    "resource-integration",
    "information-sharing",
    "openness",
    "approval-reform"
  ]
  return [
    fact("SchemeSubmitted", "2026-03-10", scheme, project),
    of("AssessmentPlanned", "2026-03-11", { type: "ex-ante", application: "A1" }),
    of("AssessmentCommissioned", "2026-03-11", { assessor: "company-2", interests: null }),
    of("AssessmentStarted", "2026-03-12", { criteria: null, scheme: "S1" }),
    of("AssessmentReported", "2026-03-16", { items, by: "company-2" }),
    of("AssessmentIssued", "2026-03-18", { conclusion: "support", planConformity: "pass" })
  ]
}

/** A project up to where it can be decided on. */
export const upToDecision = (project = P1): ReadonlyArray<Sent> => [...upToOpinion(project), ...assessed(project)]

/** A project up to its approval. */
export const upToApproval = (project = P1): ReadonlyArray<Sent> => [
  ...upToDecision(project),
  act.approved("2026-03-30", project)
]

/** Who may enter facts in these tests. */
export const clerk = "clerk"

/** A command of the clerk, or of whoever is named. */
export const command = (
  id: string,
  facts: ReadonlyArray<unknown>,
  at = "2026-04-01T01:00:00Z",
  by = clerk
): Command => ({ command: id, at, by, facts })

/** A store that a test can look into. */
export const memory = (): Store => Effect.runSync(makeMemory).store

/** A docket over the sample directory; the clerk may enter facts. */
export const docketOver = async (store: Store, options: Partial<Embedding<never>> = {}): Promise<EmbeddedDocket> =>
  value(
    await embed({
      store: Layer.succeed(EventStore, store),
      directory: sample,
      calendar,
      plansInForce,
      recorders: [{ id: clerk }],
      ...options
    })
  )

/** Everything that a store holds. */
export const held = (store: Store): Promise<ReadonlyArray<StoredEvent>> =>
  Effect.runPromise(Stream.runCollect(store.readAll()))

type Asked = Exclude<keyof EmbeddedDocket, "close" | typeof Symbol.asyncDispose>

/** Whatever a docket answers to whatever it is asked. */
export type AnyAnswer = Answered<
  unknown,
  Extract<Awaited<ReturnType<EmbeddedDocket[Asked]>>, { readonly ok: false }>["error"]
>

/** The value of an answer that is one. */
export const value = <A, E>(answer: Answered<A, E>): A => {
  if (!answer.ok) throw new Error(`expected a value, got ${String(answer.error)}`)
  return answer.value
}

/** The error of an answer that is none; it speaks both languages. */
export const errorOf = <A, E extends { readonly text: { readonly zh: string; readonly en: string } }>(
  answer: Answered<A, E>
): E => {
  if (answer.ok) throw new Error("expected an error, got a value")
  const { en, zh } = answer.error.text
  if (!/\p{Script=Han}/u.test(zh) || !/[a-z]/u.test(en)) throw new Error(`not in both languages: ${zh} / ${en}`)
  return answer.error
}

/** The error of an answer, which has to be of this kind. */
export const failedWith = <
  A,
  E extends { readonly _tag: string; readonly text: { readonly zh: string; readonly en: string } },
  T extends E["_tag"]
>(
  answer: Answered<A, E>,
  tag: T
): Extract<E, { readonly _tag: T }> => {
  const error = errorOf(answer)
  if (error._tag !== tag) throw new Error(`expected ${tag}, got ${error._tag}: ${error.text.en}`)
  return error as Extract<E, { readonly _tag: T }>
}
