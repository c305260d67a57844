/** The questions about each subject that are answered on record: histories with what went wrong in them, each on a day and under a profile, the same in every run. */
import * as complaint from "@banfa/testing/complaint"
import * as facility from "@banfa/testing/facility"
import * as organ from "@banfa/testing/organ"
import * as planning from "@banfa/testing/planning"
import { calendar, days, plansInForce, profiles, projectId, histories as projects } from "@banfa/testing/project"
import { profiles as ofProvince } from "@banfa/testing/province"
import * as resource from "@banfa/testing/resource"
import * as standard from "@banfa/testing/standard"
import * as supervision from "@banfa/testing/supervision"
import * as system from "@banfa/testing/system"
import fc from "fast-check"
import type { CivilDate } from "../../../src/civil/CivilDate.ts"
import { inquire as ofComplaint } from "../../../src/complaint/explain.ts"
import { keepingOf, waysOf } from "../../../src/docket/subjects.ts"
import type { Ways } from "../../../src/docket/ways.ts"
import type { Inquiry } from "../../../src/explanation/Inquiry.ts"
import { inquire as ofFacility } from "../../../src/facility/explain.ts"
import { inquire as ofOrgan } from "../../../src/organ/explain.ts"
import type { NextActOf } from "../../../src/path/nextActs.ts"
import type { Way } from "../../../src/path/Way.ts"
import { inquire as ofPlan } from "../../../src/planning/explain.ts"
import type { LocalNorm } from "../../../src/profile/LocalNorm.ts"
import type { Profile } from "../../../src/profile/Profile.ts"
import { sampleLayer } from "../../../src/profile/sample.ts"
import { inquire as ofProject } from "../../../src/project/explain.ts"
import { inquire as ofResource } from "../../../src/resource/explain.ts"
import type { CaseEvent } from "../../../src/scenario/index.ts"
import { inquire as ofInstrument } from "../../../src/standard/explain.ts"
import { inquire as ofInspection } from "../../../src/supervision/explain.ts"
import { inquire as ofSystem } from "../../../src/system/explain.ts"
import { context } from "../../../src/verdict/context.ts"
import { ruling } from "../../../src/verdict/ruling.ts"
import type { Context, Verdict } from "../../../src/verdict/Verdict.ts"
import { asked as askedOfInstrument } from "../../standard/story.ts"
import { asked as askedOfInspection } from "../../supervision/story.ts"
import { asked, now, sample } from "../Law.ts"
import { asked as askedOfPlan } from "../planning.ts"
import { type Rules, type State, subjects } from "../province.ts"
import { asked as askedOfResource } from "../resourceLaw.ts"

/** One question: the facts of a case, and what is asked with. */
export interface Asked {
  readonly id: string
  readonly facts: ReadonlyArray<CaseEvent>
  readonly ctx: Context
  /** A number by which something is chosen. */
  readonly lot: number
}

/** A subject with its questions. */
export interface Asking {
  readonly rules: Rules
  readonly questions: () => ReadonlyArray<Asked>
  /** What an open verdict would say under each answer to what it misses, a line each. */
  readonly inquire: (state: State, v: Verdict, ctx: Context) => ReadonlyArray<string>
  /** What would be usual next. */
  readonly next: (one: Asked) => ReadonlyArray<NextActOf<CaseEvent>>
  /** The way to a position; the lot says to which. */
  readonly way: (one: Asked) => Way<CaseEvent> | undefined
}

type Inquire = (state: never, v: Verdict, ctx: Context) => Inquiry | undefined
type History = { readonly events: ReadonlyArray<unknown> }

/** How a subject is asked: its histories, whose case they tell, its profiles, and what is known beside the case. */
interface Sample {
  readonly histories: fc.Arbitrary<History>
  readonly id: string | ((events: ReadonlyArray<CaseEvent>) => string)
  readonly profiles?: fc.Arbitrary<Profile>
  readonly asked: (asOf: CivilDate, profile: Profile, lot: number) => Context
  readonly inquire: Inquire
}

/** A norm that a local document adds for the cases of a subject: owed in every case, by no day. */
const localTo = (subject: string): LocalNorm => ({
  id: "local:sample",
  subject,
  summary: { zh: "示例", en: "a sample" },
  quote: { zh: "示例", en: "a sample" },
  bearer: ["organ.any", "info.local"],
  source: sampleLayer.source,
  from: "2010-01-01" as CivilDate,
  until: "2030-01-01" as CivilDate,
  evaluate: () => [{ instance: "", ruling: ruling("DueUnspecified") }]
})

const asking = (
  subject: keyof typeof subjects,
  { asked, histories, id, inquire, profiles: by = ofProvince }: Sample
): Asking => {
  const ways = waysOf(subject) as Ways<CaseEvent, string> | undefined
  const { tags } = keepingOf(subject)
  const goals = [...new Set(tags.flatMap((tag) => subjects[subject].row(tag).to ?? ([] as ReadonlyArray<string>)))]
  return {
    rules: subjects[subject],
    questions: () =>
      fc
        .sample(fc.record({ history: histories, n: days, profile: by, lot: fc.nat(1000) }), { numRuns: 300, seed: 1 })
        .map(({ history, lot, n, profile }) => {
          const facts = history.events as ReadonlyArray<CaseEvent>
          const ruled = lot % 3 === 0 ? { ...profile, localNorms: [...profile.localNorms, localTo(subject)] } : profile
          const ctx = asked(complaint.dayOf(facts, n), ruled, lot)
          return { id: typeof id === "string" ? id : id(facts), facts, ctx, lot }
        }),
    inquire: (state, v, ctx) => {
      const { answers = [], name } = inquire(state as never, v, ctx) ?? {}
      return answers.map(
        ({ answer, conclusion, missing }) => `${name}: ${answer.en} > ${conclusion.en} ${missing?.en ?? ""}`
      )
    },
    next: ({ ctx, facts, id }) => ways?.next({ id, facts }, { asOf: ctx.asOf, knownAt: now }, ctx) ?? [],
    // a search asks hundreds of times: one question in ten is enough
    way: ({ ctx, facts, id, lot }) =>
      lot % 10 > 0
        ? undefined
        : ways?.path({ id, facts }, { asOf: ctx.asOf, knownAt: now }, goals[(lot / 10) % goals.length] ?? "", ctx)
  }
}

const around = fc.sample(resource.provinces, { numRuns: 40, seed: 1 })

/** Every subject with its questions. */
export const askings: ReadonlyArray<Asking> = [
  asking("project", { histories: projects, id: projectId, profiles, asked, inquire: ofProject }),
  asking("planning", {
    histories: planning.histories,
    id: planning.planId,
    profiles: planning.profiles,
    asked: askedOfPlan,
    inquire: ofPlan
  }),
  asking("standard", {
    histories: standard.histories,
    id: standard.instrumentId,
    asked: askedOfInstrument,
    inquire: ofInstrument
  }),
  asking("facility", {
    histories: facility.histories,
    id: facility.facilityId,
    asked: askedOfInstrument,
    inquire: ofFacility
  }),
  asking("system", {
    histories: system.histories,
    id: system.systemId,
    profiles: system.profiles,
    asked: (asOf, profile) =>
      context({
        asOf,
        profile,
        directory: sample,
        calendar,
        plansInForce,
        instrumentsInForce: system.instrumentsInForce,
        inService: system.inService
      }),
    inquire: ofSystem
  }),
  asking("organ", {
    histories: organ.histories,
    id: ([first]) => (first as { readonly agency?: string } | undefined)?.agency ?? "",
    profiles: organ.profiles,
    asked: (asOf, profile) => context({ asOf, profile, directory: sample, calendar }),
    inquire: ofOrgan
  }),
  asking("resource", {
    histories: resource.histories,
    id: resource.resourceId,
    profiles: resource.profiles,
    asked: (asOf, profile, lot) => askedOfResource(asOf, profile, around[lot % around.length]),
    inquire: ofResource
  }),
  asking("complaint", {
    histories: complaint.histories,
    id: complaint.complaintId,
    profiles: complaint.profiles,
    asked: (asOf, profile) => context({ asOf, profile, directory: sample, calendar }),
    inquire: ofComplaint
  }),
  asking("supervision", {
    histories: supervision.histories,
    id: supervision.inspectionId,
    profiles: supervision.profiles,
    asked: askedOfInspection,
    inquire: ofInspection
  })
]
